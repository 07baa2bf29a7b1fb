"""The list of silent hromadas: looked at and changed by admins, replaced whole by a file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import db.silent
from bot.domain.admins import Admin
from bot.domain.silence import Silence, SilentArea
from bot.services import audit
from bot.services.territories import Territories
from bot.services.turns import Turn

ACTION = "silent-changed"


class SilentList:
    """What admins do with the list, each inside of the own scope."""

    def __init__(self, territories: Territories) -> None:
        self._territories = territories

    async def listed(self, admin: Admin) -> list[SilentArea]:
        """The lines inside the admin's scope, by code."""
        listed = await db.silent.load()
        return [area for code, area in sorted(listed.items()) if self._territories.inside(admin.scope, [code])]

    async def find(self, admin: Admin, code: str) -> SilentArea | None:
        """The line of an area; raises `OutOfScope`, `StaleButton`."""
        self._territories.area(code, admin.scope)
        return (await db.silent.load()).get(code)

    async def put(self, turn: Turn, admin: Admin, code: str, level: Silence) -> SilentArea:
        """Add an area or change its level; doing it twice changes nothing."""
        before = await self.find(admin, code)
        after = SilentArea(code, level, before.note if before else "")
        if before != after:
            await db.silent.write([after], [], label=code, now=turn.now)
            await note(turn, admin, code, before, after)
        return after

    async def remove(self, turn: Turn, admin: Admin, code: str) -> None:
        """Take an area off the list."""
        if before := await self.find(admin, code):
            await db.silent.write([], [code], label=code, now=turn.now)
            await note(turn, admin, code, before, None)


async def note(turn: Turn, admin: Admin | None, code: str, before: SilentArea | None, after: SilentArea | None) -> None:
    await audit.note(turn, admin, ACTION, f"silent:{code}", areas=[code], before=_plain(before), after=_plain(after))


def _plain(area: SilentArea | None) -> Mapping[str, str | int] | None:
    return {"level": int(area.level), "note": area.note} if area else None


async def replace_list(
    wanted: Iterable[SilentArea], *, label: str, now: datetime, dry_run: bool = False
) -> Sequence[str]:
    """The whole list anew; returns the codes that are added, changed or removed. Inside a write transaction."""
    before, after = await db.silent.load(), {area.katottg: area for area in wanted}
    touched = sorted(code for code in before.keys() | after.keys() if before.get(code) != after.get(code))
    if touched and not dry_run:
        put = [after[code] for code in touched if code in after]
        await db.silent.write(put, [code for code in touched if code not in after], label=label, now=now)
        for code in touched:
            await note(Turn(now), None, code, before.get(code), after.get(code))
    return touched
