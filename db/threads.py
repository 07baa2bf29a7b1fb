"""A thread that does one thing after another for the loop."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from bot.domain.finishing import settled

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Work:
    what: Callable[[], Any]
    loop: asyncio.AbstractEventLoop
    done: "asyncio.Future[Any]"


class Worker:
    """Nothing is left half-way: a cancellation waits for what is under way."""

    def __init__(self, name: str) -> None:
        self._waiting: SimpleQueue[_Work | None] = SimpleQueue()
        Thread(target=self._run, name=name, daemon=True).start()

    async def do(self, work: Callable[..., T], *args: Any) -> T:
        """Its result or its error."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._waiting.put(_Work(partial(work, *args), loop, done))
        return await settled(done)

    def end(self) -> None:
        """When all that was asked for is done."""
        self._waiting.put(None)

    def _run(self) -> None:
        while (work := self._waiting.get()) is not None:
            try:
                tell = partial(work.done.set_result, work.what())
            except BaseException as error:
                tell = partial(work.done.set_exception, error)
            with suppress(RuntimeError):  # the loop has ended: nobody waits
                work.loop.call_soon_threadsafe(tell)
            del work, tell  # nothing is held while there is nothing to do
