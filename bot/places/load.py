"""From the embedded tables into the database (once), and from the database into memory (at every start)."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

import db.gazetteer
from bot.domain.clock import Clock, utc_now
from bot.domain.silence import OCCUPIED
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer
from bot.places.polygons import Area
from db import polygons
from db import silent as silent_areas
from db.engine import Database

SOURCE: Final = "GeoNames"

Progress = Callable[[int, int], None]
"""Told how many rows are in, and how many there are in all."""


def silent(_done: int, _total: int) -> None:
    """Nobody watches."""


async def load_gazetteer(database: Database, *, progress: Progress = silent, clock: Clock = utc_now) -> Gazetteer:
    """The gazetteer of this database; an empty database is filled with the embedded edition first (seconds)."""
    async with database.read():
        empty = await db.gazetteer.newest_generation("codifier") is None
    if empty:
        await fill(database, progress=progress, now=clock())
    await plant(database, now=clock())
    return await read_gazetteer(database)


async def plant(database: Database, *, now: datetime) -> None:
    """What is silent before anybody made a list; once in a database's life."""
    async with database.read():
        planted = await silent_areas.planted()
    if not planted:
        async with database.write():
            await silent_areas.plant(OCCUPIED, now)


async def read_gazetteer(database: Database) -> Gazetteer:
    """What the database holds now, in memory."""
    async with database.read():
        generation = await db.gazetteer.newest_of_places()  # first: what is loaded meanwhile must look newer
        units, aliases = await db.gazetteer.read_units(), await db.gazetteer.read_aliases()
        areas = [Area(*row) for row in await polygons.read()]
    return Gazetteer(units, aliases, areas, generation=generation)


async def fill(database: Database, *, now: datetime, progress: Progress = silent) -> None:
    """Put the embedded edition into an empty database, in one transaction; nothing when somebody else was first."""
    units, aliases = files.read_units(), files.read_aliases()
    total = len(units) + len(aliases)
    async with database.write():
        await db.gazetteer.lock()
        if await db.gazetteer.newest_generation("codifier") is not None:
            return
        async for done in db.gazetteer.add_units(units):
            progress(done, total)
        async for done in db.gazetteer.add_aliases(aliases, source=SOURCE):
            progress(len(units) + done, total)
        await db.gazetteer.add_generation("codifier", label=files.EDITION, rows=len(units), loaded_at=now)
        for kind, rows in (
            ("coordinates", sum(unit.point is not None for unit in units)),
            ("population", sum(unit.population is not None for unit in units)),
            ("aliases", len(aliases)),
        ):
            await db.gazetteer.add_generation(kind, label=SOURCE, rows=rows, loaded_at=now)
