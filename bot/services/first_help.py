"""Whoever writes of danger gets the numbers at once, before anything else is made of the words."""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.domain.emergency import Danger, dangers
from bot.domain.notices import EmergencyNumbers
from bot.domain.reports import Reader
from bot.services.turns import Turn

AGAIN: Final = timedelta(minutes=10)
"""The same kind is not repeated to one person before."""


class FirstHelp:
    """Looks at what anybody writes. What was told lives in memory only: no danger of anybody is kept."""

    def __init__(self) -> None:
        self._told: dict[tuple[int, Danger], datetime] = {}

    async def look(self, turn: Turn, reader: Reader, text: str) -> None:
        """Tell the numbers when the text speaks of danger; a refusal of the rest does not take them back."""
        found = dangers(text)
        if not found or self._is_known(reader.chat_id, found[0], turn.now):
            return
        numbers = EmergencyNumbers()
        turn.urgent.append(numbers)
        turn.afterwards.append(partial(self._note, reader.chat_id, found[0], turn.now))
        await turn.tell(reader, numbers)

    def _is_known(self, chat_id: int, kind: Danger, now: datetime) -> bool:
        at = self._told.get((chat_id, kind))
        return at is not None and at <= now < at + AGAIN

    async def _note(self, chat_id: int, kind: Danger, now: datetime) -> None:
        self._told = {key: at for key, at in self._told.items() if now - AGAIN < at <= now}
        self._told[chat_id, kind] = now
