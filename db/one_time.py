"""What tables of one-time links have in common: `token_hash`, `expires_at` and `used_at`."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from db.engine import execute


async def spend(table: sa.Table, token_hash: str, *, now: datetime, **noted: Any) -> bool:
    """Use the link up and note who by; False when it is used or expired. One statement, so of two who open it at once
    one wins."""
    spent = (
        sa.update(table)
        .where(table.c.token_hash == token_hash, *_open(table, now))
        .values(used_at=now, **noted)
        .returning(table.c.id)
    )
    return (await execute(spent)).one_or_none() is not None


async def expire_unused(table: sa.Table, whose: sa.ColumnElement[bool], *, now: datetime) -> None:
    """These links open no door any more."""
    await execute(sa.update(table).where(whose, *_open(table, now)).values(expires_at=now))


def _open(table: sa.Table, now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.used_at.is_(None), table.c.expires_at > now
