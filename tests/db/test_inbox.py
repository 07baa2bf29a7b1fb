"""The inbox: every update once, each conversation in order, whoever works on it."""

import asyncio
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.notices import Priority
from db import inbox
from db.engine import Database, execute
from db.inbox import Arrival, Claimed
from db.schema import inbox as table
from tests.db.waiting import LATER, NOW, steps


def arrivals(*lanes: str, first: int = 1) -> list[Arrival]:
    return [Arrival(first + n, lane, f'{{"update_id": {first + n}}}') for n, lane in enumerate(lanes)]


async def store(database: Database, *lanes: str, first: int = 1, bot: int = 1) -> None:
    async with database.write():
        await inbox.store(bot, arrivals(*lanes, first=first), NOW)


async def handle(database: Database) -> Claimed | None:
    async with database.write():
        claimed = await inbox.claim()
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
        head = await inbox.claim()
        assert head is not None
        await inbox.postpone(head.id, LATER, "ValueError")
    done = [(await handle(database)) for _ in range(3)]
    assert [each.lane if each else None for each in done] == ["b", "b", None]
    async with database.write():
        assert await inbox.next_due(NOW) == LATER
        await inbox.wake(LATER - timedelta(seconds=1))
        assert await inbox.claim() is None
        await inbox.wake(LATER)
        assert await inbox.next_due(NOW) is None
        head = await inbox.claim()
        assert head is not None
        assert (head.lane, head.attempts) == ("a", 1)
        assert await inbox.set_aside(head.id, NOW, "ValueError")
        assert not await inbox.set_aside(head.id, NOW, "ValueError")
        assert not await inbox.mark_handled(head.id, NOW), "another process was first"
    assert (await handle(database)) is not None, "what was set aside is out of the way"


async def test_a_clock_set_back_makes_nobody_wait_longer_than_the_longest_pause(database: Database) -> None:
    await store(database, "a", "b")
    earlier = NOW - timedelta(hours=2)
    async with database.write():
        head = await inbox.claim()
        assert head is not None
        await inbox.postpone(head.id, NOW + timedelta(seconds=120), "ValueError")
        assert await inbox.next_due(earlier) == earlier, "at once"
        await inbox.wake(earlier)
        again = await inbox.claim()
    assert (again and again.id) == head.id


async def test_a_turn_that_fails_leaves_the_update_waiting(database: Database) -> None:
    await store(database, "a")
    try:
        async with database.write():
            assert await inbox.claim() is not None
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
                claimed = await inbox.claim()
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


# --- who goes first ---------------------------------------------------------------------------------------------------


async def put(database: Database, *arrivals: Arrival, now: datetime = NOW) -> None:
    async with database.write():
        await inbox.store(1, arrivals, now)


async def lanes(database: Database) -> list[str]:
    found = []
    while (claimed := await handle(database)) is not None:
        found.append(claimed.lane)
    return found


async def test_whoever_floods_waits_for_everybody_else(database: Database) -> None:
    await store(database, *["flood"] * 5, "a", "a", "b")
    assert await lanes(database) == ["flood", "a", "b", "flood", "a", "flood", "flood", "flood"]


async def test_emergencies_first_and_then_words_taps_and_the_rest(database: Database) -> None:
    kinds = {"rest": Priority.REST, "tap": Priority.ANSWER, "words": Priority.RELAY, "sos": Priority.EMERGENCY}
    await put(database, *(Arrival(n, lane, "{}", kind) for n, (lane, kind) in enumerate(kinds.items())))
    assert await lanes(database) == ["sos", "words", "tap", "rest"]


async def test_an_emergency_behind_words_keeps_its_lane_in_order(database: Database) -> None:
    await store(database, "a", "a", "b", "b")
    await put(database, Arrival(9, "a", '{"update_id": 9}', Priority.EMERGENCY))
    order = []
    while (claimed := await handle(database)) is not None:
        order.append((claimed.lane, claimed.id))
    assert order == [("a", 1), ("b", 3), ("a", 2), ("b", 4), ("a", 5)]


async def test_what_one_may_not_write_yet_is_held_with_its_lane(database: Database) -> None:
    await put(database, Arrival(1, "a", "{}", held_until=LATER), Arrival(2, "a", "{}"), Arrival(3, "b", "{}"))
    assert await lanes(database) == ["b"]
    async with database.write():
        await inbox.wake(LATER)
    assert await lanes(database) == ["a", "a"]


async def test_ten_thousand_waiting_rows_cost_no_more_than_ten(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("counted in steps of SQLite's machine")
    few = await _steps_of_a_claim(database, 10)
    many = await _steps_of_a_claim(database, 10_000)
    held = [Arrival(50_000 + n, f"held-{n % 50}", "{}", held_until=LATER) for n in range(5000)]
    await put(database, *held)
    assert many <= few + 1
    assert await _steps_of_a_claim(database, 1) <= few + 1


async def _steps_of_a_claim(database: Database, rows: int) -> int:
    """In hundreds."""
    await put(database, *(Arrival(10_000 + n, f"lane-{n % 100}", "{}") for n in range(rows)))
    return await steps(database, inbox.claim())
