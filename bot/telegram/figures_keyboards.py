"""Keyboards of figures: other areas, other periods."""

from collections.abc import Iterable
from typing import Any, Final

from aiogram.types import InlineKeyboardButton

from bot.domain import figures_notices as f
from bot.domain.figures.periods import Span
from bot.domain.notices import PlaceWords
from bot.telegram.buttons import Layouts, Markup, Row, button, inline
from bot.telegram.callbacks import CoverageOf, GapsOf, StatsOf
from bot.texts import parts
from bot.texts.words import Words

HOME: Final = "home"
IN_A_ROW: Final = 2


def _coverage(notice: f.CoverageShown | f.CoverageChart, words: Words) -> Markup | None:
    figures = notice.figures
    buttons = [
        InlineKeyboardButton(text=_short(words, each), callback_data=CoverageOf(code=each.katottg).pack())
        for each in figures.parts
    ]
    home = [] if figures.extent.home else [button(words, "area-home", CoverageOf(code=HOME))]
    return _rows(buttons, home)


def _gaps_left(_notice: f.GapsLeft, words: Words) -> Markup | None:
    return inline([button(words, "gaps-table", GapsOf(code=HOME))])


def _stats(notice: f.StatsShown | f.StatsChart, words: Words) -> Markup | None:
    extent = notice.figures.extent
    code = extent.areas[0].katottg if len(extent.areas) == 1 and not extent.home else HOME
    buttons = [
        button(words, f"period-{each.value}", StatsOf(code=code, period=each.value))
        for each in Span
        if each.value != notice.figures.period
    ]
    period = notice.figures.period
    home = [] if extent.home else [button(words, "area-home", StatsOf(code=HOME, period=period))]
    return _rows(buttons, home)


def _choices(notice: f.AreaChoices, words: Words) -> Markup | None:
    def data(place: PlaceWords) -> Any:
        if notice.of == "coverage":
            return CoverageOf(code=place.katottg)
        return StatsOf(code=place.katottg, period=notice.period)

    rows = [
        [InlineKeyboardButton(text=_whole(words, each), callback_data=data(each).pack())] for each in notice.options
    ]
    return inline(*rows)


def _short(words: Words, place: PlaceWords) -> str:
    return parts.title(words, place) if place.category == "O" else parts.short_title(words, place)


def _whole(words: Words, place: PlaceWords) -> str:
    return ", ".join([_short(words, place), *parts.around(words, place, short=True)])


def _rows(buttons: list[InlineKeyboardButton], *more: Row) -> Markup | None:
    rows: Iterable[Row] = [buttons[at : at + IN_A_ROW] for at in range(0, len(buttons), IN_A_ROW)]
    found = inline(*rows, *more)
    return found if found.inline_keyboard else None


LAYOUTS: Final[Layouts] = {
    f.CoverageShown: _coverage,
    f.CoverageChart: _coverage,
    f.GapsLeft: _gaps_left,
    f.StatsShown: _stats,
    f.StatsChart: _stats,
    f.AreaChoices: _choices,
}
