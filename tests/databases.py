"""Databases of both engines for tests. The migrations run once: the file is copied, the one on the server emptied."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from db.engine import Database
from db.migrate import upgrade
from db.schema import metadata


def in_file(file: Path) -> Database:
    """SQLite that does not wait for the disk: that would be half of the time."""
    return without_power_cuts(Database(f"sqlite+aiosqlite:///{file}"))


def without_power_cuts(database: Database) -> Database:
    """The same database; a commit on SQLite does not wait for the disk any more."""
    if database.is_sqlite:
        sa.event.listen(database.engine, "connect", _no_waiting)
    return database


def _no_waiting(raw: DBAPIConnection, _record: object) -> None:
    cursor = raw.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


async def migrated(url: str) -> None:
    """Bring this database up to the current schema."""
    database = Database(url)
    await upgrade(database)
    await database.close()


@asynccontextmanager
async def on_server(server: str) -> AsyncIterator[str]:
    """The URL of a PostgreSQL database of its own, without tables, on this server (a URL); gone afterwards."""
    name = f"test_{uuid4().hex[:12]}"
    async with _commanding(server) as connection:
        await connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    async with _commanding(server) as connection:
        await connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))


async def emptied(url: str) -> None:
    """As it was after the migrations: nobody connected, no rows, all numbers from one again. A new database for each
    test would be some three hundred files."""
    rows = "; ".join(f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables))
    async with _commanding(url) as connection:
        for statement in (_ALONE, _NO_TRIGGERS, f"DO $$ BEGIN {rows}; END $$", _FROM_ONE):
            await connection.execute(sa.text(statement))


_ALONE: Final = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_NO_TRIGGERS: Final = "SET session_replication_role = replica"  # the audit log lets nothing be taken away
_FROM_ONE: Final = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences
    WHERE last_value IS NOT NULL
"""


@asynccontextmanager
async def _commanding(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection for commands that stand outside of transactions."""
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()
