"""A copy of the database was put back: numbers that were given since are not given again, and people hear of it."""

from datetime import datetime

from bot.domain.addressing_notices import CopyPutBack
from bot.domain.clock import shown_moment
from bot.domain.silence import Silence
from bot.services.lookup import Lookup
from bot.services.turns import Turn
from db import restores, sequences


async def restored(turn: Turn, lookup: Lookup, copied_at: datetime, *, skip: int) -> int:
    """How many people are told. Not those whose place lets nothing through: nothing of theirs was taken."""
    await restores.add(copied_at, turn.now)
    await sequences.move_on(skip)
    notice = CopyPutBack(shown_moment(copied_at), shown_moment(turn.now))
    told = 0
    for each in await restores.everybody():
        if each.place is None or await lookup.silence(each.place) is not Silence.RELAY:
            await turn.tell(each.recipient, notice)
            told += 1
    return told
