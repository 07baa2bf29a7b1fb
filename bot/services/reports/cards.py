"""The report's card at its officers, and the entries that follow it there."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.addressing import Address, Side
from bot.domain.notices import Queue, QueueItem, Relayed, ReportCard
from bot.domain.pages import one_page
from bot.domain.people import Officer, Visibility
from bot.domain.recipients import recipient_of
from bot.domain.reports import Entry, Incoming, Recipient, Report
from bot.domain.silence import relays
from bot.services.lookup import Lookup, officer_words
from bot.services.silent_entries import carries
from bot.services.turns import ALBUM_PAUSE, Turn
from db import links, officers, outbox, reports

QUEUE_PAGE: Final = 12


class Cards:
    """Sends a report to officers and keeps their cards true."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    async def deliver(self, turn: Turn, report: Report, receivers: Sequence[Officer]) -> None:
        """The whole report: the card first, then every entry they do not have yet, an album as one. Who had received
        it before gets a new card too: an edited one goes unnoticed. Nothing goes where nothing is passed on, and no
        point where none is."""
        level = await self._lookup.silence(report.place)
        if not relays(level):
            return
        again = {each.id for each in receivers}
        again.intersection_update(await reports.recipients_of(report.id))
        await reports.add_recipients(report.id, [officer.id for officer in receivers])
        await self.update(turn, report, again=again)
        entries = _first_of_albums(
            [each for each in await reports.entries_of(report.id) if carries(level, each.incoming)]
        )
        authors = await _authors(entries)
        for officer in receivers:
            recipient = recipient_of(officer)
            known = await _known_entries(report, recipient) if officer.id in again else set()
            for entry in entries:
                if entry.id not in known and entry.incoming.chat_id != recipient.chat_id:
                    sender = authors.get(entry.officer_id or 0)
                    await relay_entry(turn, recipient, entry, ref=report.ref, sender=sender)

    async def update(self, turn: Turn, report: Report, *, again: Collection[int] = ()) -> None:
        """Bring the card of every officer who received the report up to date; a missing one is sent, and those in
        `again` (ids) get a new one."""
        received = await officers.received(report.id)
        shown = await links.cards([report.id])
        owner = next((each for each in received if each.id == report.owner_id), None) or await self._owner(report)
        card = await self._card(report, owner)
        for officer in (each for each in received if each.reachable):
            recipient = recipient_of(officer)
            known = shown.get((report.id, recipient.chat_id))
            notice = card(mine=owner is not None and owner.id == officer.id)
            key = f"card:{report.id}:{recipient.chat_id}"
            edits = None if officer.id in again else known
            await turn.tell(recipient, notice, report_id=report.id, role="card", edits=edits, key=key)
            if (older := _tapped_card(turn, report, recipient)) not in (None, known):
                await turn.tell(recipient, notice, report_id=report.id, role="card", edits=older)

    async def show_again(self, turn: Turn, report: Report, officer: Officer) -> None:
        """A new copy of the card at the end of the officer's chat; from now on this one is kept up to date."""
        owner = await self._owner(report)
        card = await self._card(report, owner)
        mine = owner is not None and owner.id == officer.id
        await turn.tell(recipient_of(officer), card(mine=mine), report_id=report.id, role="card")

    async def show_in(self, turn: Turn, report: Report, officer: Officer, message_id: int) -> None:
        """An older copy of the card shows how things are now."""
        owner = await self._owner(report)
        card = (await self._card(report, owner))(mine=owner is not None and owner.id == officer.id)
        await turn.tell(recipient_of(officer), card, report_id=report.id, role="card", edits=message_id)

    async def queue(self, officer: Officer, page: int = 0) -> Queue:
        """What waits for this officer, oldest first."""
        waiting = await reports.queue_of(officer.id)
        one = one_page(waiting, page, size=QUEUE_PAGE)
        items = tuple(self.item(report, mine=report.owner_id == officer.id) for report in one.shown)
        return Queue(items, len(waiting), page=one.number, pages=one.pages)

    def item(self, report: Report, *, mine: bool) -> QueueItem:
        place = self._lookup.place(report.place)
        since: datetime = report.sent_at or report.created_at
        return QueueItem(report.id, report.category, report.status, place.name, since, mine, report.ref)

    async def _owner(self, report: Report) -> Officer | None:
        found = await officers.by_ids([report.owner_id]) if report.owner_id is not None else []
        return found[0] if found else None

    async def _card(self, report: Report, owner: Officer | None) -> "CardMaker":
        count, sent = await reports.magnitudes(report)
        return CardMaker(self._lookup, report, owner, count, first_report=sent <= 1)


