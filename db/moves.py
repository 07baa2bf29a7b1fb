"""The log of how reports moved: lines are added, never changed, and go with their report."""

import sqlalchemy as sa

from bot.domain.moves import Moved
from db.engine import execute
from db.schema import report_moves


async def note(moved: Moved) -> None:
    values = {"report_id": moved.report_id, "at": moved.at, "who": moved.who.value, "note": moved.note}
    values |= {"before": moved.before.value, "after": moved.after.value}
    values |= {"owner_before": moved.owner_before, "owner_after": moved.owner_after}
    await execute(sa.insert(report_moves).values(values))
