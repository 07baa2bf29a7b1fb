"""What all that admins do with announcements rests on: finding them, and whether they lie in the admin's territory."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.admins import COUNTRY, Admin, owes
from bot.domain.broadcasts import Broadcast, Status
from bot.domain.clock import Clock
from bot.domain.errors import BroadcastElsewhere, NotYourBroadcast, OutOfScope, StaleButton
from bot.domain.quiet import QuietHours
from bot.services import audit
from bot.services.broadcasts.rendering import Renderer
from bot.services.lookup import Lookup
from bot.services.turns import Turn
from db import admin_invites, broadcasts
from db.engine import Database


@dataclass(frozen=True, slots=True)
class Rules:
    """`languages`: locales there are texts for, the first stands in for a missing one; `needs_approval`: a second
    admin must agree."""

    languages: tuple[str, ...]
    needs_approval: bool
    quiet: QuietHours


class Base:
    def __init__(self, *, database: Database, clock: Clock, lookup: Lookup, renderer: Renderer, rules: Rules) -> None:
        self._database = database
        self._clock = clock
        self._lookup = lookup
        self._renderer = renderer
        self._rules = rules

    async def get(self, broadcast_id: int, admin: Admin) -> Broadcast:
        """Raises `StaleButton` when there is none, `OutOfScope` when it is not this admin's to see."""
        async with self._database.read():
            found = await broadcasts.get(broadcast_id)
        if found is None:
            raise StaleButton
        if not self.sees(admin, found):
            raise OutOfScope
        return found

    def sees(self, admin: Admin, broadcast: Broadcast) -> bool:
        """Its whole audience lies in the admin's territory; before there is one, it is its author's."""
        if broadcast.areas:
            return self.covers(admin, broadcast.areas)
        return admin.scope.is_country or broadcast.author_id == admin.id

    def covers(self, admin: Admin, areas: Collection[str]) -> bool:
        """Whether all these areas (codes, or "UA") lie in the admin's territory; unknown ones do not."""
        return all(admin.scope.covers(self._areas_of(code)) for code in areas)

    def _areas_of(self, code: str) -> Sequence[str]:
        if code == COUNTRY:
            return (COUNTRY,)
        unit = self._lookup.unit(code)
        return unit.areas if unit else ()

    async def _draft(self, broadcast_id: int, admin: Admin) -> Broadcast:
        """It stays a draft until the turn ends; raises `BroadcastElsewhere` when it is one no more."""
        await broadcasts.lock(broadcast_id)
        found = await self.get(broadcast_id, admin)
        if found.status is not Status.DRAFT:
            raise BroadcastElsewhere(status=found.status.value)
        check_author(found, admin)
        return found

    async def may_approve(self, admin: Admin, broadcast: Broadcast) -> bool:
        """Whether it takes a second pair of eyes to see it: not its author's, nor of somebody who sees its areas only
        because the author invited them. A superadmin's always are."""
        if broadcast.author_id == admin.id or not self.sees(admin, broadcast):
            return False
        return admin.superadmin or not await self._owes(admin, broadcast)

    async def _owes(self, admin: Admin, broadcast: Broadcast) -> bool:
        async with self._database.read():
            used = await admin_invites.used()
        return any(owes(admin.id, broadcast.author_id, used, self._areas_of(code)) for code in broadcast.areas)

    async def _again(self, broadcast_id: int) -> Broadcast:
        found = await broadcasts.get(broadcast_id)
        if found is None:
            raise StaleButton
        return found


def check_author(broadcast: Broadcast, admin: Admin) -> None:
    """Whoever may see a draft may still not change it. Raises `NotYourBroadcast`."""
    if broadcast.author_id != admin.id:
        raise NotYourBroadcast


async def note(turn: Turn, admin: Admin | None, action: str, before: Broadcast, after: Broadcast | None = None) -> None:
    """Statuses, times and areas; never words."""
    await audit.note(
        turn,
        admin,
        f"broadcast-{action}",
        f"broadcast:{before.id}",
        areas=before.areas if COUNTRY not in before.areas else (),
        before={"status": before.status.value} if after else None,
        after=_facts(after or before),
    )


def _facts(broadcast: Broadcast) -> dict[str, object]:
    return {
        "kind": broadcast.kind.value,
        "status": broadcast.status.value,
        "stations": len(broadcast.stations),
        "areas": len(broadcast.areas),
        "languages": list(broadcast.languages),
        "starts_at": broadcast.starts_at.isoformat() if broadcast.starts_at else None,
    }
