"""The list of silent hromadas is heeded by every process, and every change of it is noted."""

from datetime import UTC, datetime

import pytest

from bot.domain.silence import Silence, SilentArea
from bot.services.directory import DirectoryService
from bot.services.silence import replace_list
from db import audit, silent
from db.engine import Database, execute
from db.schema import units

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
HROMADA, OTHER = "UA18020030000035625", "UA18020010000042217"


@pytest.fixture
async def country(database: Database) -> Database:
    async with database.write():
        await execute(units.insert(), [{"katottg": code, "category": "H", "name": code} for code in (HROMADA, OTHER)])
    return database


async def replace(database: Database, *areas: SilentArea, dry_run: bool = False) -> list[str]:
    async with database.write():
        return list(await replace_list(areas, label="silent.csv", now=NOW, dry_run=dry_run))


async def test_every_replica_heeds_a_change_at_once(country: Database) -> None:
    replicas = [DirectoryService(country, lambda: NOW) for _ in range(2)]
    for level in (Silence.OFFICERS, Silence.RELAY, None):
        await replace(country, *([SilentArea(HROMADA, level)] if level else []), SilentArea(OTHER, Silence.OFFICERS))
        assert [await each.silence((HROMADA,)) for each in replicas] == [level, level]


async def test_a_file_changes_what_differs_and_notes_it(country: Database) -> None:
    first = (SilentArea(HROMADA, Silence.OFFICERS, "межа"), SilentArea(OTHER, Silence.RELAY))
    assert await replace(country, *first, dry_run=True) == sorted((HROMADA, OTHER))
    assert await replace(country, *first) == sorted((HROMADA, OTHER))
    assert await replace(country, *first) == []
    assert await replace(country, SilentArea(HROMADA, Silence.LOCATIONS, "межа")) == sorted((HROMADA, OTHER))
    async with country.read():
        assert await silent.load() == {HROMADA: SilentArea(HROMADA, Silence.LOCATIONS, "межа")}
        assert await silent.newest_generations() == (0, 2)
        noted = {(each.subject, str(each.before), str(each.after)) for each in await audit.newest(most=10)}
    assert len(noted) == 4
    assert (f"silent:{OTHER}", str({"level": 3, "note": ""}), "None") in {
        (subject, before.replace("'note': '', 'level': 3", "'level': 3, 'note': ''"), after)
        for subject, before, after in noted
    }
