"""The loop that all workers share: work while there is some, then sleep until something is due or somebody nudges.

Whoever stores something for a worker of the same process nudges it. What other processes store is seen by a watch that
asks the database once a second whether anybody has committed; nobody looks into empty queues.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Final, TypeAlias

import structlog

from bot.services.turns import Turns
from db.engine import Database

log = structlog.get_logger(__name__)

Round: TypeAlias = Callable[[], Awaitable[float]]
"""Does what there is to do now; returns the seconds until there may be more, 0: at once."""

LONGEST: Final = 15.0
"""A clock that was set costs so many seconds at most."""
TROUBLE_PAUSE: Final = 1.0
SOONEST: Final = 0.02
"""What is due now and could not be done waits for something else than time: not as fast as the processor can ask."""
LOOK_EVERY: Final = 1.0


class WorkLoop:
    """`trouble`: what the log says when a round fails."""

    def __init__(self, trouble: str) -> None:
        self._trouble = trouble
        self._nudged = asyncio.Event()

    def nudge(self) -> None:
        """There is something to do."""
        self._nudged.set()

    async def run(self, work: Round, *, first: Callable[[], Awaitable[None]] | None = None) -> None:
        """Until cancelled. `first` is done once, as soon as it can be. A database that is away for a moment does not
        end the loop."""
        while True:
            self._nudged.clear()
            try:
                if first is not None:
                    await first()
                    first = None
                pause = await work()
            except Exception as error:
                log.error(self._trouble, error=type(error).__name__)
                await asyncio.sleep(TROUBLE_PAUSE)
                continue
            if pause > 0:
                await self._sleep(min(pause, LONGEST))

    async def _sleep(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # not wait_for: before Python 3.12 it can swallow a cancellation
                await self._nudged.wait()


@dataclass(frozen=True, slots=True)
class WorkLoops:
    """Those of one process."""

    inbox: WorkLoop = field(default_factory=lambda: WorkLoop("inbox-unavailable"))
    outbox: WorkLoop = field(default_factory=lambda: WorkLoop("outbox-unavailable"))
    announcements: WorkLoop = field(default_factory=lambda: WorkLoop("announcements-unavailable"))
    jobs: WorkLoop = field(default_factory=lambda: WorkLoop("jobs-unavailable"))
    addresses: WorkLoop = field(default_factory=lambda: WorkLoop("addresses-unavailable"))

    async def watch(self, database: Database) -> None:
        """Until cancelled: nudge all when anybody has committed."""
        while True:
            try:
                async with database.commits() as stamp:
                    seen: object = None
                    while True:
                        if (now := await stamp()) != seen:
                            seen = now
                            self._nudge_all()
                        await asyncio.sleep(LOOK_EVERY)
            except Exception as error:
                log.error("commits-unseen", error=type(error).__name__)
                self._nudge_all()
                await asyncio.sleep(LOOK_EVERY)

    def _nudge_all(self) -> None:
        for each in fields(self):
            getattr(self, each.name).nudge()


async def release_claims(turns: Turns, release: Callable[[datetime], Awaitable[None]]) -> None:
    """What an earlier process had claimed when it died need not wait for its lease, where ours is the only process.
    Several may share a server: there leases run out by time."""
    if turns.database.is_sqlite:
        async with turns.database.write():
            await release(turns.clock())


def seconds_until(due: datetime | None, now: datetime) -> float:
    """For `Round`; None: nothing waits for its time."""
    return LONGEST if due is None else max((due - now).total_seconds(), SOONEST)
