"""The only file that knows which database this is.

One transaction at a time belongs to a task: `Database.write()` / `read()` open it and put its connection into a
context variable, and every function in `db/` runs its statements there (`execute`). A nested `write()` joins the
outer transaction, so a use case commits once however many functions it calls.

Where they differ: `db/sqlite.py` and `db/server.py`. Writers of one process queue on a lock instead of spinning in
SQLite's busy_timeout.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import Any, Final, TypeAlias

import sqlalchemy as sa
from asyncpg import PostgresError
from sqlalchemy.dialects.postgresql import JSONB

from db.server import Server, ServerConnection
from db.sqlite import Sqlite, SqliteConnection
from db.turnstile import Turnstile

Connection: TypeAlias = SqliteConnection | ServerConnection

_current: ContextVar[Connection | None] = ContextVar("current_connection", default=None)
_ERASED: Final = "erased"
_AWAY = "DATABASE_URL {} (see .env.example)."


def is_trouble(error: BaseException) -> bool:
    """Whether the database failed, not whoever used it: away, full, locked, or refusing what it takes on other days."""
    return isinstance(error, (sa.exc.DBAPIError, sa.exc.TimeoutError, PostgresError, ConnectionError))


class DatabaseAway(Exception):
    """The database cannot be used; the message is a sentence for the operator, without the URL's password."""


class Database:
    """One database and its two kinds of transaction. Build it with a URL of SQLite or of PostgreSQL (asyncpg)."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._pool = _pool(url)
        self.is_sqlite = isinstance(self._pool, Sqlite)
        self.engine = self._pool.engine
        self._writer = Turnstile() if self.is_sqlite else None

    @asynccontextmanager
    async def write(self, *, first: bool = False) -> AsyncIterator[Connection]:
        """A write transaction: commits at the end, rolls back on any exception; joins one that is open. `first`: before
        all who wait for theirs."""
        if (outer := _current.get()) is not None:
            yield outer
            return
        async with AsyncExitStack() as stack:
            if self._writer is not None:
                await stack.enter_async_context(self._writer.passed(first=first))
            async with self._transaction(writer=True) as connection:
                yield connection
                gone = connection.info.pop(_ERASED, False)
            if gone:
                await self.empty_log()

    async def empty_log(self) -> bool:
        """SQLite keeps what was written in a log beside the file, the words that were erased a moment ago among them:
        put the log into the file and cut it off. False: somebody reads just now; the next time does it."""
        return await self._pool.empty_log() if isinstance(self._pool, Sqlite) else True

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Connection]:
        """A read transaction (one snapshot on SQLite); joins one that is open."""
        if (outer := _current.get()) is not None:
            yield outer
            return
        async with self._transaction(writer=False) as connection:
            yield connection

    @asynccontextmanager
    async def _transaction(self, *, writer: bool) -> AsyncIterator[Connection]:
        async with self._pool.transaction(writer=writer) as connection:
            token = _current.set(connection)
            try:
                yield connection
            finally:
                _current.reset(token)

    @asynccontextmanager
    async def commits(self) -> AsyncIterator[Callable[[], Awaitable[object]]]:
        """Asks on a connection of its own for something that is another one whenever anybody else has committed."""
        async with self._pool.commits() as stamp:
            yield stamp

    async def close(self) -> None:
        await self._pool.close()


@asynccontextmanager
async def migration_connection(database: Database) -> AsyncIterator[Connection]:
    """A write transaction of its own, with SQLite's foreign keys off."""
    pool = _pool(database.url, foreign_keys=False)
    try:
        async with AsyncExitStack() as stack:
            yield await _first(stack, pool)
    finally:
        await pool.close()


async def _first(stack: AsyncExitStack, pool: Sqlite | Server) -> Connection:
    """The first connection of all: here an operator's mistake shows."""
    try:
        connection: Connection = await stack.enter_async_context(pool.transaction(writer=True))
        await connection.execute(sa.select(1))
    except (OSError, sa.exc.DBAPIError, PostgresError) as error:
        raise DatabaseAway(_AWAY.format(f"names a database that does not answer: {type(error).__name__}")) from error
    return connection


def connection() -> Connection:
    """The open transaction's connection; `LookupError` outside of one."""
    if (open_one := _current.get()) is None:
        raise LookupError("no transaction is open: wrap the call in Database.write() or read()")
    return open_one


async def execute(
    statement: sa.Executable, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
) -> sa.CursorResult[Any]:
    """Run one statement in the open transaction; `rows` are parameters (a sequence: executemany).

    A statement is never left half-way: a cancellation waits for it. Else the connection would be thrown away in the
    middle of it, and SQLite's file could stay locked until that is done.
    """
    return await connection().execute(statement, rows)


def erased() -> None:
    """This transaction takes somebody's words away: nothing of them may stay in the log of writes."""
    connection().info[_ERASED] = True


def dialect_name() -> str:
    """`sqlite` or `postgresql`, of the open transaction."""
    return connection().dialect.name


def insert(table: sa.Table) -> Any:
    """INSERT that can `on_conflict_do_nothing/update`: both engines spell it alike, SQLAlchemy keeps it per dialect."""
    if dialect_name() == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        return sqlite_insert(table)
    from sqlalchemy.dialects.postgresql import insert as postgresql_insert

    return postgresql_insert(table)


def members(values: Iterable[str]) -> sa.Select[Any]:
    """The values of a list that is given as one parameter, however long: for `column.in_(…)`."""
    listed = json.dumps(sorted(values))
    if dialect_name() == "sqlite":
        rows = sa.func.json_each(listed)
    else:
        rows = sa.func.jsonb_array_elements_text(sa.cast(sa.literal(listed, sa.Text), JSONB))
    return sa.select(rows.table_valued("value").c.value)


def built_once(build: Callable[[], sa.Executable]) -> Callable[[], sa.Executable]:
    """For a statement that `insert` makes: built when it is first asked for, once for each engine."""
    made: dict[str, sa.Executable] = {}

    @wraps(build)
    def kept() -> sa.Executable:
        if (dialect := dialect_name()) not in made:
            made[dialect] = build()
        return made[dialect]

    return kept


def missing_file(url: str) -> Path | None:
    """The SQLite file of this URL when there is none yet; None for one that is there and for other databases."""
    file = _file(url)
    return file if file is not None and not file.exists() else None


def _file(url: str) -> Path | None:
    try:
        database = sa.make_url(url).database
    except sa.exc.ArgumentError:  # told when the engine is made
        return None
    return Path(database) if url.startswith("sqlite") and database and database != ":memory:" else None


def _pool(url: str, *, foreign_keys: bool = True) -> Sqlite | Server:
    try:
        parsed = sa.make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return Sqlite(parsed, foreign_keys=foreign_keys)
        return Server(parsed)
    except (sa.exc.ArgumentError, sa.exc.InvalidRequestError, ImportError) as error:
        raise DatabaseAway(_AWAY.format("is not sqlite+aiosqlite:///FILE or postgresql+asyncpg://…")) from error
    except OSError as error:
        raise DatabaseAway(_AWAY.format(f"names a folder that cannot be made ({error.strerror})")) from error
