"""Long work outside of turns: claimed, done with a progress message, finished in one transaction with its answer.

At least once: a job whose process died is done again from the start, so its work must not mind that. What ended three
processes is given up.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, Final, TypeAlias

import structlog

from bot.domain.admin_notices import JobFailed, JobProgress
from bot.domain.alerts import AlertKind
from bot.domain.errors import DeskError
from bot.domain.finishing import to_the_end
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.domain.reports import Recipient
from bot.services.alerts import Alerts
from bot.services.inbox import where
from bot.services.refusals import refused
from bot.services.turns import Turn, Turns
from bot.services.work_loops import LONGEST, WorkLoop, WorkLoops, release_claims, seconds_until
from db import jobs

log = structlog.get_logger(__name__)

LEASE: Final = timedelta(minutes=2)
KEPT_EVERY: Final = 30.0
DEADLINE: Final = 15 * 60.0
"""The longest of all, the posters of a whole oblast, takes a few minutes."""
AT_ONCE: Final = 3
SHOWN_EVERY: Final = 2.0
"""Seconds between two changes of a progress message: edits count as messages."""
RETRY_AFTER: Final = (5, 30)
MOST_ATTEMPTS: Final = len(RETRY_AFTER) + 1
"""Counted at the claim: also those that ended with the process."""
UNSEEN: Final = "unseen"
"""Among the arguments of work that follows by itself."""


class WorkProgress:
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
Work: TypeAlias = Callable[[Job, WorkProgress], Awaitable[Finish]]
"""Does a job, and returns how to finish it: called in the turn that marks it done, its notices go to whoever asked.
A `DeskError` is a refusal they hear; whatever else is raised is tried again."""


def answering(*notices: Notice) -> Callable[[Turn], Awaitable[Sequence[Notice]]]:
    """Nothing to write at the end, only to say."""

    async def finish(_turn: Turn) -> Sequence[Notice]:
        return notices

    return finish


async def start_job(turn: Turn, recipient: Recipient, kind: str, **args: Any) -> None:
    """Ask for long work; it begins when the turn is over."""
    job_id = await jobs.add(kind=kind, args=args, recipient=recipient, now=turn.now)
    await tell_progress(turn, Job(job_id, kind, args, recipient, 0), JobProgress(kind))


async def follow_up(turn: Turn, recipient: Recipient, kind: str, **args: Any) -> None:
    """Work that nobody asked for: only what comes of it is told, neither its beginning nor its end."""
    await jobs.add(kind=kind, args=args | {UNSEEN: True}, recipient=recipient, now=turn.now)


async def tell_progress(turn: Turn, job: Job, progress: JobProgress) -> None:
    if UNSEEN in job.args:
        return
    await turn.tell(job.recipient, progress, board=f"job-{job.id}")


class Overdue(Exception):
    """The deadline came first."""


class JobWorker:
    """Does a few jobs at once, those of one chat one after the other: a bad one stands in nobody else's way. `kinds`:
    how each is done; `deadline`: seconds one may take."""

    def __init__(
        self,
        turns: Turns,
        kinds: Mapping[str, Work],
        alerts: Alerts,
        *,
        loop: WorkLoop | None = None,
        deadline: float = DEADLINE,
    ) -> None:
        self._turns = turns
        self._kinds = kinds
        self._alerts = alerts
        self._loop = loop or WorkLoops().jobs
        self._deadline = deadline
        self._under_way: dict[asyncio.Task[None], Job] = {}

    async def run(self) -> None:
        """Work until cancelled; what is under way then is handed back, to be begun anew by the next process."""
        try:
            await self._loop.run(self._round, first=partial(release_claims, self._turns, jobs.release))
        finally:
            for task in self._under_way:
                task.cancel()
            await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _round(self) -> float:
        """Begin the next job, unless none waits or enough are under way."""
        if len(self._under_way) >= AT_ONCE:
            return LONGEST
        job = await self._claim()
        if job is None:
            async with self._turns.database.read():
                return seconds_until(await jobs.next_due(self._turns.clock()), self._turns.clock())
        task = asyncio.create_task(self._do(job))
        self._under_way[task] = job
        task.add_done_callback(self._ended)
        return 0.0

    def _ended(self, task: "asyncio.Task[None]") -> None:
        job = self._under_way.pop(task)
        self._loop.nudge()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("job-not-noted", job=job.kind, error=type(error).__name__)

    async def work_one(self) -> bool:
        """Do the next job to its end; False when none waits."""
        job = await self._claim()
        if job is not None:
            await self._do(job)
        return job is not None

    async def _claim(self) -> Job | None:
        now = self._turns.clock()
        busy = {job.recipient.chat_id for job in self._under_way.values()}
        async with self._turns.database.write():
            return await jobs.claim(now, now + LEASE, busy)

    # --- one job ------------------------------------------------------------------------------------------------------

    async def _do(self, job: Job) -> None:
        if job.attempts > MOST_ATTEMPTS:  # the last one ended with its process
            await self._give_up(job, "process-ended")
            return
        keeping = asyncio.create_task(self._keep(job))
        try:
            await self._finish(job, await self._work(job))
        except DeskError as refusal:
            await self._finish(job, answering(refused(refusal)))
        except asyncio.CancelledError:
            await to_the_end(self._hand_back(job))
            raise
        except Exception as error:
            await self._failed(job, error)
        finally:
            keeping.cancel()

    async def _work(self, job: Job) -> Finish:
        try:
            async with asyncio.timeout(self._deadline) as limit:
                return await self._kinds[job.kind](job, WorkProgress(self._turns, job))
        except TimeoutError as error:
            if limit.expired():
                raise Overdue from error
            raise

    async def _keep(self, job: Job) -> None:
        """Others see that somebody works on it."""
        while True:
            await asyncio.sleep(KEPT_EVERY)
            try:
                async with self._turns.database.write():
                    await jobs.keep(job, self._turns.clock() + LEASE)
            except Exception as error:
                log.warning("job-not-kept", job=job.kind, error=type(error).__name__)

    async def _hand_back(self, job: Job) -> None:
        """We are asked to stop: that was no attempt."""
        async with self._turns.database.write():
            await jobs.hand_back(job, self._turns.clock())

    async def _finish(self, job: Job, finish: Finish) -> None:
        async with self._turns.open() as turn:
            if not await jobs.finish(job, turn.now):
                return
            await tell_progress(turn, job, JobProgress(job.kind, finished=True))
            for notice in await finish(turn):
                await turn.tell(job.recipient, notice)

    async def _failed(self, job: Job, error: Exception) -> None:
        kind = type(error).__name__
        log.error("job-failed", job=job.kind, error=kind, where=where(error))
        if isinstance(error, Overdue) or job.attempts >= MOST_ATTEMPTS:
            await self._give_up(job, kind)
            return
        async with self._turns.open() as turn:
            await jobs.postpone(job, turn.now + timedelta(seconds=RETRY_AFTER[job.attempts - 1]), kind)

    async def _give_up(self, job: Job, kind: str) -> None:
        """Whoever asked hears of it, and superadmins do."""
        log.error("job-given-up", job=job.kind, error=kind)
        async with self._turns.open() as turn:
            if not await jobs.finish(job, turn.now, kind):
                return
            await self._alerts.tell(turn, AlertKind.JOB_GIVEN_UP, job=job.kind, error=kind)
            if UNSEEN not in job.args:
                await turn.tell(job.recipient, JobFailed(job.kind))
