"""The long work behind /coverage and /stats: compute, draw, write the workbook, and say it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from bot.domain.admins import Scope
from bot.domain.attachments import UploadMedia
from bot.domain.figures.coverage import Coverage
from bot.domain.figures.gaps import Gaps
from bot.domain.figures.periods import named_period
from bot.domain.figures.stats import Stats
from bot.domain.figures_notices import (
    CoverageChart,
    CoverageShown,
    GapsLeft,
    GapsShown,
    StatsChart,
    StatsShown,
    StatsTable,
)
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.domain.reports import Recipient
from bot.places.gazetteer import Gazetteer
from bot.services.figures.areas import Extents
from bot.services.figures.charts import warm
from bot.services.figures.drawings import coverage_picture, stats_picture
from bot.services.figures.figures import Figures
from bot.services.figures.gap_tables import coverage_sheets, gap_sheets
from bot.services.figures.saying import coverage_words, gap_counts, ranked_kinds, stats_words
from bot.services.figures.stat_tables import stat_sheets
from bot.services.figures.wording import Atlas, Speaker, Speakers
from bot.services.figures.workbook import workbook
from bot.services.jobs import Work, WorkProgress, answering, follow_up
from bot.services.threads import ThreadPool
from bot.services.turns import Turn
from db import uploads

COVERAGE: Final = "coverage"
GAPS: Final = "gaps"
"""What is missing, by itself. Arguments as for coverage."""
GAPS_LEFT: Final = "gaps-left"
"""The same after the directory has changed: counts only, and nothing where nothing is missing."""
STATS: Final = "stats"

Finish: TypeAlias = Callable[[Turn], Awaitable[Sequence[Notice]]]


@dataclass(frozen=True, slots=True)
class Papers:
    """What was made in the threads."""

    table: bytes
    picture: bytes | None = None


class FiguresWork:
    """Arguments of each job: `codes` of the scope, `within` of all that the admin looks after; /stats: `period`."""

    def __init__(
        self,
        *,
        figures: Figures,
        extents: Extents,
        gazetteer: Callable[[], Gazetteer],
        threads: ThreadPool,
        speakers: Speakers,
    ) -> None:
        self._figures = figures
        self._extents = extents
        self._gazetteer = gazetteer
        self._threads = threads
        self._speakers = speakers

    def kinds(self) -> dict[str, Work]:
        return {COVERAGE: self.coverage, GAPS: self.gaps, GAPS_LEFT: self.gaps_left, STATS: self.stats}

    async def coverage(self, job: Job, _progress: WorkProgress) -> Finish:
        """The figures with their picture, then the gaps with the workbook."""
        scope, say = _scope(job), self._speakers(job.recipient.locale)
        found, gaps = await self._figures.coverage(scope), await self._figures.gaps(scope)
        papers = await self._threads.do(coverage_papers, found, gaps, scope, self._gazetteer(), say)
        extent = self._extents.extent(scope, _within(job))
        name = file_name("coverage", scope, self._figures.today)

        async def finish(turn: Turn) -> Sequence[Notice]:
            shown = coverage_words(found, extent, self._extents, turn.now)
            first: Notice = CoverageShown(shown)
            if papers.picture is not None:
                first = CoverageChart(await _picture(turn, name, papers.picture), shown)
            table = await _table(turn, name, papers.table)
            return first, GapsShown(table, extent, gap_counts(gaps))

        return finish

    async def gaps(self, job: Job, _progress: WorkProgress) -> Finish:
        scope, say = _scope(job), self._speakers(job.recipient.locale)
        gaps = await self._figures.gaps(scope)
        content = await self._threads.do(_gaps_table, gaps, self._gazetteer(), say)
        extent = self._extents.extent(scope, _within(job))
        name = file_name("gaps", scope, self._figures.today)

        async def finish(turn: Turn) -> Sequence[Notice]:
            return (GapsShown(await _table(turn, name, content), extent, gap_counts(gaps)),)

        return finish

    async def gaps_left(self, job: Job, _progress: WorkProgress) -> Finish:
        counts = gap_counts(await self._figures.gaps(_scope(job)))
        return answering(GapsLeft(counts)) if counts.anything else answering()

    async def stats(self, job: Job, _progress: WorkProgress) -> Finish:
        """The figures with their picture, then the workbook."""
        scope, say = _scope(job), self._speakers(job.recipient.locale)
        period = named_period(job.args["period"], self._figures.today)
        found = await self._figures.stats(scope, period)
        papers = await self._threads.do(stats_papers, found, scope, self._gazetteer(), say)
        extent = self._extents.extent(scope, _within(job))
        name = file_name(f"stats-{period.name}", scope, None)

        async def finish(turn: Turn) -> Sequence[Notice]:
            shown = stats_words(found, extent, job.args["period"], self._extents)
            first: Notice = StatsShown(shown)
            if papers.picture is not None:
                first = StatsChart(await _picture(turn, name, papers.picture), shown)
            return first, StatsTable(await _table(turn, name, papers.table), ranked_kinds(found))

        return finish


class WarmUp:
    """Once after the start: nobody's first picture has to wait for the library that draws."""

    def __init__(self, threads: ThreadPool) -> None:
        self._threads = threads

    async def run(self) -> None:
        await self._threads.do(warm)


async def tell_gaps_left(turn: Turn, recipient: Recipient, scope: Scope) -> None:
    """The directory changed: what lacks in the admin's territory is said at once, if anything does. Counted after the
    turn, from the edition that it makes the one in force."""
    await follow_up(turn, recipient, GAPS_LEFT, codes=sorted(scope.codes))


def _scope(job: Job) -> Scope:
    return Scope(frozenset(job.args["codes"]))


def _within(job: Job) -> Scope:
    return Scope(frozenset(job.args["within"]))


def file_name(what: str, scope: Scope, day: date | None) -> str:
    """«coverage-UA18-2026-11-22», without an ending; an area by the part of its code that says which it is."""
    codes = [] if scope.is_country else sorted(scope.codes)
    place = f"-{codes[0][:9].rstrip('0')}{'-etc' if len(codes) > 1 else ''}" if codes else ""
    return f"{what}{place}{f'-{day}' if day else ''}"


async def _picture(turn: Turn, name: str, content: bytes) -> int:
    return await uploads.add(name=f"{name}.png", media=UploadMedia.PHOTO, content=content, now=turn.now)


async def _table(turn: Turn, name: str, content: bytes) -> int:
    return await uploads.add(name=f"{name}.xlsx", media=UploadMedia.DOCUMENT, content=content, now=turn.now)


def coverage_papers(found: Coverage, gaps: Gaps, scope: Scope, gazetteer: Gazetteer, say: Speaker) -> Papers:
    atlas = Atlas(gazetteer, say)
    sheets = [*coverage_sheets(found, atlas, say), *gap_sheets(gaps, atlas, say)]
    return Papers(workbook(sheets), coverage_picture(found, scope, atlas, say))


def _gaps_table(gaps: Gaps, gazetteer: Gazetteer, say: Speaker) -> bytes:
    return workbook(gap_sheets(gaps, Atlas(gazetteer, say), say))


def stats_papers(found: Stats, scope: Scope, gazetteer: Gazetteer, say: Speaker) -> Papers:
    atlas = Atlas(gazetteer, say)
    return Papers(workbook(stat_sheets(found, atlas, say)), stats_picture(found, scope, atlas, say))
