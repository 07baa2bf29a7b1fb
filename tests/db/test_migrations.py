"""Migrations go up and down, and end where db/schema.py says."""

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from db import migrate
from db.engine import Database
from db.schema import UtcDateTime, metadata


def _shape(connection: sa.Connection) -> dict[str, object]:
    """Tables with their columns, keys, CHECK constraints and indexes: autogenerate does not notice CHECKs."""
    inspector = sa.inspect(connection)
    return {
        table: {
            "columns": {c["name"]: (str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)},
            "primary key": inspector.get_pk_constraint(table)["constrained_columns"],
            "checks": sorted((str(c["name"]), str(c["sqltext"])) for c in inspector.get_check_constraints(table)),
            "unique": sorted(tuple(c["column_names"]) for c in inspector.get_unique_constraints(table)),
            "foreign keys": sorted(str(key) for key in inspector.get_foreign_keys(table)),
            "indexes": sorted((str(i["name"]), str(i["column_names"])) for i in inspector.get_indexes(table)),
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


async def test_migrations_make_exactly_the_schema(bare_database: Database) -> None:
    async with bare_database.write() as connection:
        await connection.run_sync(metadata.create_all)
        declared = await connection.run_sync(_shape)
        await connection.run_sync(metadata.drop_all)
    await migrate.upgrade(bare_database)
    async with bare_database.read() as connection:
        migrated = await connection.run_sync(_shape)
    assert migrated == declared
    assert await migrate.differences(bare_database) == []


async def test_every_migration_goes_down_and_up_again(bare_database: Database) -> None:
    await migrate.upgrade(bare_database)
    newest = await migrate.current(bare_database)
    await migrate.downgrade(bare_database, "base")
    assert await migrate.current(bare_database) is None
    async with bare_database.read() as connection:
        assert await connection.run_sync(_shape) == {}
    await migrate.upgrade(bare_database)
    assert await migrate.current(bare_database) == newest


async def test_starting_twice_changes_nothing(bare_database: Database) -> None:
    await migrate.upgrade(bare_database)
    await migrate.upgrade(bare_database)
    assert await migrate.differences(bare_database) == []


async def test_who_never_said_anything_of_news_is_asked_anew(bare_database: Database) -> None:
    """A silence under the question was taken for a yes; it is none. What somebody did say stays."""
    said = [(None, None), (True, True), (False, False), (False, None), (None, False)]
    await migrate.upgrade(bare_database, "0012")
    insert = """INSERT INTO residents
        (channel, chat_id, locale, consented_at, news_asked_at, news_opening, news_announcement)
        VALUES ('telegram', :chat, 'uk', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, :opening, :other)"""
    rows = [{"chat": n, "opening": opening, "other": other} for n, (opening, other) in enumerate(said)]
    async with bare_database.write() as connection:
        await connection.execute(sa.text(insert), rows)
    await migrate.upgrade(bare_database)
    assert await _news(bare_database) == [(opening, other, opening is not None) for opening, other in said]
    await migrate.downgrade(bare_database, "0012")
    before = [(opening, False if (opening, other) == (False, None) else other) for opening, other in said]
    assert [each[:2] for each in await _news(bare_database)] == before


async def _news(database: Database) -> list[tuple[bool | None, bool | None, bool]]:
    """Of each resident: openings, other announcements, whether they were asked."""
    found = sa.text("SELECT news_opening, news_announcement, news_asked_at FROM residents ORDER BY chat_id")
    async with database.read() as connection:
        rows = (await connection.execute(found)).all()
    return [(_flag(row.news_opening), _flag(row.news_announcement), row.news_asked_at is not None) for row in rows]


def _flag(value: object) -> bool | None:
    return None if value is None else bool(value)


async def test_the_log_of_reports_begins_with_the_moments_there_are(bare_database: Database) -> None:
    await migrate.upgrade(bare_database, "0013")
    nine = datetime(2026, 1, 1, 9, tzinfo=UTC)
    insert = """INSERT INTO reports (ref, resident_id, status, category, place, owner_id, created_at, touched_at,
        sent_at, accepted_at, resolved_at, dangers, danger_declared, aid_hushed)
        VALUES (:ref, 1, :status, 'noise', 'UA80000000000093317', :owner, :made, :made,
        :sent, :took, :done, '', false, false)"""
    none = {"sent": None, "took": None, "done": None, "owner": None, "made": nine}
    reached = {"sent": nine, "took": nine + timedelta(hours=1), "done": nine + timedelta(hours=2), "owner": 7}
    rows: list[dict[str, Any]] = [
        {**none, "ref": "a", "status": "draft"},
        {**none, "ref": "b", "status": "new", "sent": nine},
        {**none, **reached, "ref": "c", "status": "resolved"},
    ]
    moments = [sa.bindparam(name, type_=UtcDateTime) for name in ("made", "sent", "took", "done")]
    async with bare_database.write() as connection:
        for each in _OTHERS:
            await connection.execute(sa.text(each))
        await connection.execute(sa.text(insert).bindparams(*moments), rows)
    await migrate.upgrade(bare_database, "0014")
    found = sa.text(
        "SELECT ref, who, before, after, owner_before, owner_after FROM report_moves"
        " JOIN reports ON reports.id = report_id ORDER BY ref, at"
    )
    async with bare_database.read() as connection:
        lines = [tuple(row) for row in (await connection.execute(found)).all()]
    assert lines == [
        ("b", "resident", "draft", "new", None, None),
        ("c", "resident", "draft", "new", None, None),
        ("c", "officer", "new", "accepted", None, 7),
        ("c", "officer", "accepted", "resolved", 7, 7),
    ]


_OTHERS = (
    "INSERT INTO units (katottg, category, name) VALUES ('UA80000000000093317', 'K', 'Київ')",
    "INSERT INTO residents (id, channel, chat_id, locale, consented_at)"
    " VALUES (1, 'telegram', 1, 'uk', CURRENT_TIMESTAMP)",
    "INSERT INTO officers (id, code, role, rank, name, phone) VALUES (7, 'o7', 'community', '', 'Зразок', '')",
)
