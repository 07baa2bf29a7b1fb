"""Whether a child seems to have written of danger

Revision ID: 0015
Revises: 0014
Create Date: 2026-11-29
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    flag = sa.Boolean(name="by_child")
    child: sa.Column[bool] = sa.Column("by_child", flag, nullable=False, server_default=sa.false())
    op.add_column("reports", child)


def downgrade() -> None:
    op.drop_column("reports", "by_child")
