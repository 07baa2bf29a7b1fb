"""So many sends a second, evenly, and some before others."""

import asyncio
from collections import deque
from typing import Final

LATE: Final = 0.005
"""Seconds a late timer may be made up for: without it a thousand a second are never reached, with more there would be
bursts."""


class Rate:
    """A slot every 1 / `per_second`; whoever asks for a slot in front gets it before all who wait behind."""

    def __init__(self, per_second: float) -> None:
        self._interval = 1 / per_second
        self._next = 0.0
        self._front: deque[asyncio.Future[None]] = deque()
        self._behind: deque[asyncio.Future[None]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    async def slot(self, *, behind: bool = False) -> None:
        """Wait for one."""
        mine = asyncio.get_running_loop().create_future()
        (self._behind if behind else self._front).append(mine)
        self._set_timer()
        await mine

    def _set_timer(self) -> None:
        if self._timer is None and (self._front or self._behind):
            self._timer = asyncio.get_running_loop().call_at(self._next, self._give)

    def _give(self) -> None:
        self._timer = None
        while self._front or self._behind:
            mine = (self._front or self._behind).popleft()
            if not mine.done():  # who has stopped waiting takes no slot
                mine.set_result(None)
                now = asyncio.get_running_loop().time()
                self._next = max(self._next, now - LATE) + self._interval
                break
        self._set_timer()
