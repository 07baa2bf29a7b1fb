"""The resident's side of a report: draft, send, and everything written afterwards."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.domain.addressing import Address, Side
from bot.domain.errors import (
    AlreadySent,
    NoCorrections,
    NoLocationsHere,
    NothingToSend,
    NotKept,
    RelayStopped,
    StaleButton,
    TooMuch,
    TooMuchSent,
)
from bot.domain.moves import Mover
from bot.domain.notices import (
    DraftDropped,
    DraftPanel,
    EntryAdded,
    MyReports,
    PointGoes,
    ReportKept,
    Summary,
)
from bot.domain.pages import one_page
from bot.domain.people import Officer
from bot.domain.places import Candidate, Point
from bot.domain.recipients import recipient_of
from bot.domain.reports import (
    MAX_ENTRIES,
    Category,
    Dangers,
    Entry,
    EntryKind,
    Incoming,
    Recipient,
    Report,
    ReportStatus,
    Resident,
    Strayed,
)
from bot.domain.routing import named, receivers
from bot.domain.silence import keeps_locations, relays
from bot.services.addressing import gone
from bot.services.alarms import Alarms
from bot.services.hush import Hush
from bot.services.lookup import Lookup, officers_words
from bot.services.reports.assignment import Assignment
from bot.services.reports.cards import Cards, relay_entry
from bot.services.reports.moves import WROTE_AGAIN, move
from bot.services.silent_entries import check_locates
from bot.services.turns import ALBUM_PAUSE, Turn
from db import reports, residents

MINE_PAGE: Final = 10


class Filing:
    """What a resident does with reports."""

    def __init__(self, lookup: Lookup, cards: Cards, assignment: Assignment, alarms: Alarms, hush: Hush) -> None:
        self._lookup = lookup
        self._cards = cards
        self._assignment = assignment
        self._alarms = alarms
        self._hush = hush

    async def draft(self, resident: Resident) -> Report | None:
        """The report being written, if there is one with something in it."""
        found = await reports.draft_of(resident.id)
        return found if found is not None and await reports.counts_of([found.id]) else None

    async def start(self, turn: Turn, resident: Resident, category: Category, *, declared: bool = False) -> Report:
        """Begin a report about the resident's place; a draft without entries makes room, one with entries stays.
        `declared`: they have said that there is danger, and then that it can wait."""
        unit = self._lookup.unit(resident.place) if resident.place else None
        if unit is None:
            raise StaleButton
        place = await self._lookup.place_to_keep(unit)
        if place is None:
            raise RelayStopped
        if (old := await reports.draft_of(resident.id)) is not None:
            if await reports.counts_of([old.id]):
                return await self._declared(old, resident) if declared else old
            await reports.drop(old.id)
        fresh = await reports.add_draft(
            resident_id=resident.id, category=category, place=place, point=None, now=turn.now
        )
        return await self._declared(fresh, resident) if declared else fresh

    async def _declared(self, report: Report, resident: Resident) -> Report:
        """They were shown the numbers, or what stands instead."""
        recipient = recipient_of(resident)
        hushed = await residents.is_hushed(recipient.channel, recipient.chat_id)
        await reports.update(report.id, danger_declared=True, aid_hushed=hushed)
        return replace(report, danger_declared=True, aid_hushed=hushed)

    async def takes_locations(self, report: Report) -> bool:
        return keeps_locations(await self._lookup.silence(report.place))

    async def check_carries(self, place: str, incoming: Incoming) -> None:
        """Raises `RelayStopped` where nothing is passed on, `NoLocationsHere` for a location where none is."""
        level = await self._lookup.silence(place)
        if not relays(level):
            raise RelayStopped
        check_locates(level, incoming)

    async def keep(
        self, turn: Turn, resident: Resident, report: Report, incoming: Incoming, quotes: int | None = None
    ) -> Report:
        """Keep a message in this report of the resident's (services/addressing.py says which it is); what was sent
        already goes on to the officer. Returns the report as it is then: the next one adds to it."""
        await self.check_carries(report.place, incoming)
        count = sum((await reports.counts_of([report.id])).get(report.id, {}).values())
        if count >= MAX_ENTRIES:
            raise _full(report)
        entry_id = await reports.add_entry(report.id, incoming, officer_id=None, quotes=quotes, now=turn.now)
        if entry_id is None:
            return report
        entry = Entry(entry_id, report.id, None, incoming, quotes)
        report = await reports.note_dangers(report, await self._dangers(resident, incoming), turn.now)
        if report.status is ReportStatus.DRAFT:
            await self._panel(turn, resident, report, count + 1, waits=incoming.album is not None)
        else:
            await self._follow_up(turn, recipient_of(resident), report, entry)
        return report

    async def _panel(self, turn: Turn, resident: Resident, report: Report, entries: int, *, waits: bool) -> None:
        pause = ALBUM_PAUSE if waits else timedelta(0)
        panel = DraftPanel(report.id, entries, ref=report.ref)
        await turn.tell(recipient_of(resident), panel, board=_panel(report.id), last=True, after=pause)

    async def _follow_up(self, turn: Turn, recipient: Recipient, report: Report, entry: Entry) -> None:
        """Written after sending: on to the owner, or to all who received it while nobody owns it."""
        if report.status is ReportStatus.RESOLVED:
            report = await move(turn, report, ReportStatus.ACCEPTED, by=Mover.RESIDENT, note=WROTE_AGAIN)
        listening, heard = await self._listeners(turn, report)
        report = report if listening else await reports.by_id(report.id) or report  # it may have changed hands
        for officer in listening:
            if officer.chat_id == entry.incoming.chat_id:
                continue  # an officer who reports as a resident
            await relay_entry(turn, recipient_of(officer), entry, ref=report.ref, sender=None)
        pause = ALBUM_PAUSE if entry.incoming.album else timedelta(0)
        file = entry.incoming.kind is EntryKind.DOCUMENT
        await self._added(turn, recipient, EntryAdded(report.id, unheard=not heard, file=file, ref=report.ref), pause)
        await self._cards.update(turn, report)

    async def _added(self, turn: Turn, recipient: Recipient, added: EntryAdded, pause: timedelta) -> None:
        """One acknowledgement of all that was written since, however much: below the last words, and the older goes."""
        board = _added(added.number)
        await turn.tell(recipient, added, report_id=added.number, role="word", board=board, last=True, after=pause)

    async def _listeners(self, turn: Turn, report: Report) -> tuple[list[Officer], bool]:
        """Who still needs what was just written, and whether anybody gets it."""
        if listening := await self._assignment.attended(report):
            return listening, True
        if await self._assignment.pass_on(turn, report):  # the whole report goes out, this entry with it
            return [], True
        await self._assignment.strayed(report, Strayed.UNREAD)  # the acknowledgement says so
        return [], False

    async def add_point(self, turn: Turn, resident: Resident, ref: str, point: Point) -> None:
        """Where the resident was while looking for the officer goes along, because they say so."""
        report = await self._draft_to_send(resident, ref)
        if not await self.takes_locations(report):
            raise NoLocationsHere
        await reports.update(report.id, lat=point.lat, lon=point.lon)
        await self.summary(turn, resident, ref)

    async def summary(self, turn: Turn, resident: Resident, ref: str, *, found: Point | None = None) -> None:
        """Show what will be sent and to whom; whether the point `found` with the place goes along is asked."""
        report = await self._draft_to_send(resident, ref)
        counts = (await reports.counts_of([report.id])).get(report.id, {})
        if not counts:
            raise NothingToSend
        delivery = await self._lookup.deliver(report.place)
        if not receivers(delivery):
            await self._no_way(turn, resident, report)
        notice = Summary(
            ref=report.ref,
            report_id=report.id,
            category=report.category,
            place=self._lookup.place(report.place),
            counts=tuple(sorted(counts.items())),
            officers=officers_words(named(delivery)),
            can_write=bool(receivers(delivery)),
            point=await self._point(report, found),
        )
        await turn.tell(recipient_of(resident), notice)

    async def _point(self, report: Report, found: Point | None) -> PointGoes:
        if report.point is not None:
            return PointGoes.YES
        return PointGoes.ASKED if found is not None and await self.takes_locations(report) else PointGoes.NO

    async def _no_way(self, turn: Turn, resident: Resident, report: Report) -> None:
        """Nobody would read it: whom to call instead. The draft stays where it is."""
        unit = self._lookup.unit(report.place)
        if unit is not None:
            card = await self._lookup.card(turn, Candidate(unit, 1.0), None)
            await turn.tell(recipient_of(resident), card)

    async def more(self, turn: Turn, resident: Resident, ref: str) -> None:
        """Back from the summary to writing."""
        report = await self._draft_to_send(resident, ref)
        entries = sum((await reports.counts_of([report.id])).get(report.id, {}).values())
        await self._panel(turn, resident, report, entries, waits=False)

    async def cancel(self, turn: Turn, resident: Resident, ref: str) -> None:
        report = await self._own_draft(resident, ref)
        await reports.drop(report.id)
        await turn.tell(recipient_of(resident), DraftDropped())

    async def send(self, turn: Turn, resident: Resident, ref: str) -> bool:
        """Off it goes: number, receivers, card and entries, receipt, in one transaction with all the rest. False, and
        the summary again, where nobody would read it."""
        report = await self._draft_to_send(resident, ref)
        if not await reports.counts_of([report.id]):
            raise NothingToSend
        delivery = await self._lookup.deliver(report.place)
        if not receivers(delivery):
            await self.summary(turn, resident, ref)
            return False
        sent = await move(turn, report, ReportStatus.NEW, by=Mover.RESIDENT)
        await self._assignment.give(turn, sent, delivery)
        kept = ReportKept(report.id, officers_words(named(delivery)), unnamed=not named(delivery), ref=report.ref)
        await turn.tell(recipient_of(resident), kept, report_id=report.id, role="word")
        return True

    async def mine(self, resident: Resident, page: int = 0) -> MyReports:
        """The resident's reports and how they stand, newest first."""
        one = one_page(await reports.sent_by(resident.id), page, size=MINE_PAGE)
        items = tuple(self._cards.item(report, mine=True) for report in one.shown)
        return MyReports(items, page=one.number, pages=one.pages)

    async def corrected(self, incoming: Incoming) -> bool:
        """An edited message: in a draft the entry changes; False when nothing visible did. Raises `NoCorrections` for
        what is sent, `NotKept` for what lies nowhere."""
        entry = await reports.entry_of_message(incoming.chat_id, incoming.message_id)
        if entry is None and incoming.point is None:
            raise NotKept
        if entry is None or not entry.incoming.differs(incoming):
            return False
        report = await reports.by_id(entry.report_id)
        if report is None or report.status is not ReportStatus.DRAFT:
            raise NoCorrections
        check_locates(await self._lookup.silence(report.place), incoming)
        await reports.change_entry(entry.id, incoming)
        author = await residents.by_id(report.resident_id)
        await reports.note_dangers(report, await self._dangers(author, incoming), None)
        return True

    async def _dangers(self, resident: Resident, incoming: Incoming) -> Dangers | None:
        """What the officer should know at a glance, and what its author was shown (services/first_help.py)."""
        alarm = self._alarms.of(incoming.text)
        if alarm is None:
            return None
        hushed = await self._hush.covers(recipient_of(resident), resident.place, alarm, incoming.text)
        return Dangers(alarm.kinds, hushed, alarm.child)

    async def _own_draft(self, resident: Resident, ref: str) -> Report:
        """Raises `ReportGone`, `AlreadySent`."""
        report = await reports.by_ref(ref)
        if report is None or report.resident_id != resident.id:
            raise await gone(Address(Side.RESIDENT, ref))
        if report.status is not ReportStatus.DRAFT:
            raise AlreadySent(number=str(report.id))
        return report

    async def _draft_to_send(self, resident: Resident, ref: str) -> Report:
        report = await self._own_draft(resident, ref)
        if not relays(await self._lookup.silence(report.place)):
            raise RelayStopped
        return report


def boards_of(report_id: int) -> tuple[str, ...]:
    """The messages about a report that change in place."""
    return _panel(report_id), _added(report_id)


def _panel(report_id: int) -> str:
    return f"panel-{report_id}"


def _added(report_id: int) -> str:
    return f"added-{report_id}"


def _full(report: Report) -> TooMuch | TooMuchSent:
    """What can be done differs: a draft can be sent, what is sent cannot be sent again."""
    if report.status is ReportStatus.DRAFT:
        return TooMuch(most=MAX_ENTRIES)
    return TooMuchSent(most=MAX_ENTRIES, number=str(report.id))
