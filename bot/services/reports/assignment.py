"""A report finds its officers: when it is sent, when they leave, and when somebody joins or comes back."""

from bot.domain.moves import Mover
from bot.domain.notices import OfficerBack, ReportMoved, ReportUnread
from bot.domain.people import Officer
from bot.domain.reports import Report, ReportStatus, Strayed
from bot.domain.routing import Delivery, named, receivers
from bot.domain.silence import relays
from bot.services.lookup import Lookup, officer_words
from bot.services.people import reader_of_resident
from bot.services.reports.cards import Cards
from bot.services.reports.moves import OWNER_AWAY, move
from bot.services.turns import Turn
from db import officers, reports


class Assignment:
    """No report is without somebody who can act on it for longer than it must be."""

    def __init__(self, lookup: Lookup, cards: Cards) -> None:
        self._lookup = lookup
        self._cards = cards

    async def give(self, turn: Turn, report: Report, delivery: Delivery) -> None:
        """Give the report to those who receive what comes from its place now; nobody: it waits for somebody."""
        if not receivers(delivery):
            return
        if report.owner_id is not None:  # the owner is out of reach: somebody else may take it
            report = await move(turn, report, ReportStatus.NEW, by=Mover.CLOCK, note=OWNER_AWAY)
        await self._cards.deliver(turn, report, receivers(delivery))

    async def pass_on(self, turn: Turn, report: Report) -> bool:
        """Its officers cannot act any more: find others and tell the resident. False when nobody is found."""
        fresh = await reports.by_id(report.id)  # locked: another process may be doing the same
        if fresh is None or await self.attended(fresh):
            return True
        delivery = await self._lookup.deliver(fresh.place)
        await self.give(turn, fresh, delivery)
        if not receivers(delivery):
            return False
        shown = named(delivery)
        await self._moved(turn, report, shown[0] if len(shown) == 1 else None)
        await self.strayed(report, Strayed.MOVED)
        return True

    async def strayed(self, report: Report, told: Strayed) -> None:
        """Its resident was told that whoever had it is away, and will hear when they are back."""
        if report.strayed is not told:
            await reports.update(report.id, strayed=told.value)

    async def _moved(self, turn: Turn, report: Report, officer: Officer | None) -> None:
        """Of several none is named: any of them may take it."""
        resident = await reader_of_resident(report.resident_id)
        moved = ReportMoved(report.id, ReportStatus.NEW, officer_words(officer) if officer else None, ref=report.ref)
        await turn.tell(resident, moved, report_id=report.id, role="word")

    async def attended(self, report: Report) -> list[Officer]:
        """The officers who can act on the report now: its owner, or all who received it while it has none."""
        received = await officers.received(report.id)
        return [officer for officer in received if officer.reachable and report.owner_id in (None, officer.id)]

    async def lost(self, turn: Turn, officer: Officer) -> None:
        """An officer cannot be written to any more: what only they could act on goes to the next."""
        for report in await reports.queue_of(officer.id):
            if not await self.pass_on(turn, report):
                await self._unread(turn, report)

    async def _unread(self, turn: Turn, report: Report) -> None:
        """Nobody is left who could read it: its resident should not wait in vain. Once is enough."""
        if report.strayed is not Strayed.UNREAD and relays(await self._lookup.silence(report.place)):
            resident = await reader_of_resident(report.resident_id)
            unread = ReportUnread(report.id, ref=report.ref)
            await turn.tell(resident, unread, report_id=report.id, role="word")
            await self.strayed(report, Strayed.UNREAD)

    async def back(self, turn: Turn, officer: Officer) -> None:
        """An officer joined, perhaps with another phone, or came back: what they have missed, and what had waited
        for anybody at all."""
        for report in await reports.queue_of(officer.id):
            await self._cards.deliver(turn, report, [officer])
            if report.strayed:
                await self._returned(turn, report, officer)
        await self.unattended(turn)

    async def _returned(self, turn: Turn, report: Report, officer: Officer) -> None:
        """Whoever had it reads it again."""
        await reports.update(report.id, strayed=None)
        if relays(await self._lookup.silence(report.place)):
            shown = officer_words(officer) if await self._lookup.may_name(officer, report.place) else None
            resident = await reader_of_resident(report.resident_id)
            back = OfficerBack(report.id, shown, ref=report.ref)
            await turn.tell(resident, back, report_id=report.id, role="word")

    async def unattended(self, turn: Turn) -> None:
        """Try once more for every report that nobody can act on; its resident hears once that nobody can."""
        for report in await reports.unattended():
            if not await self.pass_on(turn, report):
                await self._unread(turn, report)
