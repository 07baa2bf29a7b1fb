"""The audit log is written and read; nobody changes it."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from db import audit
from db.engine import Database, execute
from db.schema import audit as table

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


async def _one(database: Database) -> None:
    async with database.write():
        await audit.note(
            at=NOW, admin_id=None, action="station-changed", subject="station:ZT-01", after={"hours": "9-18"}
        )


async def test_the_latest_deed_comes_first(database: Database) -> None:
    async with database.write():
        for name in ("a", "b"):
            await audit.note(at=NOW, admin_id=None, action="import", subject=name)
        first, second = await audit.newest(most=10)
        (older,) = await audit.newest(most=10, before_id=first.id)
    assert (first.subject, second.subject, older.subject) == ("b", "a", "a")


@pytest.mark.parametrize("deed", [sa.update(table).values(subject="station:ZT-02"), sa.delete(table)])
async def test_what_is_written_stays(database: Database, deed: sa.Executable) -> None:
    await _one(database)
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.write():
            await execute(deed)
    async with database.read():
        (kept,) = await audit.newest(most=10)
    assert (kept.subject, kept.after) == ("station:ZT-01", {"hours": "9-18"})
