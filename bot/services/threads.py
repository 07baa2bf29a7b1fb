"""Where blocking work is done (workbooks, charts, PDF): threads of its own, so that a turn never waits for them."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


class ThreadPool:
    """A few threads at once. Nobody waits for one whose work is no longer wanted: a cancelled call leaves its place to
    the next, and a process that ends does not wait either."""

    def __init__(self, threads: int = 2) -> None:
        self._places = asyncio.Semaphore(threads)

    async def do(self, work: Callable[..., T], *args: Any, **named: Any) -> T:
        """Run `work` in a thread. It must not touch the database: transactions belong to the task that opened them."""
        loop = asyncio.get_running_loop()
        async with self._places:
            done: asyncio.Future[T] = loop.create_future()
            wanted = partial(work, *args, **named)
            Thread(target=_run, args=(loop, done, wanted), name="threads", daemon=True).start()
            return await done


def _run(loop: asyncio.AbstractEventLoop, done: "asyncio.Future[T]", work: Callable[[], T]) -> None:
    try:
        result = work()
    except BaseException as error:
        tell = partial(_settle, done, done.set_exception, error)
    else:
        tell = partial(_settle, done, done.set_result, result)
    with suppress(RuntimeError):  # the loop has ended: nobody waits
        loop.call_soon_threadsafe(tell)


def _settle(done: "asyncio.Future[Any]", how: Callable[[Any], None], what: object) -> None:
    if not done.done():
        how(what)
