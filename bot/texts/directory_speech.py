"""Words of the directory: lists, entries, what is asked about them."""

from typing import Final

from bot.domain import registry_notices as r
from bot.domain.clock import shown_day
from bot.domain.people import Visibility
from bot.texts.parts import first_of, hromada, lines, moment, named_first, page_line, paragraphs, short_name, yes_no
from bot.texts.registry_speech import fault
from bot.texts.words import Speech, Whole, Words

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


def area_name(area: r.AreaWords, words: Words) -> str:
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


SPEECH: Final[Speech] = {
    r.DirectoryHome: _home,
    r.DirectoryList: _list,
    r.StationPanel: _station,
    r.OfficerPanel: _officer,
    r.BeatPanel: _beat,
    r.AskField: _ask_field,
    r.AskChoice: _ask_choice,
    r.AskArea: _ask_area,
    r.AskPostEnd: _ask_post_end,
    r.AskPostDay: _ask_post_day,
    r.EditFaulty: _edit_faulty,
    r.EntryRetired: _retired,
    r.ConfirmEntry: _confirm,
    r.InviteLink: _invite,
    r.OfficerUnbound: _unbound,
    r.OfficerToConfirm: _to_confirm,
    r.OfficerAdmitted: _admitted,
}
