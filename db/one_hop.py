"""SQLite through aiosqlite, with one visit to the connection's thread for each statement.

SQLAlchemy's own adapter makes four: to get a cursor, to run the statement, to fetch the rows and to close the cursor;
each wakes a thread and then the loop, which costs several times what SQLite does in between. Everything else stays
SQLAlchemy's: `Driver` is handed to `create_async_engine(module=...)`.
"""

import sqlite3
from collections import deque
from collections.abc import Sequence
from typing import Any, NamedTuple

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection, AsyncAdapt_aiosqlite_dbapi
from sqlalchemy.util.concurrency import await_


class Outcome(NamedTuple):
    """What a statement left: `description` as in PEP 249, None where it gives no rows."""

    description: Any
    rowcount: int
    lastrowid: int | None
    rows: list[Any]


def _run(connection: sqlite3.Connection, statement: str, values: Any, *, many: bool) -> Outcome:
    """In the connection's thread."""
    cursor = connection.cursor()
    try:
        (cursor.executemany if many else cursor.execute)(statement, values)
        rows = cursor.fetchall() if cursor.description else []
        return Outcome(cursor.description, cursor.rowcount, cursor.lastrowid, rows)
    finally:
        cursor.close()


_NOTHING = Outcome(None, -1, None, [])


class Cursor:
    """PEP 249 as far as SQLAlchemy asks for it."""

    server_side = False
    arraysize = 1

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._outcome = _NOTHING
        self._rows: deque[Any] = deque()

    @property
    def description(self) -> Any:
        return self._outcome.description

    @property
    def rowcount(self) -> int:
        return self._outcome.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._outcome.lastrowid

    def execute(self, statement: str, values: Any = ()) -> None:
        self._visit(statement, values, many=False)

    def executemany(self, statement: str, values: Any) -> None:
        self._visit(statement, values, many=True)

    def _visit(self, statement: str, values: Any, *, many: bool) -> None:
        driver: Any = self._connection.driver_connection
        try:
            # a method with an underscore, but the one that all of aiosqlite's own go through
            self._outcome = await_(driver._execute(_run, driver._conn, statement, values, many=many))
        except Exception as error:
            self._connection._handle_exception(error)
        self._rows = deque(self._outcome.rows)

    def fetchone(self) -> Any:
        return self._rows.popleft() if self._rows else None

    def fetchmany(self, size: int | None = None) -> Sequence[Any]:
        return [self._rows.popleft() for _ in range(min(size or self.arraysize, len(self._rows)))]

    def fetchall(self) -> Sequence[Any]:
        rows = list(self._rows)
        self._rows.clear()
        return rows

    def close(self) -> None:
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """Nothing is open: the cursor was closed where it was made."""


class Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()

    def cursor(self, server_side: bool = False) -> Any:  # noqa: FBT001, FBT002 - as its parent's
        return super().cursor(server_side=True) if server_side else Cursor(self)


class Driver(AsyncAdapt_aiosqlite_dbapi):
    """The "module" of PEP 249 that SQLAlchemy's dialect works with."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *arg: Any, **kw: Any) -> Connection:
        return Connection(self, super().connect(*arg, **kw)._connection)
