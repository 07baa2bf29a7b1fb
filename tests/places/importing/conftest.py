"""A database that knows a few places already."""

from pathlib import Path

import pytest

from bot.places.importing import codifier
from db.engine import Database
from tests.places.importing.files import ROWS, csv, load


@pytest.fixture
async def known(database: Database, tmp_path: Path) -> Database:
    await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", ROWS))
    return database
