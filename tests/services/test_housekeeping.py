"""What has to be forgotten in time."""

from datetime import timedelta

from bot.jobs import REMEMBER_SEARCHES, Housekeeping
from db import dialogues
from db.dialogues import Dialogue
from db.engine import Database
from tests.db.waiting import NOW

LONG_AGO = NOW - REMEMBER_SEARCHES - timedelta(minutes=1)


async def test_searches_are_forgotten_and_what_waits_is_not(database: Database) -> None:
    searched = {"query": "Іванівка", "point": [49.9, 28.6], "near": [49.9, 28.6], "others": ["UA1"], "listed": True}
    kept = {
        "idle": (Dialogue(None, dict(searched)), LONG_AGO),
        "waiting": (Dialogue("Writing:category", searched | {"stash": [1], "category": "noise"}), LONG_AGO),
        "fresh": (Dialogue("Finding:asking", dict(searched)), NOW),
        "plain": (Dialogue("Finding:asking", {"locale": "en"}), LONG_AGO),
    }
    async with database.write():
        for key, (dialogue, when) in kept.items():
            await dialogues.save(key, dialogue, when)
    housekeeping = Housekeeping(database, lambda: NOW, 90)
    assert await housekeeping.forget_searches() == 2
    assert await housekeeping.forget_searches() == 0
    async with database.read():
        found = {key: await dialogues.load(key) for key in kept}
    assert found["idle"] == Dialogue()
    assert found["waiting"] == Dialogue("Writing:category", {"stash": [1], "category": "noise"})
    assert found["fresh"] == kept["fresh"][0]
    assert found["plain"] == kept["plain"][0]
