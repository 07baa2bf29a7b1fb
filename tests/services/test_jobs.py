"""Long work: shown while it goes on, answered when it is done, done again after a crash, refused with a sentence."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain.admin_notices import AdminHome
from bot.domain.errors import OutOfScope
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.domain.reports import Reader
from bot.services.jobs import JobWorker, Progress, Work, answering, follow_up, start_job
from bot.services.turns import Turn, Turns
from db.engine import Database, execute
from db.schema import outbox
from tests.db.waiting import NOW

IRYNA = Reader(9001, "uk")


class Bench:
    """A worker on a database, and a clock that is set by hand."""

    def __init__(self, database: Database, work: Work) -> None:
        self.now = NOW
        self.turns = Turns(database, lambda: self.now, lambda: None)
        self.worker = JobWorker(self.turns, {"work": work})

    async def ask(self, **args: Any) -> None:
        async with self.turns.open() as turn:
            await start_job(turn, IRYNA, "work", **args)

    async def owed(self) -> list[tuple[str, Any]]:
        async with self.turns.database.read():
            rows = await execute(sa.select(outbox.c.kind, outbox.c.fields).order_by(outbox.c.id))
        return [(row.kind, row.fields) for row in rows]


async def test_what_was_asked_for_is_done_and_answered(database: Database) -> None:
    seen = []

    async def work(job: Job, progress: Progress) -> Any:
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

    async def work(_job: Job, progress: Progress) -> Any:
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
    assert [kind for kind, _ in await bench.owed()] == ["admin-home"]


async def test_a_refusal_is_a_sentence(database: Database) -> None:
    async def work(_job: Job, _progress: Progress) -> Any:
        raise OutOfScope

    bench = Bench(database, work)
    await bench.ask()
    await bench.worker.work_one()
    assert [fields for kind, fields in await bench.owed() if kind == "refused"] == [
        {"code": "out-of-scope", "fields": []}
    ]


async def test_a_crash_is_tried_again_and_then_told(database: Database) -> None:
    attempts = []

    async def work(job: Job, _progress: Progress) -> Any:
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

    async def work(_job: Job, _progress: Progress) -> Any:
        return finish

    bench = Bench(database, work)
    await bench.ask()
    await bench.worker.work_one()
    assert [kind for kind, _ in await bench.owed()] == ["job-progress"]
