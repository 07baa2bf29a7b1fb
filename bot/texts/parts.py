"""Small pieces that many texts share: places, officers, stations, moments."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from bot.domain.addressing import Address, Side, payload_of
from bot.domain.clock import shown_moment
from bot.domain.notices import OfficerWords, Paged, PlaceWords, StationWords
from bot.domain.people import Role
from bot.texts.letters import rank, readable
from bot.texts.words import Html, Words


def paragraphs(*texts: str) -> str:
    """Joined by an empty line; the empty ones left out."""
    return "\n\n".join(text for text in texts if text)


def lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def first_of(words: Words, texts: Iterable[str], most: int | None = None) -> list[str]:
    """The first `most` of a list (None: all, as long as its message has room for that) and «…і ще N»: what follows a
    list is never what is left out."""
    listed = [text for text in texts if text]
    told = min((each for each in (most, words.most_listed) if each is not None), default=len(listed))
    more = len(listed) - told
    return [*listed[:told], words.html("list-more", n=more)] if more > 0 else listed


def more_named(words: Words, n: int) -> str:
    """Below places that a typed name may mean: how many others it may."""
    return words.html("list-more-named", n=n) if n > 0 else ""


def named_first(words: Words, names: Sequence[str], most: int) -> str:
    """«А, Б та ще 3», in one line."""
    named, more = ", ".join(names[:most]), len(names) - most
    return words.plain("announcement-and-more", names=named, n=more) if more > 0 else named


def page_line(notice: Paged, words: Words) -> str:
    """«Сторінка 2 з 5»; nothing where there is one."""
    return words.html("page", page=notice.page + 1, pages=notice.pages) if notice.pages > 1 else ""


def yes_no(value: object) -> str:
    """For Fluent selectors."""
    return "yes" if value else "no"


def title(words: Words, place: PlaceWords) -> str:
    """«село Іванівка»"""
    return _named(words, "place-title", place.category, place.name)


def short_title(words: Words, place: PlaceWords) -> str:
    """«с. Іванівка»"""
    return short_name(words, place.category, place.name)


def short_name(words: Words, category: str, name: str) -> str:
    """The same of a name alone; `category`: the codifier's letter."""
    return _named(words, "place-short", category, name)


def _named(words: Words, style: str, category: str, name: str) -> str:
    """Crimea is called by its whole name: it is no «область»."""
    if category == "O" and not name.endswith("ка"):
        return words.name(name)
    return words.plain(f"{style}-{category}", name=words.name(name))


def around(words: Words, place: PlaceWords, *, short: bool = False) -> list[str]:
    """«Бердичівська громада», «Бердичівський район», «Житомирська область», as far as they are known; of a city's
    district the city first. Kyiv is its own hromada and oblast, but is named once."""
    style = "around-short" if short else "around"
    above = (("hromada", place.hromada), ("raion", place.raion), ("oblast", place.oblast))
    city = [words.plain(f"{style}-city", name=words.name(place.city))] if place.city else []
    wider = [_above(words, style, level, name) for level, name in above if name and name != place.name]
    return list(dict.fromkeys((*city, *wider)))


def _above(words: Words, style: str, level: str, name: str) -> str:
    """Kyiv and Sevastopol stand where an oblast or hromada would; Crimea is called by its whole name."""
    if level == "raion" or name.endswith("ка"):
        return words.plain(f"{style}-{level}", name=words.name(name))
    return words.name(name) if " " in name else words.plain(f"{style}-city", name=words.name(name))


def oblast(words: Words, place: PlaceWords, *, short: bool = False) -> str:
    """«Житомирська область», «м. Київ», «Автономна Республіка Крим»"""
    return _above(words, "around-short" if short else "around", "oblast", place.name)


def hromada(words: Words, name: str) -> str:
    """«Бердичівська громада»; Kyiv and Sevastopol are «м. Київ»."""
    return _above(words, "around", "hromada", name)


def area_label(place: PlaceWords, words: Words) -> str:
    """«Бердичівська гр., Бердичівський р-н»"""
    name = short_title(words, place)
    return ", ".join([name, *around(words, place, short=True)])


def around_text(words: Words, place: PlaceWords) -> str:
    """The same after a comma, or nothing."""
    return "".join(f", {each}" for each in around(words, place))


def former(words: Words, place: PlaceWords) -> str:
    return words.plain("place-former", name=words.name(place.former)) if place.former else ""


def distance(words: Words, place: PlaceWords) -> str:
    """How far it is, as people say it: nothing for where one stands, metres by tens, kilometres."""
    if place.distance_km is None or place.distance_km < 0.01:
        return ""
    if place.distance_km < 1:
        return words.plain("place-distance-near", m=round(place.distance_km * 100) * 10)
    return words.plain("place-distance", km=place.distance_km)


def hromada_first(words: Words, place: PlaceWords) -> tuple[str, str]:
    """(«Глибочицька громада», « (найближче: село Клітчин)»): for somebody at a border the hromada is the question."""
    home, above = title(words, place), around(words, place)
    return (above[0], words.plain("place-near", title=home)) if place.hromada and above else (home, "")


def begun(text: str) -> str:
    """«Місто Бердичів», where it begins a line."""
    return text[:1].upper() + text[1:]


def officer_name(words: Words, officer: OfficerWords) -> str:
    """«капітан поліції Зразок Перший»; the role where the name is not for the reader."""
    if not officer.name:
        return words.plain(f"role-{officer.role.value}")
    return f"{rank(words, officer.rank)} {words.name(officer.name)}".strip()


def officer_names(words: Words, officers: Iterable[OfficerWords]) -> str:
    return ", ".join(officer_name(words, officer) for officer in officers)


def officer_block(words: Words, officer: OfficerWords, *, role_said: bool = False) -> str:
    """Name, role, and the phone where it is public. A duty unit's name says what it is; `role_said`: the line above
    does, of all."""
    phone = words.html("officer-phone", phone=officer.phone) if officer.phone else ""
    if role_said and not officer.name:
        return phone or words.html("officer-unnamed")
    told = role_said or not officer.name or officer.role is Role.DUTY
    role = "" if told else words.html(f"role-{officer.role.value}")
    return lines((words.html("officer-line", name=officer_name(words, officer)), role, phone))


def station_block(words: Words, found: StationWords | None) -> str:
    if found is None:
        return ""
    station = readable(words, found)
    distance_line = words.html("station-distance", km=station.distance_km) if station.distance_km is not None else ""
    return lines(
        (
            words.html("station-card", name=station.name),
            words.html("station-address", address=station.address) if station.address else "",
            words.html("station-hours", hours=station.hours) if station.hours else "",
            words.html("station-phone", phone=station.phone) if station.phone else "",
            distance_line,
        )
    )


SCHEME: Final = "report:"
"""Stands in a link until the channel knows how it is opened there."""


class HasNumber(Protocol):
    """What shows a report's number."""

    @property
    def number(self) -> int: ...

    @property
    def ref(self) -> str: ...


def number(about: HasNumber, side: Side) -> str:
    """A report's number, which is its address too: whoever replies to words with it writes to this report."""
    shown = str(about.number)
    if not about.ref:
        return shown
    return Html(f'<a href="{href(about.ref, side)}">{shown}</a>')


def href(ref: str, side: Side) -> str:
    """Where a report's number leads."""
    return SCHEME + payload_of(Address(side, ref))


def moment(when: datetime) -> str:
    """Day and time as Kyiv's clock shows them."""
    return shown_moment(when)


def simple(text_id: str) -> Callable[[Any, Words], str]:
    """For a notice without fields."""
    return lambda _notice, words: words.html(text_id)
