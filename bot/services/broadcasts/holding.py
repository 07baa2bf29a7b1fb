"""Oblasts on hold: an air alert, a power cut. What is meant for them waits, the rest goes on."""

from bot.domain.admins import Admin
from bot.domain.broadcasts import Hold
from bot.domain.errors import NoReason, OutOfScope, StaleButton
from bot.domain.places import Category
from bot.services import audit
from bot.services.broadcasts.base import Base
from bot.services.turns import Turn
from db import holds


class Holding(Base):
    async def hold(self, turn: Turn, admin: Admin, oblast: str, reason: str) -> None:
        """`oblast`: its code, also Kyiv's or Sevastopol's. Raises `OutOfScope` unless all of it is the admin's."""
        self._check(admin, oblast)
        if not reason.strip():
            raise NoReason
        await holds.put(oblast=oblast, reason=reason.strip()[:200], admin_id=admin.id, now=turn.now)
        await audit.note(turn, admin, "oblast-held", f"oblast:{oblast}", areas=(oblast,), after={"reason": reason})

    async def release(self, turn: Turn, admin: Admin, oblast: str) -> None:
        """`StaleButton` when it is not on hold."""
        self._check(admin, oblast)
        if not await holds.remove(oblast):
            raise StaleButton
        await audit.note(turn, admin, "oblast-released", f"oblast:{oblast}", areas=(oblast,))

    async def holds(self) -> list[Hold]:
        """The earliest first; everybody may know."""
        async with self._database.read():
            return await holds.all_of_them()

    def _check(self, admin: Admin, oblast: str) -> None:
        unit = self._lookup.unit(oblast)
        if unit is None or unit.category not in (Category.OBLAST, Category.SPECIAL_CITY):
            raise StaleButton
        if not self.covers(admin, [oblast]):
            raise OutOfScope
