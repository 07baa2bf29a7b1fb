"""Where blocking work is done (workbooks, charts, PDF): threads of its own, so that a turn never waits for them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")


class Workshop:
    """`close` waits for nothing: what is under way is worth nothing without the job that asked."""

    def __init__(self, threads: int = 2) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="workshop")

    async def do(self, work: Callable[..., T], *args: Any, **named: Any) -> T:
        """Run `work` in a thread. It must not touch the database: transactions belong to the task that opened them."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, partial(work, *args, **named))

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
