"""The gazetteer of a running bot: replaced whole when somebody has loaded newer files."""

import asyncio

import structlog

import db.gazetteer
from bot.places.gazetteer import Gazetteer
from bot.places.load import read_gazetteer
from db.engine import Database

log = structlog.get_logger(__name__)


class CurrentGazetteer:
    """Call it for the gazetteer of now; `gazetteer` is what was read at start."""

    def __init__(self, database: Database, gazetteer: Gazetteer) -> None:
        self._database = database
        self._gazetteer = gazetteer

    def __call__(self) -> Gazetteer:
        return self._gazetteer

    async def refresh(self) -> bool:
        """Look for a newer generation and take it; whether there was one. Looking costs one small query."""
        async with self._database.read():
            newest = await db.gazetteer.newest_of_places()
        if newest <= self._gazetteer.generation:
            return False
        self._gazetteer = await asyncio.to_thread(_read_elsewhere, self._database.url)
        log.info("gazetteer-replaced", generation=self._gazetteer.generation, units=len(self._gazetteer))
        return True


def _read_elsewhere(url: str) -> Gazetteer:
    """Read and build in this thread, with a connection and a loop of its own: residents must not wait for it."""
    return asyncio.run(_read(url))


async def _read(url: str) -> Gazetteer:
    database = Database(url)
    try:
        return await read_gazetteer(database)
    finally:
        await database.close()
