"""The officer's side of a report: accept, answer, resolve, and what to do when a word cannot be delivered."""

from datetime import timedelta

from bot.domain.addressing import Address, Side
from bot.domain.errors import AnswerStopped, NoCorrections, NotKept, NotYourReport, ReportTaken
from bot.domain.moves import Mover
from bot.domain.notices import AnswerPassed, EntryLost, NotDelivered, ReportMoved, Seen
from bot.domain.people import Officer
from bot.domain.recipients import recipient_of
from bot.domain.reports import Entry, Incoming, Report, ReportStatus
from bot.domain.silence import relays
from bot.services.addressing import report_of
from bot.services.lookup import Lookup, officer_words
from bot.services.people import reader_of_resident
from bot.services.reports.assignment import Assignment
from bot.services.reports.cards import Cards, relay_entry
from bot.services.reports.moves import move
from bot.services.silent_entries import check_locates
from bot.services.turns import ALBUM_PAUSE, Turn
from db import officers, reports
from db.outbox import OutboxRow


class Desk:
    """What an officer does with reports."""

    def __init__(self, lookup: Lookup, cards: Cards, assignment: Assignment) -> None:
        self._lookup = lookup
        self._cards = cards
        self._assignment = assignment

    async def report(self, officer: Officer, ref: str) -> Report:
        """A report this officer received; raises `ReportGone`, `NotYourReport`."""
        report = await report_of(Address(Side.OFFICER, ref))
        await self._check_received(report, officer)
        return report

    async def _check_received(self, report: Report, officer: Officer) -> None:
        if officer.id not in await reports.recipients_of(report.id):
            raise NotYourReport(number=str(report.id))

    async def accept(self, turn: Turn, officer: Officer, ref: str) -> None:
        """Take the report. The first one owns it; doing it twice changes nothing but the card that was tapped."""
        report = await self.report(officer, ref)
        await self._check_owner(report, officer)
        if report.status is ReportStatus.ACCEPTED:
            await self._cards.update(turn, report)
        else:
            await self._move(turn, officer, report, ReportStatus.ACCEPTED)

    async def resolve(self, turn: Turn, officer: Officer, ref: str) -> None:
        """The matter is settled; only its owner says so."""
        report = await self.report(officer, ref)
        await self._check_owner(report, officer)
        await self._move(turn, officer, report, ReportStatus.RESOLVED)

    async def _move(self, turn: Turn, officer: Officer, report: Report, to: ReportStatus) -> Report:
        """And its resident hears of it, and all who have its card."""
        report = await move(turn, report, to, by=Mover.OFFICER, officer=officer)
        if relays(await self._lookup.silence(report.place)):
            shown = officer_words(officer) if await self._lookup.may_name(officer, report.place) else None
            resident = await reader_of_resident(report.resident_id)
            moved = ReportMoved(report.id, to, shown, ref=report.ref)
            await turn.tell(resident, moved, report_id=report.id, role="word")
        await self._cards.update(turn, report)
        return report

    async def answer(
        self, turn: Turn, officer: Officer, report: Report, incoming: Incoming, quotes: int | None = None
    ) -> None:
        """Words of an officer's that belong to this report (services/addressing.py says which it is) go to its
        resident; answering a new report accepts it."""
        await self._check_owner(report, officer)
        await self._check_silence(report, incoming)
        if report.status is ReportStatus.NEW:
            report = await self._move(turn, officer, report, ReportStatus.ACCEPTED)
        await self._keep_answer(turn, officer, incoming, report, quotes)

    async def _check_silence(self, report: Report, incoming: Incoming) -> None:
        level = await self._lookup.silence(report.place)
        if not relays(level):
            raise AnswerStopped
        check_locates(level, incoming)

    async def _keep_answer(
        self, turn: Turn, officer: Officer, incoming: Incoming, report: Report, quotes: int | None
    ) -> None:
        first = not await reports.answered_by(officer.id, report.id)
        entry_id = await reports.add_entry(report.id, incoming, officer_id=officer.id, quotes=quotes, now=turn.now)
        if entry_id is None:
            return
        entry = Entry(entry_id, report.id, officer.id, incoming, quotes)
        unnamed = not await self._lookup.may_name(officer, report.place)
        resident = await reader_of_resident(report.resident_id)
        await relay_entry(turn, resident, entry, ref=report.ref, sender=officer, unnamed=unnamed)
        await reports.update(report.id, touched_at=turn.now)
        await self._passed(turn, officer, report, incoming, first=first)

    async def _passed(self, turn: Turn, officer: Officer, report: Report, incoming: Incoming, *, first: bool) -> None:
        """A sign on every answer, and words the first time: a screen reader hardly reads signs out."""
        recipient = recipient_of(officer)
        key = f"seen:{incoming.chat_id}:{incoming.album}"[:64] if incoming.album else None
        pause = ALBUM_PAUSE if key else timedelta(0)
        await turn.tell(recipient, Seen(incoming.message_id), report_id=report.id, key=key, after=pause)
        if first:
            await turn.tell(recipient, AnswerPassed(report.id, ref=report.ref), report_id=report.id)

    async def _check_owner(self, report: Report, officer: Officer) -> None:
        if report.owner_id in (None, officer.id):
            return
        owner = await officers.by_ids([report.owner_id]) if report.owner_id else []
        raise ReportTaken(number=str(report.id), officer=owner[0].name if owner else "—")

    async def arrived(self, turn: Turn, officer: Officer) -> None:
        """An officer joined or came back."""
        await self._assignment.back(turn, officer)

    async def left(self, turn: Turn, officer: Officer) -> None:
        """An officer blocked the bot."""
        await self._assignment.lost(turn, officer)

    async def corrected(self, incoming: Incoming) -> None:
        """An edited answer: the resident has it already. Raises `NoCorrections`, `NotKept`."""
        entry = await reports.entry_of_message(incoming.chat_id, incoming.message_id)
        if entry is None and incoming.point is None:
            raise NotKept
        if entry is not None and entry.incoming.differs(incoming):
            raise NoCorrections

    async def undelivered(self, turn: Turn, post: OutboxRow, *, unreachable: bool) -> None:
        """A notice was given up. Towards an officer out of reach: the reports go to the next. Otherwise whoever wrote
        the entry learns that it did not arrive."""
        officer = await officers.by_chat(post.chat_id) if unreachable else None
        if officer is not None:
            await self.left(turn, officer)
        entry = await reports.entry(post.entry_id) if post.entry_id and post.role == "entry" else None
        report = await reports.by_id(entry.report_id) if entry else None
        if entry is None or report is None:
            return
        mute = not relays(await self._lookup.silence(report.place))
        resident = await reader_of_resident(report.resident_id)
        if post.chat_id == resident.chat_id:
            await self._tell_author(turn, entry, gone=unreachable)
        elif entry.officer_id is None and not unreachable and not mute:
            await turn.tell(resident, EntryLost(report.id, ref=report.ref), report_id=report.id, role="word")

    async def _tell_author(self, turn: Turn, entry: Entry, *, gone: bool) -> None:
        authors = await officers.by_ids([entry.officer_id]) if entry.officer_id else []
        for author in authors:
            if author.reachable:
                lost = NotDelivered(entry.report_id, gone)
                await turn.tell(recipient_of(author), lost, report_id=entry.report_id, role="word")
