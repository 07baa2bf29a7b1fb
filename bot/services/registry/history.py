"""Going back: the registry as it was before one of the latest changes, as a new generation."""

from dataclasses import dataclass
from datetime import datetime

import db.editions
import db.gazetteer
import db.history
import db.registry
from bot.domain.admins import EVERYWHERE, Admin
from bot.domain.errors import DirectoryMoved, OutOfScope, StaleButton
from bot.domain.registry import Changes, Edition, How, changes
from bot.domain.stored import unpacked
from bot.domain.territory import Geography, outside
from bot.services.registry.writing import write_edition


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
    """Raises StaleButton when that edition is not kept, OutOfScope when it would touch what lies elsewhere."""
    stored = await db.history.before(generation)
    if stored is None:
        raise StaleButton
    found = Return(generation, await db.registry.newest_generation(), await db.editions.load(), unpacked(stored))
    scope = admin.scope if admin else EVERYWHERE
    if geography is not None and outside(found.old, found.new, scope, geography):
        raise OutOfScope
    return found


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
    written = await write_edition(found.old, found.new, how=How.ROLLBACK, label=label, admin=admin, now=now)
    return found, written
