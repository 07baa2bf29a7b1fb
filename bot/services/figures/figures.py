"""The figures of a scope as they are now: what the database, the directory and the gazetteer say, put together.

Reads in the caller's task, computes in the threads's threads: a whole country takes a fraction of a second, and no
turn waits for it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeAlias

import db.figures
import db.officers
from bot.domain.admins import Scope
from bot.domain.clock import Clock
from bot.domain.figures import coverage as coverages
from bot.domain.figures import gaps as lacks
from bot.domain.figures import stats as statistics
from bot.domain.figures.coverage import Coverage
from bot.domain.figures.gaps import GapAsked, Gaps
from bot.domain.figures.periods import Period, day_of
from bot.domain.figures.standing import Standing
from bot.domain.figures.stats import More, Sample, Stats
from bot.domain.figures.terrain import Terrain
from bot.domain.places import Found, Unanswered
from bot.domain.routing import Directory
from bot.places.gazetteer import Gazetteer
from bot.services import unanswered
from bot.services.directory import DirectoryService
from bot.services.threads import ThreadPool
from db.engine import Database

Elsewhere: TypeAlias = Callable[[Scope, Period], Awaitable[Sequence[More]]]
"""Figures that others keep (announcements, ratings), called inside of a read transaction."""


class Figures:
    """`more`: what else /stats shows."""

    def __init__(
        self,
        *,
        database: Database,
        gazetteer: Callable[[], Gazetteer],
        directory: DirectoryService,
        threads: ThreadPool,
        clock: Clock,
        more: Sequence[Elsewhere] = (),
    ) -> None:
        self._database = database
        self._gazetteer = gazetteer
        self._directory = directory
        self._threads = threads
        self._clock = clock
        self._more = tuple(more)
        self._kept: Land | None = None

    @property
    def today(self) -> date:
        """Kyiv's."""
        return day_of(self._clock())

    async def coverage(self, scope: Scope) -> Coverage:
        """Who is served by whom, whole and by parts."""
        async with self._database.read():
            directory = await self._fresh()
        return await self._threads.do(_coverage, scope, self._land(), directory, self.today)

    async def gaps(self, scope: Scope) -> Gaps:
        """What the directory lacks. After an import: for the scope of whoever imported."""
        async with self._database.read():
            directory, asked = await self._fresh(), await db.figures.asked()
        return await self._threads.do(_gaps, scope, self._land(), directory, self.today, asked)

    async def stats(self, scope: Scope, period: Period) -> Stats:
        """How reports go."""
        async with self._database.read():
            directory = await self._fresh()
            samples = [each async for each in db.figures.samples(period, scope)]
            more = [each for ask in self._more for each in await ask(scope, period)]
            asked = await unanswered.counted(period) if scope.is_country else {}
        standing = Standing.on(self.today, directory)
        return await self._threads.do(_stats, scope, period, samples, self._land(), standing, tuple(more), asked)

    def _land(self) -> "Land":
        """Built anew only for a new gazetteer."""
        gazetteer = self._gazetteer()
        if self._kept is None or self._kept.gazetteer is not gazetteer:
            self._kept = Land(gazetteer)
        return self._kept

    async def _fresh(self) -> Directory:
        """Who has joined may have changed since the directory was read."""
        directory = await self._directory.current()
        return directory.with_officers(await db.officers.in_service())


class Land:
    """A gazetteer with its terrain, which is built where it is first needed: in a thread of the threads."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @cached_property
    def terrain(self) -> Terrain:
        return Terrain.of(self.gazetteer.units)


def _coverage(scope: Scope, land: Land, directory: Directory, today: date) -> Coverage:
    standing = Standing.on(today, directory)
    return coverages.coverage(scope, land.terrain, standing, homes(land.gazetteer, standing))


def _gaps(scope: Scope, land: Land, directory: Directory, today: date, asked: Sequence[GapAsked]) -> Gaps:
    standing = Standing.on(today, directory)
    known = homes(land.gazetteer, standing)
    return lacks.gaps(scope, land.terrain, standing, day=today, asked=asked, homes=known)


def _stats(
    scope: Scope,
    period: Period,
    samples: Sequence[Sample],
    land: Land,
    standing: Standing,
    more: tuple[More, ...],
    asked: Mapping[Unanswered, int],
) -> Stats:
    terrain = land.terrain
    officers = lacks.officers_of(scope, terrain, standing)
    gone = tuple(each for each in officers if each.unreachable_at is not None)
    return statistics.stats(scope, period, samples, terrain, unreachable=gone, more=more, unanswered=asked)


def homes(gazetteer: Gazetteer, standing: Standing) -> dict[int, str]:
    """Where stations lie that no beat names: the likely settlement around their point."""
    named = {beat.station_id for beat in standing.beats.values()}
    found: dict[int, str] = {}
    for station in standing.directory.stations.values():
        if station.id not in named and station.point is not None:
            answer = gazetteer.at(station.point)
            if isinstance(answer, Found):
                found[station.id] = answer.candidate.unit.katottg
    return found
