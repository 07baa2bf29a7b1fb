"""Links by which admins join: only hashes of their tokens are kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.domain.admins import Invitation, Scope
from db import one_time
from db.engine import execute
from db.schema import admin_invites

_USED = sa.select(admin_invites).where(admin_invites.c.used_by.is_not(None)).order_by(admin_invites.c.id)
_FIND = sa.select(admin_invites).where(admin_invites.c.token_hash == sa.bindparam("hash"))


@dataclass(frozen=True, slots=True)
class AdminInvite:
    """`scope`: codes; `invited_by`: an admin's id, None: the command line; `used_by`: who has joined by it."""

    codes: frozenset[str]
    invited_by: int | None
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None


async def add(
    *, token_hash: str, codes: Collection[str], invited_by: int | None, created_at: datetime, expires_at: datetime
) -> None:
    row = {"token_hash": token_hash, "scope": sorted(codes), "invited_by": invited_by}
    await execute(sa.insert(admin_invites).values(**row, created_at=created_at, expires_at=expires_at))


async def find(token_hash: str) -> AdminInvite | None:
    row = (await execute(_FIND, {"hash": token_hash})).one_or_none()
    return row and AdminInvite(frozenset(row.scope), row.invited_by, row.expires_at, row.used_at, row.used_by)


async def used() -> list[Invitation]:
    """All by which somebody has joined."""
    return [Invitation(row.invited_by, row.used_by, Scope(frozenset(row.scope))) for row in await execute(_USED)]


async def spend(token_hash: str, *, used_by: int, now: datetime) -> bool:
    """Use the link up; False when it is used or expired."""
    return await one_time.spend(admin_invites, token_hash, used_by=used_by, now=now)


async def expire_unused(invited_by: int, *, now: datetime) -> None:
    """Links of an admin who is none any more open no door."""
    await one_time.expire_unused(admin_invites, admin_invites.c.invited_by == invited_by, now=now)
