"""Which report a message belongs to, for residents and officers alike. It is never guessed: what says nothing by itself
is asked about.

A reply tells it by the address in the message it replies to, by the link that was noted when that message was
delivered, or, where neither is there, by contents that lie in one report only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.addressing import Address, Belongs, Side, Target
from bot.domain.clock import shown_moment
from bot.domain.errors import NotAnOfficer, NotYourReport, OwnErased, ReportErased, ReportGone
from bot.domain.people import Officer
from bot.domain.reports import Recipient, Report, Resident
from db import links, reports, restores

CHANNEL = "telegram"
ASKED_FOR = timedelta(days=1)
"""So long after a report was said to be resolved, words that reply to nothing may be about it."""
SKEW = timedelta(minutes=1)
"""A message tells its time in whole seconds and by Telegram's clock: an entry may seem younger than its own copy."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: a resident, an officer, or somebody who is both."""

    recipient: Recipient
    resident: Resident | None = None
    officer: Officer | None = None


@dataclass(frozen=True, slots=True)
class _Hint:
    """Not yet checked: whether the writer has a part in it. `side` None: nothing tells it."""

    report: Report
    side: Side | None = None
    quotes: int | None = None


async def belongs(writer: Writer, target: Target | None, album: str | None) -> list[Belongs]:
    """What a message says by itself: it replies to something of a report, or it is an item of an album that lies in
    one. Empty: nothing; several: one of these. Raises `ReportGone`, `NotAnOfficer` and `NotYourReport` when it replies
    to a report that is erased, or that the writer has no part in."""
    check_side(writer, target)
    if target is not None and (hints := await _hints(writer, target)):
        return await _checked(writer, hints)
    sibling = await reports.entry_of_album(writer.recipient.chat_id, album) if album else None
    if sibling is not None and (report := await reports.by_id(sibling.report_id)):
        side = _author(sibling.officer_id)
        return await _checked(writer, [_Hint(report, side, sibling.quotes_entry_id)])
    return []


def check_side(writer: Writer, target: Target | None) -> None:
    """Raises `NotAnOfficer` when whoever is none replies to what an officer was sent: this account was one's once."""
    sides = {each.side for each in target.addresses} if target is not None else set()
    if sides == {Side.OFFICER} and writer.officer is None:
        raise NotAnOfficer


async def choices(writer: Writer, now: datetime) -> list[Belongs]:
    """What may be meant: the own reports (`own`), and the cases an officer has; the latest first."""
    found: list[Belongs] = []
    if writer.resident is not None:
        found += [Belongs(each, Side.RESIDENT) for each in await own(writer.resident, now)]
    if writer.officer is not None:
        cases = await reports.queue_of(writer.officer.id)
        found += [Belongs(each, Side.OFFICER) for each in reversed(cases)]
    return found


async def own(resident: Resident, now: datetime) -> list[Report]:
    """Where a resident's words may belong that reply to nothing: the draft, the open reports, and those that were said
    to be resolved since they wrote last: they were asked whether there is more."""
    return await reports.takes_words(resident.id, now - ASKED_FOR)


async def by_address(writer: Writer, address: Address) -> Belongs:
    """Raises `ReportGone`, `NotAnOfficer`, `NotYourReport`."""
    if address.side is Side.OFFICER and writer.officer is None:
        raise NotAnOfficer
    return (await _checked(writer, [_Hint(await report_of(address), address.side)]))[0]


async def report_of(address: Address) -> Report:
    """Raises `ReportGone` for a ref that the database does not know: erased, or written after a copy was made that
    has been put back since."""
    report = await reports.by_ref(address.ref)
    if report is None:
        raise await gone(address)
    return report


async def gone(*addresses: Address) -> ReportGone:
    """Why the report of these addresses is not there."""
    if await reports.was_erased([each.ref for each in addresses]):
        own = all(each.side is Side.RESIDENT for each in addresses)
        return OwnErased(copied="no") if own else ReportErased(copied="no")
    last = await restores.latest()
    return ReportGone(copied=shown_moment(last.copied_at) if last else "no")


# --- what tells it ----------------------------------------------------------------------------------------------------


async def _hints(writer: Writer, target: Target) -> list[_Hint]:
    link = await links.find(CHANNEL, writer.recipient.chat_id, target.message_id)
    if target.addresses:
        return await _by_addresses(target.addresses, link)
    if link is not None:
        report = await reports.by_id(link.report_id)
        side = Side.OFFICER if link.role == "card" else None
        return [_Hint(report, side, link.entry_id)] if report else []
    if not target.ours:
        return await _by_own_message(writer, target.message_id)
    return await _by_contents(writer, target)


async def _by_addresses(addresses: Sequence[Address], link: links.Link | None) -> list[_Hint]:
    found = {report.ref: report for report in await reports.by_refs([each.ref for each in addresses])}
    if not found:
        raise await gone(*addresses)
    hints = [_Hint(found[each.ref], each.side) for each in addresses if each.ref in found]
    if link is not None and len(hints) == 1 and hints[0].report.id == link.report_id:
        return [_Hint(hints[0].report, hints[0].side, link.entry_id)]
    return hints


async def _by_own_message(writer: Writer, message_id: int) -> list[_Hint]:
    entry = await reports.entry_of_message(writer.recipient.chat_id, message_id)
    report = await reports.by_id(entry.report_id) if entry else None
    return [_Hint(report, _author(entry.officer_id), entry.id)] if entry and report else []


async def _by_contents(writer: Writer, target: Target) -> list[_Hint]:
    """A message without words, or a later item of an album, whose link was lost: nothing can carry an address there.
    What was written after the copy came is not its contents."""
    if target.unique_id is None and target.point is None:
        return []
    alike = await reports.entries_alike(
        target.unique_id,
        target.point,
        before=target.sent_at + SKEW,
        resident_id=writer.resident.id if writer.resident else None,
        officer_id=writer.officer.id if writer.officer else None,
    )
    by_report: dict[int, list[int]] = {}
    for entry in alike:
        by_report.setdefault(entry.report_id, []).append(entry.id)
    found = [(await reports.by_id(number), ids) for number, ids in by_report.items()]
    return [_Hint(report, None, ids[0] if len(ids) == 1 else None) for report, ids in found if report]


def _author(officer_id: int | None) -> Side:
    """Whose own message an entry was."""
    return Side.RESIDENT if officer_id is None else Side.OFFICER


# --- whether the writer has a part in it ------------------------------------------------------------------------------


async def _checked(writer: Writer, hints: Sequence[_Hint]) -> list[Belongs]:
    found = {}
    for hint in hints:
        if (side := await _side(writer, hint)) is not None:
            found[hint.report.id, side] = Belongs(hint.report, side, hint.quotes)
    if not found:
        if writer.officer is not None:
            raise NotYourReport(number=str(hints[0].report.id))
        raise await gone()
    return list(found.values())


async def _side(writer: Writer, hint: _Hint) -> Side | None:
    """As whom the writer has a part; the own report first, where nothing tells it. None: no part."""
    resident, officer = writer.resident, writer.officer
    if hint.side is not Side.OFFICER and resident is not None and resident.id == hint.report.resident_id:
        return Side.RESIDENT
    if hint.side is Side.RESIDENT or officer is None:
        return None
    received = officer.id in await reports.recipients_of(hint.report.id)
    return Side.OFFICER if received else None
