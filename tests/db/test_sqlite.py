"""SQLite in one visit a statement: what it leaves is what SQLAlchemy gives, and nothing is left half-way."""

import asyncio
from typing import Any

import aiosqlite
import pytest
import sqlalchemy as sa

from db.engine import Database, connection, execute, is_trouble
from db.schema import generations as table
from tests.db.waiting import NOW, driver

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

ID, LABEL = table.c.id, table.c.label


def rows(*labels: str) -> list[dict[str, Any]]:
    return [{"kind": "registry", "label": label, "rows": 0, "loaded_at": NOW} for label in labels]


async def labels() -> list[str]:
    return list((await execute(sa.select(LABEL).order_by(ID))).scalars())


async def test_rows_come_one_by_one_in_parts_and_all_at_once(database: Database) -> None:
    async with database.write():
        await execute(sa.insert(table), rows(*"abcde"))
        found = await execute(sa.select(LABEL).order_by(ID))
        assert found.fetchone() == ("a",)
        assert found.fetchmany(2) == [("b",), ("c",)]
        assert found.fetchall() == [("d",), ("e",)]
        assert [len(part) for part in (await execute(sa.select(LABEL))).partitions(2)] == [2, 2, 1]


async def test_a_statement_tells_how_many_rows_it_touched(database: Database) -> None:
    async with database.write():
        await execute(sa.insert(table), rows(*"abc"))
        assert (await execute(sa.update(table).values(rows=1).where(LABEL != "a"))).rowcount == 2
        each = sa.update(table).where(sa.bindparam("which") == LABEL).values(rows=2)
        assert (await execute(each, [{"which": "a"}, {"which": "b"}, {"which": "none"}])).rowcount == 2
        assert (await execute(sa.delete(table).where(LABEL == "none"))).rowcount == 0


async def test_returning_gives_the_rows_also_of_many(database: Database) -> None:
    async with database.write():
        added = await execute(sa.insert(table).returning(ID, LABEL, sort_by_parameter_order=True), rows(*"abc"))
        assert [row.label for row in added] == ["a", "b", "c"]
        changed = await execute(sa.update(table).values(rows=9).where(LABEL != "b").returning(LABEL))
        assert sorted(changed.scalars()) == ["a", "c"]
        gone = await execute(sa.delete(table).returning(LABEL))
        assert len(gone.all()) == 3
        assert await labels() == []


async def test_a_new_row_tells_its_key(database: Database) -> None:
    async with database.write():
        first = await execute(sa.insert(table).inline(), rows("a")[0])
        assert first.lastrowid == (await execute(sa.select(ID))).scalar_one()


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("INSERT INTO report_moves (report_id, at) VALUES (1, '2026-01-01')", sa.exc.IntegrityError),
        ("SELECT * FROM nowhere", sa.exc.OperationalError),
        ("SELECT 1; SELECT 2", sa.exc.ProgrammingError),
    ],
    ids=["constraint", "no table", "two statements"],
)
async def test_an_error_is_of_the_kind_everybody_expects(
    database: Database, statement: str, error: type[Exception]
) -> None:
    """And the transaction goes on, if whoever made the mistake wants it to."""
    async with database.write():
        await execute(sa.insert(table), rows("before"))
        with pytest.raises(error) as caught:
            await execute(sa.text(statement))
        assert is_trouble(caught.value)
        assert await labels() == ["before"]


async def reads_from_one_that_is_closed(database: Database) -> None:
    async with database.read():
        await labels()
        await connection().run_sync(lambda sync: driver(sync).close())
        await labels()


async def test_a_connection_that_is_gone_is_replaced(database: Database) -> None:
    with pytest.raises(sa.exc.ProgrammingError) as caught:
        await reads_from_one_that_is_closed(database)
    assert caught.value.connection_invalidated
    async with database.read():
        assert await labels() == []


LONG = sa.text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT max(i) FROM n")


async def test_a_cancelled_statement_leaves_the_file_to_others_and_nothing_behind(database: Database) -> None:
    async def writes_and_waits() -> None:
        async with database.write():
            await execute(sa.insert(table), rows("lost"))
            await execute(LONG)

    task = asyncio.create_task(writes_and_waits())
    await asyncio.sleep(0.1)
    assert not task.done(), "the statement runs"
    task.cancel()
    async with asyncio.timeout(9), database.write():  # a locked file would be an error after ten seconds
        await execute(sa.insert(table), rows("kept"))
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.read():
        assert await labels() == ["kept"]


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What threads were asked for."""
    found: list[object] = []
    through: Any = aiosqlite.Connection._execute

    async def counted(self: aiosqlite.Connection, *what: Any, **named: Any) -> Any:
        found.append(what)
        return await through(self, *what, **named)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    return found


async def test_each_statement_is_one_visit_and_the_commit_another(database: Database, visits: list[object]) -> None:
    async with database.write():
        await execute(sa.insert(table), rows(*"abc"))
        await execute(sa.update(table).values(rows=1).returning(ID))
        assert await labels() == ["a", "b", "c"]
    assert len(visits) == 4


async def test_a_transaction_without_statements_is_none(database: Database, visits: list[object]) -> None:
    async with database.write(), database.read():
        pass
    assert not visits
