"""Which tick runs when. No rules and no state here: what must survive a restart is a row with a time on it."""

from datetime import datetime, timedelta
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.domain.clock import KYIV, Clock
from bot.services.digests import DigestTick
from bot.services.figures.public import PublicFigures
from bot.services.handover import HandOver
from bot.services.places import CurrentGazetteer
from bot.services.turns import Turns
from db import boards, figures, inbox, jobs, reports, uploads
from db.engine import Database

REMEMBER_FILES: Final = timedelta(days=7)
"""Our files, boards and finished jobs: whoever wanted them has them."""
REMEMBER_UPDATES: Final = timedelta(hours=48)
"""Telegram repeats an update for at most 24 hours."""


class Housekeeping:
    """What has to be forgotten in time."""

    def __init__(self, database: Database, clock: Clock, retention_days: int) -> None:
        self._database = database
        self._clock = clock
        self._retention = timedelta(days=retention_days)

    async def forget_updates(self) -> int:
        async with self._database.write():
            return await inbox.purge(self._clock() - REMEMBER_UPDATES)

    async def forget_files(self) -> None:
        before = self._clock() - REMEMBER_FILES
        async with self._database.write():
            await uploads.purge(before)
            await jobs.purge(before)
            await boards.purge(before)

    async def forget_reports(self) -> int:
        """Resolved reports, with everything that hangs on them; they stay in the figures, as counts."""
        before = self._clock() - self._retention
        async with self._database.write():
            await figures.count_resolved(before)
            return await reports.purge_resolved(before)


class Attention:
    """Reports that nobody can act on: an officer was cut off, or a new edition of the registry brought one."""

    def __init__(self, turns: Turns, handover: HandOver) -> None:
        self._turns = turns
        self._handover = handover

    async def find_officers(self) -> None:
        async with self._turns.database.read():
            if not await reports.unattended():
                return
        async with self._turns.open() as turn:
            await self._handover.unattended(turn)


def scheduler(
    housekeeping: Housekeeping,
    attention: Attention,
    places: CurrentGazetteer,
    public: PublicFigures,
    digest: DigestTick,
) -> AsyncIOScheduler:
    """Idempotent jobs outside 03-04 o'clock (that hour runs twice in autumn); a missed one runs late, once."""
    found = AsyncIOScheduler(timezone=KYIV, job_defaults={"misfire_grace_time": None, "coalesce": True})
    found.add_job(housekeeping.forget_updates, IntervalTrigger(hours=1, timezone=KYIV))
    found.add_job(attention.find_officers, IntervalTrigger(minutes=1, timezone=KYIV))
    found.add_job(places.refresh, IntervalTrigger(seconds=10, timezone=KYIV))
    found.add_job(digest.run, IntervalTrigger(minutes=5, timezone=KYIV))
    found.add_job(public.refresh, IntervalTrigger(hours=1, timezone=KYIV), next_run_time=datetime.now(KYIV))
    found.add_job(housekeeping.forget_files, CronTrigger(hour=5, minute=5, timezone=KYIV))
    found.add_job(housekeeping.forget_reports, CronTrigger(hour=5, minute=15, timezone=KYIV))
    return found
