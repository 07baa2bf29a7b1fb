"""The latest changes of the directory, as an admin sees them, and going back in a chat."""

from collections.abc import Callable

import db.history
import db.registry
from bot.domain.admins import Admin
from bot.domain.pages import one_page
from bot.domain.registry import DirectoryKind
from bot.domain.registry_notices import ConfirmRollback, DirectoryHistory, KindCount, PastWords, RolledBack
from bot.services.geography import GazetteerGeography
from bot.services.registry.files import counts_of
from bot.services.registry.history import go_back, lies_in, way_back
from bot.services.turns import Turn
from db.history import Past

SHOWN = 8


class RegistryPast:
    def __init__(self, geography: GazetteerGeography) -> None:
        self._geography = geography

    async def latest(self, admin: Admin, page: int = 0) -> DirectoryHistory:
        """Who changed how much, and when, in the admin's territory."""
        return await latest(SHOWN, lambda areas: lies_in(areas, admin, self._geography), page)

    async def before(self, admin: Admin, generation: int) -> ConfirmRollback:
        """What it would change; raises StaleButton, OutOfScope."""
        found = await way_back(generation, admin, self._geography)
        later = (each for each in await db.history.newest(db.history.KEPT) if each.generation >= generation)
        undone = sum(lies_in(each.areas, admin, self._geography) for each in later)
        return ConfirmRollback(generation, found.newest, undone, counts_of(found.changes))

    async def go_back(self, turn: Turn, admin: Admin, generation: int, seen: int) -> RolledBack:
        """Raises StaleButton, OutOfScope, DirectoryMoved."""
        found, _ = await go_back(generation, admin, seen=seen, now=turn.now, geography=self._geography)
        return RolledBack(generation, counts_of(found.changes))


async def latest(
    most: int, wanted: Callable[[tuple[str, ...]], bool] = lambda _areas: True, page: int = 0
) -> DirectoryHistory:
    """Those whose areas are wanted, the latest first, `most` on a page."""
    kept = [each for each in await db.history.newest(db.history.KEPT) if wanted(each.areas)]
    one, newest = one_page(kept, page, size=most), await db.registry.newest_generation()
    return DirectoryHistory(tuple(map(_words, one.shown)), newest, page=one.number, pages=one.pages)


def _words(past: Past) -> PastWords:
    counts = tuple(KindCount(DirectoryKind(kind), *each) for kind, each in past.counts.items())
    return PastWords(past.generation, past.at, past.how, past.label, past.admin or "", counts)
