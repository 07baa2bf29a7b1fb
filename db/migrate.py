"""Alembic driven from code: `upgrade()` at start, `downgrade()` for operators and tests.

Runs with SQLite's foreign keys off (batch mode rebuilds tables, and dropping a parent would delete its children)
and checks them afterwards.
"""

from importlib.resources import files

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

from db.engine import Connection, Database, migration_connection
from db.schema import metadata

_LOCK = 7_101_102_112  # any number, the same in every replica


def _script() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(files("db") / "migrations"))
    return ScriptDirectory.from_config(config)


async def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the schema up to `revision`."""
    await _run(database, revision, up=True)


async def downgrade(database: Database, revision: str) -> None:
    """Take the schema down to `revision` (`base`: empty)."""
    await _run(database, revision, up=False)


async def current(database: Database) -> str | None:
    """The revision the database stands at; None when it is empty."""
    async with migration_connection(database) as connection:
        return await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_revision())


async def differences(database: Database) -> list[object]:
    """What autogenerate would still change (it does not see CHECK constraints)."""
    async with migration_connection(database) as connection:
        return await connection.run_sync(
            lambda sync: list(compare_metadata(MigrationContext.configure(sync), metadata))
        )


async def _run(database: Database, revision: str, *, up: bool) -> None:
    async with migration_connection(database) as connection:
        await _take_lock(connection)
        await connection.run_sync(_apply, revision, up)
        await _check_foreign_keys(connection)


def _apply(connection: sa.Connection, revision: str, up: bool) -> None:  # noqa: FBT001 - run_sync passes positions
    script = _script()
    environment = EnvironmentContext(Config(), script)
    walk = script._upgrade_revs if up else script._downgrade_revs
    environment.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        transaction_per_migration=False,
        fn=lambda present, _context: walk(revision, present),
    )
    with Operations.context(environment.get_context()):
        environment.run_migrations()


async def _take_lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))


async def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).fetchall()
        if broken:
            raise RuntimeError(f"a migration would leave {len(broken)} rows without their parent: nothing was changed")