class CardMaker:
    """The card of one report, the same for all but for whose it is."""

    def __init__(self, lookup: Lookup, report: Report, owner: Officer | None, entries: int, *, first_report: bool):
        self._lookup = lookup
        self._report = report
        self._words = officer_words(owner, Visibility.OFFICERS) if owner else None
        self._entries = entries
        self._first_report = first_report

    def __call__(self, *, mine: bool) -> ReportCard:
        report = self._report
        return ReportCard(
            ref=report.ref,
            number=report.id,
            category=report.category,
            status=report.status,
            place=self._lookup.place(report.place),
            entries=self._entries,
            since=report.sent_at or report.created_at,
            first_report=self._first_report,
            dangers=report.dangers,
            danger_declared=report.danger_declared,
            aid_hushed=report.aid_hushed,
            by_child=report.by_child,
            owner=self._words.name if self._words else None,
            owner_phone=self._words.phone if self._words else None,
            mine=mine,
            lat=report.point.lat if report.point else None,
            lon=report.point.lon if report.point else None,
        )


async def relay_entry(
    turn: Turn, to: Recipient, entry: Entry, *, ref: str, sender: Officer | None, unnamed: bool = False
) -> None:
    """Send one entry of the report `ref` on. Items of an album wait for each other under one key and travel together.
    `unnamed`: an officer's, but whose is not told."""
    album = entry.incoming.album
    await turn.tell(
        to,
        Relayed(entry.report_id, officer_words(sender) if sender and not unnamed else None, unnamed, ref=ref),
        report_id=entry.report_id,
        entry_id=entry.id,
        role="entry",
        key=album_key(to, entry.incoming) if album else None,
        after=ALBUM_PAUSE if album else timedelta(0),
    )


def album_key(to: Recipient, incoming: Incoming) -> str:
    """One waiting notice an album and reader."""
    return f"album:{to.chat_id}:{incoming.album}"[:64]


def _tapped_card(turn: Turn, report: Report, recipient: Recipient) -> int | None:
    """The card under which this officer has just tapped: it must not go on offering what was done."""
    tapped = turn.tapped
    if tapped is None or turn.recipient is None or turn.recipient.chat_id != recipient.chat_id:
        return None
    return tapped.message_id if Address(Side.OFFICER, report.ref) in tapped.addresses else None


async def _authors(entries: Sequence[Entry]) -> dict[int, Officer]:
    """The officers among the authors of the entries, by id."""
    wrote = {entry.officer_id for entry in entries if entry.officer_id is not None}
    return {officer.id: officer for officer in await officers.by_ids(wrote)}


async def _known_entries(report: Report, recipient: Recipient) -> set[int]:
    """Entries that arrived in a chat or are on their way there."""
    arrived = await links.delivered_entries(report.id, recipient.chat_id)
    return {*arrived, *await outbox.waiting_entries(report.id, recipient.chat_id)}


def _first_of_albums(entries: Sequence[Entry]) -> list[Entry]:
    """Each entry, but only the first of each album: the rest travels with it."""
    seen: set[str] = set()
    kept = []
    for entry in entries:
        if entry.incoming.album is None or entry.incoming.album not in seen:
            kept.append(entry)
        seen.add(entry.incoming.album or "")
    return kept
