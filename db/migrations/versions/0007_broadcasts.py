"""Announcements: drafts, audiences, the ledger of recipients, holds; whether a resident wants them

Revision ID: 0007
Revises: 0006
Create Date: 2026-11-22
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
WHEN = sa.DateTime(timezone=True)
CODE = sa.String(length=19)
COUNTERS = ("total", "sent", "blocked", "failed", "skipped", "repeated")
STATUSES = "'draft', 'waiting', 'scheduled', 'running', 'paused', 'done', 'cancelled', 'rejected'"

PARTIAL = (
    ("ix_ledger_next", ("broadcast_id", "oblast", "due_at"), "status = 'waiting'"),
    ("ix_ledger_under_way", ("broadcast_id", "due_at"), "under_way"),
    ("ix_ledger_failed", ("broadcast_id",), "status = 'failed'"),
)


def upgrade() -> None:
    op.add_column("residents", sa.Column("news_asked_at", WHEN, nullable=True))
    op.add_column("residents", sa.Column("news_opening", sa.Boolean(name="news_opening"), nullable=True))
    op.add_column("residents", sa.Column("news_announcement", sa.Boolean(name="news_announcement"), nullable=True))
    op.create_index("ix_residents_place", "residents", ["place"])
    _create_broadcasts()
    op.create_table(
        "broadcast_areas",
        sa.Column("broadcast_id", ID, nullable=False),
        sa.Column("katottg", CODE, nullable=False),
        _of_broadcast("broadcast_areas"),
        sa.PrimaryKeyConstraint("broadcast_id", "katottg", name=op.f("pk_broadcast_areas")),
    )
    op.create_table(
        "broadcast_targets",
        sa.Column("broadcast_id", ID, nullable=False),
        sa.Column("katottg", CODE, nullable=False),
        sa.Column("station_id", ID, nullable=False),
        _of_broadcast("broadcast_targets"),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name=op.f("fk_broadcast_targets_station_id_stations")),
        sa.PrimaryKeyConstraint("broadcast_id", "katottg", "station_id", name=op.f("pk_broadcast_targets")),
    )
    _create_ledger()
    op.create_table(
        "holds",
        sa.Column("oblast", CODE, nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("admin_id", ID, nullable=False),
        sa.Column("since", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["admin_id"], ["admins.id"], name=op.f("fk_holds_admin_id_admins")),
        sa.PrimaryKeyConstraint("oblast", name=op.f("pk_holds")),
    )


def _create_broadcasts() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("author_id", ID, nullable=False),
        sa.Column("approver_id", ID, nullable=True),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("starts_at", WHEN, nullable=True),
        sa.Column("started_at", WHEN, nullable=True),
        sa.Column("finished_at", WHEN, nullable=True),
        sa.Column("stations", JSON, nullable=False),
        sa.Column("languages", JSON, nullable=False),
        sa.Column("texts", JSON, nullable=False),
        sa.Column("media", JSON, nullable=False),
        sa.Column("button", sa.String(length=20), nullable=True),
        sa.Column("fill_from", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("fill_to", sa.BigInteger(), nullable=True),
        sa.Column("filled_at", WHEN, nullable=True),
        *(sa.Column(name, sa.Integer(), server_default="0", nullable=False) for name in COUNTERS),
        sa.Column("rate", sa.Float(), server_default="0", nullable=False),
        sa.CheckConstraint("kind IN ('opening', 'announcement')", name=op.f("ck_broadcasts_kind")),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_broadcasts_status")),
        sa.CheckConstraint("button IN ('card', 'location')", name=op.f("ck_broadcasts_button")),
        sa.ForeignKeyConstraint(["author_id"], ["admins.id"], name=op.f("fk_broadcasts_author_id_admins")),
        sa.ForeignKeyConstraint(["approver_id"], ["admins.id"], name=op.f("fk_broadcasts_approver_id_admins")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sqlite_autoincrement=True,
    )
    active = sa.text("status IN ('scheduled', 'running')")
    op.create_index("ix_broadcasts_active", "broadcasts", ["id"], sqlite_where=active, postgresql_where=active)


def _create_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", ID, nullable=False),
        sa.Column("broadcast_id", ID, nullable=False),
        sa.Column("resident_id", ID, nullable=True),
        sa.Column("place", CODE, nullable=False),
        sa.Column("oblast", CODE, nullable=False),
        sa.Column("stations", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("due_at", WHEN, nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("under_way", sa.Boolean(name="under_way"), nullable=False),
        sa.Column("repeats", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error", sa.String(length=100), nullable=True),
        sa.CheckConstraint(
            "status IN ('waiting', 'sent', 'blocked', 'failed', 'skipped')", name=op.f("ck_ledger_status")
        ),
        _of_broadcast("ledger"),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name=op.f("fk_ledger_resident_id_residents"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
    )
    op.create_index("uq_ledger_resident_id_broadcast_id", "ledger", ["resident_id", "broadcast_id"], unique=True)
    for name, columns, where in PARTIAL:
        some = sa.text(where)
        op.create_index(name, "ledger", list(columns), sqlite_where=some, postgresql_where=some)


def _of_broadcast(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_broadcast_id_broadcasts")
    return sa.ForeignKeyConstraint(["broadcast_id"], ["broadcasts.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    for table in ("holds", "ledger", "broadcast_targets", "broadcast_areas", "broadcasts"):
        op.drop_table(table)
    op.drop_index("ix_residents_place", "residents")
    with op.batch_alter_table("residents") as residents:
        for column in ("news_announcement", "news_opening", "news_asked_at"):
            residents.drop_column(column)
