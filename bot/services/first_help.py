"""Whoever writes of danger gets the numbers at once, before anything else is made of the words.

It happens where updates come in, so that nothing stands before it: no consent, no state, no queue of earlier updates,
no refusal or failure of what the words otherwise do, no update that cannot be read as a whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b
from typing import Final

import structlog

from bot.domain.emergency import LONGEST, Alarm, Danger, alarm_of
from bot.domain.notices import FirstAid
from bot.domain.reports import Resident
from bot.services.authors import Authors
from bot.services.hush import Hush
from bot.services.turns import Turn

log = structlog.get_logger(__name__)

AGAIN: Final = timedelta(minutes=10)
"""The same kind is not repeated to one person before. A bare call is answered each time: whoever types «102» again has
not found the numbers."""
MOST_TEXT: Final = 8 * LONGEST
"""Characters of a text that are looked through at all."""
MOST_KNOWN: Final = 5000
"""So many texts are known again before all are forgotten: who floods the bot mostly repeats the same."""


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

    def __init__(self, hush: Hush, authors: Authors) -> None:
        self._hush = hush
        self._authors = authors
        self._told: dict[tuple[int, Danger], datetime] = {}
        self._known: dict[bytes, Alarm | None] = {}

    def hear(self, heard: Heard | None) -> Cry | None:
        """Whether the words speak of danger. Never raises: what came in must be kept."""
        if heard is None:
            return None
        try:
            parts = [part for text in heard.texts for part in _parts(text)]
            alarm = _together([alarm for part in parts if (alarm := self._alarm_of(part))])
        except Exception as error:
            log.error("first-help-failed", error=type(error).__name__)
            return None
        return Cry(heard, alarm) if alarm else None

    def _alarm_of(self, text: str) -> Alarm | None:
        """Of each text once, as long as it is known by its digest; no words are kept."""
        key = blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = alarm_of(text)
        return self._known[key]

    async def tell(self, turn: Turn, cry: Cry) -> None:
        """Owe the numbers, unless the person has just got those of all these kinds."""
        alarm, chat_id = cry.alarm, cry.heard.chat_id
        fresh = tuple(kind for kind in alarm.kinds if not self._is_known(chat_id, kind, turn.now))
        if not fresh and not alarm.call:
            return
        author = await self._authors.of(chat_id)
        hushed = author.reader.hushed or await self._names_mute(cry, author.resident)
        await turn.tell(author.reader, FirstAid(fresh, alarm.child, hushed=hushed))
        turn.afterwards.append(partial(self._note, chat_id, fresh, turn.now))

    async def _names_mute(self, cry: Cry, resident: Resident | None) -> bool:
        home = resident.place if resident else None
        return not cry.alarm.call and await self._hush.is_named(" ".join(cry.heard.texts), home)

    def _is_known(self, chat_id: int, kind: Danger, now: datetime) -> bool:
        at = self._told.get((chat_id, kind))
        return at is not None and at <= now < at + AGAIN

    async def _note(self, chat_id: int, kinds: Iterable[Danger], now: datetime) -> None:
        """Known after the commit only: what was rolled back was not told."""
        if len(self._told) > 1000:
            self._told = {key: at for key, at in self._told.items() if now - AGAIN < at <= now}
        self._told.update({(chat_id, kind): now for kind in kinds})

    async def call(self, turn: Turn, heard: Heard) -> None:
        """Somebody wants the numbers and need not wait for what they wrote before."""
        await self.tell(turn, Cry(heard, Alarm((), call=True)))


def _together(alarms: list[Alarm]) -> Alarm | None:
    """A bare call beside something that says more is no call."""
    if not alarms:
        return None
    kinds = dict.fromkeys(kind for alarm in alarms if not alarm.call for kind in alarm.kinds)
    return Alarm(tuple(kinds), child=any(alarm.child for alarm in alarms), call=not kinds)


def _parts(text: str) -> Iterable[str]:
    """Long texts in pieces that overlap: each is looked through as a whole."""
    step = LONGEST - 200
    return (text[start : start + LONGEST] for start in range(0, min(max(len(text) - 200, 1), MOST_TEXT), step))
