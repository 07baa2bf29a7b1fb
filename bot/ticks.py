"""Which tick runs when. No rules and no state here: what must survive a restart is a row with a time on it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Final, TypeAlias

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.domain.clock import KYIV, Clock
from bot.domain.finishing import this_task
from bot.domain.keeping import REMEMBER_FAILURES, unresolved_for
from bot.domain.places import SEARCH
from bot.services.announcements.watching import ProgressTick
from bot.services.backlog import Backlog
from bot.services.digests import DigestTick
from bot.services.figures.public import PublicFigures
from bot.services.figures.works import WarmUp
from bot.services.joining import Joining
from bot.services.places import CurrentGazetteer
from bot.services.reports.assignment import Assignment
from bot.services.silence_watch import SilenceWatch
from bot.services.turns import Turns
from db import boards, checks, dialogues, figures, inbox, jobs, ledger, officers, outbox, reports, uploads
from db.engine import Database

REMEMBER_FILES: Final = timedelta(days=7)
"""Our files, boards and finished jobs: whoever wanted them has them."""
REMEMBER_CHECKS: Final = timedelta(days=1)
"""Registry files that wait for a yes."""
REMEMBER_UPDATES: Final = timedelta(hours=48)
"""Telegram repeats an update for at most 24 hours."""
REMEMBER_SEARCHES: Final = timedelta(hours=24)
START: Final = timedelta(seconds=20)
"""The first moments belong to those who wrote while the bot was away."""
GRACE: Final = 5.0
"""Seconds a tick under way has to finish by itself when the bot stops."""

Tick: TypeAlias = Callable[[], Awaitable[Any]]


class Housekeeping:
    """What has to be forgotten in time."""

    def __init__(self, database: Database, clock: Clock, retention_days: int) -> None:
        self._database = database
        self._clock = clock
        self._retention = timedelta(days=retention_days)
        self._silent = unresolved_for(retention_days)

    async def forget_updates(self) -> int:
        async with self._database.write():
            return await inbox.purge(self._clock() - REMEMBER_UPDATES)

    async def forget_failures(self) -> int:
        """What was set aside on the way in, or given up on the way out."""
        before = self._clock() - REMEMBER_FAILURES
        async with self._database.write():
            return await inbox.purge_aside(before) + await outbox.purge_given_up(before)

    async def forget_silent(self) -> int:
        """Reports that nobody has resolved for a year without a word. They are in no figure afterwards: a count of them
        would say that they were resolved."""
        async with self._database.write():
            return await reports.purge_silent(self._clock() - self._silent)

    async def forget_files(self) -> None:
        before = self._clock() - REMEMBER_FILES
        async with self._database.write():
            await uploads.purge(before)
            await jobs.purge(before)
            await boards.purge(before)

    async def forget_writes(self) -> None:
        """What was erased since the last time, in the log of the writes."""
        await self._database.empty_log()

    async def forget_checks(self) -> int:
        async with self._database.write():
            return await checks.expire(self._clock() - REMEMBER_CHECKS)

    async def forget_searches(self) -> int:
        """What was typed and shared while looking for a place; states and words that wait for a report stay."""
        now = self._clock()
        async with self._database.write():
            return await dialogues.drop_from_idle(SEARCH, before=now - REMEMBER_SEARCHES, now=now)

    async def forget_held(self) -> int:
        """What could go nowhere, of those who did not answer in time."""
        async with self._database.write():
            return await dialogues.erase_held(self._clock())

    async def forget_reports(self) -> int:
        """Resolved reports, with everything that hangs on them; they stay in the figures, as counts."""
        before = self._clock() - self._retention
        async with self._database.write():
            await figures.count_resolved(before)
            await reports.purge_erased(before)
            return await reports.purge_resolved(before)

    async def forget_recipients(self) -> int:
        """Who got an announcement that ended long ago."""
        gone, piece = 0, -1
        while piece:
            async with self._database.write():
                piece = await ledger.forget_recipients(self._clock() - self._retention)
            gone += piece
        return gone


class Attention:
    """Reports that nobody can act on: an officer was cut off, or a new edition of the registry brought one."""

    def __init__(self, turns: Turns, assignment: Assignment, joining: Joining) -> None:
        self._turns = turns
        self._joining = joining
        self._assignment = assignment

    async def find_officers(self) -> None:
        async with self._turns.database.read():
            if not (await reports.unattended() or await officers.left_behind() or await officers.turned()):
                return
        async with self._turns.open() as turn:
            await self._joining.catch_up(turn)
            await self._assignment.unattended(turn)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Whatever is done by the clock."""

    housekeeping: Housekeeping
    attention: Attention
    places: CurrentGazetteer
    progress: ProgressTick
    backlog: Backlog
    public: PublicFigures
    digest: DigestTick
    silence: SilenceWatch
    warm_up: WarmUp


