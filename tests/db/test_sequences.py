"""Numbers go on behind those that a copy of the database does not know."""

import sqlalchemy as sa

from db import sequences
from db.engine import Database, execute
from db.schema import audit
from tests.db.waiting import NOW


async def written(database: Database) -> int:
    row = {"at": NOW, "action": "x", "subject": "x:1", "areas": []}
    async with database.write():
        return int((await execute(sa.insert(audit).values(row).returning(audit.c.id))).scalar_one())


async def test_the_next_number_is_greater(database: Database) -> None:
    first = await written(database)
    async with database.write():
        await sequences.move_on(1000)
    assert await written(database) > first + 1000


async def test_also_where_nothing_was_ever_written(database: Database) -> None:
    async with database.write():
        await sequences.move_on(1000)
        await sequences.move_on(1000)
    assert await written(database) > 2000


def test_every_number_that_people_see_is_among_them() -> None:
    assert {"reports", "broadcasts", "jobs", "checks"} <= set(sequences.NUMBERED)
