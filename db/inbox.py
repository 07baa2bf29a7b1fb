"""The inbox: updates as they came, kept until they are handled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.notices import Priority
from db import queues
from db.engine import built_once, execute, insert
from db.schema import inbox


def _unhandled(row: Any) -> sa.ColumnElement[bool]:
    return sa.and_(row.c.handled_at.is_(None), row.c.set_aside_at.is_(None))


_waiting = _unhandled(inbox)
_ahead = inbox.alias("ahead")
_head_of_lane = (  # a limited subquery is one step into the index, whatever waits
    sa.select(_ahead.c.id)
    .where(_ahead.c.lane == inbox.c.lane, _unhandled(_ahead))
    .order_by(_ahead.c.id)
    .limit(1)
    .scalar_subquery()
)
_claim = (
    sa.select(inbox.c.id, inbox.c.payload, inbox.c.lane, inbox.c.attempts, inbox.c.deaths, inbox.c.received_at)
    .where(
        _waiting,
        inbox.c.held_until.is_(None),
        inbox.c.place < sa.bindparam("before"),
        _head_of_lane == inbox.c.id,
    )
    .order_by(inbox.c.place, inbox.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)  # SQLite has one writer and leaves this out
)
_place = queues.place(inbox, _unhandled)
_held = sa.and_(_waiting, inbox.c.held_until.is_not(None))
_over = sa.or_(inbox.c.held_until <= sa.bindparam("now"), inbox.c.held_until > sa.bindparam("latest"))
_wake = (
    sa.update(inbox)
    .where(inbox.c.id.in_(sa.select(inbox.c.id).where(_held, _over).with_for_update(skip_locked=True)))
    .values(held_until=None)
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update before it is stored: `payload` is its JSON text, `lane` the conversation it belongs to. It is not
    handled before `held_until`, nor is what comes behind it in its lane."""

    update_id: int
    lane: str
    payload: str
    priority: Priority = Priority.RELAY
    held_until: datetime | None = None
    chat_id: int | None = None
    """The private chat it came from; not kept, the lane has it."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """An update that this transaction handles. `deaths`: how many processes began it and, as far as is known,
    ended with it; the first time nobody notes."""

    id: int
    payload: str
    lane: str
    attempts: int
    deaths: int = 0
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """An update that failed too often. `error`: the kind."""

    id: int
    received_at: datetime
    set_aside_at: datetime
    error: str


async def store(bot_id: int, arrivals: Sequence[Arrival], now: datetime) -> None:
    """Keep updates; one that is already known (by bot and update_id) is left as it is."""
    rows = [
        {"bot_id": bot_id, "update_id": a.update_id, "lane": a.lane, "payload": a.payload}
        | {"received_at": now, "held_until": a.held_until}
        | queues.wanted(a.priority, a.lane, now)
        for a in arrivals
    ]
    if rows:
        await execute(_store(), rows)


@built_once
def _store() -> sa.Executable:
    statement = insert(inbox).values(place=_place)
    found: sa.Executable = statement.on_conflict_do_nothing(index_elements=["bot_id", "update_id"])
    return found


async def known(bot_id: int, update_ids: Sequence[int]) -> set[int]:
    """Those of these updates that were stored before."""
    where = (inbox.c.bot_id == bot_id, inbox.c.update_id.in_(update_ids))
    return set((await execute(sa.select(inbox.c.update_id).where(*where))).scalars())


async def claim(*, urgent: bool = False) -> Claimed | None:
    """The waiting update that goes first (`db/queues.py`) of those that are first in their lane; locked until this
    transaction ends. `urgent`: of emergencies alone.

    No lease is needed: a turn never awaits the network, and a crash rolls the transaction back.
    """
    row = (await execute(_claim, {"before": queues.URGENT if urgent else queues.ALL})).first()
    return Claimed(row.id, row.payload, row.lane, row.attempts, row.deaths, row.received_at) if row else None


async def last_id() -> int:
    """Of everything that was ever stored, as far as it is still there."""
    return int((await execute(sa.select(sa.func.coalesce(sa.func.max(inbox.c.id), 0)))).scalar_one())


async def note_begun(row_id: int, deaths: int) -> None:
    """It is begun; counted as if this process will die of it, which is known only when it did not."""
    await execute(sa.update(inbox).where(_this(row_id)).values(deaths=deaths))


async def hold(row_id: int, until: datetime) -> None:
    """Nothing is wrong with it yet: it goes on later."""
    await execute(sa.update(inbox).where(_this(row_id)).values(held_until=until))


async def wake(now: datetime) -> None:
    """What was held back until now goes on; also what seems to wait for longer than anything can."""
    await execute(_wake, {"now": now, "latest": now + queues.LONGEST_PAUSE})


async def next_due(now: datetime) -> datetime | None:
    """When the next update that is held back goes on; None when none is."""
    due: datetime | None = (await execute(sa.select(sa.func.min(inbox.c.held_until)).where(_held))).scalar()
    return due if due is None or due <= now + queues.LONGEST_PAUSE else now


async def waiting(now: datetime) -> queues.QueueWaiting:
    """What could be handled now; not what its author must wait for."""
    ripe = sa.or_(inbox.c.held_until.is_(None), inbox.c.held_until <= now)
    columns = (sa.func.count().label("n"), sa.func.min(inbox.c.received_at).label("oldest"))
    row = (await execute(sa.select(*columns).where(_waiting, ripe))).one()
    return queues.QueueWaiting(row.n, row.oldest)


async def waits(lane: str) -> bool:
    """Whether anything of a conversation is not handled yet."""
    here = sa.select(inbox.c.id).where(inbox.c.lane == lane, _waiting).limit(1)
    return (await execute(here)).first() is not None


async def follows(lane: str) -> bool:
    """Whether something of a conversation is handled as soon as its turn comes."""
    here = sa.select(inbox.c.id).where(inbox.c.lane == lane, _waiting, inbox.c.held_until.is_(None)).limit(1)
    return (await execute(here)).first() is not None


def _this(row_id: int) -> sa.ColumnElement[bool]:
    """The row, unless another process has dealt with it since our transaction on it was rolled back."""
    return sa.and_(inbox.c.id == row_id, _waiting)


async def mark_handled(row_id: int, now: datetime) -> bool:
    """Done: what it said and whose it was are erased. False when it was done already."""
    values = {"handled_at": now, "payload": None, "lane": ""}
    return (await execute(sa.update(inbox).where(_this(row_id)).values(values))).rowcount > 0


async def postpone(row_id: int, due_at: datetime, error: str, *, counts: bool = True) -> None:
    """It failed, and nobody died of it: try again at `due_at`. `error` is the kind, never the text; `counts`: it was an
    attempt."""
    values = {"attempts": inbox.c.attempts + int(counts), "deaths": 0, "held_until": due_at, "error": error}
    await execute(sa.update(inbox).where(_this(row_id)).values(values))


async def set_aside(row_id: int, now: datetime, error: str) -> bool:
    """It failed too often: out of its lane's way, payload kept for the operator. False when it was done already."""
    values = {"attempts": inbox.c.attempts + 1, "set_aside_at": now, "error": error}
    return (await execute(sa.update(inbox).where(_this(row_id)).values(values))).rowcount > 0


