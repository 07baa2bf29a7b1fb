"""Who is an admin: those named in the settings, and those they invited."""

from collections.abc import Collection

from bot.domain.admins import EVERYWHERE, Admin
from bot.domain.recipients import recipient_of
from bot.services import audit, menus
from bot.services.turns import Turn
from db import admin_invites, admins


class Admins:
    """`superadmins`: chat ids from the settings."""

    def __init__(self, superadmins: Collection[int], default_locale: str) -> None:
        self._superadmins = frozenset(superadmins)
        self._default_locale = default_locale

    def still(self, admin: Admin) -> bool:
        """A superadmin is one as long as the settings say so, also before their next word."""
        return not admin.superadmin or admin.chat_id in self._superadmins

    async def behind(self, turn: Turn, chat_id: int, name: str) -> Admin | None:
        """The admin who writes from a chat. A superadmin is noted at the first word, and is none any more when the
        settings no longer name them."""
        known = await admins.by_chat(chat_id)
        if chat_id in self._superadmins and (known is None or not known.superadmin):
            return await self._appoint(turn, chat_id, known.name if known else name)
        if known is not None and known.superadmin and chat_id not in self._superadmins:
            await admins.remove(known.id)
            await admin_invites.expire_unused(known.id, now=turn.now)
            await audit.note(turn, None, "admin-removed", f"admin:{known.id}", before={"name": known.name})
            await menus.show(turn, recipient_of(known))
            return None
        return known

    async def _appoint(self, turn: Turn, chat_id: int, name: str) -> Admin:
        admin = await admins.put(
            chat_id=chat_id,
            name=name[:100] or str(chat_id),
            locale=self._default_locale,
            scope=EVERYWHERE,
            superadmin=True,
            now=turn.now,
        )
        await audit.note(turn, None, "admin-added", f"admin:{admin.id}", after={"name": admin.name, "superadmin": True})
        await menus.show(turn, recipient_of(admin))
        return admin
