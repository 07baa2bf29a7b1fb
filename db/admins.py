"""Admins: who they are, and where."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.admins import Admin, Scope
from db.engine import execute, insert
from db.schema import admins

_BY_CHAT = sa.select(admins).where(admins.c.chat_id == sa.bindparam("chat"))
_BY_ID = sa.select(admins).where(admins.c.id == sa.bindparam("wanted"))
_ALL = sa.select(admins).where(admins.c.chat_id.is_not(None)).order_by(admins.c.id)


def admin_of(row: sa.Row[Any]) -> Admin:
    return Admin(
        id=row.id,
        chat_id=row.chat_id or 0,
        name=row.name,
        locale=row.locale,
        scope=Scope(frozenset(row.scope)),
        superadmin=row.superadmin,
    )


async def by_chat(chat_id: int) -> Admin | None:
    row = (await execute(_BY_CHAT, {"chat": chat_id})).one_or_none()
    return row and admin_of(row)


async def by_id(admin_id: int) -> Admin | None:
    """Also one who no longer is: the audit log names them."""
    row = (await execute(_BY_ID, {"wanted": admin_id})).one_or_none()
    return row and admin_of(row)


async def in_office() -> list[Admin]:
    """All who can act now, the earliest first."""
    return [admin_of(row) for row in await execute(_ALL)]


async def put(*, chat_id: int, name: str, locale: str, scope: Scope, superadmin: bool, now: datetime) -> Admin:
    """Make the person behind a chat an admin, or change what the admin there may do."""
    changing = {"name": name, "scope": sorted(scope.codes), "superadmin": superadmin}
    statement = insert(admins).values(chat_id=chat_id, locale=locale, added_at=now, **changing)
    row = (
        await execute(statement.on_conflict_do_update(index_elements=["chat_id"], set_=changing).returning(admins))
    ).one()
    return admin_of(row)


async def remove(admin_id: int) -> None:
    """No admin from the next statement on; the row stays for the audit log."""
    await execute(sa.update(admins).where(admins.c.id == admin_id).values(chat_id=None))


async def set_locale(chat_id: int, locale: str) -> None:
    await execute(sa.update(admins).where(admins.c.chat_id == chat_id).values(locale=locale))
