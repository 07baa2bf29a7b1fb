"""An account that is an officer's no more hears so: it was cut off, or the officer left the service."""

from bot.domain.notices import OfficerConfirmed, OfficerCutOff
from bot.domain.people import Officer
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient
from bot.services import menus
from bot.services.invites import Invites
from bot.services.reports.assignment import Assignment
from bot.services.turns import Turn
from db import officers


async def cut_off(turn: Turn, invites: Invites, officer_id: int) -> None:
    """Cut off at once, and the links that may lie on the phone with it."""
    officer = await officers.by_id(officer_id)
    await invites.unbind(officer_id)
    if officer is not None and officer.chat_id is not None:
        await _goodbye(turn, officer, officer.chat_id)


async def turned(turn: Turn, assignment: Assignment) -> None:
    """Another edition of the registry dropped officers, or has them again."""
    for officer, chat_id in await officers.turned():
        retired = officer.chat_id is None
        await officers.note_told(officer.id, retired=retired)
        if retired:
            await _goodbye(turn, officer, chat_id)
            continue
        await turn.tell(recipient_of(officer), OfficerConfirmed(officer.name))
        await menus.show(turn, recipient_of(officer))
        await assignment.back(turn, officer)


async def _goodbye(turn: Turn, officer: Officer, chat_id: int) -> None:
    here = Recipient(chat_id, officer.locale)
    await turn.tell(here, OfficerCutOff(officer.name))
    await menus.show(turn, here)
