"""Words of the directory: lists, entries, what is asked about them."""

from typing import Final

from bot.domain import registry_notices as r
from bot.domain.acts.base import mark_of
from bot.domain.acts.directory import BeatPage, DirGo, DirList, DirStep, EntryAct, EntryPick, NewBeatArea
from bot.domain.clock import shown_day
from bot.domain.people import Role, Visibility
from bot.domain.registry import DirectoryKind
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, keyboard, turning
from bot.texts.directory_files import fault
from bot.texts.parts import first_of, hromada, lines, moment, named_first, page_line, paragraphs, short_name, yes_no
from bot.texts.words import Whole, Words

MOST_LISTED: Final = 12


def _home(notice: r.DirectoryHome, words: Words) -> str:
    return words.html("directory-home", stations=notice.stations, officers=notice.officers, beats=notice.beats)


def _list(notice: r.DirectoryList, words: Words) -> str:
    kind = notice.kind.value if notice.kind else "all"
    giving = yes_no(notice.beat)
    head = words.html("directory-list", kind=kind, query=notice.query or "none", giving=giving, n=notice.total)
    first = notice.page * len(notice.items) if notice.page + 1 < notice.pages else notice.total - len(notice.items)
    listed = (
        words.html("directory-list-line", number=str(first + place), name=each.name, code=each.code)
        for place, each in enumerate(notice.items, start=1)
    )
    return paragraphs(head, lines(listed), page_line(notice, words))


def _seen(level: Visibility, words: Words) -> str:
    return words.plain(f"seen-{level.value}")


def _line(words: Words, label: str, shown: str, level: Visibility | None = None, kind: str = "") -> str:
    """«Телефон: +380 … · бачать офіцери»"""
    seen = f" · {_seen(level, words)}" if level is not None and shown else ""
    return words.html("entry-line", label=words.plain(f"field-{label}", kind=kind), value=shown or "—", seen=seen)


def _heading(words: Words, kind: str, name: str, code: str) -> str:
    return words.html("entry-heading", kind=kind, name=name, code=code)


def _station(notice: r.StationPanel, words: Words) -> str:
    point = f"{notice.lat:.5f}, {notice.lon:.5f}" if notice.lat is not None and notice.lon is not None else ""
    where = notice.address_seen
    return paragraphs(
        _heading(words, "stations", notice.name, notice.code),
        lines(
            (
                _line(words, "address", notice.address, where),
                _line(words, "point", point, where),
                _line(words, "photo", _is_there(words, notice.photo), where),
                _line(words, "hours", notice.hours),
                _line(words, "phone", notice.phone, notice.phone_seen),
                _line(words, "beats", named_first(words, notice.beats, MOST_LISTED)),
            )
        ),
    )


def _is_there(words: Words, there: bool) -> str:  # noqa: FBT001 - one of two
    return words.plain("photo-is-there") if there else ""


def _officer(notice: r.OfficerPanel, words: Words) -> str:
    return paragraphs(
        _heading(words, "officers", notice.name, notice.code),
        lines(
            (
                _line(words, "role", words.plain(f"role-{notice.role.value}")),
                _line(words, "rank", notice.rank),
                _line(words, "name", notice.name, notice.name_seen, "officers"),
                _line(words, "phone", notice.phone, notice.phone_seen),
                _line(words, "photo", _is_there(words, notice.photo), notice.photo_seen),
                _line(words, "beats", named_first(words, notice.beats, MOST_LISTED)),
            )
        ),
        words.html(f"officer-state-{notice.state}", own=yes_no(notice.own)),
    )


def _beat(notice: r.BeatPanel, words: Words) -> str:
    told = (words.html("beat-area", name=area_name(each, words)) for each in notice.areas)
    areas = first_of(words, told, MOST_LISTED)
    newest_first = (
        words.html("post-line", name=each.officer, since=shown_day(each.since), until=_until(each, words))
        for each in reversed(notice.posts)
    )
    posts = first_of(words, newest_first, MOST_LISTED)
    return paragraphs(
        _heading(words, "beats", notice.name, notice.code),
        _line(words, "station", notice.station),
        lines((words.html("beat-areas"), *areas)),
        lines((words.html("beat-posts"), *(posts or ["—"]), _vacancy(notice, words))),
    )


