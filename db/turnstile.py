"""Who may write: one at a time."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turnstile:
    """One at a time, in the order they came, but those who may go `first` before all others."""

    def __init__(self) -> None:
        self._taken = False
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def passed(self, *, first: bool = False) -> AsyncIterator[None]:
        await self._take(self._first if first else self._others)
        try:
            yield
        finally:
            self._hand_on()

    async def _take(self, line: deque[asyncio.Future[None]]) -> None:
        if not self._taken:
            self._taken = True
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():  # it was our turn already
                self._hand_on()
            raise

    def _hand_on(self) -> None:
        while line := self._first or self._others:
            mine = line.popleft()
            if not mine.done():  # who has stopped waiting takes no turn
                mine.set_result(None)
                return
        self._taken = False
