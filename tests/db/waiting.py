"""Rows for the tests of inbox and outbox."""

from collections.abc import Awaitable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain.notices import Priority
from db import outbox
from db.engine import Database, execute
from db.outbox import OutboxRow
from db.schema import outbox as table

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
LEASE = timedelta(minutes=1)


def notice(chat: int, lane: int = 0, **more: Any) -> dict[str, Any]:
    """A due notice to a chat; `lane`: the report it is about."""
    priority = more.get("priority", Priority.ANSWER)
    row = {"channel": "telegram", "chat_id": chat, "lane": outbox.lane_of("telegram", chat, lane, priority)}
    row |= {"locale": "uk", "kind": "help", "priority": priority, "below": None, "quotes": None}
    return row | {"fields": {}, "created_at": NOW, "due_at": NOW, "key": None, "edits": None} | more


async def put(database: Database, *rows: dict[str, Any]) -> None:
    async with database.write():
        for row in rows:  # one by one: the ids must follow this order on both engines
            await outbox.put([row])


async def claim(
    database: Database, *, now: datetime = NOW, most: int = 20, busy: Sequence[int] = ()
) -> list[OutboxRow]:
    async with database.write():
        return await outbox.claim(channel="telegram", now=now, leased_until=now + LEASE, most=most, busy=busy)


async def replace(database: Database, row: dict[str, Any]) -> None:
    async with database.write():
        await outbox.put_or_replace(row)


async def left(database: Database) -> list[sa.Row[Any]]:
    async with database.read():
        return list(await execute(sa.select(table).order_by(table.c.id)))


def driver(connection: sa.Connection) -> Any:
    """SQLite's own."""
    return connection.connection.driver_connection


async def steps(database: Database, work: Awaitable[object]) -> int:
    """How many hundreds of steps SQLite's machine takes for it: a measure that no busy computer changes."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    async with database.write() as connection:
        await connection.run_sync(lambda sync: driver(sync).set_progress_handler(count, 100))
        await work
        await connection.run_sync(lambda sync: driver(sync).set_progress_handler(None, 0))
    return counted
