"""What somebody wrote and that can go nowhere yet: it waits a day in the dialogue for the answer, then it is erased.

A stranger's words wait for the consent, others for a place where somebody reads them, or for the answer which report is
meant (handlers/which.py)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from aiogram.fsm.context import FSMContext

from bot.domain.dialogues import HELD, HELD_FOR, ITEMS, UNTIL
from bot.domain.reports import MAX_ENTRIES, Incoming
from handlers.entries import packed, unpacked
from handlers.resident import stash


@dataclass(frozen=True, slots=True)
class Room:
    """How much is kept of everything together: messages, bytes."""

    most: int
    most_bytes: int


STRANGERS: Final = Room(20, 64_000)
"""Nobody has agreed to anything yet, and whoever writes may be anybody."""
KNOWN: Final = Room(MAX_ENTRIES, 2_000_000)
"""As much as fits into a report."""


def words_in(data: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    """What waits (packed messages), unless its time is over."""
    found = data.get(HELD)
    return list(found[ITEMS]) if found and datetime.fromisoformat(found[UNTIL]) > now else []


def entries(data: dict[str, Any], now: datetime) -> list[Incoming]:
    """The same as they were written."""
    return [unpacked(each) for each in words_in(data, now)]


async def add(incoming: Incoming, now: datetime, state: FSMContext, room: Room = STRANGERS, **beside: str) -> bool:
    """False: nothing more is kept. The day begins with the first of them. `beside`: kept as long."""
    data = await state.get_data()
    items = words_in(data, now)
    known = data[HELD] if items else {UNTIL: (now + HELD_FOR).isoformat()}
    items.append(packed(incoming))
    if not _fits(items, room):
        return False
    await state.update_data({HELD: known | beside | {ITEMS: items}})
    return True


async def correct(incoming: Incoming, now: datetime, state: FSMContext, room: Room = STRANGERS) -> bool:
    """An edited message changes its words here too; False when they do not lie here."""
    data = await state.get_data()
    items = words_in(data, now)
    if all(each["message_id"] != incoming.message_id for each in items):
        return False
    changed = [packed(incoming) if each["message_id"] == incoming.message_id else each for each in items]
    if _fits(changed, room):
        await state.update_data({HELD: data[HELD] | {ITEMS: changed}})
    return True


async def hold(now: datetime, state: FSMContext) -> None:
    """What waited for its report cannot go there."""
    data = await state.get_data()
    if items := data.pop(stash.KEY, []):
        held = [*words_in(data, now), *items]
        await state.set_data(data | {HELD: {UNTIL: (now + HELD_FOR).isoformat(), ITEMS: held}})


async def release(now: datetime, state: FSMContext) -> None:
    """There may be a way now: it waits for its report again."""
    data = await state.get_data()
    if HELD in data:
        items = words_in(data, now)
        del data[HELD]
        await state.set_data(data | {stash.KEY: [*items, *data.get(stash.KEY, [])]} if items else data)


def _fits(items: Sequence[dict[str, Any]], room: Room) -> bool:
    size = len(json.dumps(items, ensure_ascii=False).encode("utf-8", "replace"))
    return len(items) <= room.most and size <= room.most_bytes
