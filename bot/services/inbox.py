"""Works through the inbox: one update, one turn. Refusals become sentences, crashes are tried again, and an update
that keeps failing, or ending the process, is set aside so that the rest goes on."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, TypeAlias

import structlog

from bot.domain.alerts import AlertKind
from bot.domain.errors import DeskError
from bot.domain.notices import NotTaken
from bot.domain.reports import Recipient
from bot.services.alerts import Alerts
from bot.services.refusals import say_no
from bot.services.turns import Turn, Turns
from bot.services.work_loops import WorkLoop, WorkLoops, seconds_until
from db import inbox
from db.engine import is_trouble
from db.inbox import Claimed

log = structlog.get_logger(__name__)

Handle: TypeAlias = Callable[[Claimed, Turn], Awaitable[None]]
"""What an update means: parses the payload and changes things inside the turn."""
Refuse: TypeAlias = Callable[[Turn, Turn, DeskError], Awaitable[None]]
"""Says in a new turn why the failed one was refused."""

RETRY_AFTER: Final = (1, 5, 30, 120)
"""Seconds before each new attempt; after the last the update is set aside."""
DEATHS: Final = 3
"""So many processes may end with one update."""
SUSPECT_FOR: Final = timedelta(seconds=2)
"""What a process has ended with goes on so long after the start of the next."""
PATIENCE: Final = timedelta(hours=1)
"""Trouble of the database is no fault of an update that came less than so long ago: it waits, and nothing counts."""
TROUBLE_PAUSE: Final = timedelta(seconds=5)
TOLD_EVERY: Final = timedelta(minutes=10)
FLOODED_FOR: Final = 1.0
"""So long after a full batch came in another one may follow."""
MOST_FLOODED: Final = 10.0
"""Seconds that everything but emergencies waits at most while very much comes in."""
WAKE_EVERY: Final = timedelta(seconds=1)


FindWriter: TypeAlias = Callable[[str], Awaitable[Recipient | None]]
"""Whoever writes in a lane of the inbox; None: nobody who could be answered."""


async def nobody(_lane: str) -> Recipient | None:
    """A `FindWriter` that knows nobody."""
    return None


class Unreadable(Exception):
    """The payload is not an update we know: no attempt will change that."""


class InboxWorker:
    """Takes waiting updates in order, one conversation's strictly one after another."""

    def __init__(
        self,
        turns: Turns,
        handle: Handle,
        alerts: Alerts,
        *,
        refuse: Refuse = say_no,
        loop: WorkLoop | None = None,
        writer_of: FindWriter = nobody,
    ) -> None:
        self._turns = turns
        self._say_no = refuse
        self._alerts = alerts
        self._handle = handle
        self._loop = loop or WorkLoops().inbox
        self._writer_of = writer_of
        self._awake_at = datetime.min.replace(tzinfo=UTC)
        self._due: datetime | None = None  # when something that is held back may go
        self._told_at = datetime.min.replace(tzinfo=UTC)
        self._flooded_since = self._flooded_until = 0.0
        self._left_behind: int | None = None
        self._met_first = False
        self._suspects: set[int] = set()
        self._counted: set[int] = set()

    def nudge(self, *, flooded: bool = False) -> None:
        """Something was stored: do not sleep. `flooded`: much more is about to come in. Until it is here emergencies
        alone are handled: somebody who needs help may stand behind it."""
        if flooded:
            now = asyncio.get_running_loop().time()
            self._flooded_since = now if now > self._flooded_until else self._flooded_since
            self._flooded_until = now + FLOODED_FOR
        self._loop.nudge()

    def _only_urgent(self) -> bool:
        now = asyncio.get_running_loop().time()
        return now < min(self._flooded_until, self._flooded_since + MOST_FLOODED)

    async def run(self) -> None:
        """Work until cancelled."""
        await self._loop.run(self._round)

    async def _round(self) -> float:
        return 0.0 if await self.work_one() else self._idle_for()

    async def work_one(self) -> bool:
        """Handle the next update; False when none is due."""
        claimed: Claimed | None = None
        turn: Turn | None = None
        try:
            async with self._turns.open() as turn:
                claimed = await self._claim(turn)
                if claimed is None:
                    self._due = await inbox.next_due(turn.now)
                    return False
                if is_new := self._is_new(claimed):
                    await self._handle(claimed, turn)
                    await inbox.mark_handled(claimed.id, turn.now)
                else:
                    await self._begin_again(turn, claimed)
        except DeskError as refusal:
            if claimed is None or turn is None:
                raise
            await self._refuse(claimed, turn, refusal)
        except Exception as error:
            if claimed is None:
                raise
            await self._failed(claimed, turn, error)
        else:
            return is_new or await self.work_one()
        return True

    async def _claim(self, turn: Turn) -> Claimed | None:
        """Now and then what was held back is let go first."""
        if self._left_behind is None:
            self._left_behind = await inbox.last_id()
        if not self._awake_at <= turn.now < self._awake_at + WAKE_EVERY:
            await inbox.wake(turn.now)
            self._awake_at = turn.now
        return await inbox.claim(urgent=self._only_urgent())

    # --- what an earlier process may have died of ------------------------------------------------------------------

    def _is_new(self, claimed: Claimed) -> bool:
        """It came in our time, or is noted as begun: the claim of what an earlier process left behind is a write of its
        own, which would be lost with the turn if the process died of it. All else costs one write."""
        return claimed.id > (self._left_behind or 0) or claimed.id in self._counted

    async def _begin_again(self, turn: Turn, claimed: Claimed) -> None:
        """Note that it is begun; or too many have died of it. Only the first that is met may have been under way when
        the process before ended. What two ended with waits a moment and lets others go first: who ends a process from
        outside rarely meets the same update again."""
        is_first, self._met_first = not self._met_first, True
        died = claimed.deaths or int(is_first)
        if died >= DEATHS:
            await self._give_up(turn, claimed)
        elif claimed.deaths > 1 and claimed.id not in self._suspects:
            self._suspects.add(claimed.id)
            await inbox.hold(claimed.id, turn.now + SUSPECT_FOR)
        else:
            await inbox.note_begun(claimed.id, died + 1)
            self._counted.add(claimed.id)

    async def _give_up(self, turn: Turn, claimed: Claimed) -> None:
        log.error("update-deadly", inbox_id=claimed.id)
        if await inbox.set_aside(claimed.id, turn.now, "process-ended"):
            await self._alerts.tell(turn, AlertKind.UPDATE_DEADLY, number=str(claimed.id))
            if (writer := await self._writer(claimed)) is not None:
                await turn.tell(writer, NotTaken())

    # --- what goes wrong ----------------------------------------------------------------------------------------------

    async def _refuse(self, claimed: Claimed, failed: Turn, refusal: DeskError) -> None:
        """Everything was rolled back; say why, in reply to what is refused, and that is all this update did."""
        async with self._turns.open() as turn:
            turn.afterwards += failed.afterwards
            if await inbox.mark_handled(claimed.id, turn.now):
                await self._say_no(turn, failed, refusal)

    async def _failed(self, claimed: Claimed, failed: Turn | None, error: Exception) -> None:
        """Whoever wrote it, as far as we got to know, hears of it when we give it up."""
        kind = type(error).__name__
        async with self._turns.open() as turn:
            if _is_no_fault(claimed, turn.now, error):
                log.error("update-waits", inbox_id=claimed.id, error=kind)
                await inbox.postpone(claimed.id, turn.now + TROUBLE_PAUSE, kind, counts=False)
                await self._tell_of_trouble(turn, kind)
            elif isinstance(error, Unreadable) or claimed.attempts >= len(RETRY_AFTER):
                log.error("update-set-aside", inbox_id=claimed.id, error=kind, where=where(error))
                await self._set_aside(turn, claimed, failed, kind)
            else:
                log.error("update-failed", inbox_id=claimed.id, error=kind, where=where(error))
                pause = timedelta(seconds=RETRY_AFTER[claimed.attempts])
                await inbox.postpone(claimed.id, turn.now + pause, kind)

    async def _set_aside(self, turn: Turn, claimed: Claimed, failed: Turn | None, kind: str) -> None:
        """Whoever tapped is answered, too, that the button may rest."""
        turn.afterwards += failed.afterwards if failed is not None else ()
        if not await inbox.set_aside(claimed.id, turn.now, kind):
            return
        await self._alerts.tell(turn, AlertKind.UPDATE_SET_ASIDE, number=str(claimed.id), error=kind)
        if failed is not None and failed.recipient is not None:
            writer = await self._writer(claimed) or failed.recipient
            await turn.tell(writer, NotTaken(), quotes=failed.heard)

    async def _writer(self, claimed: Claimed) -> Recipient | None:
        """As far as it is known now: whatever is broken, the update must get out of the way."""
        try:
            return await self._writer_of(claimed.lane)
        except Exception as error:
            log.error("writer-unknown", inbox_id=claimed.id, error=type(error).__name__)
            return None

    async def _tell_of_trouble(self, turn: Turn, kind: str) -> None:
        if not self._told_at <= turn.now < self._told_at + TOLD_EVERY:
            self._told_at = turn.now
            await self._alerts.tell(turn, AlertKind.DATABASE_TROUBLE, error=kind)

    def _idle_for(self) -> float:
        if self._only_urgent():
            return FLOODED_FOR
        pause = seconds_until(self._due, self._turns.clock())
        if pause < WAKE_EVERY.total_seconds():
            self._awake_at = datetime.min.replace(tzinfo=UTC)  # let it go at that moment
        return pause


def _is_no_fault(claimed: Claimed, now: datetime, error: Exception) -> bool:
    """The database is in trouble, and has not been for long."""
    since = claimed.received_at or now
    return is_trouble(error) and now < since + PATIENCE


def where(error: BaseException) -> str:
    """The places in the code an error went through, innermost last; never its text, which may quote somebody."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
