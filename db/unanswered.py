"""What the search for places could not answer, by day and kind: counts for the admins, never what was asked."""

from datetime import date

import sqlalchemy as sa

from db.engine import execute, insert
from db.schema import gaps, unanswered

_between = (
    sa.select(unanswered.c.kind, sa.func.sum(unanswered.c.times).label("times"))
    .where(unanswered.c.day.between(sa.bindparam("first"), sa.bindparam("last")))
    .group_by(unanswered.c.kind)
)
_nobody = sa.select(
    sa.func.count(gaps.c.place).label("places"), sa.func.coalesce(sa.func.sum(gaps.c.asked), 0).label("times")
)


async def note(kind: str, day: date) -> None:
    """Once more."""
    statement = insert(unanswered).values(day=day, kind=kind, times=1)
    more = {"times": unanswered.c.times + 1}
    await execute(statement.on_conflict_do_update(index_elements=["day", "kind"], set_=more))


async def between(first: date, last: date) -> dict[str, int]:
    """How often each kind happened from one day to another, both inclusive."""
    return {row.kind: int(row.times) for row in await execute(_between, {"first": first, "last": last})}


async def nobody_answers() -> tuple[int, int]:
    """How many places nobody answers for were asked for, and how often in all."""
    row = (await execute(_nobody)).one()
    return int(row.places), int(row.times)
