"""Where reports are taken: an admin sets an area to the directory only, and back."""

import db.directory_only
import db.silent
from bot.domain.admins import Admin
from bot.domain.intake_notices import IntakeArea
from bot.services import audit
from bot.services.territories import AdminTerritories
from bot.services.turns import Turn


class Intake:
    """What admins do with it, each inside of the own scope. Reports that are under way go on."""

    def __init__(self, territories: AdminTerritories) -> None:
        self._territories = territories

    async def listed(self, admin: Admin) -> list[str]:
        """Codes inside the admin's scope."""
        codes = sorted(await db.directory_only.load())
        return [code for code in codes if self._territories.inside(admin.scope, [code])]

    async def area(self, admin: Admin, code: str) -> IntakeArea:
        """How an area stands; raises `OutOfScope`, `StaleButton`."""
        unit = self._territories.area(code, admin.scope)
        only = await db.directory_only.load()
        waiting, _drafts, _living = await db.silent.counts(code)
        around = not only.isdisjoint(set(unit.areas) - {code})
        return IntakeArea(self._territories.words(code), code in only, around, waiting)

    async def set(self, turn: Turn, admin: Admin, code: str, *, only: bool) -> None:
        """Doing it twice changes nothing; raises as `area`."""
        if (await self.area(admin, code)).only is only:
            return
        await (db.directory_only.add if only else db.directory_only.remove)(code, turn.now)
        action = "intake-stopped" if only else "intake-resumed"
        await audit.note(turn, admin, action, f"intake:{code}", areas=[code])
