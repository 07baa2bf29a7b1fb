"""Whom to ask: the registry in memory, what may change under our feet read fresh.

The structure (beats, posts, stations) is kept as a snapshot and reloaded when a newer generation appears. Bindings
are not believed from memory: another process may have cut off a lost phone a moment ago, so the few officers of a
route are read from the database each time.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import db.directory_only
import db.officers
import db.registry
import db.silent
from bot.domain import routing
from bot.domain.clock import KYIV, Clock
from bot.domain.people import Officer
from bot.domain.places import Point, candidates
from bot.domain.routing import Delivery, Directory, Route
from bot.domain.silence import Silence, hides_names
from bot.places.gazetteer import Gazetteer
from db.engine import Database


class DirectoryService:
    """Answers who is responsible, who receives, and who writes from a chat. `gazetteer` tells what lies inside a
    silent area."""

    def __init__(self, database: Database, clock: Clock, gazetteer: Callable[[], Gazetteer]) -> None:
        self._database = database
        self._clock = clock
        self._gazetteer = gazetteer
        self._snapshot = Directory.of()
        self._generation = (0, 0, 0)

    async def current(self) -> Directory:
        """The registry and the silent hromadas in force; one small statement, and a reload only when a newer
        generation of either (or of the places) is there."""
        gazetteer = self._gazetteer()
        async with self._database.read():
            newest = (*await db.silent.newest_generations(), gazetteer.generation)
            if newest != self._generation:
                loaded, listed = await db.registry.load(), await db.silent.load()
                loaded = replace(loaded, only=await db.directory_only.load())
                levels = {code: area.level for code, area in listed.items()}
                self._snapshot = routing.quieted(
                    loaded, levels, around=partial(_around, gazetteer), at=partial(_maybe_at, gazetteer)
                )
                self._generation = newest
        return self._snapshot

    async def silence(self, areas: Sequence[str]) -> Silence | None:
        """How silent a place is; None for most. `areas` as in `route`."""
        return (await self.current()).quiet.level(areas)

    async def may_name(self, officer: Officer, areas: Sequence[str]) -> bool:
        """Whether a resident of a place may be told who this officer is."""
        quiet = (await self.current()).quiet
        return not hides_names(quiet.level(areas)) and officer.id not in quiet.officers

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

    async def officer_aside(self, chat_id: int) -> Officer | None:
        """Whose chat it was once, or will be when somebody has made sure."""
        async with self._database.read():
            return await db.officers.aside(chat_id)

    async def officers(self, ids: Sequence[int]) -> list[Officer]:
        """These officers as they are now, the retired too (a report still names them), by id."""
        async with self._database.read():
            return await db.officers.by_ids(ids)

    def _today(self) -> date:
        return self._clock().astimezone(KYIV).date()


def _around(gazetteer: Gazetteer, code: str) -> tuple[str, ...]:
    unit = gazetteer.get(code)
    return unit.areas if unit else (code,)


def _maybe_at(gazetteer: Gazetteer, point: Point) -> frozenset[str]:
    """Codes of every area in which the point may lie: near a border of several."""
    return frozenset(code for each in candidates(gazetteer.at(point)) for code in each.unit.areas)
