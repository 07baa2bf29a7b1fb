"""The long work behind /coverage and /stats: compute, draw, write the workbook, and say it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from bot.domain.admins import Scope
from bot.domain.attachments import Media
from bot.domain.figures.coverage import Coverage
from bot.domain.figures.gaps import Gaps
from bot.domain.figures.periods import named_period
from bot.domain.figures.stats import Stats
from bot.domain.figures_notices import CoverageChart, CoverageShown, StatsChart, StatsShown, StatsTable
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.places.gazetteer import Gazetteer
from bot.services.figures.areas import Territories
from bot.services.figures.drawings import coverage_picture, stats_picture
from bot.services.figures.figures import Figures
from bot.services.figures.gap_tables import coverage_sheets, gap_sheets
from bot.services.figures.saying import coverage_words, gaps_shown, stats_words
from bot.services.figures.stat_tables import stat_sheets
from bot.services.figures.wording import Atlas, Speaker, Speakers
from bot.services.figures.workbook import workbook
from bot.services.jobs import Progress, Work
from bot.services.turns import Turn
from bot.services.workshop import Workshop
from db import uploads

COVERAGE: Final = "coverage"
GAPS: Final = "gaps"
"""What is missing, by itself: for the end of an import. Arguments as for coverage."""
STATS: Final = "stats"

Finish: TypeAlias = Callable[[Turn], Awaitable[Sequence[Notice]]]


@dataclass(frozen=True, slots=True)
class Papers:
    """What was made in the workshop."""

    table: bytes
    picture: bytes | None = None


class FiguresWork:
    """Arguments of each job: `codes` of the scope, `within` of all that the admin looks after; /stats: `period`."""

    def __init__(
        self,
        *,
        figures: Figures,
        territories: Territories,
        gazetteer: Callable[[], Gazetteer],
        workshop: Workshop,
        speakers: Speakers,
    ) -> None:
        self._figures = figures
        self._territories = territories
        self._gazetteer = gazetteer
        self._workshop = workshop
        self._speakers = speakers

    def kinds(self) -> dict[str, Work]:
        return {COVERAGE: self.coverage, GAPS: self.gaps, STATS: self.stats}

    async def coverage(self, job: Job, _progress: Progress) -> Finish:
        """The figures with their picture, then the gaps with the workbook."""
        scope, say = _scope(job), self._speakers(job.reader.locale)
        found, gaps = await self._figures.coverage(scope), await self._figures.gaps(scope)
        papers = await self._workshop.do(coverage_papers, found, gaps, scope, self._gazetteer(), say)
        extent = self._territories.extent(scope, _within(job))
        name = file_name("coverage", scope, self._figures.today)

        async def finish(turn: Turn) -> Sequence[Notice]:
            shown = coverage_words(found, extent, self._territories, turn.now)
            first: Notice = CoverageShown(shown)
            if papers.picture is not None:
                first = CoverageChart(await _picture(turn, name, papers.picture), shown)
            table = await _table(turn, name, papers.table)
            return first, gaps_shown(gaps, extent, table)

        return finish

    async def gaps(self, job: Job, _progress: Progress) -> Finish:
        scope, say = _scope(job), self._speakers(job.reader.locale)
        gaps = await self._figures.gaps(scope)
        content = await self._workshop.do(_gaps_table, gaps, self._gazetteer(), say)
        extent = self._territories.extent(scope, _within(job))
        name = file_name("gaps", scope, self._figures.today)

        async def finish(turn: Turn) -> Sequence[Notice]:
            return (gaps_shown(gaps, extent, await _table(turn, name, content)),)

        return finish

    async def stats(self, job: Job, _progress: Progress) -> Finish:
        """The figures with their picture, then the workbook."""
        scope, say = _scope(job), self._speakers(job.reader.locale)
        period = named_period(job.args["period"], self._figures.today)
        found = await self._figures.stats(scope, period)
        papers = await self._workshop.do(stats_papers, found, scope, self._gazetteer(), say)
        extent = self._territories.extent(scope, _within(job))
        name = file_name(f"stats-{period.name}", scope, None)

        async def finish(turn: Turn) -> Sequence[Notice]:
            shown = stats_words(found, extent, job.args["period"], self._territories)
            first: Notice = StatsShown(shown)
            if papers.picture is not None:
                first = StatsChart(await _picture(turn, name, papers.picture), shown)
            return first, StatsTable(await _table(turn, name, papers.table))

        return finish


def _scope(job: Job) -> Scope:
    return Scope(frozenset(job.args["codes"]))


def _within(job: Job) -> Scope:
    return Scope(frozenset(job.args["within"]))


def file_name(what: str, scope: Scope, day: date | None) -> str:
    """«coverage-UA18-2026-11-22», without an ending; an area by the part of its code that says which it is."""
    (first, *others) = sorted(scope.codes)
    place = "" if scope.is_country else f"-{first[:9].rstrip('0')}{'-etc' if others else ''}"
    return f"{what}{place}{f'-{day}' if day else ''}"


async def _picture(turn: Turn, name: str, content: bytes) -> int:
    return await uploads.add(name=f"{name}.png", media=Media.PHOTO, content=content, now=turn.now)


async def _table(turn: Turn, name: str, content: bytes) -> int:
    return await uploads.add(name=f"{name}.xlsx", media=Media.DOCUMENT, content=content, now=turn.now)


def coverage_papers(found: Coverage, gaps: Gaps, scope: Scope, gazetteer: Gazetteer, say: Speaker) -> Papers:
    atlas = Atlas(gazetteer, say)
    sheets = [*coverage_sheets(found, atlas, say), *gap_sheets(gaps, atlas, say)]
    return Papers(workbook(sheets), coverage_picture(found, scope, atlas, say))


def _gaps_table(gaps: Gaps, gazetteer: Gazetteer, say: Speaker) -> bytes:
    return workbook(gap_sheets(gaps, Atlas(gazetteer, say), say))


def stats_papers(found: Stats, scope: Scope, gazetteer: Gazetteer, say: Speaker) -> Papers:
    atlas = Atlas(gazetteer, say)
    return Papers(workbook(stat_sheets(found, atlas, say)), stats_picture(found, scope, atlas, say))
