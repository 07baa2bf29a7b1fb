"""Workers sleep while there is nothing to do, and wake for whatever anybody stores, or when its time has come."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.notices import EntryAdded
from bot.domain.reports import Recipient
from bot.services.turns import Turns
from bot.services.work_loops import LONGEST, SOONEST, WorkLoop, WorkLoops, seconds_until
from db.engine import Database, execute
from db.schema import generations
from tests.db.waiting import NOW
from tests.telegram.test_postman import Office, office

__all__ = ["office"]
ROW = {"kind": "registry", "label": "a", "rows": 0, "loaded_at": NOW}


@asynccontextmanager
async def at_work(office: Office) -> AsyncIterator[None]:
    """All that sleeps while there is nothing to do."""
    app = office.app
    async with asyncio.TaskGroup() as group:
        running = [
            group.create_task(each)
            for each in (
                app.loops.watch(app.database),
                app.worker.run(),
                app.postman.run(),
                app.sender.run(),
                app.jobs.run(),
                app.addresses.run(),
            )
        ]
        yield
        for task in running:
            task.cancel()


async def test_who_only_reads_changes_nothing_and_who_writes_does(database: Database) -> None:
    other = Database(database.url)
    async with database.commits() as stamp:
        before = await stamp()
        async with other.read():
            await execute(sa.select(generations.c.id))
        assert await stamp() == before
        async with other.write():
            await execute(sa.insert(generations), [ROW])
        assert await stamp() != before
    await other.close()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # a server's log tells of all its databases
async def test_nobody_looks_into_empty_queues(office: Office) -> None:
    said: list[str] = []
    async with at_work(office):
        await asyncio.sleep(1.5)  # what an earlier process left behind has been looked for
        sa.event.listen(office.database.engine, "before_cursor_execute", lambda *what: said.append(what[2]))
        await asyncio.sleep(2.5)
    assert said == []


async def test_what_another_process_stores_is_seen(office: Office) -> None:
    other = Database(office.database.url)
    async with at_work(office):
        await asyncio.sleep(0.5)
        async with Turns(other, office.turns.clock, lambda: None).open() as turn:
            await turn.tell(Recipient(5, "uk"), EntryAdded(7))
        await office.until(lambda: office.numbers() == [7])
    await other.close()


async def test_a_nudge_ends_the_sleep_and_trouble_does_not_end_the_loop() -> None:
    loop, seen = WorkLoop("trouble"), asyncio.Event()
    rounds = 0

    async def work() -> float:
        nonlocal rounds
        rounds += 1
        if rounds == 1:
            raise OSError
        seen.set()
        return LONGEST

    running = asyncio.create_task(loop.run(work))
    async with asyncio.timeout(LONGEST - 1):
        await seen.wait()
        seen.clear()
        loop.nudge()
        await seen.wait()
    running.cancel()
    assert rounds == 3


async def test_what_comes_first_is_tried_until_it_is_done() -> None:
    tries: list[str] = []

    async def first() -> None:
        tries.append("first")
        if len(tries) == 1:
            raise OSError

    async def work() -> float:
        tries.append("work")
        return LONGEST

    running = asyncio.create_task(WorkLoops().jobs.run(work, first=first))
    async with asyncio.timeout(LONGEST - 1):
        while "work" not in tries:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    running.cancel()
    assert tries == ["first", "first", "work"]


@pytest.mark.parametrize(
    ("due", "seconds"), [(None, LONGEST), (NOW + timedelta(seconds=4), 4.0), (NOW - timedelta(days=1), SOONEST)]
)
def test_the_sleep_ends_when_something_is_due(due: datetime | None, seconds: float) -> None:
    assert seconds_until(due, NOW) == seconds
