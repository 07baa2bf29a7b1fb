"""An officer joins: the account behind the link is held to be theirs when somebody has made sure of it, not before."""

from bot.domain.admins import Admin
from bot.domain.notices import OfficerConfirmed, OfficerElsewhere, OfficerJoined
from bot.domain.people import Officer
from bot.domain.recipients import recipient_of
from bot.domain.registry_notices import OfficerToConfirm
from bot.domain.reports import Recipient
from bot.services import audit, leaving, menus
from bot.services.invites import Invites, Joined
from bot.services.reports.assignment import Assignment
from bot.services.turns import Turn
from db import admins, officers


class Joining:
    """Takes officers in. Everybody concerned hears of it: the officer, who invited them, the account before."""

    def __init__(self, invites: Invites, assignment: Assignment) -> None:
        self._invites = invites
        self._assignment = assignment

    async def join(self, turn: Turn, payload: str, recipient: Recipient) -> None:
        """Somebody opened a link. Raises what `Invites.accept` does."""
        joined = await self._invites.accept(payload, recipient.chat_id)
        officer = joined.officer
        here = Recipient(recipient.chat_id, officer.locale)
        await turn.tell(here, OfficerJoined(officer.name, joined.again, pending=not officer.confirmed))
        if officer.confirmed:
            await menus.show(turn, here)
        if not joined.again:
            await self._tell_others(turn, joined)
        if officer.confirmed and not joined.again:
            await self._assignment.back(turn, officer)

    async def _tell_others(self, turn: Turn, joined: Joined) -> None:
        officer = joined.officer
        inviter = await admins.by_id(joined.invited_by) if joined.invited_by else None
        action = "officer-joined" if joined.earlier is None else "officer-joined-anew"
        await audit.note(turn, inviter, action, f"officer:{officer.code}")
        if joined.earlier is not None:
            await turn.tell(Recipient(joined.earlier, officer.locale), OfficerElsewhere(officer.name))
            await menus.show(turn, Recipient(joined.earlier, officer.locale))
        if not officer.confirmed:
            question = OfficerToConfirm(
                officer.id, officer.name, officer.code, officer.phone, joined.earlier is not None
            )
            for each in await _askers(inviter, officer):
                await turn.tell(recipient_of(each), question)

    async def admit(self, turn: Turn, officer: Officer) -> None:
        """The account is the officer's: they hear it, and what waits for them or for anybody comes at once."""
        await officers.confirm(officer.id, now=turn.now)
        (known,) = await officers.by_ids([officer.id])
        await turn.tell(recipient_of(known), OfficerConfirmed(known.name))
        await menus.show(turn, recipient_of(known))
        await self._assignment.back(turn, known)

    async def catch_up(self, turn: Turn) -> None:
        """Those who were confirmed from the command line get what waits for them; who left the service, or came back
        to it, hears so."""
        await leaving.turned(turn, self._assignment)
        for officer in await officers.left_behind():
            await officers.caught_up(officer.id)
            if officer.reachable:
                await self._assignment.back(turn, officer)


async def _askers(inviter: Admin | None, officer: Officer) -> list[Admin]:
    """Whoever made the link; when they are none any more, or it came from the command line, the superadmins. Nobody is
    asked about themselves."""
    if inviter is not None and inviter.chat_id not in (0, officer.chat_id):
        return [inviter]
    return [each for each in await admins.in_office() if each.superadmin and each.chat_id != officer.chat_id]
