"""What is known of reports after they were erased: counts

Revision ID: 0009
Revises: 0004
Create Date: 2026-11-22
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "past_reports",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hromada", sa.String(length=19), nullable=False),
        sa.Column("category", sa.String(length=20), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("bucket", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.CheckConstraint("step IN ('sent', 'accepted', 'answered', 'resolved')", name=op.f("ck_past_reports_step")),
        sa.ForeignKeyConstraint(["hromada"], ["units.katottg"], name=op.f("fk_past_reports_hromada_units")),
        sa.PrimaryKeyConstraint("day", "hromada", "category", "step", "bucket", name=op.f("pk_past_reports")),
    )


def downgrade() -> None:
    op.drop_table("past_reports")
