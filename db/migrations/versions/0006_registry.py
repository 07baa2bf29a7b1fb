"""The registry: who sees which field, photos of stations, earlier editions, files that wait for a yes

Revision ID: 0006
Revises: 0005
Create Date: 2026-11-22
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
SEEN = (
    ("stations", "address_seen", "public"),
    ("stations", "phone_seen", "public"),
    ("officers", "name_seen", "public"),
    ("officers", "phone_seen", "officers"),
    ("officers", "photo_seen", "public"),
)


def upgrade() -> None:
    for table, column, usually in SEEN:
        # By hand: with its CHECK in one statement SQLite need not copy the whole table.
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} VARCHAR(10) DEFAULT '{usually}' NOT NULL "
            f"CONSTRAINT ck_{table}_{column} CHECK ({column} IN ('public', 'officers', 'admins'))"
        )
    op.add_column("stations", sa.Column("photo", sa.String(length=300), nullable=True))
    op.execute("UPDATE officers SET phone_seen = 'public' WHERE phone_public")
    op.drop_column("officers", "phone_public")
    op.create_table(
        "editions",
        sa.Column("generation_id", ID, autoincrement=False, nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("admin_id", ID, nullable=True),
        sa.Column("counts", JSON, nullable=False),
        sa.Column("areas", JSON, nullable=False),
        sa.Column("before", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("how IN ('import', 'edit', 'rollback')", name=op.f("ck_editions_how")),
        sa.ForeignKeyConstraint(["admin_id"], ["admins.id"], name=op.f("fk_editions_admin_id_admins")),
        sa.ForeignKeyConstraint(
            ["generation_id"], ["generations.id"], name=op.f("fk_editions_generation_id_generations")
        ),
        sa.PrimaryKeyConstraint("generation_id", name=op.f("pk_editions")),
    )
    op.create_table(
        "checks",
        sa.Column("id", ID, nullable=False),
        sa.Column("admin_id", ID, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.CheckConstraint("outcome IN ('applied', 'discarded', 'expired')", name=op.f("ck_checks_outcome")),
        sa.ForeignKeyConstraint(["admin_id"], ["admins.id"], name=op.f("fk_checks_admin_id_admins")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checks")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("checks")
    op.drop_table("editions")
    op.add_column("officers", sa.Column("phone_public", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE officers SET phone_public = true WHERE phone_seen = 'public'")
    op.drop_column("stations", "photo")
    for table, column, _usually in reversed(SEEN):
        op.drop_column(table, column)
