"""Whole kinds mended: what people, files and attackers ran into

Revision ID: 0011
Revises: 0010
Create Date: 2026-11-28
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.add_column("entries", sa.Column("still", sa.String(length=300), nullable=True))
    op.add_column("entries", sa.Column("context", JSON, nullable=True))
    op.add_column("outbox", sa.Column("progress", JSON, nullable=True))
    op.add_column("outbox", sa.Column("renewed", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    for table, column in (("outbox", "renewed"), ("outbox", "progress"), ("entries", "context"), ("entries", "still")):
        op.drop_column(table, column)
