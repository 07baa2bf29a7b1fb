"""What is to be written down of sends that are over. Whoever has the database first writes all there is: a note gets
in line for a transaction at once, and those that come while it waits go along."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.services.turns import Turn, Turns

log = structlog.get_logger(__name__)
AGAIN: Final = (0.2, 1.0, 5.0)
"""Seconds before each new try to note what was sent: what is not noted is sent twice."""


@dataclass(eq=False)
class Note:
    """`kept`: done when it is written down, or can't be."""

    work: Callable[[Turn], Awaitable[None]]
    kept: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Notes:
    """Notes that nobody has taken yet, and who writes them."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._untaken: list[Note] = []
        self._in_line: asyncio.Task[None] | None = None
        self._writing: set[asyncio.Task[None]] = set()

    async def keep(self, work: Callable[[Turn], Awaitable[None]]) -> None:
        """Returns when it is written down."""
        note = Note(work)
        self._untaken.append(note)
        if self._in_line is None:
            self._in_line = self._start(self._write())
        await note.kept

    async def write(self, turn: Turn) -> Sequence[Note]:
        """Write all there is within this transaction; `settle` them when it is committed."""
        taken, self._untaken = self._untaken, []
        try:
            for note in taken:
                await note.work(turn)
        except BaseException:
            self.alone(taken)
            raise
        return taken

    def settle(self, written: Sequence[Note]) -> None:
        for note in written:
            _settled(note)

    def alone(self, notes: Sequence[Note]) -> None:
        """Each in a transaction of its own: one of them may be what cannot be noted."""
        for note in notes:
            self._start(self._write_alone(note))

    async def _write(self) -> None:
        written: Sequence[Note] = ()
        try:
            async with self._turns.open() as turn:
                self._in_line = None
                written = await self.write(turn)
        except Exception as error:
            log.warning("not-noted-yet", error=type(error).__name__)
            self._in_line = None
            self.alone([*written, *self._take()])
        else:
            self.settle(written)

    def _take(self) -> list[Note]:
        taken, self._untaken = self._untaken, []
        return taken

    async def _write_alone(self, note: Note) -> None:
        """Tried again while the database is away."""
        for pause in (*AGAIN, None):
            try:
                async with self._turns.open() as turn:
                    await note.work(turn)
            except Exception as error:
                if pause is None:
                    _settled(note, error)
                    return
                log.warning("not-noted-yet", error=type(error).__name__)
                await asyncio.sleep(pause)
            else:
                _settled(note)
                return

    def _start(self, work: Awaitable[None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)
        return task


def _settled(note: Note, error: Exception | None = None) -> None:
    if note.kept.done():  # who waited was cancelled
        return
    if error is None:
        note.kept.set_result(None)
    else:
        note.kept.set_exception(error)
