"""Invitations of admins; silent hromadas

Revision ID: 0005
Revises: 0004
Create Date: 2026-11-22
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "admin_invites",
        sa.Column("id", ID, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("scope", JSON, nullable=False),
        sa.Column("invited_by", ID, nullable=True),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("expires_at", WHEN, nullable=False),
        sa.Column("used_at", WHEN, nullable=True),
        sa.Column("used_by", ID, nullable=True),
        sa.ForeignKeyConstraint(["invited_by"], ["admins.id"], name=op.f("fk_admin_invites_invited_by_admins")),
        sa.ForeignKeyConstraint(["used_by"], ["admins.id"], name=op.f("fk_admin_invites_used_by_admins")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_admin_invites")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_admin_invites_token_hash")),
    )
    op.create_table(
        "silent_hromadas",
        sa.Column("katottg", sa.String(length=19), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("since", WHEN, nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.CheckConstraint("level IN (1, 2, 3)", name=op.f("ck_silent_hromadas_level")),
        sa.ForeignKeyConstraint(["katottg"], ["units.katottg"], name=op.f("fk_silent_hromadas_katottg_units")),
        sa.PrimaryKeyConstraint("katottg", name=op.f("pk_silent_hromadas")),
    )
    op.create_table(
        "silent_generations",
        sa.Column("id", ID, nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("changed_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_silent_generations")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    for table in ("silent_generations", "silent_hromadas", "admin_invites"):
        op.drop_table(table)
