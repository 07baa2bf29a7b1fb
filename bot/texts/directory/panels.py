"""One entry of the directory, with all that can be changed of it."""

from typing import Final

from bot.domain import registry_notices as r
from bot.domain.clock import shown_day
from bot.domain.people import Visibility
from bot.domain.registry import DirectoryKind
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, keyboard
from bot.texts.directory.steps import act_on, area_name, to_directory
from bot.texts.parts import first_of, lines, named_first, paragraphs, yes_no
from bot.texts.words import Words

MOST_LISTED: Final = 12


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


def _station_offer(notice: r.StationPanel, words: Words) -> Offer:
    kind, id_ = DirectoryKind.STATIONS, notice.id
    return keyboard(
        *_fields(kind, id_, words, "name", "address", "point", "hours", "phone", "photo"),
        *_fields(kind, id_, words, "address_seen", "phone_seen"),
        [button(words, "retire", act_on(kind, id_, "retire"))],
        to_directory(words),
    )


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


def _officer_offer(notice: r.OfficerPanel, words: Words) -> Offer:
    kind, id_ = DirectoryKind.OFFICERS, notice.id
    invite = [button(words, "invite", act_on(kind, id_, "invite"))]
    asked = notice.state == "pending" and not notice.own  # nobody confirms oneself
    confirm = [button(words, "confirm", act_on(kind, id_, "confirm"))] if asked else []
    if notice.state != "waiting":
        invite.append(button(words, "unbind", act_on(kind, id_, "unbind")))
    return keyboard(
        *_fields(kind, id_, words, "name", "rank", "role", "phone", "photo"),
        *_fields(kind, id_, words, "name_seen", "phone_seen", "photo_seen"),
        confirm,
        invite,
        [button(words, "retire", act_on(kind, id_, "retire"))],
        to_directory(words),
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


def _beat_offer(notice: r.BeatPanel, words: Words) -> Offer:
    kind, id_ = DirectoryKind.BEATS, notice.id
    areas = [button(words, "area-add", act_on(kind, id_, "area-add"))]
    if len(notice.areas) > 1:
        areas.append(button(words, "area-remove", act_on(kind, id_, "area-remove")))
    posts = [button(words, "appoint", act_on(kind, id_, "appoint"))]
    if notice.posts:
        posts.append(button(words, "end-post", act_on(kind, id_, "end-post")))
    return keyboard(
        *_fields(kind, id_, words, "name", "station"),
        areas,
        posts,
        [button(words, "retire", act_on(kind, id_, "retire"))],
        to_directory(words),
    )


def _heading(words: Words, kind: str, name: str, code: str) -> str:
    return words.html("entry-heading", kind=kind, name=name, code=code)


def _line(words: Words, label: str, shown: str, level: Visibility | None = None, kind: str = "") -> str:
    """«Телефон: +380 … · бачать офіцери»"""
    seen = f" · {_seen(level, words)}" if level is not None and shown else ""
    return words.html("entry-line", label=words.plain(f"field-{label}", kind=kind), value=shown or "—", seen=seen)


def _seen(level: Visibility, words: Words) -> str:
    return words.plain(f"seen-{level.value}")


def _is_there(words: Words, there: bool) -> str:  # noqa: FBT001 - one of two
    return words.plain("photo-is-there") if there else ""


def _fields(kind: DirectoryKind, id_: int, words: Words, *fields: str) -> list[Row]:
    """Two in a row."""
    made = [Button(words.plain(f"field-{field}", kind=kind.value), act_on(kind, id_, field)) for field in fields]
    return [made[index : index + 2] for index in range(0, len(made), 2)]


FACES: Final[Faces] = {
    r.StationPanel: Face(_station, _station_offer),
    r.OfficerPanel: Face(_officer, _officer_offer),
    r.BeatPanel: Face(_beat, _beat_offer),
}
