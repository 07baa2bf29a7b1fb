"""Going back: the registry as it was before one of the latest changes, as a new generation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import db.editions
import db.gazetteer
import db.history
import db.registry
from bot.domain.admins import Admin
from bot.domain.errors import DirectoryMoved, OutOfScope, StaleButton
from bot.domain.registry import Changes, Edition, How, changes
from bot.domain.stored import unpacked
from bot.domain.territory import Geography, beside, joined, outside, within
from bot.services.registry.writing import UNMAPPED, write_edition


@dataclass(frozen=True, slots=True)
class Return:
    """What going back before `generation` would change; `newest` is the generation in force."""

    generation: int
    newest: int
    old: Edition
    new: Edition

    @property
    def changes(self) -> Changes:
        return changes(self.old, self.new)


async def way_back(generation: int, admin: Admin | None, geography: Geography | None = None) -> Return:
    """For an admin of a territory only what lies in it goes back; later changes elsewhere stay. Raises StaleButton when
    that edition is not kept, OutOfScope when the change was not wholly theirs."""
    stored = await db.history.before(generation)
    if stored is None:
        raise StaleButton
    old, new = await db.editions.load(), unpacked(stored.edition)
    if admin is not None and geography is not None and not admin.scope.is_country:
        new = joined(beside(old, admin.scope, geography), within(new, admin.scope, geography))
        if not lies_in(stored.areas, admin, geography) or outside(old, new, admin.scope, geography):
            raise OutOfScope
    return Return(generation, await db.registry.newest_generation(), old, new)


def lies_in(areas: Iterable[str], admin: Admin, geography: Geography) -> bool:
    """Whether a change concerned the admin's territory and nothing else."""
    codes = list(areas)
    inside = bool(codes) and all(admin.scope.covers(geography.around(code)) for code in codes)
    return admin.scope.is_country or inside


async def go_back(
    generation: int,
    admin: Admin | None,
    *,
    seen: int,
    now: datetime,
    geography: Geography | None = None,
) -> tuple[Return, int | None]:
    """Make the edition before `generation` the one in force. `seen`: the newest generation when that was decided;
    raises DirectoryMoved when there has been another since."""
    await db.gazetteer.lock()
    found = await way_back(generation, admin, geography)
    if found.newest != seen:
        raise DirectoryMoved
    label = str(generation)
    written = await write_edition(
        found.old,
        found.new,
        how=How.ROLLBACK,
        label=label,
        admin=admin,
        now=now,
        geography=geography or UNMAPPED,
    )
    return found, written
