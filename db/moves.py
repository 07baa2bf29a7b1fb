"""The log of how reports moved: lines are added, never changed, and go with their report."""

from typing import Any

import sqlalchemy as sa

from bot.domain.moves import Moved, Mover
from bot.domain.reports import Status
from db.engine import execute
from db.schema import report_moves


def _moved(row: sa.Row[Any]) -> Moved:
    return Moved(
        report_id=row.report_id,
        at=row.at,
        who=Mover(row.who),
        before=Status(row.before),
        after=Status(row.after),
        owner_before=row.owner_before,
        owner_after=row.owner_after,
        note=row.note,
    )


async def note(moved: Moved) -> None:
    values = {"report_id": moved.report_id, "at": moved.at, "who": moved.who.value, "note": moved.note}
    values |= {"before": moved.before.value, "after": moved.after.value}
    values |= {"owner_before": moved.owner_before, "owner_after": moved.owner_after}
    await execute(sa.insert(report_moves).values(values))


async def of_report(report_id: int) -> list[Moved]:
    """In the order they were made."""
    statement = sa.select(report_moves).where(report_moves.c.report_id == report_id).order_by(report_moves.c.id)
    return [_moved(row) for row in await execute(statement)]
