"""Where no reports are taken: kept, and noticed by a running bot, on every engine."""

import sqlalchemy as sa

from db import directory_only, schema, silent
from db.engine import Database, execute
from tests.db.waiting import NOW

HERE = "UA18020010000059904"


async def test_an_area_comes_and_goes_and_each_time_there_is_something_newer(database: Database) -> None:
    async with database.write():
        await execute(sa.insert(schema.units).values(katottg=HERE, category="H", name="Громада"))
    seen = []
    for step in (directory_only.add, directory_only.add, directory_only.remove):
        async with database.write():
            await step(HERE, NOW)
        async with database.read():
            seen.append((await silent.newest_generations(), await directory_only.load()))
    assert [listed for _, listed in seen] == [{HERE}, {HERE}, frozenset()]
    assert len({newest for newest, _ in seen}) == 3
    async with database.read():
        assert await silent.last_import() is None
