"""From a draft to the end: approval, beginning, pausing, trying again. Each step is a move of the table, noted; the
announcement is read and locked once, and handed on as it is then."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.domain.admins import COUNTRY, Admin
from bot.domain.announcements import BEFORE_SENDING, HORIZON, Announcement, AnnouncementStatus, check_move
from bot.domain.errors import (
    AnnouncementChanged,
    AnnouncementElsewhere,
    Beholden,
    NobodyToTell,
    NothingToAnnounce,
    NothingToRetry,
    OwnAnnouncement,
    StaleButton,
    WrongTime,
)
from bot.services import audit
from bot.services.announcements.reach import AnnouncementReach, check_author
from bot.services.announcements.stations import has_changed, is_void, words_of_stations
from bot.services.directory import DirectoryService
from bot.services.turns import Turn
from db import announcements, ledger

GRACE: Final = timedelta(minutes=5)
"""A time that has just passed while it was being chosen means now."""
RETRY_MOST: Final = 20_000
"""So many are tried again at once: some 0.2 s, in which nobody else writes to SQLite."""


class AnnouncementCourse:
    """`needs_approval`: a second admin must agree."""

    def __init__(self, reach: AnnouncementReach, directory: DirectoryService, *, needs_approval: bool) -> None:
        self._reach = reach
        self._directory = directory
        self._needs_approval = needs_approval

    async def submit(self, turn: Turn, admin: Admin, number: int, starts_at: datetime | None = None) -> Announcement:
        """Off to a second admin, or straight to its time where the settings say so. `starts_at` None: as soon as it
        may. Raises `NothingToAnnounce`, `NobodyToTell`, `WrongTime`."""
        found = await self._own(number, admin)
        check_complete(found)
        when = (starts_at or turn.now).astimezone(UTC)
        if not turn.now - GRACE <= when <= turn.now + HORIZON:
            raise WrongTime
        to = AnnouncementStatus.WAITING if self._needs_approval else AnnouncementStatus.SCHEDULED
        said = words_of_stations(found, await self._directory.current())
        return await move(turn, admin, found, to, "submitted", starts_at=when, frozen=said)

    async def shown(self, number: int, admin: Admin) -> Announcement:
        """What waits for a yes, with its stations as they are now: that is what a yes is about."""
        return await self.refreshed(await self._reach.locked(number, admin))

    async def refreshed(self, found: Announcement) -> Announcement:
        """The same of what this turn has read."""
        directory = await self._directory.current()
        if found.status is not AnnouncementStatus.WAITING or not has_changed(found, directory):
            return found
        said = words_of_stations(found, directory)
        await announcements.change(found.id, frozen=said)
        return replace(found, frozen=said)

    async def void(self, turn: Turn, number: int) -> Announcement | None:
        """What was approved is not what would be sent any more: it waits for a yes again. None: it is as approved."""
        found = await announcements.locked(number)
        if found is None:
            raise StaleButton
        if found.status is not AnnouncementStatus.SCHEDULED or not is_void(found, await self._directory.current()):
            return None
        return await move(turn, None, found, AnnouncementStatus.WAITING, "voided", approver_id=None)

    async def approve(self, turn: Turn, admin: Admin, number: int, seen: str | None = None) -> Announcement:
        """By somebody else than its author; it begins at its time, or now if that has passed. `seen`: the fingerprint
        of what the admin was shown; raises `AnnouncementChanged` when it is something else by now."""
        found = await self._in(AnnouncementStatus.WAITING, number, admin)
        if found.author_id == admin.id:
            raise OwnAnnouncement
        if not await self._reach.may_approve(admin, found):
            raise Beholden
        if (seen is not None and seen != found.fingerprint) or has_changed(found, await self._directory.current()):
            raise AnnouncementChanged
        return await move(turn, admin, found, AnnouncementStatus.SCHEDULED, "approved", approver_id=admin.id)

    async def reject(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        found = await self._reach.locked(number, admin)
        return await move(turn, admin, found, AnnouncementStatus.REJECTED, "rejected", approver_id=admin.id)

    async def revise(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        """Back to a draft, to be changed and submitted again."""
        return await revised(turn, admin, await self._own(number, admin))

    async def drop(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        """Given up by its author before anything was sent."""
        found = await self._own(number, admin)
        if found.status not in BEFORE_SENDING:
            raise AnnouncementElsewhere(status=found.status.value)
        return await self._cancelled(turn, admin, found)

    async def pause(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        found = await self._reach.locked(number, admin)
        return await move(turn, admin, found, AnnouncementStatus.PAUSED, "paused")

    async def resume(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        found = await self._in(AnnouncementStatus.PAUSED, number, admin)
        return await move(turn, admin, found, AnnouncementStatus.RUNNING, "resumed")

    async def cancel(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        """For good; whoever was not written to yet will not be."""
        return await self._cancelled(turn, admin, await self._reach.locked(number, admin))

    async def retry_failed(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        """Those whom it failed to reach, once it is done; not those who blocked the bot. Of very many some at a time:
        the rest stay failed, and the next report offers them again."""
        found = await self._in(AnnouncementStatus.DONE, number, admin)
        again = await ledger.retry(found.id, turn.now, most=RETRY_MOST)
        if not again:
            raise NothingToRetry
        await ledger.add_up(found.id, failed=-again)
        return await move(turn, admin, found, AnnouncementStatus.RUNNING, "retried", finished_at=None)

    async def _own(self, number: int, admin: Admin) -> Announcement:
        found = await self._reach.locked(number, admin)
        check_author(found, admin)
        return found

    async def _in(self, status: AnnouncementStatus, number: int, admin: Admin) -> Announcement:
        found = await self._reach.locked(number, admin)
        if found.status is not status:
            raise AnnouncementElsewhere(status=found.status.value)
        return found

    @staticmethod
    async def _cancelled(turn: Turn, admin: Admin, found: Announcement) -> Announcement:
        return await move(turn, admin, found, AnnouncementStatus.CANCELLED, "cancelled", finished_at=turn.now)


def check_complete(found: Announcement) -> None:
    """It says something to somebody. Raises `NothingToAnnounce`, `NobodyToTell`."""
    if not found.says_something:
        raise NothingToAnnounce
    if not found.areas or not found.languages:
        raise NobodyToTell


async def revised(turn: Turn, admin: Admin, found: Announcement) -> Announcement:
    """A draft again."""
    return await move(turn, admin, found, AnnouncementStatus.DRAFT, "revised", approver_id=None, starts_at=None)


async def move(
    turn: Turn, admin: Admin | None, found: Announcement, to: AnnouncementStatus, action: str, **values: Any
) -> Announcement:
    """A step of the table; `admin` None: by itself. Raises `AnnouncementElsewhere`."""
    check_move(found.status, to)
    if not await announcements.move(found, to, **values):
        current = await announcements.get(found.id)
        raise AnnouncementElsewhere(status=(current or found).status.value)
    moved = replace(found, status=to, **values)
    await note(turn, admin, action, found, moved)
    return moved


async def note(
    turn: Turn, admin: Admin | None, action: str, before: Announcement, after: Announcement | None = None
) -> None:
    """Statuses, times and areas; never words."""
    await audit.note(
        turn,
        admin,
        f"announcement-{action}",
        f"announcement:{before.id}",
        areas=before.areas if COUNTRY not in before.areas else (),
        before={"status": before.status.value} if after else None,
        after=_facts(after or before),
    )


def _facts(announcement: Announcement) -> dict[str, object]:
    return {
        "kind": announcement.kind.value,
        "status": announcement.status.value,
        "stations": len(announcement.stations),
        "areas": len(announcement.areas),
        "languages": list(announcement.languages),
        "starts_at": announcement.starts_at.isoformat() if announcement.starts_at else None,
    }
