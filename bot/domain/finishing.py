"""Work that is not left half-way when somebody cancels it."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Do the work; a cancellation meanwhile is heard when it is done, and its result or error is then dropped."""
    done = asyncio.create_task(work)
    try:
        return await asyncio.shield(done)
    except asyncio.CancelledError:
        while not done.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([done])
        if not done.cancelled():
            done.exception()  # looked at: it must not be reported as forgotten
        raise


def this_task() -> "asyncio.Task[Any]":
    """The one that runs now; `LookupError` outside of any."""
    task = asyncio.current_task()
    if task is None:
        raise LookupError("no task runs")
    return task
