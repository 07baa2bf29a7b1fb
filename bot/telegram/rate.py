"""So many sends a second, evenly, and some before others."""

import asyncio
from collections import deque
from enum import IntEnum
from typing import Final

LATE: Final = 0.005
"""Seconds a late timer may be made up for: without it a thousand a second are never reached, with more there would be
bursts."""


class Order(IntEnum):
    """Who gets the next slot."""

    FIRST = 0
    USUAL = 1
    BEHIND = 2


class Rate:
    """A slot every 1 / `per_second`; whoever asks in an earlier `Order` gets it before all who wait in a later one."""

    def __init__(self, per_second: float) -> None:
        self._interval = 1 / per_second
        self._next = 0.0
        self._waiting: dict[Order, deque[asyncio.Future[None]]] = {order: deque() for order in Order}
        self._timer: asyncio.TimerHandle | None = None

    async def slot(self, order: Order = Order.USUAL) -> None:
        """Wait for one."""
        mine = asyncio.get_running_loop().create_future()
        self._waiting[order].append(mine)
        self._set_timer()
        await mine

    def _set_timer(self) -> None:
        if self._timer is None and any(self._waiting.values()):
            self._timer = asyncio.get_running_loop().call_at(self._next, self._give)

    def _give(self) -> None:
        self._timer = None
        while line := next(filter(None, self._waiting.values()), None):
            mine = line.popleft()
            if not mine.done():  # who has stopped waiting takes no slot
                mine.set_result(None)
                now = asyncio.get_running_loop().time()
                self._next = max(self._next, now - LATE) + self._interval
                break
        self._set_timer()
