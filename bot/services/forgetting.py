"""A resident is forgotten: whatever the desk remembers of them goes, and the officers' cards say why they are dead."""

from collections.abc import Sequence

from bot.domain.notices import CardErased, Forgotten
from bot.domain.people import Officer
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient, Report, Resident
from bot.services.reports.filing import boards_of
from bot.services.turns import Turn
from db import addresses, admins, boards, inbox, links, officers, outbox, reports, residents


async def forget(turn: Turn, resident: Resident, recipient: Recipient) -> None:
    """Erase the resident, the reports and all that hangs on them, and say so; where 102 and 112 were not named, they
    are not named then either."""
    hushed = await residents.is_hushed(recipient.channel, recipient.chat_id)
    sent = await reports.sent_by(resident.id)
    under_way, shown = await _under_way(sent), await _cards(sent)
    await reports.erase_of(resident.id, turn.now)
    await residents.erase(resident.id)
    await addresses.forget(recipient.channel, recipient.chat_id)
    await boards.forget(recipient.channel, recipient.chat_id, [name for each in sent for name in boards_of(each.id)])
    if not await _works_here(recipient):
        await outbox.forget(recipient.channel, recipient.chat_id)
    await inbox.forget(f"{recipient.channel}:{recipient.chat_id}")
    for officer, report, message_id in shown:
        await turn.tell(recipient_of(officer), CardErased(report.id, ref=report.ref), edits=message_id)
    for officer, report, key in under_way:
        await turn.tell(recipient_of(officer), CardErased(report.id, ref=report.ref), key=key)
    await turn.tell(recipient, Forgotten(hushed=hushed))


async def _under_way(sent: Sequence[Report]) -> list[tuple[Officer, Report, str]]:
    """Cards of these reports that arrive at an officer any moment, by the key under which they can be replaced."""
    return [
        (officer, report, key)
        for report in sent
        for officer in await officers.received(report.id)
        if officer.reachable and officer.chat_id is not None
        for key in await outbox.outlive(report.id, officer.chat_id)
    ]


async def _cards(sent: Sequence[Report]) -> list[tuple[Officer, Report, int]]:
    """Every card of these reports at an officer who is still there, copies too."""
    known = {each.id: each for each in sent}
    found = await links.all_cards(known)
    there = {chat_id: await officers.by_chat(chat_id) for chat_id in {chat_id for _, chat_id, _ in found}}
    return [
        (officer, known[number], message_id)
        for number, chat_id, message_id in found
        if (officer := there[chat_id]) is not None and officer.reachable
    ]


async def _works_here(recipient: Recipient) -> bool:
    """An officer or an admin is owed more here than a resident is; erased reports take along what hangs on them."""
    return await officers.by_chat(recipient.chat_id) is not None or await admins.by_chat(recipient.chat_id) is not None
