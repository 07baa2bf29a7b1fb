"""From a finished draft to the first message: when, and who says yes. Everybody concerned hears of it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

import db.admins
import db.boards
import db.watches
from bot.domain import schedule
from bot.domain.admins import Admin
from bot.domain.broadcasts import Broadcast, Status
from bot.domain.errors import BroadcastElsewhere, NotYourBroadcast, WrongTime
from bot.domain.newsroom_notices import (
    NewsApproval,
    NewsAskHour,
    NewsAskReason,
    NewsAskTime,
    NewsDecided,
    NewsDropped,
    NewsSubmitted,
    NewsVoided,
)
from bot.domain.notices import Refused
from bot.domain.reports import Reader
from bot.services.newsroom.composing import Composing
from bot.services.refusals import refused
from bot.services.turns import Turn, has_board

REASON_MOST: Final = 500
"""Characters of a reason for a no."""
BEFORE_SENDING: Final = frozenset({Status.DRAFT, Status.WAITING, Status.REJECTED, Status.SCHEDULED})


class Deciding(Composing):
    # --- when ---------------------------------------------------------------------------------------------------------

    async def ask_time(self, admin: Admin, broadcast_id: int) -> NewsAskTime:
        found = await self._complete(admin, broadcast_id)
        now, quiet = self._clock(), self._habits.quiet
        return NewsAskTime(
            broadcast_id=found.id,
            days=tuple(schedule.days(now, quiet)),
            quiet_until=quiet.over_at(now) if quiet.are_at(now) else None,
            quiet_hours=self._habits.quiet_hours,
            approval=self._habits.needs_approval,
            paid=self._habits.paid,
        )

    async def ask_hour(self, admin: Admin, broadcast_id: int, day: date) -> NewsAskHour:
        """Raises `WrongTime` for a day without an hour left."""
        found = await self._complete(admin, broadcast_id)
        hours = schedule.hours(day, self._clock(), self._habits.quiet)
        if not hours:
            raise WrongTime
        return NewsAskHour(found.id, day, tuple(hours), self._habits.quiet_hours)

    async def submit_at(self, turn: Turn, admin: Admin, broadcast_id: int, day: date, hour: int) -> None:
        if hour not in schedule.hours(day, self._clock(), self._habits.quiet):
            raise WrongTime
        await self.submit(turn, admin, broadcast_id, schedule.moment(day, hour))

    async def submit(self, turn: Turn, admin: Admin, broadcast_id: int, starts_at: datetime | None = None) -> None:
        """Off to the other admins with a preview each, or straight to its time where no approval is needed."""
        found = await self._broadcasts.submit(turn, admin, broadcast_id, starts_at)
        approval = found.status is Status.WAITING
        approvers = await self._approvers(found) if approval else []
        names = tuple(each.name for each in approvers)
        said = NewsSubmitted(found.id, starts_at, approval, names)
        await self._tell_own(turn, admin, found, said)
        for each in approvers:
            await self._ask(turn, each, found, author=admin)
        if not approval:
            await db.watches.add(found.id, [admin.id])

    # --- yes or no ----------------------------------------------------------------------------------------------------

    async def approve(self, turn: Turn, admin: Admin, broadcast_id: int, seen: str) -> None:
        """What the card showed (`seen`: its fingerprint); from now on author and approver watch it."""
        found = await self._broadcasts.approve(turn, admin, broadcast_id, seen)
        said = NewsDecided(found.id, approved=True, by=admin.name, starts_at=self.later(found.starts_at))
        await self._tell_author(turn, found, said)
        await self._change_cards(turn, found, by=admin)
        await db.watches.add(found.id, [found.author_id, admin.id])

    async def ask_reason(self, admin: Admin, broadcast_id: int) -> NewsAskReason:
        found = await self._broadcasts.get(broadcast_id, admin)
        return NewsAskReason(found.id)

    async def decided_already(self, admin: Admin, broadcast_id: int) -> Refused | None:
        """Why there is nothing to say no to any more; None: it still waits."""
        found = await self._broadcasts.get(broadcast_id, admin)
        late = BroadcastElsewhere(status=found.status.value)
        return None if found.status is Status.WAITING else refused(late)

    async def reject(self, turn: Turn, admin: Admin, broadcast_id: int, reason: str = "") -> None:
        found = await self._broadcasts.reject(turn, admin, broadcast_id)
        said = NewsDecided(found.id, approved=False, by=admin.name, reason=reason[:REASON_MOST])
        await self._tell_author(turn, found, said)
        await turn.tell(reader_of(admin), replace(said, own=True))
        await self._change_cards(turn, found, by=admin)

    async def show_card(self, turn: Turn, admin: Admin, found: Broadcast) -> None:
        """Again, with its preview: from /broadcasts. What it offers is what its reader may do."""
        author = await db.admins.by_id(found.author_id)
        if author is not None and author.id == admin.id:
            await self.preview(turn, admin, reader_of(admin), found.id)
            names = tuple(each.name for each in await self._approvers(found))
            starts = self.later(found.starts_at)
            await self._tell_own(turn, admin, found, NewsSubmitted(found.id, starts, approval=True, approvers=names))
        elif author is not None:
            await self._ask(turn, admin, found, author=author)

    async def _tell_own(self, turn: Turn, author: Admin, found: Broadcast, said: NewsSubmitted) -> None:
        """At the end of its author's chat; the card before it is forgotten."""
        reader = reader_of(author)
        await db.boards.drop(reader.channel, reader.chat_id, _own_card(found))
        await turn.tell(reader, said, board=_own_card(found) if said.approval else None)

    async def withdraw(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        """Its author takes it back to change it."""
        found = await self._own(admin, broadcast_id)
        await self._change_cards(turn, await self._broadcasts.revise(turn, admin, found.id), by=admin)

    async def drop(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        """Given up before anything was sent."""
        found = await self._own(admin, broadcast_id)
        dropped = await self._broadcasts.cancel(turn, admin, found.id)
        await turn.tell(reader_of(admin), NewsDropped(found.id))
        await self._change_cards(turn, dropped, by=admin)

    async def _own(self, admin: Admin, broadcast_id: int) -> Broadcast:
        """Raises `BroadcastElsewhere` for one that is under way or over, `OutOfScope` for another's."""
        found = await self._broadcasts.get(broadcast_id, admin)
        if found.author_id != admin.id:
            raise NotYourBroadcast
        if found.status not in BEFORE_SENDING:
            raise BroadcastElsewhere(status=found.status.value)
        return found

    async def _approvers(self, found: Broadcast) -> list[Admin]:
        """All who may say yes to it."""
        return [each for each in await db.admins.in_office() if await self._broadcasts.may_approve(each, found)]

    async def ask_again(self, turn: Turn, broadcast_id: int) -> None:
        """A station of what was approved has changed: the yes does not hold, everybody concerned hears of it."""
        found = await self._broadcasts.void(turn, broadcast_id)
        author = await db.admins.by_id(found.author_id) if found else None
        if found is None or author is None:
            return
        if author.chat_id:
            await turn.tell(reader_of(author), NewsVoided(found.id))
        for each in await self._approvers(found):
            await self._ask(turn, each, found, author=author)

    async def _ask(self, turn: Turn, admin: Admin, found: Broadcast, *, author: Admin) -> None:
        """The preview and, at the end of the chat, a new card; the card before it is forgotten."""
        reader = reader_of(admin)
        found = await self._broadcasts.shown(found.id, admin)
        await self.preview(turn, admin, reader, found.id)
        await db.boards.drop(reader.channel, reader.chat_id, _card(found))
        outline, may = await self.outline(found), await self._broadcasts.may_approve(admin, found)
        card = NewsApproval(outline, author.name, seen=found.fingerprint, paid=self._habits.paid, may_approve=may)
        await turn.tell(reader, card, board=_card(found))

    async def _change_cards(self, turn: Turn, found: Broadcast, *, by: Admin) -> None:
        """What lies in the chats of those who were asked, or have looked, no longer asks, and the author's no longer
        waits."""
        author = await db.admins.by_id(found.author_id)
        outline = await self.outline(found)
        if author is not None:
            await self._change_own_card(turn, author, found)
        for each in await db.admins.in_office():
            reader = reader_of(each)
            if self._broadcasts.sees(each, found) and await has_board(reader, _card(found)):
                card = NewsApproval(outline, author.name if author else "", by.name)
                await turn.tell(reader, card, board=_card(found))

    async def _change_own_card(self, turn: Turn, author: Admin, found: Broadcast) -> None:
        """Once: what becomes of it is told elsewhere."""
        reader, card = reader_of(author), _own_card(found)
        if not await has_board(reader, card):
            return
        said = NewsSubmitted(found.id, None, approval=True, approvers=(), status=found.status)
        await turn.tell(reader, said, board=card)

    async def _tell_author(self, turn: Turn, found: Broadcast, said: NewsDecided) -> None:
        author = await db.admins.by_id(found.author_id)
        if author is not None and author.chat_id:
            await turn.tell(reader_of(author), said)


def reader_of(admin: Admin) -> Reader:
    return Reader(admin.chat_id, admin.locale)


def _card(found: Broadcast) -> str:
    """The board of the approval card."""
    return f"news-card-{found.id}"


def _own_card(found: Broadcast) -> str:
    """The board that tells its author that it waits."""
    return f"news-own-{found.id}"
