"""SQLite through aiosqlite: SQLAlchemy's plain engine in the thread of an aiosqlite connection.

A statement visits that thread once. SQLAlchemy's own adapter for aiosqlite makes four visits for a statement, and
changes greenlets around each: that costs several times what is done in the thread.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import aiosqlite
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy
from sqlalchemy.engine.interfaces import DBAPIConnection

from bot.domain.finishing import to_the_end

P = ParamSpec("P")
T = TypeVar("T")
Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None

BUSY_TIMEOUT_MS: Final = 10_000
LOG_TIMEOUT_MS: Final = 200
"""Who reads is not waited for any longer, as others wait behind."""
KEPT: Final = 5
"""Connections that wait for the next who wants one."""


class _Thread:
    """That of one aiosqlite connection, which holds SQLAlchemy's in place of the driver's. Nothing is left half-way: a
    cancellation waits for what is under way."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._inner: Any = None
        self.connection: sa.Connection | None = None

    async def do(self, work: Callable[Concatenate[sa.Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Its result or its error; opens the connection for the first."""
        if self.connection is None:
            await self._open()
        try:
            # a method with an underscore, but the one that all of aiosqlite's own go through
            done: T = await self._inner._execute(work, self.connection, *args, **named)
        except asyncio.CancelledError:
            await to_the_end(self._inner._execute(int))  # it does one thing after another: all before this are done
            raise
        return done

    async def _open(self) -> None:
        connect: Any = self._engine.connect
        inner: Any = aiosqlite.Connection(connect, iter_chunk_size=1)
        inner._thread.daemon = True  # a process that fails before it closes this one ends all the same
        self._inner = await inner
        self.connection = inner._conn

    async def close(self) -> None:
        if self.connection is not None:
            await to_the_end(self._inner.close())


class SqliteConnection:
    """As far as we need it what SQLAlchemy's `AsyncConnection` is, for one task at a time."""

    def __init__(self, engine: sa.Engine) -> None:
        self._thread = _Thread(engine)
        self._writer = True
        self.dialect = engine.dialect
        self.info: dict[str, Any] = {}

    async def execute(self, statement: sa.Executable, rows: Rows = None) -> sa.CursorResult[Any]:
        """All rows are there when it returns."""
        return await self.run_sync(_execute, statement, rows)

    async def exec_driver_sql(self, statement: str) -> sa.CursorResult[Any]:
        return await self.run_sync(_exec_driver_sql, statement)

    async def run_sync(self, work: Callable[Concatenate[sa.Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Do this in the thread."""
        return await self._thread.do(self._begun, work, args, named)

    def _begun(
        self, connection: sa.Connection, work: Callable[..., T], args: Sequence[Any], named: Mapping[str, Any]
    ) -> T:
        """A transaction begins with its first statement. Writers take the file at once: with a deferred BEGIN two that
        both read first die with "database is locked"."""
        if not connection.in_transaction():
            connection.exec_driver_sql("BEGIN IMMEDIATE" if self._writer else "BEGIN")
        return work(connection, *args, **named)

    @asynccontextmanager
    async def transaction(self, *, writer: bool) -> AsyncIterator[None]:
        """Begins with the first statement; without any there is none."""
        self.info = {}
        self._writer = writer
        try:
            yield
            await self._finish(sa.Connection.commit)
        except BaseException:
            await self._finish(sa.Connection.rollback)
            raise

    async def _finish(self, how: Callable[[sa.Connection], None]) -> None:
        opened = self._thread.connection
        if opened is not None and opened.in_transaction():
            await self._thread.do(how)

    @property
    def is_sound(self) -> bool:
        """Whether the next may have it."""
        opened = self._thread.connection
        return opened is None or not (opened.closed or opened.invalidated or opened.in_transaction())

    async def close(self) -> None:
        await self._thread.close()


def _execute(connection: sa.Connection, statement: sa.Executable, rows: Rows) -> sa.CursorResult[Any]:
    return _read(connection.execute(statement, rows))


def _exec_driver_sql(connection: sa.Connection, statement: str) -> sa.CursorResult[Any]:
    return _read(connection.exec_driver_sql(statement))


def _read(result: sa.CursorResult[Any]) -> sa.CursorResult[Any]:
    """Here, and not row by row when somebody asks for them. What SQLAlchemy has read already stays as it is."""
    if result.returns_rows and not isinstance(result.cursor_strategy, FullyBufferedCursorFetchStrategy):
        cursor: Any = result.cursor
        result.cursor_strategy = FullyBufferedCursorFetchStrategy(cursor, initial_buffer=cursor.fetchall())
    return result


class Sqlite:
    """Connections to one file, and what each of them is set to."""

    def __init__(self, url: sa.URL, *, foreign_keys: bool = True) -> None:
        """Raises `OSError` when the file's folder cannot be made."""
        if url.database and url.database != ":memory:":
            _make_private(Path(url.database))
        self._foreign_keys = foreign_keys
        self._idle: list[SqliteConnection] = []
        self._closed = False
        self.engine = sa.create_engine(
            url.set(drivername="sqlite"), poolclass=sa.NullPool, connect_args={"check_same_thread": False}
        )
        event.listen(self.engine, "connect", self._set_up)

    @asynccontextmanager
    async def transaction(self, *, writer: bool) -> AsyncIterator[SqliteConnection]:
        connection = self._idle.pop() if self._idle else SqliteConnection(self.engine)
        try:
            async with connection.transaction(writer=writer):
                yield connection
        finally:
            if connection.is_sound and not self._closed and len(self._idle) < KEPT:
                self._idle.append(connection)
            else:
                await connection.close()

    async def empty_log(self) -> bool:
        """Put the log of writes into the file and cut it off; False: somebody reads just now."""
        thread = _Thread(self.engine)
        try:
            return await thread.do(_empty_log)
        finally:
            await thread.close()

    @asynccontextmanager
    async def commits(self) -> AsyncIterator[Callable[[], Awaitable[object]]]:
        """SQLite's own count, which each connection sees change when another one has written."""
        thread = _Thread(self.engine)
        try:
            yield partial(thread.do, _data_version)
        finally:
            await thread.close()

    async def close(self) -> None:
        """Who still has a connection closes it."""
        self._closed = True
        while self._idle:
            await self._idle.pop().close()

    def _set_up(self, raw: DBAPIConnection, _record: object) -> None:
        raw.isolation_level = None  # the driver must not start transactions of its own
        cursor = raw.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"foreign_keys={'ON' if self._foreign_keys else 'OFF'}",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "secure_delete=ON",  # what is deleted is overwritten
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def _data_version(connection: sa.Connection) -> object:
    raw: Any = connection.connection.driver_connection
    return raw.execute("PRAGMA data_version").fetchone()[0]


def _empty_log(connection: sa.Connection) -> bool:
    raw: Any = connection.connection.driver_connection
    raw.execute(f"PRAGMA busy_timeout={LOG_TIMEOUT_MS}")
    busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _make_private(file: Path) -> None:
    """Nobody else of the machine reads what residents wrote; SQLite gives the files beside it the same mode."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