async def forget(lane: str) -> None:
    """Erase what was set aside of a conversation."""
    await execute(sa.delete(inbox).where(inbox.c.lane == lane, inbox.c.set_aside_at.is_not(None)))


async def aside() -> list[SetAside]:
    """What was set aside, the oldest first."""
    columns = (inbox.c.id, inbox.c.received_at, inbox.c.set_aside_at, inbox.c.error)
    rows = await execute(sa.select(*columns).where(inbox.c.set_aside_at.is_not(None)).order_by(inbox.c.id))
    return [SetAside(row.id, row.received_at, row.set_aside_at, row.error or "") for row in rows]


async def hand_in_again(row_ids: Collection[int] | None) -> int:
    """What was set aside waits as if it had just come (None: all of it); how many those are."""
    where = [inbox.c.set_aside_at.is_not(None), inbox.c.payload.is_not(None)]
    if row_ids is not None:
        where.append(inbox.c.id.in_(row_ids))
    fresh = {"set_aside_at": None, "attempts": 0, "deaths": 0, "held_until": None, "error": None}
    return (await execute(sa.update(inbox).where(*where).values(fresh))).rowcount


async def purge_aside(before: datetime) -> int:
    """Forget what was set aside before then: nobody has handed it in again."""
    return (await execute(sa.delete(inbox).where(inbox.c.set_aside_at < before))).rowcount


async def purge(before: datetime) -> int:
    """Forget handled updates older than `before`; they were kept only to know repeats."""
    return (await execute(sa.delete(inbox).where(inbox.c.handled_at < before))).rowcount
