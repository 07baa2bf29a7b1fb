"""Works through the inbox: one update, one turn. Refusals become sentences, crashes are tried again, and an update
that keeps failing is set aside so that the rest goes on."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, TypeAlias

import structlog

from bot.domain.alerts import AlertKind
from bot.domain.errors import DeskError, NotTaken
from bot.domain.notices import Refused
from bot.domain.reports import Reader
from bot.services.alerts import Alerts
from bot.services.refusals import say_no
from bot.services.turns import Turn, Turns
from db import inbox
from db.inbox import Claimed

log = structlog.get_logger(__name__)

Handle: TypeAlias = Callable[[Claimed, Turn], Awaitable[None]]
"""What an update means: parses the payload and changes things inside the turn."""
Refuse: TypeAlias = Callable[[Turn, Turn, DeskError], Awaitable[None]]
"""Says in a new turn why the failed one was refused."""

RETRY_AFTER: Final = (1, 5, 30, 120)
"""Seconds before each new attempt; after the last the update is set aside."""
IDLE_POLL: Final = 1.0
WAKE_EVERY: Final = timedelta(seconds=1)


class Unreadable(Exception):
    """The payload is not an update we know: no attempt will change that."""


class InboxWorker:
    """Takes waiting updates in order, one conversation's strictly one after another. `nudge` is set when something
    was stored."""

    def __init__(
        self,
        turns: Turns,
        handle: Handle,
        alerts: Alerts,
        *,
        refuse: Refuse = say_no,
        nudge: asyncio.Event | None = None,
    ) -> None:
        self._turns = turns
        self._say_no = refuse
        self._alerts = alerts
        self._handle = handle
        self._nudge = nudge or asyncio.Event()
        self._awake_at = datetime.min.replace(tzinfo=UTC)

    def nudge(self) -> None:
        """Something was stored: do not wait for the next poll."""
        self._nudge.set()

    async def run(self) -> None:
        """Work until cancelled. A database that is away for a moment does not end the worker."""
        while True:
            self._nudge.clear()
            try:
                if not await self.work_one():
                    await self._wait()
            except Exception as error:
                log.error("inbox-unavailable", error=type(error).__name__)
                await asyncio.sleep(IDLE_POLL)

    async def work_one(self) -> bool:
        """Handle the next update; False when none is due."""
        claimed: Claimed | None = None
        turn: Turn | None = None
        try:
            async with self._turns.open() as turn:
                claimed = await self._claim(turn)
                if claimed is None:
                    return False
                await self._handle(claimed, turn)
                await inbox.mark_handled(claimed.id, turn.now)
        except DeskError as refusal:
            if claimed is None or turn is None:
                raise
            await self._refuse(claimed, turn, refusal)
        except Exception as error:
            if claimed is None:
                raise
            await self._failed(claimed, turn.reader if turn else None, error)
        return True

    async def _claim(self, turn: Turn) -> Claimed | None:
        """Now and then what was held back is let go first."""
        if not self._awake_at <= turn.now < self._awake_at + WAKE_EVERY:
            await inbox.wake(turn.now)
            self._awake_at = turn.now
        return await inbox.claim()

    async def _refuse(self, claimed: Claimed, failed: Turn, refusal: DeskError) -> None:
        """Everything was rolled back; say why, and that is all this update did."""
        async with self._turns.open() as turn:
            if await inbox.mark_handled(claimed.id, turn.now):
                await self._say_no(turn, failed, refusal)
        for action in failed.afterwards:
            await action()

    async def _failed(self, claimed: Claimed, author: Reader | None, error: Exception) -> None:
        """`author`: whoever wrote it, as far as we got to know; they hear of it when we give it up."""
        kind = type(error).__name__
        hopeless = isinstance(error, Unreadable) or claimed.attempts >= len(RETRY_AFTER)
        event = "update-set-aside" if hopeless else "update-failed"
        log.error(event, inbox_id=claimed.id, error=kind, where=where(error))
        async with self._turns.open() as turn:
            if hopeless:
                if await inbox.set_aside(claimed.id, turn.now, kind):
                    await self._alerts.tell(turn, AlertKind.UPDATE_SET_ASIDE, number=str(claimed.id), error=kind)
                    if author is not None:
                        await turn.tell(author, Refused(NotTaken.code))
            else:
                pause = timedelta(seconds=RETRY_AFTER[claimed.attempts])
                await inbox.postpone(claimed.id, turn.now + pause, kind)

    async def _wait(self) -> None:
        now = self._turns.clock()
        async with self._turns.database.read():
            due = await inbox.next_due(now)
        until_due = max((due - now).total_seconds(), 0.02) if due is not None else IDLE_POLL
        if until_due < IDLE_POLL:
            self._awake_at = datetime.min.replace(tzinfo=UTC)  # let it go at that moment
        with suppress(TimeoutError):
            async with asyncio.timeout(min(until_due, IDLE_POLL)):
                await self._nudge.wait()


def where(error: BaseException) -> str:
    """The places in the code an error went through, innermost last; never its text, which may quote somebody."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
