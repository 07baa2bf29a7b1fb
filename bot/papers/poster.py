"""A poster for the door of a station or the board of a village. Always Ukrainian: it hangs in public."""

from typing import Any, Final

from bot.domain.clock import shown_day
from bot.domain.notices import OfficerWords, StationWords
from bot.domain.people import Role
from bot.domain.posters import Poster, Printed
from bot.papers import press
from bot.texts import parts
from bot.texts.words import LANGUAGES, Words, words

LAYOUT: Final = "poster"
MOST_NAMES: Final = 6
"""More would not be read from three steps away: then the bot finds the right one."""
MOST_HROMADAS: Final = 3


def print_poster(poster: Poster) -> Printed:
    """Takes some 50 ms."""
    values = values_of(poster)
    return Printed(press.pdf(LAYOUT, values), press.png(LAYOUT, values))


def values_of(poster: Poster) -> dict[str, Any]:
    """What the layout reads."""
    say = words(LANGUAGES[0])
    named = poster.officers if len(poster.officers) <= MOST_NAMES else ()
    return {
        "emergency": say.plain("poster-emergency"),
        "numbers": [["102", say.plain("poster-102")], ["112", say.plain("poster-112")]],
        "title": _title(poster, say),
        "place": _place(poster, say),
        "officers": [_officer(each, say, alone=len({officer.role for officer in named}) == 1) for each in named],
        "more": "" if named else say.plain("poster-officers", count=len(poster.officers)),
        "station": _station(poster.station, say),
        "write": say.plain("poster-write"),
        "how": [say.plain(f"poster-how-{step}") for step in ("scan", "what", "anonymous")],
        "not_for": say.plain("poster-not-for"),
        "qr": press.qr(poster.link),
        "shown": poster.link.removeprefix("https://"),
        "issued": say.plain("poster-issued", day=shown_day(poster.issued)),
    }


def _title(poster: Poster, say: Words) -> str:
    roles = {each.role for each in poster.officers}
    role = next((each for each in Role if each in roles), Role.DUTY)
    return say.plain(f"poster-title-{role.value}", count=len(poster.officers) or 1)


def _place(poster: Poster, say: Words) -> str:
    if len(poster.hromadas) > MOST_HROMADAS:
        return say.plain("poster-hromadas", count=len(poster.hromadas))
    return ", ".join(parts.hromada(say, each) for each in poster.hromadas)


def _officer(officer: OfficerWords, say: Words, *, alone: bool) -> dict[str, str]:
    """`alone`: nobody of another role stands there, so that the heading has said it."""
    role = "" if alone else say.plain(f"role-{officer.role.value}")
    phone = say.plain("officer-phone", phone=officer.phone) if officer.phone else ""
    return {"name": parts.officer_name(say, officer), "role": role, "phone": phone}


def _station(station: StationWords | None, say: Words) -> list[str]:
    if station is None:
        return []
    lines = (("station-address", "address"), ("station-hours", "hours"), ("station-phone", "phone"))
    known = ((text_id, name, getattr(station, name)) for text_id, name in lines)
    return [station.name, *(say.plain(text_id, **{name: value}) for text_id, name, value in known if value)]
