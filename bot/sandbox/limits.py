"""Telegram's limits on sending, switched on for tests of patience."""

import math
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from bot.sandbox.errors import ControlError, too_many

# A caller that keeps exactly to the limit must not be refused for the jitter of a busy machine.
TOLERANCE: Final = 0.95


@dataclass(slots=True)
class Rules:
    """What is allowed: messages per second and chat, per minute and group, per second overall."""

    strict: bool = False
    per_chat_per_second: float = 1
    per_group_per_minute: float = 20
    overall_per_second: float = 30


@dataclass(slots=True)
class Limits:
    """Sliding windows over accepted sends; refused ones do not count."""

    rules: Rules = field(default_factory=Rules)
    _windows: dict[tuple[str, int, int], deque[float]] = field(default_factory=dict)

    def change(self, wanted: dict[str, Any]) -> None:
        """Set some of the rules. Raises ControlError for a name that is none."""
        known = asdict(self.rules)
        if unknown := set(wanted) - set(known):
            raise ControlError(f"unknown limits: {sorted(unknown)}; known: {sorted(known)}")
        self.rules = Rules(**{**known, **wanted})
        self._windows.clear()

    def take(self, bot: int, chat: int, *, now: float, messages: int = 1) -> None:
        """Count a send of `messages`, or raise ApiError 429 with whole seconds to wait."""
        if not self.rules.strict:
            return
        windows = self._applying(bot, chat)
        waits = [_wait(self._window(key), allowed, seconds, now) for key, allowed, seconds in windows]
        if (longest := max(waits)) > 0:
            raise too_many(max(1, math.ceil(longest)))
        for key, _, _ in windows:
            self._window(key).extend([now] * messages)

    def _applying(self, bot: int, chat: int) -> list[tuple[tuple[str, int, int], float, float]]:
        rules = self.rules
        own = ("group", rules.per_group_per_minute, 60.0) if chat < 0 else ("chat", rules.per_chat_per_second, 1.0)
        return [((own[0], bot, chat), own[1], own[2]), (("all", bot, 0), rules.overall_per_second, 1.0)]

    def _window(self, key: tuple[str, int, int]) -> deque[float]:
        return self._windows.setdefault(key, deque())


def _wait(window: deque[float], allowed: float, seconds: float, now: float) -> float:
    """Seconds until one more fits into the window."""
    span = seconds * TOLERANCE
    while window and window[0] <= now - span:
        window.popleft()
    return window[0] + span - now if len(window) >= max(1, allowed) else 0.0
