"""The only file that knows which database this is.

One transaction at a time belongs to a task: `Database.write()` / `read()` open it and put its connection into a
context variable, and every function in `db/` runs its statements there (`execute`). A nested `write()` joins the
outer transaction, so a use case commits once however many functions it calls.

SQLite needs care: with a deferred BEGIN two writers that both read first die with "database is locked", so writers
start with BEGIN IMMEDIATE, and writers of one process queue on a lock instead of spinning in busy_timeout.
"""

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from asyncpg import PostgresError
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.domain.finishing import to_the_end
from db.one_hop import Driver

_current: ContextVar[AsyncConnection | None] = ContextVar("current_connection", default=None)
BUSY_TIMEOUT_MS = 10_000
LOG_TIMEOUT_MS: Final = 200
"""Who reads is not waited for any longer, as others wait behind."""
_ERASED: Final = "erased"
POSTGRESQL: Final[Mapping[str, Any]] = {
    "pool_pre_ping": True,
    # Compiling the plans of our small statements takes it a hundred times longer than running them.
    "connect_args": {"server_settings": {"jit": "off"}},
}
_AWAY = "DATABASE_URL {} (see .env.example)."


class Turnstile:
    """One at a time, in the order they came, but those who may go `first` before all others."""

    def __init__(self) -> None:
        self._taken = False
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def passed(self, *, first: bool = False) -> AsyncIterator[None]:
        await self._take(self._first if first else self._others)
        try:
            yield
        finally:
            self._hand_on()

    async def _take(self, line: deque[asyncio.Future[None]]) -> None:
        if not self._taken:
            self._taken = True
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():  # it was our turn already
                self._hand_on()
            raise

    def _hand_on(self) -> None:
        while line := self._first or self._others:
            mine = line.popleft()
            if not mine.done():  # who has stopped waiting takes no turn
                mine.set_result(None)
                return
        self._taken = False


def is_trouble(error: BaseException) -> bool:
    """Whether the database failed, not whoever used it: away, full, locked, or refusing what it takes on other days."""
    return isinstance(error, (sa.exc.DBAPIError, sa.exc.TimeoutError, PostgresError, ConnectionError))


class DatabaseAway(Exception):
    """The database cannot be used; the message is a sentence for the operator, without the URL's password."""


class Database:
    """An engine and its two kinds of transaction. Build it with a SQLAlchemy URL (aiosqlite or asyncpg)."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine: AsyncEngine = _engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._writer = Turnstile() if self.is_sqlite else None
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _set_up_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)

    @asynccontextmanager
    async def write(self, *, first: bool = False) -> AsyncIterator[AsyncConnection]:
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
        if not self.is_sqlite:
            return True
        async with self.engine.connect() as connection:
            raw: Any = (await connection.get_raw_connection()).driver_connection
            await raw.execute(f"PRAGMA busy_timeout={LOG_TIMEOUT_MS}")
            try:
                busy, _, _ = await (await raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")).fetchone()
            finally:
                await raw.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        return not busy

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A read transaction (one snapshot on SQLite); joins one that is open."""
        if (outer := _current.get()) is not None:
            yield outer
            return
        async with self._transaction(writer=False) as connection:
            yield connection

    @asynccontextmanager
    async def _transaction(self, *, writer: bool) -> AsyncIterator[AsyncConnection]:
        async with self.engine.connect() as connection:
            await connection.execution_options(writer=writer)
            async with connection.begin():
                token = _current.set(connection)
                try:
                    yield connection
                finally:
                    _current.reset(token)

    async def close(self) -> None:
        await self.engine.dispose()


@asynccontextmanager
async def migration_connection(database: Database) -> AsyncIterator[AsyncConnection]:
    """A write transaction on an engine of its own, with SQLite's foreign keys off."""
    engine = _engine(database.url)
    if database.is_sqlite:
        event.listen(engine.sync_engine, "connect", _set_up_sqlite)
        event.listen(engine.sync_engine, "connect", _foreign_keys_off)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
    try:
        async with _connected(engine) as connection, connection.begin():
            yield connection
    finally:
        await engine.dispose()


@asynccontextmanager
async def _connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """The first connection of all: here an operator's mistake shows."""
    try:
        connection = await engine.connect()
    except (OSError, sa.exc.DBAPIError, PostgresError) as error:
        raise DatabaseAway(_AWAY.format(f"names a database that does not answer: {type(error).__name__}")) from error
    try:
        yield connection
    finally:
        await connection.close()


def connection() -> AsyncConnection:
    """The open transaction's connection; `LookupError` outside of one."""
    if (open_one := _current.get()) is None:
        raise LookupError("no transaction is open: wrap the call in Database.write() or read()")
    return open_one


async def execute(
    statement: sa.Executable, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
) -> sa.CursorResult[Any]:
    """Run one statement in the open transaction; `rows` are parameters (a sequence: executemany).

    A statement is never left half-way: a cancellation waits for it. Else SQLAlchemy would throw the connection away,
    and SQLite's file could stay locked until that is done.
    """
    result: sa.CursorResult[Any] = await to_the_end(connection().execute(statement, rows))
    return result


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


def _engine(url: str) -> AsyncEngine:
    try:
        if (file := _file(url)) is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            _make_private(file)
        return create_async_engine(url, **({"module": Driver()} if url.startswith("sqlite") else POSTGRESQL))
    except (sa.exc.ArgumentError, sa.exc.InvalidRequestError, ImportError) as error:
        raise DatabaseAway(_AWAY.format("is not sqlite+aiosqlite:///FILE or postgresql+asyncpg://…")) from error
    except OSError as error:
        raise DatabaseAway(_AWAY.format(f"names a folder that cannot be made ({error.strerror})")) from error


def _make_private(file: Path) -> None:
    """Nobody else of the machine reads what residents wrote; SQLite gives the files beside it the same mode."""
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _set_up_sqlite(raw: DBAPIConnection, _record: object) -> None:
    raw.isolation_level = None  # the driver must not start transactions of its own
    cursor = raw.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "secure_delete=ON",  # what is deleted is overwritten
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _foreign_keys_off(raw: DBAPIConnection, _record: object) -> None:
    cursor = raw.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    writer = connection.get_execution_options().get("writer", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")
