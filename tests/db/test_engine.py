"""Transactions: whole or not at all, one inside the other, and many at once."""

import asyncio
import contextvars
import stat
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.engine import Database, connection, erased, execute
from db.migrate import upgrade
from db.schema import generations as table
from db.turnstile import Turnstile
from tests.db.waiting import NOW


async def add(label: str) -> None:
    values = {"kind": "registry", "label": label, "rows": 0, "loaded_at": NOW}
    await execute(sa.insert(table).values(values))


async def labels(database: Database) -> list[str]:
    async with database.read():
        return [row.label for row in await execute(sa.select(table.c.label).order_by(table.c.id))]


async def test_thirty_at_once_read_change_and_write(database: Database) -> None:
    async with database.write():
        await add("counter")

    async def counts() -> None:
        async with database.write():
            row = (await execute(sa.select(table).with_for_update())).one()
            await asyncio.sleep(0)
            await execute(sa.update(table).values(rows=row.rows + 1))

    await asyncio.gather(*(counts() for _ in range(30)))
    async with database.read():
        assert (await execute(sa.select(table.c.rows))).scalar_one() == 30


async def adds_and_fails(database: Database) -> None:
    """An inner transaction that ends well, in an outer one that does not."""
    async with database.write():
        async with database.write():
            await add("inner")
        async with database.read():
            assert (await execute(sa.select(table.c.label))).scalar_one() == "inner"
        raise ValueError("outer")


async def test_an_exception_leaves_nothing_behind_nor_of_what_joined(database: Database) -> None:
    with pytest.raises(ValueError, match="outer"):
        await adds_and_fails(database)
    async with database.write():
        await add("kept")
    assert await labels(database) == ["kept"]


async def test_a_cancelled_transaction_leaves_nothing_behind(database: Database) -> None:
    started = asyncio.Event()

    async def hangs() -> None:
        async with database.write():
            await add("lost")
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hangs())
    await started.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with database.write():  # the lock is free again
        await add("kept")
    assert await labels(database) == ["kept"]


async def test_readers_do_not_see_what_is_not_committed(database: Database) -> None:
    written, seen = asyncio.Event(), asyncio.Event()

    async def writes() -> None:
        async with database.write():
            await add("new")
            written.set()
            await seen.wait()

    async with asyncio.TaskGroup() as group:
        group.create_task(writes())
        await written.wait()
        assert await labels(database) == []
        seen.set()
    assert await labels(database) == ["new"]


async def test_statements_need_a_transaction(database: Database) -> None:
    with pytest.raises(LookupError):
        connection()
    async with database.read():
        assert connection().dialect.name == ("sqlite" if database.is_sqlite else "postgresql")


async def test_cancelled_at_any_moment_a_writer_leaves_the_file_free(database: Database) -> None:
    """A statement cut off before its rows were read would keep SQLite's file locked for everyone after it."""
    async with database.write():
        await add("counter")

    async def counts() -> None:
        while True:
            async with database.write():
                (await execute(sa.update(table).values(rows=table.c.rows + 1).returning(table.c.id))).all()
                await add("one more")

    for moment in range(150):
        counting = asyncio.create_task(counts())
        await asyncio.sleep(moment / 10_000)
        counting.cancel()
        async with database.write():  # a locked file would be an error, after ten seconds
            await execute(sa.update(table).values(loaded_at=NOW))
        with pytest.raises(asyncio.CancelledError):
            await counting


async def test_who_may_go_first_passes_all_who_wait() -> None:
    gate, went = Turnstile(), []

    async def goes(name: str, *, first: bool = False) -> None:
        async with gate.passed(first=first):
            went.append(name)
            await asyncio.sleep(0)

    async with gate.passed():
        waiting = [asyncio.create_task(goes("a")), asyncio.create_task(goes("b"))]
        waiting += [asyncio.create_task(goes("gone")), asyncio.create_task(goes("first", first=True))]
        await asyncio.sleep(0)
        waiting[2].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert went == ["first", "a", "b"]


async def test_whoever_is_cancelled_in_the_moment_of_their_turn_hands_it_on() -> None:
    gate, went = Turnstile(), []

    async def goes(name: str) -> None:
        async with gate.passed():
            went.append(name)

    async with gate.passed():
        first, second = asyncio.create_task(goes("a")), asyncio.create_task(goes("b"))
        await asyncio.sleep(0)
    first.cancel()  # it was handed the turn a moment ago
    await asyncio.gather(first, second, return_exceptions=True)
    assert went == ["b"]
    async with asyncio.timeout(1), gate.passed():
        pass


async def test_what_is_erased_is_in_no_file(tmp_path: Path) -> None:
    """Neither in the database nor in the log of writes beside it, once nobody reads."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'private' / 'words.sqlite3'}")
    await upgrade(database)
    async with database.write():
        await add(SECRET)
    recipient = Database(database.url)
    async with recipient.read():
        assert (await execute(sa.select(table.c.label))).scalar_one() == SECRET
        await asyncio.get_running_loop().create_task(erase(database), context=contextvars.Context())
        assert SECRET in contents(tmp_path)  # a reader's view still needs it
    await recipient.close()
    assert await database.empty_log()
    assert SECRET not in contents(tmp_path)

    async with database.write():
        await add(SECRET)
    await erase(database)
    assert SECRET not in contents(tmp_path)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "private").iterdir()}
    assert set(modes.values()) == {0o600}, modes
    await database.close()


SECRET = "words-of-a-resident" * 20


def contents(folder: Path) -> str:
    return "".join(file.read_bytes().decode("latin-1") for file in folder.rglob("*") if file.is_file())


async def erase(database: Database) -> None:
    async with database.write():
        erased()
        await execute(sa.delete(table))
