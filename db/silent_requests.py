"""Wishes to make a place less silent, which wait for the yes of a second admin: one an area."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.silence import Silence, SilentArea
from db.engine import execute, insert
from db.schema import silent_requests


@dataclass(frozen=True, slots=True)
class Lowering:
    """`after` None: off the list; `by`: an admin's id, None: the command line."""

    katottg: str
    after: SilentArea | None
    by: int | None


async def find(katottg: str) -> Lowering | None:
    """What is asked for an area."""
    row = (await execute(sa.select(silent_requests).where(silent_requests.c.katottg == katottg))).first()
    return _lowering(row) if row else None


async def load() -> dict[str, Lowering]:
    """All that wait, by code."""
    return {row.katottg: _lowering(row) for row in await execute(sa.select(silent_requests))}


def _lowering(row: sa.Row[Any]) -> Lowering:
    after = SilentArea(row.katottg, Silence(row.level), row.note) if row.level else None
    return Lowering(row.katottg, after, row.asked_by)


async def put(asked: Lowering, *, now: datetime) -> None:
    """Instead of an earlier one for the same area."""
    row: dict[str, Any] = {"level": int(asked.after.level) if asked.after else None}
    row |= {"note": asked.after.note if asked.after else "", "asked_by": asked.by, "asked_at": now}
    statement = insert(silent_requests).values(katottg=asked.katottg, **row)
    await execute(statement.on_conflict_do_update(index_elements=["katottg"], set_=row))


async def drop(katottg: str) -> None:
    await execute(sa.delete(silent_requests).where(silent_requests.c.katottg == katottg))


async def drop_all_but(codes: Collection[str]) -> None:
    """A new list withdraws what it does not ask for."""
    await execute(sa.delete(silent_requests).where(silent_requests.c.katottg.not_in(list(codes))))
