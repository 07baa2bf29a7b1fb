"""What the sender does in a turn: begin what is due, list recipients, hand out the next ones, note what became of them.

Whatever dies in between, the ledger says how far it was: a slice of recipients is listed with the mark behind it, and
a recipient who was claimed and never noted is given back and counted as a possible repeat.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.announcements import Announcement, AnnouncementStatus
from bot.domain.notices import Notice
from bot.domain.quiet import QuietHours
from bot.services import audit
from bot.services.announcements.course import note
from bot.services.announcements.rendering import Renderer
from bot.services.announcements.stations import is_void
from bot.services.directory import DirectoryService
from bot.services.turns import Turn
from db import announcements, audience, holds, ledger
from db.ledger import Addressee
from db.queues import LONGEST_PAUSE

SLICE: Final = 500
"""Residents looked at in one transaction (some 30 ms, in which nobody else writes to SQLite); more at once where few
of them are concerned."""
WIDEST: Final = 10_000


@dataclass(frozen=True, slots=True)
class Delivery:
    """One recipient with what they get; `attempts` counts this one."""

    announcement_id: int
    row_id: int
    chat_id: int
    locale: str
    attempts: int
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`status`: what became of it for good, None: it is tried again after `seconds`. `counts`: it was an attempt;
    `again`: it may have arrived all the same."""

    delivery: Delivery
    status: str | None
    error: str | None = None
    seconds: float = 0.0
    counts: bool = True
    again: bool = False


