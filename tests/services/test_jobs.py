"""Long work: shown while it goes on, answered when it is done, done again after a crash, refused with a sentence."""

import asyncio
import threading
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.admin_notices import AdminHome
from bot.domain.errors import OutOfScope
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.domain.reports import Recipient
from bot.services.alerts import Alerts
from bot.services.jobs import JobWorker, Work, WorkProgress, answering, follow_up, start_job
from bot.services.threads import ThreadPool
from bot.services.turns import Turn, Turns
from db import jobs
from db.engine import Database, execute
from db.schema import jobs as table
from db.schema import outbox
from tests.db.waiting import NOW

IRYNA = Recipient(9001, "uk")


class Bench:
    """A worker on a database, and a clock that is set by hand."""

    def __init__(self, database: Database, work: Work, deadline: float = 60.0) -> None:
        self.now = NOW
        self.turns = Turns(database, lambda: self.now, lambda: None)
        self.worker = JobWorker(self.turns, {"work": work}, Alerts([99], "uk"), deadline=deadline)

    async def ask(self, who: Recipient = IRYNA, **args: Any) -> None:
        async with self.turns.open() as turn:
            await start_job(turn, who, "work", **args)

    async def owed(self) -> list[tuple[str, Any]]:
        async with self.turns.database.read():
            rows = await execute(sa.select(outbox.c.kind, outbox.c.fields).order_by(outbox.c.id))
        return [(row.kind, row.fields) for row in rows]


async def test_what_was_asked_for_is_done_and_answered(database: Database) -> None:
    seen = []

    async def work(job: Job, progress: WorkProgress) -> Any:
        seen.append(job.args["what"])
        await progress.shown(1, 4)
        return answering(AdminHome())

    bench = Bench(database, work)
    await bench.ask(what="a workbook")
    assert await bench.worker.work_one()
    assert not await bench.worker.work_one()
    assert seen == ["a workbook"]
    (_, board), (kind, _) = await bench.owed()
    assert kind == "admin-home"
    assert board == {"job": "work", "done": 0, "total": 0, "finished": True}


async def test_of_work_that_follows_by_itself_only_the_outcome_is_told(database: Database) -> None:
    said: list[Notice] = [AdminHome()]

    async def work(_job: Job, progress: WorkProgress) -> Any:
        await progress.shown(1, 4)
        if not said:
            raise RuntimeError
        return answering(said.pop())

    bench = Bench(database, work)
    for _ in range(2):
        async with bench.turns.open() as turn:
            await follow_up(turn, IRYNA, "work")
        for _ in range(4):
            await bench.worker.work_one()
            bench.now += timedelta(hours=1)
    assert [kind for kind, _ in await bench.owed()] == ["admin-home", "alert"], "superadmins hear of what is given up"


async def test_a_refusal_is_a_sentence(database: Database) -> None:
    async def work(_job: Job, _progress: WorkProgress) -> Any:
        raise OutOfScope

    bench = Bench(database, work)
    await bench.ask()
    await bench.worker.work_one()
    assert [fields for kind, fields in await bench.owed() if kind == "refused"] == [
        {"code": "out-of-scope", "fields": []}
    ]


async def test_a_crash_is_tried_again_and_then_told(database: Database) -> None:
    attempts = []

    async def work(job: Job, _progress: WorkProgress) -> Any:
        attempts.append(job.attempts)
        raise RuntimeError("the disk is full")

    bench = Bench(database, work)
    await bench.ask()
    for _ in range(6):
        await bench.worker.work_one()
        bench.now += timedelta(minutes=1)
    assert attempts == [1, 2, 3]
    assert [kind for kind, _ in await bench.owed()][-1] == "job-failed"


async def test_what_a_job_writes_at_its_end_is_written_with_its_answer_or_not_at_all(database: Database) -> None:
    async def finish(turn: Turn) -> Sequence[Notice]:
        await turn.tell(IRYNA, AdminHome())
        raise RuntimeError("broke while writing")

    async def work(_job: Job, _progress: WorkProgress) -> Any:
        return finish

    bench = Bench(database, work)
    await bench.ask()
    await bench.worker.work_one()
    assert [kind for kind, _ in await bench.owed()] == ["job-progress"]


# --- what ends the process, or never ends -----------------------------------------------------------------------------


class Killed(BaseException):
    """The process is gone: nothing of what it did is noted."""


async def test_what_ends_three_processes_is_given_up(database: Database) -> None:
    async def work(_job: Job, _progress: WorkProgress) -> Any:
        raise Killed

    bench = Bench(database, work)
    await bench.ask()
    for _ in range(3):
        with pytest.raises(Killed):
            await bench.worker.work_one()
        async with database.write():
            await jobs.release(bench.now)
    assert await bench.worker.work_one()
    assert not await bench.worker.work_one()
    assert [kind for kind, _ in await bench.owed()] == ["job-progress", "alert", "job-failed"]


async def test_what_takes_too_long_is_given_up_at_once(database: Database) -> None:
    async def work(_job: Job, _progress: WorkProgress) -> Any:
        await asyncio.Event().wait()

    bench = Bench(database, work, deadline=0.05)
    await bench.ask()
    assert await bench.worker.work_one()
    assert not await bench.worker.work_one()
    assert [kind for kind, _ in await bench.owed()] == ["job-progress", "alert", "job-failed"]


async def test_a_job_that_never_ends_stands_in_nobody_elses_way_and_is_handed_back(database: Database) -> None:
    began: list[tuple[int, int]] = []
    all_began = asyncio.Event()

    async def work(job: Job, _progress: WorkProgress) -> Any:
        began.append((job.recipient.chat_id, job.args["n"]))
        if len(began) == 3:
            all_began.set()
        if job.recipient == IRYNA:
            await asyncio.Event().wait()
        return answering(AdminHome())

    bench = Bench(database, work)
    petro = Recipient(9002, "uk")
    for n, who in enumerate((IRYNA, IRYNA, IRYNA, IRYNA, petro, petro)):
        await bench.ask(who, n=n)
    running = asyncio.create_task(bench.worker.run())
    await all_began.wait()
    await asyncio.sleep(0.2)  # the last one ends
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert began == [(9001, 0), (9002, 4), (9002, 5)]
    async with database.read():
        rows = (await execute(sa.select(table).where(table.c.done_at.is_(None)))).all()
    assert [(row.attempts, row.due_at) for row in rows] == [(0, NOW)] * 4, "to be asked to stop is no attempt"


async def test_a_clock_set_back_holds_no_job(database: Database) -> None:
    async def work(_job: Job, _progress: WorkProgress) -> Any:
        return answering(AdminHome())

    bench = Bench(database, work)
    bench.now = NOW + timedelta(hours=2)
    await bench.ask()
    bench.now = NOW
    assert await bench.worker.work_one()


async def test_nobody_waits_for_work_that_is_not_wanted_any_more() -> None:
    threads, never = ThreadPool(threads=1), threading.Event()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await threads.do(never.wait, 60)
    assert await threads.do(int, "7") == 7, "its place is free"
    with pytest.raises(ValueError, match="invalid literal"):
        await threads.do(int, "x")
    never.set()
