"""Whose words of danger are not answered with 102 and 112: where nothing is passed on, the occupier may answer there
(domain/silence.py). Whatever else is told: `Turn.tell`."""

from typing import Final

import structlog

from bot.domain.emergency import Alarm
from bot.domain.places import Answer, Candidate, Found, candidates
from bot.domain.reports import Recipient
from bot.domain.silence import relays
from bot.places.ranking import UNGUESSED
from bot.places.story import LONGEST_NAME
from bot.services.lookup import Lookup
from db import residents

log = structlog.get_logger(__name__)

MOST_PLACES: Final = 3 * LONGEST_NAME
"""Characters of a text that are looked through for the name of a place."""
IN_A_SENTENCE: Final = 0.55
"""How well a name that was found amid other words must fit (1: as it is written)."""


class Hush:
    """Asked before numbers are told."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    async def covers(self, recipient: Recipient, home: str | None, alarm: Alarm, text: str) -> bool:
        """Whether 102 and 112 stay unsaid to whoever wrote this: for where they live or have a report, or for the
        place they name. A bare call names none."""
        if await residents.is_hushed(recipient.channel, recipient.chat_id):
            return True
        return not alarm.call and await self.is_named(text, home)

    async def is_named(self, text: str, home: str | None) -> bool:
        """Whether it is so for whatever place the words may name. Whose home is known is believed less easily."""
        named = _named(self._find(text[:MOST_PLACES], home))
        if not named or named[0].score < (UNGUESSED if home else IN_A_SENTENCE):
            return False
        return all([await self._is_mute(each.unit.katottg) for each in named])

    def _find(self, text: str, home: str | None) -> Answer | None:
        """A sentence is no name, which is what the search is made for: should it stumble, nothing was named."""
        try:
            return self._lookup.find(text, home=home)
        except Exception as error:
            log.error("no-place-in-a-cry", error=type(error).__name__)
            return None

    async def _is_mute(self, katottg: str) -> bool:
        return not relays(await self._lookup.silence(katottg))


def _named(answer: Answer | None) -> tuple[Candidate, ...]:
    if answer is None:
        return ()
    return (answer.candidate,) if isinstance(answer, Found) else candidates(answer)
