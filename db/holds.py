"""Oblasts where nothing is sent now."""

from datetime import datetime

import sqlalchemy as sa

from bot.domain.announcements import Hold
from bot.domain.places import PlaceCategory
from db.engine import execute, insert
from db.schema import holds, units

_ALL = sa.select(holds).order_by(holds.c.since, holds.c.oblast)
_OBLASTS = sa.select(units.c.katottg).where(units.c.category.in_([PlaceCategory.OBLAST, PlaceCategory.SPECIAL_CITY]))


async def put(*, oblast: str, reason: str, admin_id: int, now: datetime) -> None:
    """On hold from now on; a second reason replaces the first."""
    statement = insert(holds).values(oblast=oblast, reason=reason, admin_id=admin_id, since=now)
    changed = {"reason": statement.excluded.reason, "admin_id": statement.excluded.admin_id}
    await execute(statement.on_conflict_do_update(index_elements=["oblast"], set_=changed))


async def remove(oblast: str) -> bool:
    """False: it was not on hold."""
    return (await execute(sa.delete(holds).where(holds.c.oblast == oblast))).rowcount > 0


async def all_of_them() -> list[Hold]:
    """The earliest first."""
    return [Hold(row.oblast, row.reason, row.since) for row in await execute(_ALL)]


async def open_oblasts() -> list[str]:
    """Codes of all oblasts (and Kyiv and Sevastopol) but those on hold."""
    held = {each.oblast for each in await all_of_them()}
    return [row.katottg for row in await execute(_OBLASTS) if row.katottg not in held]
