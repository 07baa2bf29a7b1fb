"""Whoever writes of danger gets the numbers at once, before anything else is made of the words.

It happens where updates come in, so that nothing stands before it: no consent, no state, no queue of earlier updates,
no refusal or failure of what the words otherwise do, no update that cannot be read as a whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.domain.emergency import Alarm
from bot.domain.notices import FirstAid
from bot.services.alarms import Alarms
from bot.services.authors import Authors
from bot.services.hush import Hush
from bot.services.turns import Turn

AGAIN: Final = timedelta(minutes=10)
"""The same kind is not repeated to one person before. A bare call is answered each time: whoever types «102» again has
not found the numbers."""
CHILD: Final = "child"
"""Told like a kind: the line for children."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody wrote in one update, and where they are answered."""

    update_id: int
    chat_id: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cry:
    """It speaks of danger."""

    heard: Heard
    alarm: Alarm


class FirstHelp:
    """Looks at what anybody writes. What was told lives in memory only: no danger of anybody is kept."""

    def __init__(self, alarms: Alarms, hush: Hush, authors: Authors) -> None:
        self._alarms = alarms
        self._hush = hush
        self._authors = authors
        self._told: dict[tuple[int, str], datetime] = {}

    def hear(self, heard: Heard | None) -> Cry | None:
        """Whether the words speak of danger. Never raises: what came in must be kept."""
        alarm = self._alarms.of(*heard.texts) if heard else None
        return Cry(heard, alarm) if heard and alarm else None

    async def tell(self, turn: Turn, cry: Cry) -> None:
        """Owe the numbers, unless the person has just got those of all these kinds. Who turns out to be a child gets
        them again, with the line for children."""
        alarm, chat_id = cry.alarm, cry.heard.chat_id
        told = () if alarm.call else alarm.kinds
        first_so = alarm.child and not self._is_known(chat_id, CHILD, turn.now)
        fresh = told if first_so else tuple(kind for kind in told if not self._is_known(chat_id, kind, turn.now))
        if not fresh and not alarm.call:
            return
        author = await self._authors.of(chat_id)
        hushed = await self._hush.covers(author.recipient, author.home, alarm, " ".join(cry.heard.texts))
        await turn.tell(author.recipient, FirstAid(fresh, alarm.child, hushed=hushed))
        turn.afterwards.append(partial(self._note, chat_id, (*fresh, *([CHILD] if alarm.child else [])), turn.now))

    def _is_known(self, chat_id: int, what: str, now: datetime) -> bool:
        at = self._told.get((chat_id, what))
        return at is not None and at <= now < at + AGAIN

    async def _note(self, chat_id: int, told: Iterable[str], now: datetime) -> None:
        """Known after the commit only: what was rolled back was not told."""
        if len(self._told) > 1000:
            self._told = {key: at for key, at in self._told.items() if now - AGAIN < at <= now}
        self._told.update({(chat_id, what): now for what in told})

    async def call(self, turn: Turn, heard: Heard) -> None:
        """Somebody wants the numbers and need not wait for what they wrote before."""
        await self.tell(turn, Cry(heard, Alarm((), call=True)))