def _vacancy(notice: r.BeatPanel, words: Words) -> str:
    """A gap that the last edit may have made: nobody serves there, or will after some day."""
    last = [post.until for post in notice.posts if post.until is not None]
    if len(last) < len(notice.posts):
        return ""
    return words.html("beat-vacant-after", day=shown_day(max(last))) if last else words.html("beat-vacant")


def _until(post: r.PostWords, words: Words) -> str:
    return words.plain("post-until", day=shown_day(post.until)) if post.until else ""


def area_name(area: r.BeatAreaWords, words: Words) -> str:
    """«с. Іванівка, Бердичівська громада»"""
    name = short_name(words, area.category, area.name)
    return name if area.hromada is None else f"{name}, {hromada(words, area.hromada)}"


def _ask_field(notice: r.AskField, words: Words) -> str:
    """How the place should be told is a sentence of its own; the rest is asked alike."""
    new = yes_no(notice.id == 0)
    question = words.html(f"ask-field-{notice.field}", kind=notice.kind.value, new=new)
    now = words.html("ask-field-now", now=notice.now) if notice.now else ""
    return paragraphs(question, now)


def _ask_choice(notice: r.AskChoice, words: Words) -> str:
    return words.html(f"ask-choice-{notice.field}")


def _ask_area(notice: r.AskArea, words: Words) -> str:
    if notice.areas:
        question = words.html("ask-area-removing" if notice.removing else "ask-area-which")
        return paragraphs(question, page_line(notice, words))
    return words.html("ask-area-none" if notice.query else "ask-area")


def _ask_post_end(notice: r.AskPostEnd, words: Words) -> str:
    return paragraphs(words.html("ask-post-end", anyone=yes_no(notice.posts)), page_line(notice, words))


def _ask_post_day(notice: r.AskPostDay, words: Words) -> str:
    return words.html("ask-post-day", name=notice.officer, last=yes_no(notice.last))


def _edit_faulty(notice: r.EditFaulty, words: Words) -> str:
    reason = words.plain(f"registry-error-{notice.first.code}", **dict(notice.first.fields))
    where = fault(notice.first, words) if notice.first.sheet else words.html("edit-faulty-reason", reason=reason)
    return words.html("edit-faulty") + "\n" + where


def _retired(notice: r.EntryRetired, words: Words) -> str:
    return words.html("entry-retired", kind=notice.kind.value, name=notice.name)


def _confirm(notice: r.ConfirmEntry, words: Words) -> str:
    return words.html(f"confirm-{notice.what}", kind=notice.kind.value, name=notice.name)


def _invite(notice: r.InviteLink, words: Words) -> str:
    return words.html("invite-link", name=notice.name, link=Whole(notice.link), until=moment(notice.until))


def _to_confirm(notice: r.OfficerToConfirm, words: Words) -> str:
    return words.html(
        "officer-to-confirm", name=notice.name, code=notice.code, phone=notice.phone or "—", again=yes_no(notice.again)
    )


def _admitted(notice: r.OfficerAdmitted, words: Words) -> str:
    return words.html("officer-admitted", name=notice.name)


def _unbound(notice: r.OfficerUnbound, words: Words) -> str:
    return words.html("officer-cut-off", name=notice.name)


def _home_offer(_notice: r.DirectoryHome, words: Words) -> Offer:
    lists = [
        [_titled(words.plain(f"registry-kind-{kind.value}"), DirList(kind=kind, page=0))] for kind in DirectoryKind
    ]
    new = button(words, "new-beat", DirGo(step=DirStep.NEW_BEAT))
    return keyboard(*lists, [new, button(words, "whole-file", DirGo(step=DirStep.FILE))])


def _titled(text: str, data: EntryAct | EntryPick | DirList | NewBeatArea) -> Button:
    return Button(text, data)


def _list_offer(notice: r.DirectoryList, words: Words) -> Offer:
    rows = [[_titled(_label(each, notice, words), _target(each, notice.beat))] for each in notice.items]
    turn = turning(notice, words, lambda page: _page(notice, page))
    return keyboard(*rows, turn, *_below(notice, words))


def _label(entry: r.EntryWords, notice: r.DirectoryList, words: Words) -> str:
    """What was found by a word may be any kind of entry."""
    return entry.name if notice.kind else words.plain("button-found", kind=entry.kind.value, name=entry.name)


