"""Long work outside of turns: claimed, done with a progress message, finished in one transaction with its answer.

At least once: a job whose process died is done again from the start, so its work must not mind that.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final, TypeAlias

import structlog

from bot.domain.admin_notices import JobFailed, JobProgress
from bot.domain.errors import DeskError
from bot.domain.jobs import Job
from bot.domain.notices import Notice, Refused
from bot.domain.reports import Reader
from bot.services.inbox import where
from bot.services.turns import Turn, Turns
from db import jobs

log = structlog.get_logger(__name__)

LEASE: Final = timedelta(minutes=5)
SHOWN_EVERY: Final = 2.0
"""Seconds between two changes of a progress message: edits count as messages."""
RETRY_AFTER: Final = (5, 30)
IDLE_POLL: Final = 1.0
UNSEEN: Final = "unseen"
"""Among the arguments of work that follows by itself."""


class Progress:
    """What a job says of itself while it works. `shown` may be called as often as one likes."""

    def __init__(self, turns: Turns, job: Job) -> None:
        self._turns = turns
        self._job = job
        self._quiet_until = 0.0

    async def shown(self, done: int, total: int = 0) -> None:
        """`total` 0: nobody knows how much there is. Also keeps the job's lease."""
        now = asyncio.get_running_loop().time()
        if now < self._quiet_until:
            return
        self._quiet_until = now + SHOWN_EVERY
        async with self._turns.open() as turn:
            await jobs.keep(self._job, turn.now + LEASE)
            await tell_progress(turn, self._job, JobProgress(self._job.kind, done, total))


Finish: TypeAlias = Callable[[Turn], Awaitable[Sequence[Notice]]]
Work: TypeAlias = Callable[[Job, Progress], Awaitable[Finish]]
"""Does a job, and returns how to finish it: called in the turn that marks it done, its notices go to whoever asked.
A `DeskError` is a refusal they hear; whatever else is raised is tried again."""


def answering(*notices: Notice) -> Callable[[Turn], Awaitable[Sequence[Notice]]]:
    """Nothing to write at the end, only to say."""

    async def finish(_turn: Turn) -> Sequence[Notice]:
        return notices

    return finish


async def start_job(turn: Turn, reader: Reader, kind: str, **args: Any) -> None:
    """Ask for long work; it begins when the turn is over."""
    job_id = await jobs.add(kind=kind, args=args, reader=reader, now=turn.now)
    await tell_progress(turn, Job(job_id, kind, args, reader, 0), JobProgress(kind))


async def follow_up(turn: Turn, reader: Reader, kind: str, **args: Any) -> None:
    """Work that nobody asked for: only what comes of it is told, neither its beginning nor its end."""
    await jobs.add(kind=kind, args=args | {UNSEEN: True}, reader=reader, now=turn.now)


async def tell_progress(turn: Turn, job: Job, progress: JobProgress) -> None:
    if UNSEEN in job.args:
        return
    await turn.tell(job.reader, progress, board=f"job-{job.id}")


class JobWorker:
    """Does one job after the other. `kinds`: how each is done."""

    def __init__(self, turns: Turns, kinds: Mapping[str, Work]) -> None:
        self._turns = turns
        self._kinds = kinds

    async def run(self) -> None:
        """Work until cancelled."""
        released = not self._turns.database.is_sqlite
        while True:
            try:
                released = released or await self._release()
                if await self.work_one():
                    continue
            except Exception as error:
                log.error("jobs-unavailable", error=type(error).__name__)
            await asyncio.sleep(IDLE_POLL)

    async def _release(self) -> bool:
        async with self._turns.database.write():
            await jobs.release(self._turns.clock())
        return True

    async def work_one(self) -> bool:
        """Do the next job; False when none waits."""
        now = self._turns.clock()
        async with self._turns.database.write():
            job = await jobs.claim(now, now + LEASE)
        if job is None:
            return False
        try:
            finish = await self._kinds[job.kind](job, Progress(self._turns, job))
            await self._finish(job, finish)
        except DeskError as refusal:
            await self._finish(job, answering(Refused(refusal.code, tuple(refusal.fields.items()))))
        except Exception as error:
            await self._failed(job, error)
        return True

    async def _finish(self, job: Job, finish: Callable[[Turn], Awaitable[Sequence[Notice]]]) -> None:
        async with self._turns.open() as turn:
            if not await jobs.finish(job, turn.now):
                return
            await tell_progress(turn, job, JobProgress(job.kind, finished=True))
            for notice in await finish(turn):
                await turn.tell(job.reader, notice)

    async def _failed(self, job: Job, error: Exception) -> None:
        kind = type(error).__name__
        hopeless = job.attempts > len(RETRY_AFTER)
        log.error("job-given-up" if hopeless else "job-failed", job=job.kind, error=kind, where=where(error))
        async with self._turns.open() as turn:
            if not hopeless:
                await jobs.postpone(job, turn.now + timedelta(seconds=RETRY_AFTER[job.attempts - 1]), kind)
            elif await jobs.finish(job, turn.now, kind) and UNSEEN not in job.args:
                await turn.tell(job.reader, JobFailed(job.kind))
