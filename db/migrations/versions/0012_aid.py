"""Whether official lines stood instead of 102 and 112 when a resident was shown what to do

Revision ID: 0012
Revises: 0011
Create Date: 2026-11-29
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    flag = sa.Boolean(name="aid_hushed")
    hushed: sa.Column[bool] = sa.Column("aid_hushed", flag, nullable=False, server_default=sa.false())
    op.add_column("reports", hushed)


def downgrade() -> None:
    op.drop_column("reports", "aid_hushed")
