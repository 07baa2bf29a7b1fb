"""Pushing updates to a bot's address: one at a time per lane, again and again until it says 2xx."""

import asyncio
import re
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import urlsplit

from bot.sandbox.errors import bad
from bot.sandbox.updates import Pending, UpdateQueue

Json = dict[str, Any]

SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
FIRST_WAIT: Final = 0.2  # seconds before the first repeat; doubles up to
LONGEST_WAIT: Final = 10.0

# Gives one update to an address; returns None, or in words why it did not arrive.
Deliver = Callable[["Webhook", Json], Awaitable[str | None]]


def checked_url(url: str) -> str:
    """The address, if the sandbox calls it: http(s) on this machine. Raises ApiError 400.

    Telegram itself wants HTTPS and a public host; here nothing may leave the machine.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.hostname not in LOOPBACK:
        raise bad(f"bad webhook: the sandbox calls loopback addresses only, not {parts.hostname}")
    return url


def checked_secret(secret: str | None) -> str | None:
    """The secret for the header, if its characters are allowed. Raises ApiError 400."""
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    return secret or None


class Webhook:
    """One bot's address and the updates on their way to it."""

    def __init__(self, queue: UpdateQueue, *, url: str, secret: str | None, max_connections: int) -> None:
        self.url = url
        self.secret = secret
        self.max_connections = max(1, min(max_connections, 100))
        self.error: tuple[int, str] | None = None
        self._queue = queue
        self._lanes: dict[str, deque[Pending]] = defaultdict(deque)
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(self.max_connections)
        self._deliver: Deliver | None = None

    def start(self, deliver: Deliver) -> None:
        """Begin with everything that waits already."""
        self._deliver = deliver
        for update in list(self._queue.pending.values()):
            self.notice(update)

    def notice(self, update: Pending) -> None:
        """A new update: it joins its lane, and a lane that slept wakes up."""
        lane = self._lanes[update.lane]
        lane.append(update)
        if len(lane) == 1 and self._deliver is not None:
            task = asyncio.create_task(self._drain(lane, self._deliver))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _drain(self, lane: deque[Pending], deliver: Deliver) -> None:
        wait = FIRST_WAIT
        while lane:
            async with self._slots:
                error = await deliver(self, lane[0].body)
            if error is None:
                self._queue.confirm([lane[0].id])
                lane.popleft()
                wait = FIRST_WAIT
            else:
                self.error = (int(time.time()), error)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)

    def forget(self) -> None:
        """What waits is not delivered any more; what is under way may arrive."""
        for lane in self._lanes.values():
            while len(lane) > 1:
                lane.pop()

    async def stop(self) -> None:
        """No more deliveries; what did not arrive stays with the queue."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def info(self) -> Json:
        """The webhook's part of WebhookInfo."""
        known: Json = {"url": self.url, "max_connections": self.max_connections, "ip_address": "127.0.0.1"}
        if self.error is not None:
            known["last_error_date"], known["last_error_message"] = self.error
        return known

    def row(self) -> Json:
        """What the shelf keeps."""
        return {"url": self.url, "secret": self.secret, "max_connections": self.max_connections}
