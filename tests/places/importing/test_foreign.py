"""A file that is nothing of the kind is refused in words by every importer."""

from pathlib import Path
from typing import Any

import pytest

from bot.places.importing import aliases, codifier, coordinates, polygons, population
from db.engine import Database
from tests.places.importing.files import faults


@pytest.mark.parametrize("name", ["k.csv", "k.xlsx", "k.geojson"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b"{}", b'{"features": {}}'])
@pytest.mark.parametrize("module", [codifier, coordinates, aliases, population, polygons])
async def test_any_file_is_refused_in_words(tmp_path: Path, name: str, content: bytes, module: Any) -> None:
    """None of them is what the importer wants; none may end in a crash."""
    database = Database("sqlite://")
    (tmp_path / name).write_bytes(content)
    assert len(await faults(database, module.read, tmp_path / name)) == 1
    assert await faults(database, module.read, tmp_path / "absent") == [("file", None, "")]
    await database.close()
