"""Which admins watch which announcement: whose message shows how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from bot.domain.admins import Admin
from db.admins import admin_of
from db.engine import execute, insert
from db.schema import admins, watches

_ALL = (
    sa.select(watches.c.broadcast_id, watches.c.shown, admins)
    .join(admins, admins.c.id == watches.c.admin_id)
    .where(admins.c.chat_id.is_not(None))
    .order_by(watches.c.broadcast_id, watches.c.admin_id)
)


@dataclass(frozen=True, slots=True)
class Watch:
    """`shown`: a digest of what the admin sees now; None: nothing yet."""

    announcement_id: int
    admin: Admin
    shown: str | None


async def add(announcement_id: int, admin_ids: Iterable[int]) -> None:
    """From now on; who watches already sees it anew."""
    rows = [{"broadcast_id": announcement_id, "admin_id": each} for each in sorted(set(admin_ids))]
    statement = insert(watches)
    await execute(
        statement.on_conflict_do_update(index_elements=["broadcast_id", "admin_id"], set_={"shown": None}), rows
    )


async def all_of_them() -> list[Watch]:
    """Of those who are admins still."""
    return [Watch(row.broadcast_id, admin_of(row), row.shown) for row in await execute(_ALL)]


async def note(watch: Watch, shown: str) -> None:
    here = (watches.c.broadcast_id == watch.announcement_id, watches.c.admin_id == watch.admin.id)
    await execute(sa.update(watches).where(*here).values(shown=shown))


async def of(announcement_id: int) -> list[Watch]:
    return [each for each in await all_of_them() if each.announcement_id == announcement_id]


async def remove(announcement_id: int) -> None:
    await execute(sa.delete(watches).where(watches.c.broadcast_id == announcement_id))
