"""The embedded tables go into the database once, on both engines."""

import asyncio
from datetime import UTC, datetime

import pytest

import db.gazetteer
from bot.domain.places import Found
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer
from bot.places.load import fill, load_gazetteer, read_gazetteer
from db.engine import Database

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def test_the_first_start_fills_an_empty_database_and_later_ones_load_nothing(
    database: Database, gazetteer: Gazetteer
) -> None:
    seen: list[tuple[int, int]] = []
    loaded = await load_gazetteer(database, progress=lambda done, total: seen.append((done, total)), clock=lambda: NOON)
    assert {unit.katottg: unit for unit in loaded.units} == {unit.katottg: unit for unit in gazetteer.units}
    assert sorted(loaded.aliases, key=repr) == sorted(gazetteer.aliases, key=repr)
    assert isinstance(loaded.find("Житомир"), Found)
    done = [each for each, _ in seen]
    assert done == sorted(done)
    assert seen[-1] == (seen[-1][1], seen[-1][1])
    await what_was_loaded_is_noted_down(database)

    seen.clear()
    again = await load_gazetteer(database, progress=lambda done, total: seen.append((done, total)))
    assert len(again) == 31_744
    assert seen == []
    await what_was_loaded_is_noted_down(database)


async def what_was_loaded_is_noted_down(database: Database) -> None:
    async with database.read():
        rows = await db.gazetteer.read_generations()
        newest = {row.kind: await db.gazetteer.newest_generation(row.kind) for row in rows}
    assert [(row.kind, row.label, row.loaded_at) for row in rows] == [
        ("codifier", files.EDITION, NOON),
        ("coordinates", "GeoNames", NOON),
        ("population", "GeoNames", NOON),
        ("aliases", "GeoNames", NOON),
    ]
    assert newest == {row.kind: row.id for row in rows}


async def test_two_at_once_fill_it_once(database: Database) -> None:
    await asyncio.gather(fill(database, now=NOON), fill(database, now=NOON))
    async with database.read():
        assert len(await db.gazetteer.read_generations()) == 4
    assert len(await read_gazetteer(database)) == 31_744


async def test_an_interrupted_start_leaves_nothing(database: Database) -> None:
    def stop(done: int, _total: int) -> None:
        if done > 10_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await fill(database, now=NOON, progress=stop)
    async with database.read():
        assert await db.gazetteer.read_units() == []
        assert await db.gazetteer.newest_generation("codifier") is None
