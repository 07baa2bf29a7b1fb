"""Officers in the chat of an admin: the link by which one joins, and a lost phone cut off."""

from bot.domain.admins import Admin
from bot.domain.errors import OwnAccount, StaleButton
from bot.domain.registry import DirectoryKind, OfficerEntry
from bot.domain.registry_notices import InviteLink, OfficerAdmitted, OfficerUnbound
from bot.services import audit, leaving
from bot.services.bot_name import BotName
from bot.services.invites import Invites
from bot.services.joining import Joining
from bot.services.registry.book import RegistryBook
from bot.services.turns import Turn
from db import officers


class OfficerMembership:
    """Who joins as which officer, and whose phone is cut off."""

    def __init__(self, book: RegistryBook, invites: Invites, joining: Joining, bot_name: BotName) -> None:
        self._joining = joining
        self._book = book
        self._invites = invites
        self._bot_name = bot_name

    async def invite(self, turn: Turn, admin: Admin, officer_id: int) -> InviteLink:
        """Earlier links of this officer stop working. Raises BotNameless, StaleButton, OutOfScope."""
        officer, areas = await self._officer(admin, officer_id)
        link = self._bot_name.link(await self._invites.create(officer_id, invited_by=admin.id))
        await audit.note(turn, admin, "officer-invited", f"officer:{officer.code}", areas=areas)
        until = turn.now + self._invites.lifetime
        return InviteLink(officer.name, link, until)

    async def confirm(self, turn: Turn, admin: Admin, officer_id: int) -> OfficerAdmitted:
        """The account that joined is the officer's. Raises StaleButton when nobody waits for that, OutOfScope,
        `OwnAccount`."""
        entry, areas = await self._officer(admin, officer_id)
        officer = await officers.by_id(officer_id)
        if officer is None or officer.joined != "pending":
            raise StaleButton
        if officer.chat_id == admin.chat_id:
            raise OwnAccount
        await self._joining.admit(turn, officer)
        await audit.note(turn, admin, "officer-confirmed", f"officer:{entry.code}", areas=areas)
        return OfficerAdmitted(officer_id, officer.name)

    async def unbind(self, turn: Turn, admin: Admin, officer_id: int) -> OfficerUnbound:
        """Cut off at once. Raises StaleButton, OutOfScope."""
        officer, areas = await self._officer(admin, officer_id)
        await leaving.cut_off(turn, self._invites, officer_id)
        await audit.note(turn, admin, "officer-unbound", f"officer:{officer.code}", areas=areas)
        return OfficerUnbound(officer.name)

    async def _officer(self, admin: Admin, officer_id: int) -> tuple[OfficerEntry, tuple[str, ...]]:
        view = await self._book.view(admin)
        code = view.code(DirectoryKind.OFFICERS, officer_id)
        return view.edition.officers[code], tuple(sorted(view.territories.of(DirectoryKind.OFFICERS, code)))
