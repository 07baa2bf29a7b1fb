"""How far announcements are: one message an admin that changes by itself, and a report at the end."""

import hashlib
from datetime import datetime, timedelta

from pydantic_core import to_json

import db.admins
import db.boards
import db.broadcasts
import db.watches
from bot.domain.admins import COUNTRY, Admin
from bot.domain.broadcasts import Broadcast, Progress, Status
from bot.domain.errors import NotYourBroadcast, OutOfScope, StaleButton
from bot.domain.newsroom_notices import (
    HeldWords,
    Holds,
    HoldWhere,
    HoldWhy,
    NewsList,
    NewsListItem,
    NewsProgress,
    NewsReport,
)
from bot.domain.pages import one_page
from bot.domain.places import Candidate
from bot.domain.reports import Reader
from bot.services.jobs import start_job
from bot.services.newsroom.deciding import Deciding, reader_of
from bot.services.turns import Turn, Turns
from db.watches import Watch

OVER = frozenset({Status.DONE, Status.CANCELLED})
LISTED = 10
MOST_LISTED = 1000


class Watching(Deciding):
    # --- in progress --------------------------------------------------------------------------------------------------

    async def show(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        """From /broadcasts: whatever fits its status, at the end of the chat."""
        found = await self._broadcasts.get(broadcast_id, admin)
        if found.status in (Status.DRAFT, Status.REJECTED):
            if found.author_id != admin.id:
                raise NotYourBroadcast
            await turn.tell(reader_of(admin), await self.panel(turn, admin, found.id))
        elif found.status is Status.WAITING:
            await self.show_card(turn, admin, found)
        elif found.status in OVER:
            await turn.tell(reader_of(admin), await self.report(found))
        else:
            await self._watch_anew(turn, admin, found)

    async def _watch_anew(self, turn: Turn, admin: Admin, found: Broadcast) -> None:
        reader = reader_of(admin)
        await db.boards.drop(reader.channel, reader.chat_id, board_of(found.id))
        await turn.tell(reader, await self.progress(found), board=board_of(found.id))
        await db.watches.add(found.id, [admin.id])

    async def progress(self, found: Broadcast) -> NewsProgress:
        now = await self._broadcasts.progress(found.id)
        held = await self._held_for(found) if now.held else ()
        starts = self.later(found.starts_at)
        return NewsProgress(found.id, found.kind, now, starts, self._habits.quiet_hours, held)

    async def report(self, found: Broadcast) -> NewsReport:
        now = await self._broadcasts.progress(found.id)
        return NewsReport(found.id, found.kind, now, seconds=round(_lasted(found).total_seconds()))

    async def _held_for(self, found: Broadcast) -> tuple[HeldWords, ...]:
        """The oblasts on hold that its audience touches."""
        return tuple(
            each
            for each in await self._on_hold()
            if COUNTRY in found.areas or each.oblast.katottg in self._oblasts_of(found)
        )

    def _oblasts_of(self, found: Broadcast) -> set[str]:
        units = (self._lookup.unit(code) for code in found.areas)
        return {unit.areas[-1] for unit in units if unit is not None}

    async def listed(self, admin: Admin, page: int = 0) -> NewsList:
        """Those that this admin may see, the latest first; drafts of others are theirs."""
        newest = await self._broadcasts.list(admin, most=MOST_LISTED)
        own = [each for each in newest if each.status is not Status.DRAFT or each.author_id == admin.id]
        one = one_page(own, page, size=LISTED)
        return NewsList(tuple([await self._item(each) for each in one.shown]), page=one.number, pages=one.pages)

    async def _item(self, found: Broadcast) -> NewsListItem:
        author = await db.admins.by_id(found.author_id)
        now: Progress = await self._broadcasts.progress(found.id)
        at: datetime = found.starts_at or found.created_at
        name = author.name if author else "—"
        return NewsListItem(found.id, found.kind, found.status, name, at, now.total, now.sent)

    async def is_void(self, found: Broadcast) -> bool:
        """Whether what was approved is not what would be sent."""
        return await self._broadcasts.is_void(found)

    # --- changing its course ------------------------------------------------------------------------------------------

    async def pause(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        await self._changed(turn, admin, await self._broadcasts.pause(turn, admin, broadcast_id))

    async def resume(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        await self._changed(turn, admin, await self._broadcasts.resume(turn, admin, broadcast_id))

    async def cancel(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        """Under way, or about to be; the report comes with the next look."""
        await self._changed(turn, admin, await self._broadcasts.cancel(turn, admin, broadcast_id))

    async def retry(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        found = await self._broadcasts.retry_failed(turn, admin, broadcast_id)
        await self._watch_anew(turn, admin, found)

    async def _changed(self, turn: Turn, admin: Admin, found: Broadcast) -> None:
        """All who watch see it at once; whoever did it watches from now on."""
        notice, watches = await self.progress(found), await db.watches.of(found.id)
        if admin.id not in {watch.admin.id for watch in watches}:
            await self._watch_anew(turn, admin, found)
        for watch in watches:
            await turn.tell(reader_of(watch.admin), notice, board=board_of(found.id))
            await db.watches.note(watch, digest(notice))

    async def table(self, turn: Turn, admin: Admin, reader: Reader, broadcast_id: int) -> None:
        """The results as a workbook, by a job."""
        found = await self._broadcasts.get(broadcast_id, admin)
        await start_job(turn, reader, "news-results", broadcast=found.id)

    # --- oblasts on hold ----------------------------------------------------------------------------------------------

    async def holds(self, admin: Admin) -> Holds:
        """All there are; only those of one's own territory can be ended."""
        on_hold = await self._on_hold()
        mine = tuple(each.oblast.katottg for each in on_hold if admin.scope.covers((each.oblast.katottg,)))
        return Holds(on_hold, mine)

    async def _on_hold(self) -> tuple[HeldWords, ...]:
        on_hold = await self._broadcasts.holds()
        return tuple(HeldWords(self._lookup.place(each.oblast), each.reason) for each in on_hold)

    async def hold_where(self, admin: Admin) -> HoldWhere:
        """Oblasts of this admin that are not on hold."""
        held = {each.oblast for each in await self._broadcasts.holds()}
        units = [unit for unit in self._finder.oblasts(admin) if unit.katottg not in held]
        return HoldWhere(tuple(self._lookup.words(Candidate(unit, 1.0)) for unit in units))

    def hold_why(self, admin: Admin, code: str, *, words: bool = False) -> HoldWhy:
        if self._lookup.unit(code) is None:
            raise StaleButton
        if not admin.scope.covers((code,)):
            raise OutOfScope
        return HoldWhy(self._lookup.place(code), words=words)


class Newsroom(Watching):
    """What admins do in the chat with announcements; `Broadcasts` checks each step once more."""


class Lookout:
    """Keeps the messages of those who watch true; called every few seconds."""

    def __init__(self, turns: Turns, newsroom: Newsroom) -> None:
        self._turns = turns
        self._newsroom = newsroom

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
            planned = [each.id for each in await db.broadcasts.scheduled() if await self._newsroom.is_void(each)]
        for each in planned:
            async with self._turns.open() as turn:
                await self._newsroom.ask_again(turn, each)

    async def _changes(self, watches: list[Watch]) -> list[tuple[Broadcast, NewsProgress, list[Watch]]]:
        changed = []
        for broadcast_id in {each.broadcast_id for each in watches}:
            found = await db.broadcasts.get(broadcast_id)
            if found is None:
                continue
            notice = await self._newsroom.progress(found)
            news = digest(notice)
            behind = [each for each in watches if each.broadcast_id == broadcast_id and each.shown != news]
            if behind or found.status in OVER:
                changed.append((found, notice, behind))
        return changed

    async def _tell(self, turn: Turn, found: Broadcast, notice: NewsProgress, those: list[Watch]) -> None:
        for watch in those:
            await turn.tell(reader_of(watch.admin), notice, board=board_of(found.id))
            await db.watches.note(watch, digest(notice))
        if notice.progress.status in OVER:
            report = await self._newsroom.report(found)
            for watch in await db.watches.of(found.id):
                await turn.tell(reader_of(watch.admin), report)
            await db.watches.remove(found.id)


def digest(notice: NewsProgress) -> str:
    return hashlib.sha256(to_json(notice)).hexdigest()


def board_of(broadcast_id: int) -> str:
    """The board of its progress."""
    return f"news-{broadcast_id}"


def _lasted(found: Broadcast) -> timedelta:
    begun, over = found.started_at, found.finished_at
    return over - begun if begun and over else timedelta(0)
