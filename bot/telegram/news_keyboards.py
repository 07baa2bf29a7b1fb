"""Keyboards of announcements."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import news_notices as n
from bot.domain.broadcasts import Kind, StationButton
from bot.telegram.buttons import Layouts, Markup, Row, button, inline
from bot.telegram.callbacks import NewsChange, NewsStop, ShowStation
from bot.texts.words import Words

MOST_STATIONS: Final = 8
"""Buttons under one announcement; the words name all stations anyway."""
LABEL_MOST: Final = 40


def _announcement(notice: n.Announcement, words: Words) -> Markup:
    """A button a station, and always the way out."""
    shown = notice.stations[:MOST_STATIONS] if notice.button else ()
    rows = [_station(each, notice.button, words, alone=len(shown) == 1) for each in shown if notice.button]
    return inline(*rows, [button(words, f"news-stop-{notice.kind.value}", NewsStop(kind=notice.kind))])


def _station(each: n.NewsStation, what: StationButton, words: Words, *, alone: bool) -> Row:
    label = words.plain(f"button-station-{what.value}") if alone else each.station.name[:LABEL_MOST]
    data = ShowStation(station_id=each.id, what=what).pack()
    return [InlineKeyboardButton(text=label, callback_data=data)]


def _ask(_notice: n.AskNews, words: Words) -> Markup:
    return inline(
        [
            button(words, "news-welcome", NewsChange(kind=Kind.OPENING, wanted=True)),
            button(words, "news-unwelcome", NewsChange(kind=None, wanted=False)),
        ]
    )


def _choice(notice: n.NewsChoice, words: Words) -> Markup:
    now = {Kind.OPENING: notice.opening, Kind.ANNOUNCEMENT: notice.announcement}
    return inline(*([_switch(kind, words, on=on)] for kind, on in now.items()))


def _switch(kind: Kind, words: Words, *, on: bool) -> InlineKeyboardButton:
    label = f"news-{'off' if on else 'on'}-{kind.value}"
    return button(words, label, NewsChange(kind=kind, wanted=not on))


LAYOUTS: Final[Layouts] = {
    n.Announcement: _announcement,
    n.AskNews: _ask,
    n.NewsChoice: _choice,
}
