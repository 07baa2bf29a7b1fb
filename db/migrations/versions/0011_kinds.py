"""Whole kinds mended: what people, files and attackers ran into

Revision ID: 0011
Revises: 0010
Create Date: 2026-11-28
"""

import secrets

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

AT_ONCE = 1000
WHEN = sa.DateTime(timezone=True)
UNHANDLED = "handled_at IS NULL AND set_aside_at IS NULL"
WAITING = "given_up_at IS NULL"
BEFORE = (
    ("ix_inbox_next", "inbox", ("id",), UNHANDLED),
    ("ix_outbox_next", "outbox", ("channel", "id"), WAITING),
    ("ix_outbox_chat", "outbox", ("channel", "chat_id", "id"), WAITING),
)
AFTER = (
    ("ix_inbox_next", "inbox", ("place", "id"), f"{UNHANDLED} AND held_until IS NULL"),
    ("ix_inbox_held", "inbox", ("held_until",), f"{UNHANDLED} AND held_until IS NOT NULL"),
    ("ix_outbox_next", "outbox", ("channel", "place", "id", "chat_id", "due_at"), WAITING),
    ("ix_outbox_chat", "outbox", ("channel", "chat_id", "place", "id"), WAITING),
    ("ix_outbox_twin", "outbox", ("twin",), WAITING),
)
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    _queues_up()
    _refs()
    _dangers()
    op.add_column("officers", sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("officers", sa.Column("behind", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE officers SET confirmed_at = bound_at")
    _farewells()
    _directory_only()
    op.add_column("invites", sa.Column("invited_by", sa.BigInteger(), nullable=True))
    op.add_column("invites", sa.Column("trusted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("broadcasts", sa.Column("frozen", JSON, nullable=True))
    op.add_column("entries", sa.Column("unique_id", sa.String(length=100), nullable=True))
    op.add_column("entries", sa.Column("still", sa.String(length=300), nullable=True))
    op.add_column("entries", sa.Column("context", JSON, nullable=True))
    op.add_column("outbox", sa.Column("progress", JSON, nullable=True))
    op.add_column("outbox", sa.Column("renewed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("dialogues", sa.Column("erase_at", sa.DateTime(timezone=True), nullable=True))
    some = sa.text("erase_at IS NOT NULL")
    op.create_index(
        "ix_dialogues_erase_at", "dialogues", ["erase_at"], unique=False, sqlite_where=some, postgresql_where=some
    )
    op.create_table(
        "restores",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("copied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("restored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restores")),
    )
    op.create_table(
        "silent_requests",
        sa.Column("katottg", sa.String(length=19), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asked_at", WHEN, nullable=False),
        sa.CheckConstraint("level IN (1, 2, 3)", name=op.f("ck_silent_requests_level")),
        sa.ForeignKeyConstraint(["katottg"], ["units.katottg"], name=op.f("fk_silent_requests_katottg_units")),
        sa.ForeignKeyConstraint(["asked_by"], ["admins.id"], name=op.f("fk_silent_requests_asked_by_admins")),
        sa.PrimaryKeyConstraint("katottg", name=op.f("pk_silent_requests")),
    )


def _directory_only() -> None:
    op.create_table(
        "directory_only",
        sa.Column("katottg", sa.String(length=19), nullable=False),
        sa.Column("since", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["katottg"], ["units.katottg"], name=op.f("fk_directory_only_katottg_units")),
        sa.PrimaryKeyConstraint("katottg", name=op.f("pk_directory_only")),
    )


def _farewells() -> None:
    """Who was retired before is not told of it now."""
    op.add_column("officers", sa.Column("former_chat_id", sa.BigInteger(), nullable=True))
    op.add_column("officers", sa.Column("told_retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE officers SET told_retired = (retired_at IS NOT NULL)")
    op.add_column("reports", sa.Column("strayed", sa.String(length=10), nullable=True))
    some = sa.text("former_chat_id IS NOT NULL")
    op.create_index(
        "ix_officers_former_chat_id", "officers", ["former_chat_id"], sqlite_where=some, postgresql_where=some
    )
    op.create_table(
        "erased",
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("erased_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("ref", name=op.f("pk_erased")),
    )


def _refs() -> None:
    """Every report gets its random id; not by a rebuilt table, which would forget how far the numbers have come."""
    op.add_column("reports", sa.Column("ref", sa.String(length=16), nullable=False, server_default=""))
    reports = sa.table("reports", sa.column("id", sa.BigInteger), sa.column("ref", sa.String))
    connection = op.get_bind()
    fill = sa.update(reports).where(reports.c.id == sa.bindparam("of")).values(ref=sa.bindparam("random"))
    numbers = [row.id for row in connection.execute(sa.select(reports.c.id))]
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        connection.execute(fill, [{"of": number, "random": secrets.token_urlsafe(9)} for number in some])
    op.create_index("uq_reports_ref", "reports", ["ref"], unique=True)


def _dangers() -> None:
    op.add_column("residents", _flag("hushed"))
    op.add_column("reports", sa.Column("dangers", sa.String(length=100), nullable=False, server_default=""))
    op.add_column("reports", _flag("danger_declared"))


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(name=name), nullable=False, server_default=sa.false())


def downgrade() -> None:
    op.drop_column("reports", "danger_declared")
    op.drop_column("reports", "dangers")
    op.drop_column("residents", "hushed")
    _queues_down()
    op.drop_table("restores")
    op.drop_table("silent_requests")
    op.drop_table("erased")
    op.drop_table("directory_only")
    op.drop_index("ix_officers_former_chat_id", table_name="officers")
    op.drop_column("reports", "strayed")
    op.drop_index("ix_dialogues_erase_at", table_name="dialogues")
    op.drop_column("dialogues", "erase_at")
    op.drop_column("broadcasts", "frozen")
    for table, column in (
        ("invites", "trusted"),
        ("invites", "invited_by"),
        ("officers", "behind"),
        ("officers", "former_chat_id"),
        ("officers", "told_retired"),
        ("officers", "confirmed_at"),
    ):
        op.drop_column(table, column)
    for column in ("renewed", "progress"):
        op.drop_column("outbox", column)
    for column in ("context", "still", "unique_id"):
        op.drop_column("entries", column)
    op.drop_index("uq_reports_ref", table_name="reports")
    op.drop_column("reports", "ref")


# --- who goes first ---------------------------------------------------------------------------------------------------


def _queues_up() -> None:
    _drop(BEFORE)
    for table in ("inbox", "outbox"):
        op.add_column(table, sa.Column("place", sa.Integer(), server_default="0", nullable=False))
    op.add_column("inbox", sa.Column("held_until", WHEN, nullable=True))
    op.execute(f"UPDATE inbox SET held_until = due_at WHERE attempts > 0 AND {UNHANDLED}")  # noqa: S608
    op.drop_column("inbox", "due_at")
    op.add_column("inbox", sa.Column("deaths", sa.Integer(), server_default="0", nullable=False))
    for name, kind in (("below", sa.BigInteger()), ("quotes", sa.BigInteger()), ("twin", sa.String(length=24))):
        op.add_column("outbox", sa.Column(name, kind, nullable=True))
    op.add_column("addresses", sa.Column("attempts", sa.Integer(), server_default="0", nullable=False))
    _create(AFTER)


def _queues_down() -> None:
    _drop(AFTER)
    op.drop_column("addresses", "attempts")
    for name in ("twin", "quotes", "below", "place"):
        op.drop_column("outbox", name)
    op.add_column("inbox", sa.Column("due_at", WHEN, server_default="2026-01-01 00:00:00", nullable=False))
    op.execute("UPDATE inbox SET due_at = coalesce(held_until, received_at)")
    for name in ("deaths", "held_until", "place"):
        op.drop_column("inbox", name)
    _create(BEFORE)


def _create(indexes: tuple[tuple[str, str, tuple[str, ...], str], ...]) -> None:
    for name, table, columns, where in indexes:
        op.create_index(name, table, list(columns), sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _drop(indexes: tuple[tuple[str, str, tuple[str, ...], str], ...]) -> None:
    for name, table, _columns, _where in indexes:
        op.drop_index(name, table_name=table)
