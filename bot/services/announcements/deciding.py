"""From a finished draft to the first message: when, and who says yes. Everybody concerned hears of it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

import db.admins
import db.boards
import db.watches
from bot.domain import schedule
from bot.domain.admins import Admin
from bot.domain.announcement_notices import (
    AnnouncementApproval,
    AnnouncementAskHour,
    AnnouncementAskReason,
    AnnouncementAskTime,
    AnnouncementDecided,
    AnnouncementDropped,
    AnnouncementSubmitted,
    AnnouncementVoided,
)
from bot.domain.announcements import Announcement, AnnouncementStatus, Rules
from bot.domain.clock import Clock
from bot.domain.errors import AnnouncementElsewhere, WrongTime
from bot.domain.notices import Refused
from bot.domain.recipients import recipient_of
from bot.services.announcements.course import AnnouncementCourse, check_complete
from bot.services.announcements.outlines import Outlines
from bot.services.announcements.previews import Previews
from bot.services.announcements.reach import AnnouncementReach
from bot.services.directory import DirectoryService
from bot.services.refusals import refused
from bot.services.turns import Turn, boards_lying

REASON_MOST: Final = 500
"""Characters of a reason for a no."""


class Deciding:
    def __init__(
        self,
        *,
        reach: AnnouncementReach,
        course: AnnouncementCourse,
        outlines: Outlines,
        previews: Previews,
        directory: DirectoryService,
        clock: Clock,
        rules: Rules,
    ) -> None:
        self._reach = reach
        self._course = course
        self._outlines = outlines
        self._previews = previews
        self._directory = directory
        self._clock = clock
        self._rules = rules

    # --- when ---------------------------------------------------------------------------------------------------------

    def ask_time(self, draft: Announcement) -> AnnouncementAskTime:
        check_complete(draft)
        now, quiet = self._clock(), self._rules.quiet
        return AnnouncementAskTime(
            announcement_id=draft.id,
            days=tuple(schedule.days(now, quiet)),
            quiet_until=quiet.over_at(now) if quiet.are_at(now) else None,
            quiet_hours=self._rules.quiet_hours,
            approval=self._rules.needs_approval,
            paid=self._rules.paid,
        )

    def ask_hour(self, draft: Announcement, day: date) -> AnnouncementAskHour:
        """Raises `WrongTime` for a day without an hour left."""
        check_complete(draft)
        hours = schedule.hours(day, self._clock(), self._rules.quiet)
        if not hours:
            raise WrongTime
        return AnnouncementAskHour(draft.id, day, tuple(hours), self._rules.quiet_hours)

    async def submit_at(self, turn: Turn, admin: Admin, number: int, day: date, hour: int) -> None:
        if hour not in schedule.hours(day, self._clock(), self._rules.quiet):
            raise WrongTime
        await self.submit(turn, admin, number, schedule.moment(day, hour))

    async def submit(self, turn: Turn, admin: Admin, number: int, starts_at: datetime | None = None) -> None:
        """Off to the other admins with a preview each, or straight to its time where no approval is needed."""
        found = await self._course.submit(turn, admin, number, starts_at)
        approval = found.status is AnnouncementStatus.WAITING
        approvers = await self._reach.approvers(found) if approval else ()
        names = tuple(each.name for each in approvers)
        await self._tell_own(turn, admin, AnnouncementSubmitted(found.id, starts_at, approval, names))
        for each in approvers:
            await self._ask(turn, each, found, author=admin)
        if not approval:
            await db.watches.add(found.id, [admin.id])

    # --- yes or no ----------------------------------------------------------------------------------------------------

    async def approve(self, turn: Turn, admin: Admin, number: int, seen: str) -> None:
        """What the card showed (`seen`: its fingerprint); from now on author and approver watch it."""
        found = await self._course.approve(turn, admin, number, seen)
        said = AnnouncementDecided(
            found.id, approved=True, by=admin.name, starts_at=self._outlines.later(found.starts_at)
        )
        author = await db.admins.by_id(found.author_id)
        await self._tell_author(turn, author, said)
        await self._change_cards(turn, author, found, by=admin)
        await db.watches.add(found.id, [found.author_id, admin.id])

    async def ask_reason(self, admin: Admin, number: int) -> AnnouncementAskReason:
        return AnnouncementAskReason((await self._reach.get(number, admin)).id)

    async def decided_already(self, admin: Admin, number: int) -> Refused | None:
        """Why there is nothing to say no to any more; None: it still waits."""
        found = await self._reach.get(number, admin)
        late = AnnouncementElsewhere(status=found.status.value)
        return None if found.status is AnnouncementStatus.WAITING else refused(late)

    async def reject(self, turn: Turn, admin: Admin, number: int, reason: str = "") -> None:
        found = await self._course.reject(turn, admin, number)
        said = AnnouncementDecided(found.id, approved=False, by=admin.name, reason=reason[:REASON_MOST])
        author = await db.admins.by_id(found.author_id)
        await self._tell_author(turn, author, said)
        await turn.tell(recipient_of(admin), replace(said, own=True))
        await self._change_cards(turn, author, found, by=admin)

    async def show_card(self, turn: Turn, admin: Admin, number: int) -> None:
        """Again, with its preview: from /broadcasts. What it offers is what its reader may do."""
        found = await self._course.shown(number, admin)
        approvers = await self._reach.approvers(found)
        author = await db.admins.by_id(found.author_id)
        if author is not None and author.id == admin.id:
            await self._previews.tell(turn, recipient_of(admin), found)
            names, starts = tuple(each.name for each in approvers), self._outlines.later(found.starts_at)
            await self._tell_own(turn, admin, AnnouncementSubmitted(found.id, starts, approval=True, approvers=names))
        elif author is not None:
            may = admin.id in {each.id for each in approvers}
            await self._ask(turn, admin, found, author=author, may_approve=may)

    @staticmethod
    async def _tell_own(turn: Turn, author: Admin, said: AnnouncementSubmitted) -> None:
        """At the end of its author's chat; the card before it is forgotten."""
        recipient, own = recipient_of(author), _own_card(said.announcement_id)
        await db.boards.drop(recipient.channel, recipient.chat_id, own)
        await turn.tell(recipient, said, board=own if said.approval else None)

    async def withdraw(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        """Its author takes it back to change it."""
        found = await self._course.revise(turn, admin, number)
        await self._change_cards(turn, admin, found, by=admin)
        return found

    async def drop(self, turn: Turn, admin: Admin, number: int) -> None:
        """Given up before anything was sent."""
        found = await self._course.drop(turn, admin, number)
        await turn.tell(recipient_of(admin), AnnouncementDropped(found.id))
        await self._change_cards(turn, admin, found, by=admin)

    async def ask_again(self, turn: Turn, number: int) -> None:
        """A station of what was approved has changed: the yes does not hold, everybody concerned hears of it."""
        found = await self._course.void(turn, number)
        author = await db.admins.by_id(found.author_id) if found else None
        if found is None or author is None:
            return
        if author.chat_id:
            await turn.tell(recipient_of(author), AnnouncementVoided(found.id))
        found = await self._course.refreshed(found)
        for each in await self._reach.approvers(found):
            await self._ask(turn, each, found, author=author)

    async def _ask(
        self, turn: Turn, admin: Admin, found: Announcement, *, author: Admin, may_approve: bool = True
    ) -> None:
        """The preview and, at the end of the chat, a new card; the card before it is forgotten."""
        recipient = recipient_of(admin)
        await self._previews.tell(turn, recipient, found)
        await db.boards.drop(recipient.channel, recipient.chat_id, _card(found.id))
        card = AnnouncementApproval(
            self._outlines.outline(found, await self._directory.current()),
            author.name,
            seen=found.fingerprint,
            paid=self._rules.paid,
            may_approve=may_approve,
        )
        await turn.tell(recipient, card, board=_card(found.id))

    async def _change_cards(self, turn: Turn, author: Admin | None, found: Announcement, *, by: Admin) -> None:
        """What lies in the chats of those who were asked, or have looked, no longer asks, and the author's no longer
        waits: that one changes once, what becomes of it is told elsewhere. A draft never submitted has none."""
        if found.frozen is None:
            return
        card, own, staff = _card(found.id), _own_card(found.id), await db.admins.in_office()
        lying = await boards_lying([each.chat_id for each in staff], card, own)
        if author is not None and (author.chat_id, own) in lying:
            said = AnnouncementSubmitted(found.id, None, approval=True, approvers=(), status=found.status)
            await turn.tell(recipient_of(author), said, board=own)
        asked = [each for each in staff if (each.chat_id, card) in lying and self._reach.sees(each, found)]
        if not asked:
            return
        outline = self._outlines.outline(found, await self._directory.current())
        for each in asked:
            decided = AnnouncementApproval(outline, author.name if author else "", by.name)
            await turn.tell(recipient_of(each), decided, board=card)

    @staticmethod
    async def _tell_author(turn: Turn, author: Admin | None, said: AnnouncementDecided) -> None:
        if author is not None and author.chat_id:
            await turn.tell(recipient_of(author), said)


def _card(number: int) -> str:
    """The board of the approval card."""
    return f"announcement-card-{number}"


def _own_card(number: int) -> str:
    """The board that tells its author that it waits."""
    return f"announcement-own-{number}"
