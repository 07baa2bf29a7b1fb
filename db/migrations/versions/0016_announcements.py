"""An announcement is one row: its audience, and whom each of its stations concerns, stand in it

Which stations concern a recipient is read from the announcement when it is sent.

Revision ID: 0016
Revises: 0015
Create Date: 2026-11-30
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
CODE = sa.String(19)
ANNOUNCEMENTS = sa.table("broadcasts", sa.column("id", KEY), sa.column("areas", JSON), sa.column("targets", JSON))
AREAS = sa.table("broadcast_areas", sa.column("broadcast_id", KEY), sa.column("katottg", CODE))
TARGETS = sa.table(
    "broadcast_targets", sa.column("broadcast_id", KEY), sa.column("katottg", CODE), sa.column("station_id", KEY)
)


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("targets", JSON, server_default="{}", nullable=False))
    op.add_column("broadcasts", sa.Column("areas", JSON, server_default="[]", nullable=False))
    kept: dict[int, dict[str, Any]] = {}
    connection = op.get_bind()
    for row in connection.execute(sa.select(AREAS).order_by(AREAS.c.katottg)):
        kept.setdefault(row.broadcast_id, {"areas": [], "targets": {}})["areas"].append(row.katottg)
    for row in connection.execute(sa.select(TARGETS).order_by(TARGETS.c.katottg)):
        found = kept.setdefault(row.broadcast_id, {"areas": [], "targets": {}})["targets"]
        found.setdefault(str(row.station_id), []).append(row.katottg)
    for number, values in kept.items():
        connection.execute(sa.update(ANNOUNCEMENTS).where(ANNOUNCEMENTS.c.id == number).values(values))
    op.drop_table("broadcast_targets")
    op.drop_table("broadcast_areas")
    op.execute("ALTER TABLE ledger DROP COLUMN stations")


def downgrade() -> None:
    op.add_column("ledger", sa.Column("stations", sa.Text(), nullable=True))
    op.create_table(
        "broadcast_areas",
        sa.Column("broadcast_id", KEY, nullable=False),
        sa.Column("katottg", CODE, nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_areas_broadcast_id_broadcasts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "katottg", name=op.f("pk_broadcast_areas")),
    )  # fmt: skip
    op.create_table(
        "broadcast_targets",
        sa.Column("broadcast_id", KEY, nullable=False),
        sa.Column("katottg", CODE, nullable=False),
        sa.Column("station_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_targets_broadcast_id_broadcasts"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["station_id"], ["stations.id"], name=op.f("fk_broadcast_targets_station_id_stations")
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "katottg", "station_id", name=op.f("pk_broadcast_targets")),
    )  # fmt: skip
    connection = op.get_bind()
    for row in connection.execute(sa.select(ANNOUNCEMENTS)).all():
        for code in row.areas:
            connection.execute(sa.insert(AREAS).values(broadcast_id=row.id, katottg=code))
        for station, codes in row.targets.items():
            for code in codes:
                connection.execute(
                    sa.insert(TARGETS).values(broadcast_id=row.id, station_id=int(station), katottg=code)
                )
    for column in ("areas", "targets"):
        op.execute(f"ALTER TABLE broadcasts DROP COLUMN {column}")
