"""Work that is not left half-way when somebody cancels it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Do the work; a cancellation meanwhile is heard when it is done, and its result or error is then dropped."""
    task = asyncio.create_task(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        if not task.cancelled():
            task.exception()  # looked at: it must not be reported as forgotten
        raise cancelled
    return task.result()


def this_task() -> "asyncio.Task[Any]":
    """The one that runs now; `LookupError` outside of any."""
    task = asyncio.current_task()
    if task is None:
        raise LookupError("no task runs")
    return task
