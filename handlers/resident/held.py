"""What somebody wrote and that can go nowhere yet: it waits a day in the dialogue for the answer, then it is erased."""

import json
from datetime import datetime
from typing import Any, Final

from aiogram.fsm.context import FSMContext

from bot.domain.dialogues import HELD, HELD_FOR, ITEMS, UNTIL
from bot.domain.reports import Draft
from handlers.entries import packed
from handlers.resident import stash

MOST: Final = 20
MOST_BYTES: Final = 64_000
"""Of everything together: nobody has agreed to anything yet, and whoever writes may be anybody."""


def words_in(data: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    """What waits (packed drafts), unless its time is over."""
    found = data.get(HELD)
    return list(found[ITEMS]) if found and datetime.fromisoformat(found[UNTIL]) > now else []


async def add(draft: Draft, now: datetime, state: FSMContext) -> bool:
    """False: nothing more is kept. The day begins with the first of them."""
    data = await state.get_data()
    items = words_in(data, now)
    until = data[HELD][UNTIL] if items else (now + HELD_FOR).isoformat()
    items.append(packed(draft))
    if not _fits(items):
        return False
    await state.update_data({HELD: {UNTIL: until, ITEMS: items}})
    return True


async def correct(draft: Draft, now: datetime, state: FSMContext) -> bool:
    """An edited message changes its words here too; False when they do not lie here."""
    data = await state.get_data()
    items = words_in(data, now)
    if all(each["message_id"] != draft.message_id for each in items):
        return False
    changed = [packed(draft) if each["message_id"] == draft.message_id else each for each in items]
    if _fits(changed):
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


def _fits(items: list[dict[str, Any]]) -> bool:
    return len(items) <= MOST and len(json.dumps(items, ensure_ascii=False).encode("utf-8", "replace")) <= MOST_BYTES
