"""The clock's ticks at the bot's end: finished or given up cleanly, before the database is closed."""

import asyncio
import logging
import sys
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import SecretStr

from bot import app as house
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.services.announcements.watching import ProgressTick
from bot.ticks import Clockwork
from db.engine import Database, execute
from tests.country import Country

TOKEN = "7000000009:TICKS-token-of-no-bot-AAAAAAAAAAAAAAAAAAAAAAA"


class Watch(ProgressTick):
    """Stands where the one that watches announcements does: waits inside of a transaction, and may fail then."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.begun, self.go, self.over, self.fails = asyncio.Event(), asyncio.Event(), False, False

    async def look(self) -> None:
        async with self.database.write():
            await execute(sa.text("SELECT 1"))
            self.begun.set()
            await self.go.wait()
            if self.fails:
                raise LookupError
            await execute(sa.text("SELECT 1"))
            self.over = True


@pytest.fixture
async def watch(database: Database) -> Watch:
    return Watch(database)


@pytest.fixture
async def clockwork(database: Database, watch: Watch) -> Clockwork:
    """The real one of a built app, with a tick that takes as long as a test wants."""
    country = await Country(database).settle()
    app = house.build(Settings(_env_file=None, bot_token=SecretStr(TOKEN)), database, country.gazetteer)
    return Clockwork(replace(app.ticks, progress=watch))


async def begin(clockwork: Clockwork, watch: Watch) -> None:
    clockwork.start()
    job = next(each for each in clockwork._scheduler.get_jobs() if each.name == "Watch.look")
    job.modify(next_run_time=utc_now())
    async with asyncio.timeout(10):
        await watch.begun.wait()


def complaints(caplog: pytest.LogCaptureFixture) -> list[Any]:
    return [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING]


async def test_a_tick_under_way_is_finished(
    clockwork: Clockwork, watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    await begin(clockwork, watch)
    stopping = asyncio.create_task(clockwork.stop())
    await asyncio.sleep(0.05)
    assert not stopping.done()
    watch.go.set()
    await stopping
    assert watch.over
    assert complaints(caplog) == []


async def test_one_that_takes_too_long_is_given_up_and_holds_nothing(
    clockwork: Clockwork, watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    await begin(clockwork, watch)
    await clockwork.stop(grace=0.05)
    assert not watch.over
    assert complaints(caplog) == []
    async with asyncio.timeout(5), watch.database.write():  # nobody holds SQLite's one writer
        await execute(sa.text("SELECT 1"))


async def test_drawing_is_warmed_up_once_after_the_start(clockwork: Clockwork) -> None:
    clockwork.start()
    job = next(each for each in clockwork._scheduler.get_jobs() if each.name == "WarmUp.run")
    assert job.next_run_time > utc_now()
    await job.func()
    assert "matplotlib.figure" in sys.modules
    assert job.trigger.get_next_fire_time(job.next_run_time, utc_now()) is None
    await clockwork.stop()


async def test_an_error_of_a_tick_is_still_logged(
    clockwork: Clockwork, watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    await begin(clockwork, watch)
    watch.fails = True
    watch.go.set()
    await asyncio.sleep(0.05)
    await clockwork.stop()
    assert any("Watch.look" in each for each in complaints(caplog))
