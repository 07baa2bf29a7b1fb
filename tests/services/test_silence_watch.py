"""Superadmins hear that there is no list of silent territories, or an old one."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

import db.silent
from bot.services.alerts import Alerts
from bot.services.silence_watch import SilenceWatch
from bot.services.turns import Turns
from db.engine import Database, execute
from db.schema import outbox

NOW = datetime(2026, 11, 22, 7, tzinfo=UTC)


async def alarmed(database: Database) -> list[str]:
    await SilenceWatch(turns := Turns(database, lambda: NOW, lambda: None), Alerts([9], "uk")).look()
    async with turns.database.read():
        return [row.fields["kind"] for row in await execute(sa.select(outbox))]


async def test_no_list_was_ever_imported(database: Database) -> None:
    assert await alarmed(database) == ["silent-list-missing"]
    assert await alarmed(database) == ["silent-list-missing"], "one alert waits, not one a day"


@pytest.mark.parametrize(("days", "said"), [(0, False), (29, False), (30, True), (31, False), (37, True)])
async def test_a_list_grows_old(database: Database, days: int, said: bool) -> None:
    async with database.write():
        await db.silent.imported(NOW - timedelta(days=days))
    assert await alarmed(database) == (["silent-list-old"] if said else [])


async def test_a_single_change_is_no_list(database: Database) -> None:
    async with database.write():
        await db.silent.write([], [], label="UA18020030000035625", now=NOW)
    assert await alarmed(database) == ["silent-list-missing"]
