"""Copies of the database that were put back."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from db.engine import execute
from db.schema import restores


@dataclass(frozen=True, slots=True)
class Restore:
    """What was written between the two moments is gone."""

    copied_at: datetime
    restored_at: datetime


async def add(copied_at: datetime, restored_at: datetime) -> None:
    await execute(sa.insert(restores).values(copied_at=copied_at, restored_at=restored_at))


async def latest() -> Restore | None:
    row = (await execute(sa.select(restores).order_by(restores.c.id.desc()).limit(1))).first()
    return Restore(row.copied_at, row.restored_at) if row else None
