"""What every test may use: databases of both engines, migrated, each test with its own."""

import asyncio
import os
import shutil
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import hypothesis
import pytest
import structlog

from bot.places.load import fill
from db.engine import Database
from tests import databases, gazetteers

# How fast a busy machine draws examples says nothing about the code.
hypothesis.settings.register_profile("house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("house")

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL") or None
SHARED_DATA = Path(__file__).parent.parent.parent / "shared" / "data"


@pytest.fixture
def official_files() -> Path:
    """The folder of real official files; the test is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the official files are not here")
    return SHARED_DATA


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the current schema, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "migrated.sqlite3"
    asyncio.run(databases.migrated(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def filled_file(migrated_file: Path) -> Path:
    """The same with the embedded edition of the places, as the first start leaves it; to be copied."""
    file = Path(shutil.copy(migrated_file, migrated_file.with_name("filled.sqlite3")))

    async def make() -> None:
        database = databases.in_file(file)
        await fill(database, now=datetime.now(UTC))
        await database.close()

    asyncio.run(make())
    return file


@pytest.fixture(scope="session")
def migrated_url() -> Iterator[str | None]:
    """A PostgreSQL database with the current schema, to be emptied for each test; None where there is no server."""
    if not POSTGRES_URL:
        yield None
        return
    with asyncio.Runner() as runner:
        made = databases.on_server(POSTGRES_URL)
        url = runner.run(made.__aenter__())
        runner.run(databases.migrated(url))
        yield url
        runner.run(made.__aexit__(None, None, None))


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(
    request: pytest.FixtureRequest, tmp_path: Path, migrated_file: Path, migrated_url: str | None
) -> AsyncIterator[Database]:
    """An empty database with the current schema, on each engine that is there."""
    if request.param == "sqlite":
        made = databases.in_file(Path(shutil.copy(migrated_file, tmp_path / "test.sqlite3")))
    else:
        await databases.emptied(there(migrated_url))
        made = Database(there(migrated_url))
    yield made
    await made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
async def bare_database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """The same without any table, for the migrations."""
    async with AsyncExitStack() as stack:
        if request.param == "sqlite":
            made = databases.in_file(tmp_path / "test.sqlite3")
        else:
            made = Database(await stack.enter_async_context(databases.on_server(there(POSTGRES_URL))))
        stack.push_async_callback(made.close)
        yield made


def there(url: str | None) -> str:
    """Where there is no server the test is skipped."""
    if url is None:
        pytest.skip("TEST_POSTGRES_URL is not set")
    return url


@pytest.fixture(scope="session", autouse=True)
def certificates_are_read_once() -> Iterator[None]:
    """Every client of Telegram reads all the authorities' certificates; here it is made a thousand times."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session", autouse=True)
def gazetteers_are_built_once() -> Iterator[None]:
    """The whole country takes seconds to read and to put in order."""
    with gazetteers.built_once():
        yield


@pytest.fixture(autouse=True)
def logs_go_where_each_test_looks() -> Iterator[None]:
    """A command run inside a test points the log at that test's streams, which are closed after it."""
    yield
    structlog.reset_defaults()
