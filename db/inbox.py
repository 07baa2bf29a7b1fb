"""The inbox: updates as they came, kept until they are handled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from db.engine import execute, insert
from db.schema import inbox

_waiting = sa.and_(inbox.c.handled_at.is_(None), inbox.c.set_aside_at.is_(None))
_ahead = inbox.alias("ahead")
_head_of_lane = (  # a limited subquery is one step into the index, whatever waits
    sa.select(_ahead.c.id)
    .where(_ahead.c.lane == inbox.c.lane, _ahead.c.handled_at.is_(None), _ahead.c.set_aside_at.is_(None))
    .order_by(_ahead.c.id)
    .limit(1)
    .scalar_subquery()
)
# Only a repeated attempt waits for a time: no clock that is set back holds up what just came in.
_ripe = sa.or_(inbox.c.attempts == 0, inbox.c.due_at <= sa.bindparam("now"))
_claim = (
    sa.select(inbox.c.id, inbox.c.payload, inbox.c.lane, inbox.c.attempts)
    .where(_waiting, _ripe, _head_of_lane == inbox.c.id)
    .order_by(inbox.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)  # SQLite has one writer and leaves this out
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update before it is stored: `payload` is its JSON text, `lane` the conversation it belongs to."""

    update_id: int
    lane: str
    payload: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """An update that this transaction handles."""

    id: int
    payload: str
    lane: str
    attempts: int


async def store(bot_id: int, arrivals: Sequence[Arrival], now: datetime) -> None:
    """Keep updates; one that is already known (by bot and update_id) is left as it is."""
    rows = [
        {"bot_id": bot_id, "update_id": a.update_id, "lane": a.lane, "payload": a.payload}
        | {"received_at": now, "due_at": now}
        for a in arrivals
    ]
    if rows:
        await execute(insert(inbox).on_conflict_do_nothing(index_elements=["bot_id", "update_id"]), rows)


async def known(bot_id: int, update_ids: Sequence[int]) -> set[int]:
    """Those of these updates that were stored before."""
    where = (inbox.c.bot_id == bot_id, inbox.c.update_id.in_(update_ids))
    return set((await execute(sa.select(inbox.c.update_id).where(*where))).scalars())


async def claim(now: datetime) -> Claimed | None:
    """The oldest waiting update that is first in its lane; locked until this transaction ends.

    No lease is needed: a turn never awaits the network, and a crash rolls the transaction back.
    """
    row = (await execute(_claim, {"now": now})).first()
    return Claimed(row.id, row.payload, row.lane, row.attempts) if row else None


def _this(row_id: int) -> sa.ColumnElement[bool]:
    """The row, unless another process has dealt with it since our transaction on it was rolled back."""
    return sa.and_(inbox.c.id == row_id, _waiting)


async def mark_handled(row_id: int, now: datetime) -> bool:
    """Done: what it said and whose it was are erased. False when it was done already."""
    values = {"handled_at": now, "payload": None, "lane": ""}
    return (await execute(sa.update(inbox).where(_this(row_id)).values(values))).rowcount > 0


async def postpone(row_id: int, due_at: datetime, error: str) -> None:
    """It failed: try again at `due_at`. `error` is the kind, never the text."""
    values = {"attempts": inbox.c.attempts + 1, "due_at": due_at, "error": error}
    await execute(sa.update(inbox).where(_this(row_id)).values(values))


async def set_aside(row_id: int, now: datetime, error: str) -> bool:
    """It failed too often: out of its lane's way, payload kept for the operator. False when it was done already."""
    values = {"attempts": inbox.c.attempts + 1, "set_aside_at": now, "error": error}
    return (await execute(sa.update(inbox).where(_this(row_id)).values(values))).rowcount > 0


async def forget(lane: str) -> None:
    """Erase what was set aside of a conversation."""
    await execute(sa.delete(inbox).where(inbox.c.lane == lane, inbox.c.set_aside_at.is_not(None)))


async def next_due(now: datetime) -> datetime | None:
    """When the next update becomes due. One that is due already and was not claimed waits for its lane's head."""
    later = (_waiting, inbox.c.due_at > now)
    due: datetime | None = (await execute(sa.select(sa.func.min(inbox.c.due_at)).where(*later))).scalar()
    return due


async def purge(before: datetime) -> int:
    """Forget handled updates older than `before`; they were kept only to know repeats."""
    return (await execute(sa.delete(inbox).where(inbox.c.handled_at < before))).rowcount