class Clockwork:
    """Calls the ticks at their times. At its end the scheduler would cancel what is under way, not wait for it, and log
    it as an error: so the ticks end first, and only then does the scheduler."""

    def __init__(self, ticks: Ticks) -> None:
        self._under_way: set[asyncio.Task[Any]] = set()
        self._given_up: set[asyncio.Task[Any]] = set()
        self._scheduler = scheduler(ticks, self._counted)

    def start(self) -> None:
        self._scheduler.start()

    async def stop(self, grace: float = GRACE) -> None:
        """No tick begins any more; those under way are finished, or cancelled after `grace` seconds. When this returns
        none of them uses the database."""
        self._scheduler.pause()
        await asyncio.sleep(0)  # what was called a moment ago has begun
        if self._under_way:
            _, self._given_up = await asyncio.wait(self._under_way, timeout=grace)
            for each in self._given_up:
                each.cancel()
            await asyncio.gather(*self._given_up, return_exceptions=True)
        self._scheduler.shutdown(wait=False)

    def _counted(self, tick: Tick) -> Tick:
        @wraps(tick)
        async def run() -> None:
            call = this_task()
            self._under_way.add(call)
            try:
                await tick()
            except asyncio.CancelledError:
                if call not in self._given_up:
                    raise
            finally:
                self._under_way.discard(call)

        return run


def scheduler(ticks: Ticks, wrapped: Callable[[Tick], Tick]) -> AsyncIOScheduler:
    """Idempotent jobs outside 03-04 o'clock (that hour runs twice in autumn); a missed one runs late, once."""
    found = AsyncIOScheduler(timezone=KYIV, job_defaults={"misfire_grace_time": None, "coalesce": True})
    forget = ticks.housekeeping
    for tick, every in (
        (ticks.progress.look, timedelta(seconds=3)),
        (ticks.places.refresh, timedelta(seconds=10)),
        (ticks.attention.find_officers, timedelta(minutes=1)),
        (ticks.backlog.look, timedelta(minutes=1)),
        (ticks.digest.run, timedelta(minutes=5)),
        (forget.forget_held, timedelta(minutes=10)),
        (forget.forget_writes, timedelta(minutes=10)),
        (forget.forget_updates, timedelta(hours=1)),
        (forget.forget_checks, timedelta(hours=1)),
    ):
        found.add_job(wrapped(tick), IntervalTrigger(seconds=int(every.total_seconds()), timezone=KYIV))
    found.add_job(
        wrapped(ticks.public.refresh), IntervalTrigger(hours=1, timezone=KYIV), next_run_time=datetime.now(KYIV)
    )
    started = datetime.now(KYIV) + START
    found.add_job(wrapped(ticks.warm_up.run), DateTrigger(started, timezone=KYIV))
    for minute, nightly in (
        (5, forget.forget_files),
        (10, forget.forget_failures),
        (15, forget.forget_reports),
        (20, forget.forget_silent),
        (25, forget.forget_recipients),
        (30, forget.forget_searches),
    ):
        found.add_job(wrapped(nightly), CronTrigger(hour=5, minute=minute, timezone=KYIV))
    found.add_job(wrapped(ticks.silence.look), CronTrigger(hour=9, minute=10, timezone=KYIV))
    return found
