"""PostgreSQL: SQLAlchemy over asyncpg."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.domain.finishing import to_the_end

P = ParamSpec("P")
T = TypeVar("T")
HOW: Final[Mapping[str, Any]] = {
    "pool_pre_ping": True,
    # Compiling the plans of our small statements takes it a hundred times longer than running them.
    "connect_args": {"server_settings": {"jit": "off"}},
}


class ServerConnection:
    """An `AsyncConnection` whose statements are not left half-way."""

    def __init__(self, inner: AsyncConnection) -> None:
        self._inner = inner
        self.dialect = inner.dialect
        self.info: dict[str, Any] = {}

    async def execute(
        self, statement: sa.Executable, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> sa.CursorResult[Any]:
        result: sa.CursorResult[Any] = await to_the_end(self._inner.execute(statement, rows))
        return result

    async def exec_driver_sql(self, statement: str) -> sa.CursorResult[Any]:
        return await to_the_end(self._inner.exec_driver_sql(statement))

    async def run_sync(self, work: Callable[Concatenate[sa.Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        return await self._inner.run_sync(work, *args, **named)


class Server:
    """Connections to one database of a server."""

    def __init__(self, url: sa.URL) -> None:
        self._engine = create_async_engine(url, **HOW)
        self.engine = self._engine.sync_engine

    @asynccontextmanager
    async def transaction(self, *, writer: bool) -> AsyncIterator[ServerConnection]:  # noqa: ARG002 - as that of SQLite
        async with self._engine.connect() as connection, connection.begin():
            yield ServerConnection(connection)

    @asynccontextmanager
    async def commits(self) -> AsyncIterator[Callable[[], Awaitable[object]]]:
        """Where the server's log of writes ends."""
        async with self._engine.connect() as connection:
            alone = await connection.execution_options(isolation_level="AUTOCOMMIT")

            async def stamp() -> object:
                asked = alone.exec_driver_sql("SELECT pg_current_wal_insert_lsn()::text")
                return (await to_the_end(asked)).scalar_one()

            yield stamp

    async def close(self) -> None:
        await self._engine.dispose()
