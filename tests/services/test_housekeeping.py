"""What has to be forgotten in time."""

from datetime import timedelta

from bot.domain.keeping import REMEMBER_FAILURES
from bot.services.backlog import Backlog
from bot.ticks import REMEMBER_SEARCHES, Housekeeping
from db import dialogues, inbox, outbox
from db.dialogues import Dialogue
from db.engine import Database
from db.inbox import Arrival
from db.queues import QueueWaiting
from tests.db.waiting import NOW, claim, left, notice, put

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


async def test_what_was_set_aside_or_given_up_is_forgotten_after_a_month(database: Database) -> None:
    async with database.write():
        await inbox.store(1, [Arrival(n, str(n), "{}") for n in range(3)], NOW)
        for number in (1, 2):
            await inbox.set_aside(number, NOW + timedelta(days=number), "ValueError")
    await put(database, *(notice(chat) for chat in (1, 2, 3)))
    async with database.write():
        for days, post in enumerate((await claim(database, most=3))[:2], start=1):
            await outbox.give_up(post, NOW + timedelta(days=days), "TelegramBadRequest", chat_gone=False)
    later = NOW + REMEMBER_FAILURES + timedelta(days=1, hours=1)
    assert await Housekeeping(database, lambda: later, 90).forget_failures() == 2
    async with database.read():
        assert [each.id for each in await inbox.aside()] == [2]
    assert [row.chat_id for row in await left(database)] == [2, 3]


async def test_what_waits_for_long_is_measured(database: Database) -> None:
    backlog = Backlog(database, lambda: NOW + timedelta(minutes=3))
    assert await backlog.look() == {"inbox": QueueWaiting(0, None), "outbox": QueueWaiting(0, None)}
    async with database.write():
        held = Arrival(2, "b", "{}", held_until=NOW + timedelta(minutes=4))
        await inbox.store(1, [Arrival(1, "a", "{}"), held], NOW)
    later = {"created_at": NOW + timedelta(minutes=2), "due_at": NOW + timedelta(minutes=9)}
    await put(database, notice(1), notice(2), notice(3) | later)
    assert await backlog.look() == {"inbox": QueueWaiting(1, NOW), "outbox": QueueWaiting(2, NOW)}
