"""A log of how each report moved, filled from the moments there are

The moment of the last acceptance leaves the report's row: all acceptances are in the log, the first one counts.

Revision ID: 0014
Revises: 0013
Create Date: 2026-11-29
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
REPORTS = sa.table(
    "reports",
    *(sa.column(name) for name in ("id", "status", "owner_id")),
    *(sa.column(name, MOMENT) for name in ("sent_at", "accepted_at", "resolved_at")),
)
KNOWN = (  # the column that has the moment, who made the move, from where to where, whether it had an owner before
    ("sent_at", "resident", "draft", "new", False),
    ("accepted_at", "officer", "new", "accepted", False),
    ("resolved_at", "officer", "accepted", "resolved", True),
)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    moves = op.create_table(
        "report_moves",
        sa.Column("id", key, nullable=False),
        sa.Column("report_id", key, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("who", sa.String(10), nullable=False),
        sa.Column("before", sa.String(20), nullable=False),
        sa.Column("after", sa.String(20), nullable=False),
        sa.Column("owner_before", key, nullable=True),
        sa.Column("owner_after", key, nullable=True),
        sa.Column("note", sa.String(100), server_default="", nullable=False),
        sa.CheckConstraint("who IN ('resident', 'officer', 'admin', 'clock')", name=op.f("ck_report_moves_who")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name=op.f("fk_report_moves_report_id_reports"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["owner_before"], ["officers.id"], name=op.f("fk_report_moves_owner_before_officers")),
        sa.ForeignKeyConstraint(["owner_after"], ["officers.id"], name=op.f("fk_report_moves_owner_after_officers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_moves")),
    )
    op.create_index(op.f("ix_report_moves_report_id"), "report_moves", ["report_id"])
    for column, who, before, after, owned in KNOWN:
        at = REPORTS.c[column]
        owner = REPORTS.c.owner_id if after != "new" else sa.null()
        known = sa.select(
            REPORTS.c.id,
            at,
            sa.literal(who),
            sa.literal(before),
            sa.literal(after),
            REPORTS.c.owner_id if owned else sa.null(),
            owner,
        ).where(at.is_not(None), REPORTS.c.status != "draft")
        columns = ["report_id", "at", "who", "before", "after", "owner_before", "owner_after"]
        op.execute(sa.insert(moves).from_select(columns, known.order_by(at)))
    op.execute("ALTER TABLE reports DROP COLUMN accepted_at")


def downgrade() -> None:
    op.add_column("reports", sa.Column("accepted_at", MOMENT, nullable=True))
    op.execute(
        "UPDATE reports SET accepted_at = (SELECT max(at) FROM report_moves"
        " WHERE report_id = reports.id AND after = 'accepted')"
    )
    op.drop_table("report_moves")
