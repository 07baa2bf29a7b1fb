"""Registry files that wait for a yes: decided once, their bytes erased then, or after a day."""

from datetime import timedelta

import db.admins
import db.checks
from bot.domain.admins import EVERYWHERE
from bot.ticks import Housekeeping
from db.engine import Database
from tests.db.waiting import NOW


async def a_check(database: Database) -> int:
    async with database.write():
        admin = await db.admins.put(chat_id=1, name="Ірина", locale="uk", scope=EVERYWHERE, superadmin=True, now=NOW)
        return await db.checks.add(admin_id=admin.id, name="r.xlsx", content=b"PK", fingerprint="f", now=NOW)


async def content(database: Database, check_id: int) -> bytes | None:
    async with database.read():
        found = await db.checks.find(check_id)
    assert found is not None
    return found.content


async def test_it_is_decided_once_and_then_erased(database: Database) -> None:
    check_id = await a_check(database)
    assert await content(database, check_id) == b"PK"
    async with database.write():
        assert await db.checks.decide(check_id, "applied")
        assert not await db.checks.decide(check_id, "discarded")
    assert await content(database, check_id) is None


async def test_nobody_decides_for_a_day_and_it_is_erased(database: Database) -> None:
    check_id = await a_check(database)
    now = NOW + timedelta(hours=23)
    housekeeping = Housekeeping(database, lambda: now, 90)
    assert await housekeeping.forget_checks() == 0
    now += timedelta(hours=2)
    assert await housekeeping.forget_checks() == 1
    assert await content(database, check_id) is None
    async with database.write():
        assert not await db.checks.decide(check_id, "applied")
