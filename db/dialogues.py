"""Dialogue states (FSM): one row a conversation."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.dialogues import HELD, UNTIL
from db.engine import execute, insert
from db.schema import dialogues


@dataclass
class Dialogue:
    """Where a conversation stands. `changed` tells the turn to save it."""

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    changed: bool = False


async def load(key: str) -> Dialogue:
    """The stored state, or an empty one."""
    where = dialogues.c.key == key
    row = (await execute(sa.select(dialogues.c.state, dialogues.c.data).where(where))).first()
    return Dialogue(row.state, dict(row.data)) if row else Dialogue()


async def drop_from_idle(names: Collection[str], *, before: datetime, now: datetime) -> int:
    """Take these parts out of conversations untouched since `before`; returns how many had one. What somebody is in
    the middle of is left to them: a row that is locked is passed over, and a turn writes its own state over ours."""
    idle = sa.select(dialogues).where(dialogues.c.changed_at < before).with_for_update(skip_locked=True)
    had = [row for row in (await execute(idle)).all() if not row.data.keys().isdisjoint(names)]
    for row in had:
        rest = {name: value for name, value in row.data.items() if name not in names}
        await save(row.key, Dialogue(row.state, rest), now)
    return len(had)


async def erase_held(now: datetime, most: int = 500) -> int:
    """Take out what could go nowhere, where its time is over; returns how many had some. A row that is locked is passed
    over: a turn saves it with the part that is out of date left unread, and it goes the next time."""
    over = sa.select(dialogues).where(dialogues.c.erase_at <= now).limit(most).with_for_update(skip_locked=True)
    had = (await execute(over)).all()
    for row in had:
        rest = {name: value for name, value in row.data.items() if name != HELD}
        await save(row.key, Dialogue(row.state, rest), now)
    return len(had)


def _erase_at(data: dict[str, Any]) -> datetime | None:
    return datetime.fromisoformat(data[HELD][UNTIL]) if data.get(HELD) else None


async def save(key: str, dialogue: Dialogue, now: datetime) -> None:
    """Store it; an empty one leaves no row behind."""
    if dialogue.state is None and not dialogue.data:
        await execute(sa.delete(dialogues).where(dialogues.c.key == key))
        return
    row = {"state": dialogue.state, "data": dialogue.data, "changed_at": now, "erase_at": _erase_at(dialogue.data)}
    statement = insert(dialogues).values(key=key, **row)
    await execute(statement.on_conflict_do_update(index_elements=["key"], set_=row))