def _target(entry: r.EntryWords, beat: int | None) -> EntryAct | EntryPick:
    if beat is None:
        return EntryAct(kind=entry.kind, id=entry.id, act="open")
    act = "station" if entry.kind is DirectoryKind.STATIONS else "appoint"
    return EntryPick(kind=DirectoryKind.BEATS, id=beat, act=act, choice=str(entry.id))


def _page(notice: r.DirectoryList, page: int) -> DirList:
    return DirList(kind=notice.kind, page=page, beat=notice.beat, mark=mark_of(notice.query))


def _below(notice: r.DirectoryList, words: Words) -> list[Row]:
    """A list one chooses from for a beat offers a new entry, and the way back to the beat."""
    if notice.beat is None:
        return [[button(words, "to-directory", DirGo(step=DirStep.HOME))]]
    beat = notice.beat
    if notice.kind is DirectoryKind.OFFICERS:
        return [
            [button(words, "new-officer", _act(DirectoryKind.BEATS, beat, "new-officer"))],
            _cancel(DirectoryKind.BEATS, beat, words),
        ]
    none = EntryPick(kind=DirectoryKind.BEATS, id=beat, act="station", choice="0")
    new = button(words, "new-station", _act(DirectoryKind.BEATS, beat, "new-station"))
    return [[new, button(words, "no-station", none)], _cancel(DirectoryKind.BEATS, beat, words)]


def _act(kind: DirectoryKind, id_: int, act: str) -> EntryAct:
    return EntryAct(kind=kind, id=id_, act=act)


def _cancel(kind: DirectoryKind, id_: int, words: Words) -> Row:
    """Back to the entry; whatever was asked is over."""
    back = _act(kind, id_, "open") if id_ else DirGo(step=DirStep.HOME)
    return [button(words, "cancel", back)]


def _fields(kind: DirectoryKind, id_: int, words: Words, *fields: str) -> list[Row]:
    """Two in a row."""
    made = [_titled(words.plain(f"field-{field}", kind=kind.value), _act(kind, id_, field)) for field in fields]
    return [made[index : index + 2] for index in range(0, len(made), 2)]


def _station_offer(notice: r.StationPanel, words: Words) -> Offer:
    kind, id_ = DirectoryKind.STATIONS, notice.id
    return keyboard(
        *_fields(kind, id_, words, "name", "address", "point", "hours", "phone", "photo"),
        *_fields(kind, id_, words, "address_seen", "phone_seen"),
        [button(words, "retire", _act(kind, id_, "retire"))],
        [button(words, "to-directory", DirGo(step=DirStep.HOME))],
    )


def _officer_offer(notice: r.OfficerPanel, words: Words) -> Offer:
    kind, id_ = DirectoryKind.OFFICERS, notice.id
    invite = [button(words, "invite", _act(kind, id_, "invite"))]
    asked = notice.state == "pending" and not notice.own  # nobody confirms oneself
    confirm = [button(words, "confirm", _act(kind, id_, "confirm"))] if asked else []
    if notice.state != "waiting":
        invite.append(button(words, "unbind", _act(kind, id_, "unbind")))
    return keyboard(
        *_fields(kind, id_, words, "name", "rank", "role", "phone", "photo"),
        *_fields(kind, id_, words, "name_seen", "phone_seen", "photo_seen"),
        confirm,
        invite,
        [button(words, "retire", _act(kind, id_, "retire"))],
        [button(words, "to-directory", DirGo(step=DirStep.HOME))],
    )


def _to_confirm_offer(notice: r.OfficerToConfirm, words: Words) -> Offer:
    confirm = button(words, "confirm", _act(DirectoryKind.OFFICERS, notice.id, "confirm"))
    return keyboard([confirm], [button(words, "not-them", _act(DirectoryKind.OFFICERS, notice.id, "unbind"))])


def _beat_offer(notice: r.BeatPanel, words: Words) -> Offer:
    kind, id_ = DirectoryKind.BEATS, notice.id
    areas = [button(words, "area-add", _act(kind, id_, "area-add"))]
    if len(notice.areas) > 1:
        areas.append(button(words, "area-remove", _act(kind, id_, "area-remove")))
    posts = [button(words, "appoint", _act(kind, id_, "appoint"))]
    if notice.posts:
        posts.append(button(words, "end-post", _act(kind, id_, "end-post")))
    return keyboard(
        *_fields(kind, id_, words, "name", "station"),
        areas,
        posts,
        [button(words, "retire", _act(kind, id_, "retire"))],
        [button(words, "to-directory", DirGo(step=DirStep.HOME))],
    )


