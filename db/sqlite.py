"""SQLite: SQLAlchemy's plain engine, each connection in a thread of its own, which a statement visits once.

SQLAlchemy's adapter for aiosqlite makes four visits to such a thread for a statement, and changes greenlets around
each: that costs several times what is done in the thread.
"""

import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy
from sqlalchemy.engine.interfaces import DBAPIConnection

from db.threads import Worker

P = ParamSpec("P")
T = TypeVar("T")
Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None

BUSY_TIMEOUT_MS: Final = 10_000
LOG_TIMEOUT_MS: Final = 200
"""Who reads is not waited for any longer, as others wait behind."""
KEPT: Final = 5
"""Connections that wait for the next who wants one."""


class Connection:
    """As far as we need it what SQLAlchemy's `AsyncConnection` is, for one task at a time."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._worker = Worker("sqlite")
        self._sync: sa.Connection | None = None
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
        return await self._worker.do(self._with_connection, work, args, named)

    def _with_connection(self, work: Callable[..., T], args: Sequence[Any], named: Mapping[str, Any]) -> T:
        """A transaction begins with its first statement. Writers take the file at once: with a deferred BEGIN two that
        both read first die with "database is locked"."""
        if self._sync is None:
            self._sync = self._engine.connect()
        if not self._sync.in_transaction():
            self._sync.exec_driver_sql("BEGIN IMMEDIATE" if self._writer else "BEGIN")
        return work(self._sync, *args, **named)

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
        if self._sync is not None and self._sync.in_transaction():
            await self._worker.do(how, self._sync)

    @property
    def is_sound(self) -> bool:
        """Whether the next may have it."""
        return self._sync is None or not (self._sync.closed or self._sync.invalidated or self._sync.in_transaction())

    async def close(self) -> None:
        if self._sync is not None:
            await self._worker.do(self._sync.close)
        self._worker.end()


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
        self._idle: list[Connection] = []
        self._closed = False
        self.engine = sa.create_engine(
            url.set(drivername="sqlite"), poolclass=sa.NullPool, connect_args={"check_same_thread": False}
        )
        event.listen(self.engine, "connect", self._set_up)

    @asynccontextmanager
    async def transaction(self, *, writer: bool) -> AsyncIterator[Connection]:
        connection = self._idle.pop() if self._idle else Connection(self.engine)
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
        worker = Worker("sqlite-log")
        try:
            return await worker.do(self._empty_log)
        finally:
            worker.end()

    def _empty_log(self) -> bool:
        with self.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute(f"PRAGMA busy_timeout={LOG_TIMEOUT_MS}")
            busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

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


def _make_private(file: Path) -> None:
    """Nobody else of the machine reads what residents wrote; SQLite gives the files beside it the same mode."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
