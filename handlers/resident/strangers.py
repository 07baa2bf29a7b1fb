"""Words of somebody who has not agreed yet: they wait with the dialogue for the answer, for a day at most."""

import json
from datetime import datetime
from typing import Any, Final

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.dialogues import ITEMS, UNAGREED, UNAGREED_FOR, UNTIL
from bot.domain.errors import CannotCarry
from bot.domain.notices import Refused, Waiting, Welcome
from bot.domain.reports import Draft, Reader
from bot.services.turns import Turn
from handlers.entries import draft_of, packed
from handlers.resident import stash

MOST: Final = 20
MOST_BYTES: Final = 64_000
"""Of everything together: nobody has agreed to anything yet, and whoever writes may be anybody."""


async def remember(message: Message, turn: Turn, reader: Reader, state: FSMContext, retention_days: int) -> None:
    """Keep it for the answer, and ask the question (again)."""
    waiting = Waiting.WORDS
    try:
        draft = draft_of(message)
    except CannotCarry as refusal:
        await turn.tell(reader, Refused(refusal.code))
        waiting = Waiting.WORDS if words_in(await state.get_data(), turn.now) else Waiting.NOTHING
    else:
        if not await _add(draft, turn.now, state):
            waiting = Waiting.FULL
    await stash.ask(message, turn, reader, Welcome(retention_days, waiting))


async def welcome(turn: Turn, state: FSMContext, retention_days: int) -> Welcome:
    """The question, and whether words wait for its answer."""
    waiting = Waiting.WORDS if words_in(await state.get_data(), turn.now) else Waiting.NOTHING
    return Welcome(retention_days, waiting)


def words_in(data: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    """What waits (packed drafts), unless its time is over."""
    found = data.get(UNAGREED)
    return list(found[ITEMS]) if found and datetime.fromisoformat(found[UNTIL]) > now else []


async def correct(draft: Draft, turn: Turn, state: FSMContext) -> bool:
    """An edited message changes its words here too; False when they do not lie here."""
    data = await state.get_data()
    items = words_in(data, turn.now)
    if all(each["message_id"] != draft.message_id for each in items):
        return False
    changed = [packed(draft) if each["message_id"] == draft.message_id else each for each in items]
    if _fits(changed):
        await state.update_data({UNAGREED: data[UNAGREED] | {ITEMS: changed}})
    return True


async def _add(draft: Draft, now: datetime, state: FSMContext) -> bool:
    """The day begins with the first of them."""
    data = await state.get_data()
    items = words_in(data, now)
    until = data[UNAGREED][UNTIL] if items else (now + UNAGREED_FOR).isoformat()
    items.append(packed(draft))
    if not _fits(items):
        return False
    await state.update_data({UNAGREED: {UNTIL: until, ITEMS: items}})
    return True


def _fits(items: list[dict[str, Any]]) -> bool:
    return len(items) <= MOST and len(json.dumps(items, ensure_ascii=False).encode("utf-8", "replace")) <= MOST_BYTES