def _ask_field_offer(notice: r.AskField, words: Words) -> Offer:
    empty = (notice.empties and notice.now) or notice.field == "photo"
    rows = [[button(words, "empty", _act(notice.kind, notice.id, "empty"))]] if empty and notice.id else []
    return keyboard(*rows, _cancel(notice.kind, notice.id, words))


def _ask_choice_offer(notice: r.AskChoice, words: Words) -> Offer:
    """For a new officer the role is a question of the beat."""
    if notice.field == "role":
        act = "new-role" if notice.kind is DirectoryKind.BEATS else "role"
        texts = {each.value: words.plain(f"role-{each.value}") for each in Role}
    else:
        act, texts = notice.field, {each.value: words.plain(f"seen-{each.value}") for each in Visibility}
    rows = [
        [_titled(text, EntryPick(kind=notice.kind, id=notice.id, act=act, choice=value))]
        for value, text in texts.items()
    ]
    return keyboard(*rows, _cancel(notice.kind, notice.id, words))


def _ask_area_offer(notice: r.AskArea, words: Words) -> Offer:
    act = "no-area" if notice.removing else "area"

    def data(area: r.BeatAreaWords) -> EntryPick | NewBeatArea:
        if not notice.beat:
            return NewBeatArea(katottg=area.katottg)
        return EntryPick(kind=DirectoryKind.BEATS, id=notice.beat, act=act, choice=area.katottg)

    def page(number: int) -> BeatPage:
        return BeatPage(beat=notice.beat, act=act, number=number, mark=mark_of(notice.query))

    rows = [[_titled(area_name(area, words), data(area))] for area in notice.areas]
    return keyboard(*rows, turning(notice, words, page), _cancel(DirectoryKind.BEATS, notice.beat, words))


def _ask_post_end_offer(notice: r.AskPostEnd, words: Words) -> Offer:
    rows = [
        [
            _titled(
                f"{each.officer}, {shown_day(each.since)}",
                EntryPick(
                    kind=DirectoryKind.BEATS,
                    id=notice.beat,
                    act="end-post",
                    choice=f"{each.officer_id}.{each.since.toordinal()}",
                ),
            )
        ]
        for each in notice.posts
    ]
    turn = turning(notice, words, lambda page: BeatPage(beat=notice.beat, act="end-post", number=page))
    return keyboard(*rows, turn, _cancel(DirectoryKind.BEATS, notice.beat, words))


def _ask_post_day_offer(notice: r.AskPostDay, words: Words) -> Offer:
    today = EntryPick(kind=DirectoryKind.BEATS, id=notice.beat, act="today", choice="")
    return keyboard([button(words, "today", today)], _cancel(DirectoryKind.BEATS, notice.beat, words))


def _confirm_offer(notice: r.ConfirmEntry, words: Words) -> Offer:
    really = _act(notice.kind, notice.id, f"{notice.what}-really")
    return keyboard([button(words, f"{notice.what}-really", really)], _cancel(notice.kind, notice.id, words))


def _to_directory_offer(_notice: object, words: Words) -> Offer:
    return keyboard([button(words, "to-directory", DirGo(step=DirStep.HOME))])


FACES: Final[Faces] = {
    r.DirectoryHome: Face(_home, _home_offer),
    r.DirectoryList: Face(_list, _list_offer),
    r.StationPanel: Face(_station, _station_offer),
    r.OfficerPanel: Face(_officer, _officer_offer),
    r.BeatPanel: Face(_beat, _beat_offer),
    r.AskField: Face(_ask_field, _ask_field_offer),
    r.AskChoice: Face(_ask_choice, _ask_choice_offer),
    r.AskArea: Face(_ask_area, _ask_area_offer),
    r.AskPostEnd: Face(_ask_post_end, _ask_post_end_offer),
    r.AskPostDay: Face(_ask_post_day, _ask_post_day_offer),
    r.EditFaulty: Face(_edit_faulty),
    r.EntryRetired: Face(_retired, _to_directory_offer),
    r.ConfirmEntry: Face(_confirm, _confirm_offer),
    r.InviteLink: Face(_invite),
    r.OfficerUnbound: Face(_unbound, _to_directory_offer),
    r.OfficerToConfirm: Face(_to_confirm, _to_confirm_offer),
    r.OfficerAdmitted: Face(_admitted, _to_directory_offer),
}
