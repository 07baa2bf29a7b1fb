"""`coverage` and `stats`: the figures of the chat, on the command line."""

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, Final

from bot.commands.opened import opened
from bot.config import Settings
from bot.domain.admins import EVERYWHERE, Scope
from bot.domain.clock import utc_now
from bot.domain.errors import DeskError
from bot.domain.figures.periods import Period, PeriodUnclear, Span, named_period, read_period
from bot.domain.figures_notices import CoverageShown, GapsShown, StatsShown
from bot.domain.notices import Notice, Refused
from bot.places.gazetteer import Gazetteer
from bot.places.load import load_gazetteer
from bot.services.announcements.results import announced
from bot.services.directory import DirectoryService
from bot.services.figures.areas import Extents
from bot.services.figures.figures import Figures
from bot.services.figures.saying import coverage_words, gap_counts, stats_words
from bot.services.figures.works import Papers, coverage_papers, stats_papers
from bot.services.lookup import Lookup
from bot.services.threads import ThreadPool
from bot.texts.faces import speak
from bot.texts.figures import area_with_around
from bot.texts.words import words

REFUSED: Final = 2
SPANS: Final = ", ".join(Span)


class UnclearArea(Exception):
    """The area or the period; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class FiguresDesk:
    """What the commands need."""

    figures: Figures
    extents: Extents
    gazetteer: Gazetteer
    locale: str


def add_parser(subparsers: Any) -> None:
    """Add both to what `ArgumentParser.add_subparsers()` returned."""
    covered: ArgumentParser = subparsers.add_parser("coverage", help="where officers and stations are, and what lacks")
    counted: ArgumentParser = subparsers.add_parser("stats", help="how reports go")
    for parser, main in ((covered, coverage), (counted, stats)):
        parser.add_argument("area", nargs="*", metavar="AREA", help="an oblast, raion or hromada; else the country")
        parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write the workbook")
        parser.add_argument("--png", type=Path, metavar="FILE", help="write the chart")
        parser.set_defaults(main=main)
    counted.add_argument(
        "--period", default=Span.DAYS_90.value, help=f"{SPANS}, or dates: 01.09.2026-30.09.2026 (default: days90)"
    )


async def coverage(args: Namespace, settings: Settings) -> int:
    """Print coverage and gaps, write what was asked for."""
    try:
        async with _desk(settings) as desk:
            scope = _scope(desk, args.area)
            found, gaps = await desk.figures.coverage(scope), await desk.figures.gaps(scope)
            extent = desk.extents.extent(scope, EVERYWHERE)
            shown = CoverageShown(coverage_words(found, extent, desk.extents, utc_now()))
            print(_said(shown, desk), _said(GapsShown(0, extent, gap_counts(gaps)), desk), sep="\n\n")
            return _write(args, coverage_papers(found, gaps, scope, desk.gazetteer, words(desk.locale)))
    except UnclearArea as reason:
        print(reason, file=sys.stderr)
        return REFUSED


async def stats(args: Namespace, settings: Settings) -> int:
    """Print the figures of reports, write what was asked for."""
    try:
        async with _desk(settings) as desk:
            scope, period = _scope(desk, args.area), _period(desk, args.period)
            found = await desk.figures.stats(scope, period)
            extent = desk.extents.extent(scope, EVERYWHERE)
            print(_said(StatsShown(stats_words(found, extent, period.name, desk.extents)), desk))
            return _write(args, stats_papers(found, scope, desk.gazetteer, words(desk.locale)))
    except UnclearArea as reason:
        print(reason, file=sys.stderr)
        return REFUSED


@asynccontextmanager
async def _desk(settings: Settings) -> AsyncIterator[FiguresDesk]:
    async with opened(settings) as database:
        gazetteer = await load_gazetteer(database)
        directory = DirectoryService(database, utc_now, lambda: gazetteer)
        figures = Figures(
            database=database,
            gazetteer=lambda: gazetteer,
            directory=directory,
            threads=ThreadPool(),
            clock=utc_now,
            more=(announced,),
        )
        extents = Extents(lambda: gazetteer, Lookup(lambda: gazetteer, directory))
        yield FiguresDesk(figures, extents, gazetteer, settings.default_locale)


def _scope(desk: FiguresDesk, area: list[str]) -> Scope:
    try:
        found = desk.extents.of_words(EVERYWHERE, " ".join(area))
    except DeskError as refusal:
        raise _unclear(refusal, desk) from refusal
    if isinstance(found, Scope):
        return found
    say = words(desk.locale)
    options = desk.extents.tappable(unit.katottg for unit in found)
    listed = (f"  {each.katottg}  {area_with_around(say, each)}" for each in options)
    raise UnclearArea("\n".join([say.plain("area-choices"), *listed]))


def _period(desk: FiguresDesk, text: str) -> Period:
    try:
        if text in set(Span):
            return named_period(text, desk.figures.today)
        rest, period = read_period(text, desk.figures.today)
        if rest or period is None:
            raise PeriodUnclear
    except PeriodUnclear as refusal:
        raise _unclear(refusal, desk) from refusal
    return period


def _unclear(refusal: DeskError, desk: FiguresDesk) -> UnclearArea:
    return UnclearArea(_said(Refused(refusal.code, tuple(refusal.fields.items())), desk))


def _said(notice: Notice, desk: FiguresDesk) -> str:
    """Words for a terminal: without the markup of a chat."""
    return unescape(re.sub(r"</?[a-z]+>", "", speak(notice, words(desk.locale)))).replace("\u00a0", " ")


def _write(args: Namespace, papers: Papers) -> int:
    """What was asked for and can be written."""
    outcome = 0
    for path, content in ((args.xlsx, papers.table), (args.png, papers.picture)):
        if path is not None:
            outcome = max(outcome, _write_one(path, content))
    return outcome


def _write_one(path: Path, content: bytes | None) -> int:
    if content is None:
        print("No chart: nothing to compare, or matplotlib is not installed (the extra `charts`).", file=sys.stderr)
        return REFUSED
    try:
        path.write_bytes(content)
    except OSError as error:
        print(f"{path}: {error.strerror or error}", file=sys.stderr)
        return REFUSED
    return 0
