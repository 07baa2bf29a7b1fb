"""Who goes first where rows wait: one rule for what comes in (`db/inbox.py`) and what goes out (`db/outbox.py`).

A row gets its `place` when it is stored: by its priority, and behind what waits in its own lane already. So rows are
taken by (place, id): the first of every lane before the second of any, and whoever floods the bot waits for everybody
else, not they for him. Emergencies come before all others, and what nobody waits for comes after them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.notices import Priority
from db.schema import UtcDateTime

LONGEST_PAUSE: Final = timedelta(minutes=5)
"""Nothing waits longer for a time, be it for another try, a lease or a pause. What seems to was written by a clock that
has been set back since, and is due at once."""

SKEW: Final = timedelta(minutes=1)
"""The clocks of replicas may differ by so much: nobody takes a lease for a time that a clock set wrongly."""

_APART: Final = 1_000_000
_BASES: Final[Mapping[Priority, int]] = {  # relay and answers take turns, relay first
    Priority.EMERGENCY: 0,
    Priority.RELAY: _APART,
    Priority.ANSWER: _APART + 1,
    Priority.REST: 2 * _APART,
}
STEP: Final = 2
URGENT: Final = _BASES[Priority.RELAY]
"""Emergencies have smaller places."""
ALL: Final = 10 * _APART


@dataclass(frozen=True, slots=True)
class QueueWaiting:
    """So many rows whose time has come, and since when the oldest is there."""

    count: int
    oldest: datetime | None


def first_place(priority: Priority) -> int:
    """The place of a row whose lane is empty."""
    return _BASES[priority]


def wanted(priority: Priority, lane: str, now: datetime) -> dict[str, Any]:
    """The parameters of `place`."""
    return {"first_place": first_place(priority), "of_lane": lane, "put_at": now}


def place(
    table: sa.Table, waiting: Callable[[Any], sa.ColumnElement[bool]], *, together: sa.Column[datetime] | None = None
) -> sa.ColumnElement[int]:
    """The place of a row that is about to be stored: one step behind the last waiting row of its lane, which is found
    by one look into an index. Rows that were put into a lane at one moment (`together`) share a place: a report stays
    whole. `waiting` is said of a row of `table`; the bound parameters are those of `wanted`."""
    last = table.alias("last")
    first = sa.bindparam("first_place", type_=sa.Integer)
    behind = (last.c.place // STEP + 1) * STEP + first % STEP
    at_least = sa.case((behind > first, behind), else_=first)
    found = at_least
    if together is not None:
        now = sa.bindparam("put_at", type_=UtcDateTime)
        found = sa.case((last.c[together.name] == now, last.c.place), else_=at_least)
    in_lane = last.c.lane == sa.bindparam("of_lane", type_=sa.String)
    ahead = sa.select(found).where(in_lane, waiting(last)).order_by(last.c.id.desc()).limit(1)
    return sa.func.coalesce(ahead.scalar_subquery(), first)
