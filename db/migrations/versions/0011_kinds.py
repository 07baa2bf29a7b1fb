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
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    _refs()
    op.add_column("broadcasts", sa.Column("frozen", JSON, nullable=True))
    op.add_column("entries", sa.Column("unique_id", sa.String(length=100), nullable=True))
    op.add_column("entries", sa.Column("still", sa.String(length=300), nullable=True))
    op.add_column("entries", sa.Column("context", JSON, nullable=True))
    op.add_column("outbox", sa.Column("progress", JSON, nullable=True))
    op.add_column("outbox", sa.Column("renewed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "restores",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("copied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("restored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restores")),
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


def downgrade() -> None:
    op.drop_table("restores")
    op.drop_column("broadcasts", "frozen")
    for column in ("renewed", "progress"):
        op.drop_column("outbox", column)
    for column in ("context", "still", "unique_id"):
        op.drop_column("entries", column)
    op.drop_index("uq_reports_ref", table_name="reports")
    op.drop_column("reports", "ref")
