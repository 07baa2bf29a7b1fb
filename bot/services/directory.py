"""Whom to ask: the registry in memory, what may change under our feet read fresh.

The structure (beats, posts, stations) is kept as a snapshot and reloaded when a newer generation appears. Bindings
are not believed from memory: another process may have cut off a lost phone a moment ago, so the few officers of a
route are read from the database each time.
"""

from collections.abc import Sequence
from datetime import date

import db.officers
import db.registry
from bot.domain import routing
from bot.domain.clock import KYIV, Clock
from bot.domain.people import Officer
from bot.domain.routing import Delivery, Directory, Route
from db.engine import Database


class DirectoryService:
    """Answers who is responsible, who receives, and who writes from a chat."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._snapshot = Directory.of()
        self._generation = 0

    async def current(self) -> Directory:
        """The registry in force; one small statement, and a reload only when a newer generation is there."""
        async with self._database.read():
            newest = await db.registry.newest_generation()
            if newest != self._generation:
                self._snapshot, self._generation = await db.registry.load(), newest
        return self._snapshot

    async def route(self, areas: Sequence[str]) -> Route:
        """Who is responsible today. `areas`: KATOTTG codes, the narrowest first (`Unit.areas`)."""
        return routing.route(areas, await self.current(), self._today())

    async def deliver(self, areas: Sequence[str]) -> Delivery:
        """Who receives a report now, by bindings of this very moment."""
        async with self._database.read():
            directory, today = await self.current(), self._today()
            asked = {each.id for step in routing.ladder(areas, directory, today) for each in step.officers}
            fresh = directory.with_officers(await db.officers.by_ids(asked))
        return routing.deliver(areas, fresh, today)

    async def officer_by_chat(self, chat_id: int) -> Officer | None:
        """The officer in service behind a chat; None for everybody else, also right after an unbinding."""
        async with self._database.read():
            return await db.officers.by_chat(chat_id)

    async def officers(self, ids: Sequence[int]) -> list[Officer]:
        """These officers as they are now, the retired too (a report still names them), by id."""
        async with self._database.read():
            return await db.officers.by_ids(ids)

    def _today(self) -> date:
        return self._clock().astimezone(KYIV).date()
