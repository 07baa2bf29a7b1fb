"""Words of announcements: to residents and to the admins who send them."""

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from bot.domain import news_notices as n
from bot.domain.acts.people import NewsChange, NewsStop, ShowStation
from bot.domain.announcements import Kind, StationButton
from bot.domain.marked import Marked
from bot.domain.notices import PlaceWords
from bot.domain.placeholders import expand
from bot.domain.visible import opened
from bot.texts import parts
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, keyboard
from bot.texts.letters import readable
from bot.texts.parts import paragraphs, simple, yes_no
from bot.texts.words import Words

NOTHING: Final = "—"


def announced(notice: n.Announced, words: Words) -> tuple[str, list[dict[str, Any]]]:
    """An admin's words with the placeholders filled in, and their formatting."""
    return expand(notice.text or "", notice.entities, _values(notice, words))


def _values(notice: n.Announced, words: Words) -> dict[str, str]:
    stations = [readable(words, each.station) for each in notice.stations]
    place = notice.place
    values = {
        "station": _listed(each.name for each in stations),
        "address": _listed(each.address for each in stations),
        "hours": _listed(each.hours for each in stations),
        "phone": _listed(each.phone for each in stations),
        "settlement": parts.short_title(words, place) if place else NOTHING,
        "hromada": _hromada(place, words) if place else NOTHING,
        "officer": parts.officer_names(words, notice.officers) or NOTHING,
    }
    return {name: words.short(value) for name, value in values.items()}


def _hromada(place: PlaceWords, words: Words) -> str:
    """A city that is its own by its name."""
    return parts.hromada(words, place.hromada) if place.hromada else words.name(place.name)


def _listed(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(each for each in values if each)) or NOTHING


def _announcement(notice: n.Announced, words: Words) -> str:
    if notice.text is not None:
        return escape(opened(Marked(*announced(notice, words))).text, quote=False)
    stations = [each.station for each in notice.stations]
    if len(stations) == 1:
        return paragraphs(words.html("news-opening", near=yes_no(notice.near)), parts.station_block(words, stations[0]))
    told = (readable(words, each) for each in stations)
    lines = (words.html("news-opening-line", name=each.name, address=each.address) for each in told)
    return paragraphs(words.html("news-openings", near=yes_no(notice.near)), parts.lines(parts.first_of(words, lines)))


def _choice(notice: n.NewsChoice, words: Words) -> str:
    return words.html("news-choice", opening=yes_no(notice.opening), announcement=yes_no(notice.announcement))


def _station_card(notice: n.StationCard, words: Words) -> str:
    return parts.station_block(words, notice.station)


def _no_words(_notice: n.AnnouncedAlbum, _words: Words) -> str:
    return ""


MOST_STATIONS: Final = 8
"""Buttons under one announcement; the words name all stations anyway."""
LABEL_MOST: Final = 40


def _announcement_offer(notice: n.Announced, words: Words) -> Offer:
    """A button a station, and always the way out."""
    shown = notice.stations[:MOST_STATIONS] if notice.button else ()
    rows = [_station(each, notice.button, words, alone=len(shown) == 1) for each in shown if notice.button]
    return keyboard(*rows, [button(words, f"news-stop-{notice.kind.value}", NewsStop(kind=notice.kind))])


def _station(each: n.AnnouncedStation, what: StationButton, words: Words, *, alone: bool) -> Row:
    label = words.plain(f"button-station-{what.value}") if alone else each.station.name[:LABEL_MOST]
    data = ShowStation(station_id=each.id, what=what)
    return [Button(label, data)]


def _ask_offer(_notice: n.AskNews, words: Words) -> Offer:
    return keyboard(
        [
            button(words, "news-welcome", NewsChange(kind=Kind.OPENING, wanted=True)),
            button(words, "news-unwelcome", NewsChange(kind=None, wanted=False)),
        ]
    )


def _choice_offer(notice: n.NewsChoice, words: Words) -> Offer:
    now = {Kind.OPENING: notice.opening, Kind.ANNOUNCEMENT: notice.announcement}
    return keyboard(*([_switch(kind, words, on=on)] for kind, on in now.items()))


def _switch(kind: Kind, words: Words, *, on: bool) -> Button:
    label = f"news-{'off' if on else 'on'}-{kind.value}"
    return button(words, label, NewsChange(kind=kind, wanted=not on))


FACES: Final[Faces] = {
    n.Announced: Face(_announcement, _announcement_offer),
    n.AnnouncedAlbum: Face(_no_words),
    n.AskNews: Face(simple("ask-news"), _ask_offer),
    n.NewsChoice: Face(_choice, _choice_offer),
    n.NewsStopped: Face(simple("news-stopped")),
    n.StationCard: Face(_station_card),
}
