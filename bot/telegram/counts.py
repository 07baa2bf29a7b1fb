"""Numbers of a letter that take a while to count: it waits a moment for them, goes out without, and is changed then."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, Final, TypeAlias

import structlog

from bot.domain.notices import Notice
from bot.telegram.letter import Letter

log = structlog.get_logger(__name__)
PATIENCE: Final = 0.7
"""Seconds in which nobody misses an answer."""

Fill: TypeAlias = Callable[[Notice], Coroutine[Any, Any, Notice] | None]
"""How to get a notice with its numbers; None: it needs none."""


class Counts:
    def __init__(self, fill: Fill) -> None:
        self._fill = fill

    async def of(self, letter: Letter) -> tuple[Letter, "asyncio.Task[Letter] | None"]:
        """The letter as it can go out now, and, when its numbers are still being counted, the one to come."""
        counting = self._fill(letter.notice)
        if counting is None:
            return letter, None
        later = asyncio.create_task(self._filled(letter, counting))
        done, _ = await asyncio.wait([later], timeout=PATIENCE)
        return (later.result(), None) if done else (letter, later)

    async def _filled(self, letter: Letter, counting: Coroutine[Any, Any, Notice]) -> Letter:
        try:
            return replace(letter, notice=await counting)
        except Exception as error:
            log.error("not-counted", kind=type(letter.notice).__name__, error=type(error).__name__)
            return letter
