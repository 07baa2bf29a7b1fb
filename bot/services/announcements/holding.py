"""Oblasts on hold: an air alert, a power cut. What is meant for them waits, the rest goes on."""

from bot.domain.admins import Admin
from bot.domain.announcement_notices import HeldWords, Holds, HoldWhere, HoldWhy
from bot.domain.errors import NoReason, OutOfScope, StaleButton
from bot.domain.places import Candidate, PlaceCategory
from bot.services import audit
from bot.services.area_finder import AreaFinder
from bot.services.lookup import Lookup
from bot.services.turns import Turn
from db import holds


class OblastHolding:
    def __init__(self, lookup: Lookup, finder: AreaFinder) -> None:
        self._lookup = lookup
        self._finder = finder

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

    async def listed(self, admin: Admin) -> Holds:
        """All there are; only those of one's own territory can be ended."""
        on_hold = await self.on_hold()
        mine = tuple(each.oblast.katottg for each in on_hold if admin.scope.covers((each.oblast.katottg,)))
        return Holds(on_hold, mine)

    async def on_hold(self) -> tuple[HeldWords, ...]:
        """The earliest first; everybody may know."""
        return tuple(HeldWords(self._lookup.place(each.oblast), each.reason) for each in await holds.all_of_them())

    async def where(self, admin: Admin) -> HoldWhere:
        """Oblasts of this admin that are not on hold."""
        held = {each.oblast for each in await holds.all_of_them()}
        units = [unit for unit in self._finder.oblasts(admin.scope) if unit.katottg not in held]
        return HoldWhere(tuple(self._lookup.words(Candidate(unit, 1.0)) for unit in units))

    def why(self, admin: Admin, code: str, *, words: bool = False) -> HoldWhy:
        if self._lookup.unit(code) is None:
            raise StaleButton
        if not admin.scope.covers((code,)):
            raise OutOfScope
        return HoldWhy(self._lookup.place(code), words=words)

    def _check(self, admin: Admin, oblast: str) -> None:
        unit = self._lookup.unit(oblast)
        if unit is None or unit.category not in (PlaceCategory.OBLAST, PlaceCategory.SPECIAL_CITY):
            raise StaleButton
        if not admin.scope.covers(unit.areas):
            raise OutOfScope
