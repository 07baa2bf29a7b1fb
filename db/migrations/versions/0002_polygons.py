"""Polygons of hromadas and city districts

Revision ID: 0002
Revises: 0001
Create Date: 2026-11-22
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "polygons",
        sa.Column("generation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("katottg", sa.String(length=19), nullable=False),
        sa.Column("wkb", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["generation_id"], ["generations.id"], name=op.f("fk_polygons_generation_id_generations")
        ),
        sa.ForeignKeyConstraint(["katottg"], ["units.katottg"], name=op.f("fk_polygons_katottg_units")),
        sa.PrimaryKeyConstraint("generation_id", "katottg", name=op.f("pk_polygons")),
    )


def downgrade() -> None:
    op.drop_table("polygons")