class Rounds:
    """`alone`: no other process works on this database, so what was under way when it began will not be noted."""

    def __init__(self, renderer: Renderer, directory: DirectoryService, quiet: QuietHours, *, alone: bool) -> None:
        self._renderer = renderer
        self._directory = directory
        self._quiet = quiet
        self._fresh = alone
        self._width: dict[int, int] = {}
        self._seen: datetime | None = None

    async def waiting(self, now: datetime) -> bool:
        """Whether there is anything to do: something runs, or its time has come."""
        return bool(await announcements.begun(now))

    async def next_start(self) -> datetime | None:
        """When the next one begins that waits for its time."""
        return min((each.starts_at for each in await announcements.scheduled() if each.starts_at), default=None)

    async def prepare(self, turn: Turn) -> bool:
        """Begin, list one slice, end; True when there is more to list at once."""
        more = False
        set_back = self._is_set_back(turn.now)
        for each in await announcements.begun(turn.now):
            if each.status is AnnouncementStatus.SCHEDULED:
                each = await self._begin(turn, each)  # noqa: PLW2901
            if each.status is AnnouncementStatus.SCHEDULED:
                continue
            if set_back:
                await ledger.hurry(each.id, now=turn.now, latest=turn.now + 2 * LONGEST_PAUSE)
            more |= await self._fill(turn, each)
            await self._recover(turn, each)
            await self._finish(turn, each)
        self._fresh = False
        return more

    def _is_set_back(self, now: datetime) -> bool:
        """The clock was, or may have been before we began."""
        before, self._seen = self._seen, now
        return before is None or now < before

    async def _begin(self, turn: Turn, found: Announcement) -> Announcement:
        """Not what is no longer what was approved: that is asked again (watching.py)."""
        void = is_void(found, await self._directory.current())
        if void or not await announcements.move(found, AnnouncementStatus.RUNNING, started_at=turn.now):
            return found
        begun = replace(found, status=AnnouncementStatus.RUNNING, started_at=turn.now)
        await note(turn, None, "started", found, begun)
        return begun

    async def _fill(self, turn: Turn, found: Announcement) -> bool:
        state = await audience.slice_of(found.id)
        if state is None or state.filled_at is not None:
            return False
        last: int | None = state.fill_to
        if last is None:
            last = await audience.last_resident()
            await announcements.change(found.id, fill_to=last)
        width = self._width.get(found.id, SLICE)
        upto: int = min(state.fill_from + width, last)
        added = await audience.fill(found, after=state.fill_from, upto=upto, now=turn.now)
        self._width[found.id] = min(width * 2, WIDEST) if added < SLICE / 4 else SLICE
        await audience.filled(found.id, upto=upto, added=added, done_at=turn.now if upto == last else None)
        return upto != last

    async def _recover(self, turn: Turn, found: Announcement) -> None:
        lost = await ledger.recover(found.id, now=turn.now, all_of_them=self._fresh)
        await ledger.add_up(found.id, repeated=lost)

    async def _finish(self, turn: Turn, found: Announcement) -> None:
        row = await ledger.counters(found.id)
        counts = {name: getattr(row, name) for name in ("sent", "blocked", "failed", "skipped")}
        if row.filled_at is None or sum(counts.values()) < row.total:
            return
        running = await announcements.get(found.id)
        if running is None or running.status is not AnnouncementStatus.RUNNING:
            return
        if not await announcements.move(running, AnnouncementStatus.DONE, finished_at=turn.now):
            return
        self._width.pop(found.id, None)
        subject, areas = f"announcement:{found.id}", found.areas if "UA" not in found.areas else ()
        await audit.note(turn, None, "announcement-finished", subject, areas=areas, after=counts)

    async def claim(self, turn: Turn, *, most: int, lease: timedelta) -> list[Delivery]:
        """Up to `most` recipients, of all that run in equal parts; none in quiet hours."""
        if most <= 0 or self._quiet.are_at(turn.now):
            return []
        running = [each for each in await announcements.begun(turn.now) if each.status is AnnouncementStatus.RUNNING]
        oblasts = await holds.open_oblasts() if running else []
        found: list[Delivery] = []
        for left, each in enumerate(reversed(running)):
            share = -(-(most - len(found)) // (len(running) - left))
            if share > 0 and oblasts:
                claimed = await ledger.claim(
                    each.id, oblasts=oblasts, now=turn.now, leased_until=turn.now + lease, most=share
                )
                found += await self._deliveries(each, claimed)
        return found

    async def _deliveries(self, announcement: Announcement, claimed: Sequence[Addressee]) -> list[Delivery]:
        """Neighbours get the same, so it is made once. Who said no, left, was forgotten or lives where it is silent by
        now is passed over."""
        silent = await audience.silent_among({each.place for each in claimed}) if claimed else set()
        directory = await self._directory.current()
        made: dict[tuple[str, str], tuple[Notice, ...]] = {}
        found, passed = [], []
        for each in claimed:
            if each.chat_id is None or each.place in silent or not each.takes(announcement.kind.value):
                passed.append(each.id)
                continue
            key = (each.place, each.locale)
            if key not in made:
                made[key] = self._renderer.notices(announcement, directory, place=each.place, locale=each.locale)
            found.append(Delivery(announcement.id, each.id, each.chat_id, each.locale, each.attempts, made[key]))
        if passed:
            await ledger.add_up(announcement.id, skipped=await ledger.settle(passed, "skipped"))
        return found

    async def note(self, turn: Turn, outcomes: Collection[Outcome], rates: Mapping[int, float]) -> None:
        """Write down what became of them, and the counters with it. `rates`: a second, by announcement."""
        for announcement_id in sorted({each.delivery.announcement_id for each in outcomes}):
            theirs = [each for each in outcomes if each.delivery.announcement_id == announcement_id]
            added: Counter[str] = Counter()
            for status, error in {(each.status, each.error) for each in theirs if each.status}:
                ids = [each.delivery.row_id for each in theirs if (each.status, each.error) == (status, error)]
                added[str(status)] += await ledger.settle(ids, str(status), error)
            for each in theirs:
                if each.status is None:
                    await self._postpone(turn, each)
                added["repeated"] += each.again
            await ledger.add_up(announcement_id, rate=rates.get(announcement_id, 0.0), **added)

    async def _postpone(self, turn: Turn, outcome: Outcome) -> None:
        delivery = outcome.delivery
        await ledger.postpone(
            delivery.row_id,
            claimed=delivery.attempts,
            due_at=turn.now + timedelta(seconds=outcome.seconds),
            attempts=delivery.attempts - (not outcome.counts),
            error=outcome.error,
            again=outcome.again,
        )
