"""What just happened, for whoever looks (the page, by SSE)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

Json = dict[str, Any]

BACKLOG: Final = 1000  # a listener that is this far behind is cut off


class Hub:
    """Hands every event to every listener; costs nothing while there is none."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[Json]] = set()

    def publish(self, kind: str, chat: int | None, **fields: Any) -> None:
        """`{"type", "chat", …}` to all; slow listeners lose events, nobody waits for them."""
        for queue in self._listeners:
            if not queue.full():
                queue.put_nowait({"type": kind, "chat": chat, **fields})

    @property
    def heard(self) -> bool:
        """Somebody listens."""
        return bool(self._listeners)

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Json]]:
        """A queue that fills while the block lasts."""
        queue: asyncio.Queue[Json] = asyncio.Queue(BACKLOG)
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)
