"""How far announcements are: one message an admin that changes by itself, and a report at the end."""

import hashlib
from datetime import datetime, timedelta
from typing import Final

from pydantic_core import to_json

import db.admins
import db.announcements
import db.boards
import db.watches
from bot.domain.admins import COUNTRY, Admin
from bot.domain.announcement_notices import (
    AnnouncementList,
    AnnouncementListItem,
    AnnouncementProgress,
    AnnouncementReport,
    HeldWords,
)
from bot.domain.announcements import Announcement, AnnouncementStatus, Rules
from bot.domain.pages import one_page
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient
from bot.services.announcements.composing import Composing
from bot.services.announcements.counting import Counting
from bot.services.announcements.course import AnnouncementCourse
from bot.services.announcements.deciding import Deciding
from bot.services.announcements.holding import OblastHolding
from bot.services.announcements.outlines import Outlines
from bot.services.announcements.reach import AnnouncementReach
from bot.services.announcements.stations import is_void
from bot.services.directory import DirectoryService
from bot.services.jobs import start_job
from bot.services.lookup import Lookup
from bot.services.turns import Turn, Turns
from db.watches import Watch

OVER: Final = frozenset({AnnouncementStatus.DONE, AnnouncementStatus.CANCELLED})
LISTED: Final = 10
MOST_LISTED: Final = 1000


class Watching:
    def __init__(
        self,
        *,
        reach: AnnouncementReach,
        composing: Composing,
        course: AnnouncementCourse,
        deciding: Deciding,
        counting: Counting,
        holding: OblastHolding,
        outlines: Outlines,
        lookup: Lookup,
        rules: Rules,
    ) -> None:
        self._reach = reach
        self._composing = composing
        self._course = course
        self._deciding = deciding
        self._counting = counting
        self._holding = holding
        self._outlines = outlines
        self._lookup = lookup
        self._rules = rules

    async def show(self, turn: Turn, admin: Admin, number: int) -> None:
        """From /broadcasts: whatever fits its status, at the end of the chat."""
        found = await self._reach.get(number, admin)
        if found.status in (AnnouncementStatus.DRAFT, AnnouncementStatus.REJECTED):
            await turn.tell(recipient_of(admin), await self._composing.panel_of(turn, admin, number))
        elif found.status is AnnouncementStatus.WAITING:
            await self._deciding.show_card(turn, admin, number)
        elif found.status in OVER:
            await turn.tell(recipient_of(admin), await self.report(found))
        else:
            await self._watch_anew(turn, admin, found)

    async def _watch_anew(self, turn: Turn, admin: Admin, found: Announcement) -> None:
        recipient = recipient_of(admin)
        await db.boards.drop(recipient.channel, recipient.chat_id, board_of(found.id))
        await turn.tell(recipient, await self.progress(found), board=board_of(found.id))
        await db.watches.add(found.id, [admin.id])

    async def progress(self, found: Announcement) -> AnnouncementProgress:
        now = await self._counting.progress(found.id)
        held = await self._held_for(found) if now.held else ()
        starts = self._outlines.later(found.starts_at)
        return AnnouncementProgress(found.id, found.kind, now, starts, self._rules.quiet_hours, held)

    async def report(self, found: Announcement) -> AnnouncementReport:
        now = await self._counting.progress(found.id)
        return AnnouncementReport(found.id, found.kind, now, seconds=round(_lasted(found).total_seconds()))

    async def _held_for(self, found: Announcement) -> tuple[HeldWords, ...]:
        """The oblasts on hold that its audience touches."""
        units = (self._lookup.unit(code) for code in found.areas)
        oblasts = {unit.areas[-1] for unit in units if unit is not None}
        on_hold = await self._holding.on_hold()
        return tuple(each for each in on_hold if COUNTRY in found.areas or each.oblast.katottg in oblasts)

    async def listed(self, admin: Admin, page: int = 0) -> AnnouncementList:
        """Those that this admin may see, the latest first; drafts of others are theirs."""
        newest = await self._reach.list(admin, most=MOST_LISTED)
        own = [each for each in newest if each.status is not AnnouncementStatus.DRAFT or each.author_id == admin.id]
        one = one_page(own, page, size=LISTED)
        return AnnouncementList(tuple([await self._item(each) for each in one.shown]), page=one.number, pages=one.pages)

    async def _item(self, found: Announcement) -> AnnouncementListItem:
        author = await db.admins.by_id(found.author_id)
        now = await self._counting.progress(found.id)
        at: datetime = found.starts_at or found.created_at
        name = author.name if author else "—"
        return AnnouncementListItem(found.id, found.kind, found.status, name, at, now.total, now.sent)

    # --- changing its course ------------------------------------------------------------------------------------------

    async def pause(self, turn: Turn, admin: Admin, number: int) -> None:
        await self._changed(turn, admin, await self._course.pause(turn, admin, number))

    async def resume(self, turn: Turn, admin: Admin, number: int) -> None:
        await self._changed(turn, admin, await self._course.resume(turn, admin, number))

    async def cancel(self, turn: Turn, admin: Admin, number: int) -> None:
        """Under way, or about to be; the report comes with the next look."""
        await self._changed(turn, admin, await self._course.cancel(turn, admin, number))

    async def retry(self, turn: Turn, admin: Admin, number: int) -> None:
        await self._watch_anew(turn, admin, await self._course.retry_failed(turn, admin, number))

    async def _changed(self, turn: Turn, admin: Admin, found: Announcement) -> None:
        """All who watch see it at once; whoever did it watches from now on."""
        notice, watches = await self.progress(found), await db.watches.of(found.id)
        if admin.id not in {watch.admin.id for watch in watches}:
            await self._watch_anew(turn, admin, found)
        for watch in watches:
            await turn.tell(recipient_of(watch.admin), notice, board=board_of(found.id))
            await db.watches.note(watch, digest(notice))

    async def table(self, turn: Turn, admin: Admin, recipient: Recipient, number: int) -> None:
        """The results as a workbook, by a job."""
        found = await self._reach.get(number, admin)
        await start_job(turn, recipient, "announcement-results", announcement=found.id)


