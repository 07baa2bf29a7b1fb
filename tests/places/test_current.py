"""A running bot takes newer files in by itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.places.importing import aliases
from bot.places.importing.run import import_file
from bot.places.load import load_gazetteer
from bot.services.places import CurrentGazetteer
from db.engine import Database

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ZHYTOMYR = "UA18040190010057814"


@pytest.mark.slow
async def test_a_new_generation_replaces_the_gazetteer(database: Database, tmp_path: Path) -> None:
    places = CurrentGazetteer(database, await load_gazetteer(database))
    first = places()
    assert not await places.refresh()
    assert places() is first

    (tmp_path / "names.csv").write_text(f"katottg,old_name_uk\n{ZHYTOMYR},Полісськ\n", "utf-8")
    await import_file(database, aliases.read, tmp_path / "names.csv", now=NOON)
    assert await places.refresh()
    assert places() is not first
    assert ("Полісськ", ZHYTOMYR) in {(alias.name, alias.katottg) for alias in places().aliases}
    assert not await places.refresh()
