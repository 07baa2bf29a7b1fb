"""Typed addresses that wait for the geocoder, and the pace at which all processes together may ask it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from db.engine import execute, insert
from db.schema import addresses, paces

LONGEST_PAUSE: Final = timedelta(minutes=5)
"""A later time than that in `paces` was written by a clock that has been set back since."""

_next = (
    sa.select(addresses.c.id)
    .where(sa.or_(addresses.c.due_at <= sa.bindparam("now"), addresses.c.asked_at > sa.bindparam("now")))  # set back
    .order_by(addresses.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)  # SQLite has one writer and leaves this out
    .cte("next")
)
_claim = (
    sa.update(addresses)
    .where(addresses.c.id.in_(sa.select(_next.c.id)))
    .values(due_at=sa.bindparam("leased_until"), attempts=addresses.c.attempts + 1)
    .returning(addresses)
)
_free_at = sa.select(paces.c.free_at).where(paces.c.name == sa.bindparam("of"))


@dataclass(frozen=True, slots=True)
class Sought:
    """An address somebody waits for. `attempts`: this one too."""

    id: int
    bot_id: int
    channel: str
    chat_id: int
    street: str
    settlement: str
    asked_at: datetime
    attempts: int = 1


async def add(*, bot_id: int, channel: str, chat_id: int, street: str, settlement: str, now: datetime) -> int:
    """Keep it; one of the same chat that waits still makes room: the person asks for this one now."""
    await forget(channel, chat_id)
    row = {"bot_id": bot_id, "channel": channel, "chat_id": chat_id, "street": street, "settlement": settlement}
    values = row | {"asked_at": now, "due_at": now}
    return int((await execute(sa.insert(addresses).values(values).returning(addresses.c.id))).scalar_one())


async def claim(now: datetime, leased_until: datetime) -> Sought | None:
    """The oldest one that nobody asks about; ours until the lease runs out."""
    row = (await execute(_claim, {"now": now, "leased_until": leased_until})).first()
    if row is None:
        return None
    where = (row.channel, row.chat_id, row.street, row.settlement)
    return Sought(row.id, row.bot_id, *where, row.asked_at, row.attempts)


async def erase(row_id: int) -> bool:
    """Answered. False when it is gone already: the person asked for another, or was forgotten."""
    return (await execute(sa.delete(addresses).where(addresses.c.id == row_id))).rowcount > 0


async def forget(channel: str, chat_id: int) -> None:
    """Whatever this chat still waits for."""
    await execute(sa.delete(addresses).where(addresses.c.channel == channel, addresses.c.chat_id == chat_id))


async def hand_back(row_id: int, now: datetime) -> None:
    """Nobody asks any more: whoever did was asked to stop."""
    values = {"due_at": now, "attempts": addresses.c.attempts - 1}
    await execute(sa.update(addresses).where(addresses.c.id == row_id).values(values))


async def release(now: datetime) -> None:
    """Nobody asks any more: for the only process, at its start."""
    await execute(sa.update(addresses).where(addresses.c.due_at > now).values(due_at=now))


async def take_slot(name: str, now: datetime, interval: timedelta) -> timedelta:
    """One question to a server whose pace this is may go out now (zero), or how long it must wait.

    One statement: of several processes one gets the slot.
    """
    values = {"name": name, "free_at": now + interval}
    free = sa.or_(paces.c.free_at <= now, paces.c.free_at > now + LONGEST_PAUSE)
    statement = insert(paces).values(values)
    taken = statement.on_conflict_do_update(
        index_elements=["name"], set_={"free_at": statement.excluded.free_at}, where=free
    ).returning(paces.c.name)
    if (await execute(taken)).first() is not None:
        return timedelta(0)
    free_at: datetime | None = (await execute(_free_at, {"of": name})).scalar()
    return max(free_at - now, timedelta(milliseconds=10)) if free_at else timedelta(0)


async def pause(name: str, until: datetime) -> None:
    """The server wants to be left alone."""
    await execute(sa.update(paces).where(paces.c.name == name, paces.c.free_at < until).values(free_at=until))