class ProgressTick:
    """Keeps the messages of those who watch true; called every few seconds."""

    def __init__(self, turns: Turns, directory: DirectoryService, deciding: Deciding, watching: Watching) -> None:
        self._turns = turns
        self._directory = directory
        self._deciding = deciding
        self._watching = watching

    async def look(self) -> None:
        """Costs two small statements while nobody watches anything and nothing waits for its time."""
        await self._void()
        async with self._turns.database.read():
            watches = await db.watches.all_of_them()
            if not watches:
                return
            changed = await self._changes(watches)
        if changed:
            async with self._turns.open() as turn:
                for found, notice, those in changed:
                    await self._tell(turn, found, notice, those)

    async def _void(self) -> None:
        """What was approved and would not be sent as it was is asked for again."""
        async with self._turns.database.read():
            planned = await db.announcements.scheduled()
            directory = await self._directory.current() if planned else None
        for each in planned:
            if directory is not None and is_void(each, directory):
                async with self._turns.open() as turn:
                    await self._deciding.ask_again(turn, each.id)

    async def _changes(self, watches: list[Watch]) -> list[tuple[Announcement, AnnouncementProgress, list[Watch]]]:
        changed = []
        for number in {each.announcement_id for each in watches}:
            found = await db.announcements.get(number)
            if found is None:
                continue
            notice = await self._watching.progress(found)
            news = digest(notice)
            behind = [each for each in watches if each.announcement_id == number and each.shown != news]
            if behind or found.status in OVER:
                changed.append((found, notice, behind))
        return changed

    async def _tell(self, turn: Turn, found: Announcement, notice: AnnouncementProgress, those: list[Watch]) -> None:
        for watch in those:
            await turn.tell(recipient_of(watch.admin), notice, board=board_of(found.id))
            await db.watches.note(watch, digest(notice))
        if notice.progress.status in OVER:
            report = await self._watching.report(found)
            for watch in await db.watches.of(found.id):
                await turn.tell(recipient_of(watch.admin), report)
            await db.watches.remove(found.id)


def digest(notice: AnnouncementProgress) -> str:
    return hashlib.sha256(to_json(notice)).hexdigest()


def board_of(number: int) -> str:
    """The board of its progress."""
    return f"announcement-{number}"


def _lasted(found: Announcement) -> timedelta:
    begun, over = found.started_at, found.finished_at
    return over - begun if begun and over else timedelta(0)
