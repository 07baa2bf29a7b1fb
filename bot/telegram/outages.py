"""When Telegram is away: short pauses for all instead of long ones for each, and nothing waits longer than it does."""

from typing import Final

from bot.telegram.failures import Away

PAUSE: Final = 5.0
"""Seconds between two looks whether it is back."""
SEVERAL: Final = 2
"""Chats in a row that fail: one alone may be its own fault."""
KINDS: Final = (
    "TelegramNetworkError",
    "TelegramServerError",
    "RestartingTelegram",
    "ClientDecodeError",
    "TimeoutError",
)
"""Errors of notices that wait for the network."""


class Outages:
    """Told of every send: `fails` says whether Telegram is away for all, `succeeds` whether it has just come back."""

    def __init__(self) -> None:
        self._failing: set[int] = set()
        self._away = False

    def fails(self, chat_id: int, verdict: Away) -> bool:
        """Whether nobody need be tried for a moment."""
        self._failing.add(chat_id)
        if verdict.everywhere or len(self._failing) >= SEVERAL:
            self._away = True
            return True
        return False

    def succeeds(self) -> bool:
        """Whether this is the first success after an outage."""
        was_away, self._away = self._away, False
        self._failing.clear()
        return was_away
