"""What every test may use: databases of both engines, migrated, each test with its own."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest
import sqlalchemy as sa
import structlog
from sqlalchemy.ext.asyncio import create_async_engine

from db.engine import Database
from db.migrate import upgrade

# How fast a busy machine draws examples says nothing about the code.
hypothesis.settings.register_profile("house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("house")

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL")
SHARED_DATA = Path(__file__).parent.parent.parent / "shared" / "data"


@pytest.fixture
def official_files() -> Path:
    """The folder of real official files; the test is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the official files are not here")
    return SHARED_DATA


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with the current schema, on each engine that is there."""
    async for each in _databases(request.param, tmp_path):
        await upgrade(each)
        yield each


@pytest.fixture(params=["sqlite", "postgresql"])
async def bare_database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """The same without any table, for the migrations."""
    async for each in _databases(request.param, tmp_path):
        yield each


async def _databases(engine: str, folder: Path) -> AsyncIterator[Database]:
    if engine == "sqlite":
        database = Database(f"sqlite+aiosqlite:///{folder / 'test.sqlite3'}")
        yield database
        await database.close()
        return
    if not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    name = f"test_{uuid4().hex[:12]}"
    server = create_async_engine(POSTGRES_URL, isolation_level="AUTOCOMMIT")
    async with server.connect() as connection:
        await connection.execute(sa.text(f"CREATE DATABASE {name}"))
    database = Database(sa.make_url(POSTGRES_URL).set(database=name).render_as_string(hide_password=False))
    yield database
    await database.close()
    async with server.connect() as connection:
        await connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    await server.dispose()


@pytest.fixture(autouse=True)
def logs_go_where_each_test_looks() -> Iterator[None]:
    """A command run inside a test points the log at that test's streams, which are closed after it."""
    yield
    structlog.reset_defaults()
