"""From a draft to the end: approval, beginning, pausing, trying again. Each step is a move of the table, noted."""

from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.admins import Admin
from bot.domain.broadcasts import HORIZON, Broadcast, Status, check_move
from bot.domain.errors import (
    Beholden,
    BroadcastChanged,
    BroadcastElsewhere,
    NobodyToTell,
    NothingToAnnounce,
    NothingToRetry,
    OwnBroadcast,
    WrongTime,
)
from bot.services.broadcasts.base import Base, check_author, note
from bot.services.turns import Turn
from db import broadcasts, ledger

GRACE: Final = timedelta(minutes=5)
"""A time that has just passed while it was being chosen means now."""

RETRY_MOST: Final = 20_000
"""So many are tried again at once: some 0.2 s, in which nobody else writes to SQLite."""


class Life(Base):
    async def submit(self, turn: Turn, admin: Admin, broadcast_id: int, starts_at: datetime | None = None) -> Broadcast:
        """Off to a second admin, or straight to its time where the settings say so. `starts_at` None: as soon as it
        may. Raises `NothingToAnnounce`, `NobodyToTell`, `WrongTime`."""
        await broadcasts.lock(broadcast_id)
        found = await self.get(broadcast_id, admin)
        check_author(found, admin)
        if not found.says_something:
            raise NothingToAnnounce
        if not found.areas or not found.languages:
            raise NobodyToTell
        when = starts_at or turn.now
        if not turn.now - GRACE <= when <= turn.now + HORIZON:
            raise WrongTime
        to = Status.WAITING if self._rules.needs_approval else Status.SCHEDULED
        frozen = await self._renderer.station_words(found)
        return await self._move(turn, admin, found, to, "submitted", starts_at=when, frozen=frozen)

    async def shown(self, broadcast_id: int, admin: Admin) -> Broadcast:
        """What waits for a yes, with its stations as they are now: that is what a yes is about."""
        await broadcasts.lock(broadcast_id)
        found = await self.get(broadcast_id, admin)
        if found.status is Status.WAITING and await self._renderer.has_changed(found):
            await broadcasts.change(found.id, frozen=await self._renderer.station_words(found))
            return await self._again(found.id)
        return found

    async def void(self, turn: Turn, broadcast_id: int) -> Broadcast | None:
        """What was approved is not what would be sent any more: it waits for a yes again. None: it is as approved."""
        await broadcasts.lock(broadcast_id)
        found = await self._again(broadcast_id)
        if found.status is not Status.SCHEDULED or not await self._renderer.is_void(found):
            return None
        if not await broadcasts.move(found, Status.WAITING, approver_id=None):
            return None
        waiting = await self._again(found.id)
        await note(turn, None, "voided", found, waiting)
        return waiting

    async def approve(self, turn: Turn, admin: Admin, broadcast_id: int, seen: str | None = None) -> Broadcast:
        """By somebody else than its author; it begins at its time, or now if that has passed. `seen`: the fingerprint
        of what the admin was shown; raises `BroadcastChanged` when it is something else by now."""
        await broadcasts.lock(broadcast_id)
        found = await self.get(broadcast_id, admin)
        if found.status is not Status.WAITING:
            raise BroadcastElsewhere(status=found.status.value)
        if found.author_id == admin.id:
            raise OwnBroadcast
        if not await self.may_approve(admin, found):
            raise Beholden
        if (seen is not None and seen != found.fingerprint) or await self._renderer.has_changed(found):
            raise BroadcastChanged
        return await self._move(turn, admin, found, Status.SCHEDULED, "approved", approver_id=admin.id)

    async def reject(self, turn: Turn, admin: Admin, broadcast_id: int) -> Broadcast:
        found = await self.get(broadcast_id, admin)
        return await self._move(turn, admin, found, Status.REJECTED, "rejected", approver_id=admin.id)

    async def revise(self, turn: Turn, admin: Admin, broadcast_id: int) -> Broadcast:
        """Back to a draft, to be changed and submitted again."""
        found = await self.get(broadcast_id, admin)
        check_author(found, admin)
        return await self._move(
            turn, admin, found, Status.DRAFT, "revised", approver_id=None, starts_at=None, frozen=None
        )

    async def pause(self, turn: Turn, admin: Admin, broadcast_id: int) -> Broadcast:
        found = await self.get(broadcast_id, admin)
        return await self._move(turn, admin, found, Status.PAUSED, "paused")

    async def resume(self, turn: Turn, admin: Admin, broadcast_id: int) -> Broadcast:
        found = await self.get(broadcast_id, admin)
        if found.status is not Status.PAUSED:
            raise BroadcastElsewhere(status=found.status.value)
        return await self._move(turn, admin, found, Status.RUNNING, "resumed")

    async def cancel(self, turn: Turn, admin: Admin, broadcast_id: int) -> Broadcast:
        """For good; whoever was not written to yet will not be."""
        found = await self.get(broadcast_id, admin)
        return await self._move(turn, admin, found, Status.CANCELLED, "cancelled", finished_at=turn.now)

    async def retry_failed(self, turn: Turn, admin: Admin, broadcast_id: int) -> Broadcast:
        """Those whom it failed to reach, once it is done; not those who blocked the bot. Of very many some at a time:
        the rest stay failed, and the next report offers them again."""
        found = await self.get(broadcast_id, admin)
        if found.status is not Status.DONE:
            raise BroadcastElsewhere(status=found.status.value)
        again = await ledger.retry(found.id, turn.now, most=RETRY_MOST)
        if not again:
            raise NothingToRetry
        await ledger.add_up(found.id, failed=-again)
        return await self._move(turn, admin, found, Status.RUNNING, "retried", finished_at=None)

    async def _move(
        self, turn: Turn, admin: Admin, found: Broadcast, to: Status, action: str, **values: Any
    ) -> Broadcast:
        check_move(found.status, to)
        if not await broadcasts.move(found, to, **values):
            raise BroadcastElsewhere(status=(await self._again(found.id)).status.value)
        moved = await self._again(found.id)
        await note(turn, admin, action, found, moved)
        return moved
