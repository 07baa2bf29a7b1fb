"""Join links: only hashes of their tokens are kept."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from db import one_time
from db.engine import execute
from db.schema import invites

_FIND = sa.select(invites).where(invites.c.token_hash == sa.bindparam("hash"))


@dataclass(frozen=True, slots=True)
class Invite:
    """`invited_by`: an admin's id, None: the command line; `trusted`: whoever made it knows who opens it."""

    officer_id: int
    expires_at: datetime
    used_at: datetime | None
    invited_by: int | None
    trusted: bool


async def add(
    *,
    token_hash: str,
    officer_id: int,
    invited_by: int | None,
    trusted: bool,
    created_at: datetime,
    expires_at: datetime,
) -> None:
    row = {"token_hash": token_hash, "officer_id": officer_id, "invited_by": invited_by, "trusted": trusted}
    await execute(sa.insert(invites).values(**row, created_at=created_at, expires_at=expires_at))


async def find(token_hash: str) -> Invite | None:
    row = (await execute(_FIND, {"hash": token_hash})).one_or_none()
    return row and Invite(row.officer_id, row.expires_at, row.used_at, row.invited_by, row.trusted)


async def spend(token_hash: str, *, now: datetime) -> bool:
    """Use the link up; False when it is used or expired."""
    return await one_time.spend(invites, token_hash, now=now)


async def expire_unused(officer_id: int, *, now: datetime) -> None:
    """Whatever links this officer was given before open no door any more."""
    await one_time.expire_unused(invites, invites.c.officer_id == officer_id, now=now)
