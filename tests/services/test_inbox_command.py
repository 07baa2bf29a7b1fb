"""`inbox list` and `inbox retry`: what was set aside is seen without its contents, and handed in again."""

from argparse import Namespace
from pathlib import Path

import pytest

from bot.commands.inbox import list_aside, retry
from bot.config import Settings
from db import inbox
from db.engine import Database
from db.inbox import Arrival
from db.migrate import upgrade
from tests.db.waiting import NOW


async def test_seen_and_handed_in_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{tmp_path / 'box.sqlite3'}")
    database = Database(settings.database_url)
    await upgrade(database)
    async with database.write():
        await inbox.store(1, [Arrival(5, "telegram:1", '{"text": "таємне"}')], NOW)
        await inbox.set_aside(1, NOW, "ValueError")
    assert await list_aside(Namespace(), settings) == 0
    listed = capsys.readouterr().out
    assert "ValueError" in listed
    assert "таємне" not in listed
    assert await retry(Namespace(numbers=[2]), settings) == 2
    assert await retry(Namespace(numbers=[1]), settings) == 0
    async with database.read():
        assert await inbox.aside() == []
    await database.close()
