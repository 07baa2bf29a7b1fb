"""The inbox: every update once, each conversation in order, whoever works on it."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa

from db import inbox
from db.engine import Database, execute
from db.inbox import Arrival, Claimed
from db.schema import inbox as table
from tests.db.waiting import LATER, NOW


def arrivals(*lanes: str, first: int = 1) -> list[Arrival]:
    return [Arrival(first + n, lane, f'{{"update_id": {first + n}}}') for n, lane in enumerate(lanes)]


async def store(database: Database, *lanes: str, first: int = 1, bot: int = 1) -> None:
    async with database.write():
        await inbox.store(bot, arrivals(*lanes, first=first), NOW)


async def handle(database: Database) -> Claimed | None:
    async with database.write():
        claimed = await inbox.claim(NOW)
        if claimed is not None:
            await inbox.mark_handled(claimed.id, NOW)
        return claimed


async def test_an_update_that_comes_again_changes_nothing(database: Database) -> None:
    await store(database, "a", "b")
    await handle(database)
    await store(database, "x", "x", "c")
    await store(database, "a", bot=2)
    lanes = []
    while (claimed := await handle(database)) is not None:
        lanes.append(claimed.lane)
    assert lanes == ["b", "c", "a"]


async def test_a_handled_update_keeps_no_words(database: Database) -> None:
    await store(database, "a")
    await handle(database)
    async with database.read():
        row = (await execute(sa.select(table))).one()
    assert (row.payload, row.lane, row.handled_at) == (None, "", NOW)


async def test_a_failing_head_blocks_only_its_lane(database: Database) -> None:
    await store(database, "a", "a", "b", "a", "b")
    async with database.write():
        head = await inbox.claim(NOW)
        assert head is not None
        await inbox.postpone(head.id, LATER, "ValueError")
    done = [(await handle(database)) for _ in range(3)]
    assert [each.lane if each else None for each in done] == ["b", "b", None]
    async with database.write():
        assert await inbox.next_due(NOW) == LATER
        head = await inbox.claim(LATER)
        assert head is not None
        assert (head.lane, head.attempts) == ("a", 1)
        assert await inbox.set_aside(head.id, NOW, "ValueError")
        assert not await inbox.set_aside(head.id, NOW, "ValueError")
        assert not await inbox.mark_handled(head.id, NOW), "another process was first"
    assert (await handle(database)) is not None, "what was set aside is out of the way"


async def test_a_clock_set_back_holds_up_nothing_new(database: Database) -> None:
    await store(database, "a")
    async with database.write():
        assert await inbox.claim(NOW - timedelta(hours=1)) is not None


async def test_a_turn_that_fails_leaves_the_update_waiting(database: Database) -> None:
    await store(database, "a")
    try:
        async with database.write():
            assert await inbox.claim(NOW) is not None
            raise ValueError
    except ValueError:
        pass
    assert (await handle(database)) is not None


async def test_many_workers_never_share_an_update_or_a_lane(database: Database) -> None:
    """On PostgreSQL they work side by side; on SQLite one after another."""
    await store(database, *(f"lane-{n % 7}" for n in range(70)))
    open_lanes: set[str] = set()
    order: dict[str, list[int]] = {}

    async def works() -> int:
        done = 0
        while done < 70:
            async with database.write():
                claimed = await inbox.claim(NOW)
                if claimed is None:
                    break
                assert claimed.lane not in open_lanes
                open_lanes.add(claimed.lane)
                order.setdefault(claimed.lane, []).append(claimed.id)
                await asyncio.sleep(0)  # others get their turn in the middle of ours
                await inbox.mark_handled(claimed.id, NOW)
                open_lanes.discard(claimed.lane)
            done += 1
        return done

    while await _waits(database):
        await asyncio.gather(*(works() for _ in range(5)))
    assert sum(len(ids) for ids in order.values()) == 70
    assert all(ids == sorted(set(ids)) for ids in order.values())


async def _waits(database: Database) -> bool:
    async with database.read():
        return bool((await execute(sa.select(table.c.id).where(table.c.handled_at.is_(None)).limit(1))).first())


async def test_only_old_handled_updates_are_purged(database: Database) -> None:
    await store(database, "a", "b")
    await handle(database)
    async with database.write():
        assert await inbox.purge(NOW) == 0
        assert await inbox.purge(NOW + timedelta(seconds=1)) == 1
    assert (await handle(database)) is not None
