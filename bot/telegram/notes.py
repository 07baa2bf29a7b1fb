"""What is to be written down of sends that are over.

SQLite has one writer at a time, and each commit waits for the disk. So whoever has the database first writes all there
is: a note gets in line for a transaction at once, and those that come while it waits go along. On a server a note may
wait for a row that somebody else's turn has, and must not hold up others: there each is written by itself.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import structlog

from bot.services.turns import Turn, Turns

log = structlog.get_logger(__name__)
Work: TypeAlias = Callable[[Turn], Awaitable[None]]
AGAIN: Final = (0.2, 1.0, 5.0)
"""Seconds before each new try to note what was sent: what is not noted is sent twice."""


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """`written`: whether a transaction that it shared with others did it."""

    work: Work
    written: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Notes:
    """Notes that nobody has taken yet, and who writes them."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._untaken: list[Note] = []
        self._in_line = False
        self._writing: set[asyncio.Task[None]] = set()

    async def keep(self, work: Work) -> None:
        """Returns when it is written down. Where that fails together with others it is tried alone: one of them may be
        what cannot be noted."""
        if not (self._turns.database.is_sqlite and await self._together(work)):
            await self._alone(work)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Turn]:
        """A turn that writes all there is before anything else."""
        taken: Sequence[Note] = ()
        try:
            async with self._turns.open() as turn:
                taken = self._take()
                for note in taken:
                    await note.work(turn)
                yield turn
        except BaseException:
            _settle(taken or self._take(), written=False)
            raise
        _settle(taken, written=True)

    async def _together(self, work: Work) -> bool:
        note = Note(work)
        self._untaken.append(note)
        if not self._in_line:
            self._in_line = True
            self._writing.add(task := asyncio.create_task(self._write()))
            task.add_done_callback(self._writing.discard)
        return await note.written

    async def _write(self) -> None:
        try:
            async with self.turn():
                pass
        except Exception as error:
            log.warning("not-noted-yet", error=type(error).__name__)

    def _take(self) -> Sequence[Note]:
        taken, self._untaken, self._in_line = self._untaken, [], False
        return taken

    async def _alone(self, work: Work) -> None:
        """Tried again while the database is away."""
        for pause in AGAIN:
            try:
                async with self._turns.open() as turn:
                    await work(turn)
            except Exception as error:
                log.warning("not-noted-yet", error=type(error).__name__)
                await asyncio.sleep(pause)
            else:
                return
        async with self._turns.open() as turn:
            await work(turn)


def _settle(notes: Sequence[Note], *, written: bool) -> None:
    for note in notes:
        if not note.written.done():  # who waited may have been cancelled
            note.written.set_result(written)
