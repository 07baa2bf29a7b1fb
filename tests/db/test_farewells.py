"""Who was an officer once, and what was erased: on every engine."""

from typing import Any

import pytest
import sqlalchemy as sa

from db import officers, outbox, reports, schema
from db.engine import Database, execute
from tests.db.waiting import NOW, left, notice, put

OLD, NEW, OTHER = 11, 12, 13
HERE = "UA18020010010077880"


@pytest.fixture
async def officer(database: Database) -> int:
    """Joined from the old phone."""
    values: dict[str, Any] = {"code": "o1", "role": "district", "rank": "", "name": "Зразок", "phone": ""}
    async with database.write():
        added = await execute(sa.insert(schema.officers).values(values).returning(schema.officers.c.id))
        number = int(added.scalar_one())
        await officers.bind(number, chat_id=OLD, now=NOW, trusted=True)
    return number


async def former(database: Database) -> list[bool]:
    async with database.read():
        return [await officers.aside(chat) is not None for chat in (OLD, NEW)]


async def turned(database: Database) -> list[tuple[bool, int]]:
    async with database.read():
        return [(each.chat_id is None, chat) for each, chat in await officers.turned()]


async def test_the_account_that_was_cut_off_is_known(database: Database, officer: int) -> None:
    assert await former(database) == [False, False]
    async with database.write():
        await officers.unbind(officer)
        await officers.unbind(officer)
    assert await former(database) == [True, False]
    async with database.write():
        await officers.bind(officer, chat_id=NEW, now=NOW, trusted=True)
        await officers.bind(officer, chat_id=NEW, now=NOW, trusted=True)
    assert await former(database) == [True, False], "the lost phone is in other hands still"
    async with database.write():
        await officers.bind(officer, chat_id=OLD, now=NOW, trusted=True)
    assert await former(database) == [False, True]


async def test_the_account_that_is_not_confirmed_yet_is_known_by_its_officer(database: Database, officer: int) -> None:
    async with database.write():
        await officers.bind(officer, chat_id=NEW, now=NOW, trusted=False)
    async with database.read():
        joining, former = await officers.aside(NEW), await officers.aside(OLD)
    assert joining is not None
    assert joining.chat_id == NEW
    assert former is not None
    assert former.chat_id == NEW, "another account's now"


async def test_who_leaves_the_service_and_comes_back_is_told_once(database: Database, officer: int) -> None:
    async def retire(when: Any) -> None:
        async with database.write():
            await execute(sa.update(schema.officers).values(retired_at=when))

    assert await turned(database) == []
    await retire(NOW)
    assert await turned(database) == [(True, OLD)]
    assert await former(database) == [True, False]
    async with database.write():
        await officers.note_told(officer, retired=True)
    assert await turned(database) == []
    await retire(None)
    assert await turned(database) == [(False, OLD)]
    async with database.write():
        await officers.note_told(officer, retired=False)
    assert await turned(database) == []


async def report_of(database: Database, chat: int, status: str = "new") -> tuple[int, str]:
    """A report of the resident in this chat."""
    units = {"katottg": HERE, "category": "C", "name": "Іванівка"}
    who = {"channel": "telegram", "chat_id": chat, "locale": "uk", "consented_at": NOW}
    async with database.write():
        if not (await execute(sa.select(schema.units))).first():
            await execute(sa.insert(schema.units).values(units))
        added = await execute(sa.insert(schema.residents).values(who).returning(schema.residents.c.id))
        about = {"resident_id": added.scalar_one(), "status": status, "category": "noise", "place": HERE}
        made = sa.insert(schema.reports).values(**about, created_at=NOW, touched_at=NOW)
        row = (await execute(made.returning(schema.reports.c.id, schema.reports.c.ref))).one()
    return row.id, row.ref


async def test_an_erased_report_is_known_by_its_random_id_for_a_while(database: Database) -> None:
    number, ref = await report_of(database, OTHER)
    await report_of(database, NEW, status="draft")
    async with database.write():
        ids = [row.id for row in await execute(sa.select(schema.residents.c.id))]
        assert [await reports.erase_of(each, NOW) for each in ids] == [1, 1]
        assert await reports.was_erased(["x", ref])
        assert not await reports.was_erased(["x"])
        assert not await reports.was_erased([])
        assert await reports.purge_erased(NOW) == 0
        assert (await execute(sa.select(schema.erased.c.ref))).scalars().all() == [ref], "a draft nobody else has seen"
    async with database.write():
        assert await reports.purge_erased(NOW.replace(year=2027)) == 1
    assert number


async def test_a_phone_that_is_cut_off_is_owed_answers_to_its_own_reports_only(database: Database) -> None:
    own, _ = await report_of(database, OLD)
    case, _ = await report_of(database, OTHER)
    await put(database, notice(OLD), *(notice(OLD, each, report_id=each) for each in (own, case)), notice(OTHER))
    async with database.write():
        await outbox.forget_cases("telegram", OLD)
    assert [(row.chat_id, row.report_id) for row in await left(database)] == [(OLD, own), (OTHER, None)]
