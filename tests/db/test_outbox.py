"""The outbox: who may be sent what, when, and what becomes of it."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.notices import Priority
from db import outbox
from db.engine import Database, execute
from db.outbox import OutboxRow
from db.schema import outbox as table
from tests.db.waiting import LATER, LEASE, NOW, claim, driver, left, notice, put, replace, steps


def chats(posts: list[OutboxRow]) -> list[int]:
    return [post.chat_id for post in posts]


async def complete(database: Database, post: OutboxRow, message_id: int | None) -> bool:
    async with database.write():
        return await outbox.complete(post, message_id, NOW)


async def test_one_of_each_chat_the_oldest_first(database: Database) -> None:
    await put(database, notice(2, 1), notice(1, 1), notice(2, 2), notice(1, 1), notice(3))
    first = await claim(database)
    assert chats(first) == [2, 1, 3]
    assert [post.attempts for post in first] == [1, 1, 1]


async def test_busy_chats_are_left_out_and_no_more_than_asked_is_taken(database: Database) -> None:
    await put(database, *(notice(chat) for chat in range(1, 6)))
    assert chats(await claim(database, most=2, busy=[1, 3])) == [2, 4]


async def test_a_lane_keeps_its_order_and_a_held_up_one_lets_the_others_pass(database: Database) -> None:
    await put(database, notice(1, 1, due_at=LATER), notice(1, 1), notice(1, 2), notice(1, 2))
    (post,) = await claim(database)
    assert post.id == 3, "row 2 waits for row 1, and the other lane for neither"
    await complete(database, post, 10)
    assert [each.id for each in await claim(database)] == [4]
    assert [each.id for each in await claim(database, now=LATER + LEASE)] == [1]


async def test_a_lease_runs_out(database: Database) -> None:
    await put(database, notice(1))
    (first,) = await claim(database)
    assert await claim(database) == []
    (second,) = await claim(database, now=NOW + LEASE)
    assert (second.id, second.attempts) == (first.id, 2)
    async with database.write():
        await outbox.postpone(first, NOW, "TelegramNetworkError")  # the slow sender comes back
    assert await claim(database, now=NOW + LEASE) == [], "the newer claim stands"
    assert await complete(database, first, 10)
    assert await left(database) == [], "it has arrived, whoever sent it"
    assert not await complete(database, second, 11)


async def test_a_death_gives_back_what_was_claimed(database: Database) -> None:
    await put(database, notice(1), notice(2), notice(3, due_at=LATER))
    posts = await claim(database)
    async with database.write():
        await outbox.postpone(posts[1], LATER, "TelegramServerError")
        await outbox.release("telegram", NOW)
    assert chats(await claim(database)) == [1], "the others wait for a time, not for a sender"


async def test_newer_words_take_the_place_of_waiting_ones(database: Database) -> None:
    await replace(database, notice(1, key="card:1", fields={"n": 1}, due_at=NOW + timedelta(seconds=1)))
    await put(database, notice(1))
    await replace(database, notice(1, key="card:1", fields={"n": 2}, due_at=NOW + timedelta(seconds=2)))
    assert await claim(database, now=NOW + timedelta(seconds=1)) == [], "the pause begins anew, the lane waits"
    (post,) = await claim(database, now=NOW + timedelta(seconds=2))
    assert post.fields == {"n": 2}
    assert post.edits is None


async def test_newer_words_follow_what_is_under_way_as_an_edit(database: Database) -> None:
    await replace(database, notice(1, key="card:1", fields={"n": 1}))
    (post,) = await claim(database)
    await replace(database, notice(1, key="card:1", fields={"n": 2}))
    assert await claim(database) == [], "nobody else may send them as a message of their own"
    assert await complete(database, post, 77)
    (again,) = await claim(database)
    assert (again.fields, again.edits, again.attempts) == ({"n": 2}, 77, 1)
    await complete(database, again, 77)
    assert await left(database) == []


async def test_an_edit_goes_to_the_newest_copy(database: Database) -> None:
    await replace(database, notice(1, key="card:1", edits=5))
    (post,) = await claim(database)
    await replace(database, notice(1, key="card:1", edits=9))
    await complete(database, post, 5)
    assert [each.edits for each in await claim(database)] == [9]


async def test_given_up_rows_stay_and_free_lane_and_key(database: Database) -> None:
    await replace(database, notice(1, key="card:1"))
    await put(database, notice(1))
    (post,) = await claim(database)
    async with database.write():
        assert await outbox.give_up(post, NOW, "TelegramBadRequest", chat_gone=False)
    assert [(row.key, row.error) for row in await left(database)] == [(None, "TelegramBadRequest"), (None, None)]
    assert [each.id for each in await claim(database)] == [2]


@pytest.mark.parametrize(("chat_gone", "expected"), [(False, [{"n": 2}]), (True, [])])
async def test_newer_words_get_their_own_try(database: Database, chat_gone: bool, expected: list[object]) -> None:
    await replace(database, notice(1, key="card:1", fields={"n": 1}))
    (post,) = await claim(database)
    await replace(database, notice(1, key="card:1", fields={"n": 2}))
    async with database.write():
        assert await outbox.give_up(post, NOW, "TelegramBadRequest", chat_gone=chat_gone) is chat_gone
    assert [each.fields for each in await claim(database)] == expected


async def test_a_clock_set_back_makes_nobody_wait_longer_than_the_longest_pause(database: Database) -> None:
    await put(database, notice(1), notice(2, due_at=NOW + timedelta(seconds=1)), notice(3), notice(4))
    failed, leased = (await claim(database))[1:]
    async with database.write():
        await outbox.postpone(failed, NOW + timedelta(seconds=300), "TelegramNetworkError")
    earlier = NOW - timedelta(hours=2)
    assert chats(await claim(database, now=earlier, busy=[leased.chat_id])) == [1, 2, 3]
    assert await claim(database, now=earlier + timedelta(seconds=10), busy=[4]) == [], "these leases are new"


async def test_a_chat_moves_with_its_lanes(database: Database) -> None:
    await put(database, notice(-5, 3, due_at=LATER))
    async with database.write():
        await outbox.move_chat("telegram", -5, -1005)
    await put(database, notice(-1005, 3))
    assert await claim(database) == [], "the old words come first"
    assert chats(await claim(database, now=LATER)) == [-1005]


async def test_when_to_look_again(database: Database) -> None:
    await put(database, notice(1), notice(2, due_at=LATER))
    async with database.read():
        assert await outbox.next_due("telegram", NOW) == LATER
        assert await outbox.next_due("telegram", LATER) is None
        assert await outbox.next_due("mail", NOW) is None


async def test_many_claimers_never_share_a_notice_or_a_chat(database: Database) -> None:
    await put(database, *(notice(number % 10, number % 3) for number in range(60)))

    async def works() -> list[int]:
        done = []
        for _ in range(12):
            for post in await claim(database, most=2):
                done.append(post.id)
                await complete(database, post, post.id)
        return done

    lots = await asyncio.gather(*(works() for _ in range(5)))
    done = [number for lot in lots for number in lot]
    assert sorted(done) == sorted(set(done))
    assert len(done) + len(await left(database)) == 60


async def test_ten_thousand_waiting_rows_are_not_walked_through(database: Database) -> None:
    """Statistics are absent, as on a fresh database: the plan must be right without them."""
    if not database.is_sqlite:
        pytest.skip("PostgreSQL plans by what is in the table")
    plans: list[str] = []
    async with database.write() as connection:
        said: list[str] = []
        await connection.run_sync(lambda sync: driver(sync).set_trace_callback(said.append))
        await outbox.claim(channel="telegram", now=NOW, leased_until=LATER, most=20, busy=[7])
        await outbox.put_or_replace(notice(1, key="card:1"))
        await connection.run_sync(lambda sync: driver(sync).set_trace_callback(None))
        claimed = next(each for each in said if each.startswith("WITH due"))
        plans = [row.detail for row in await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {claimed}")]
    searches = [plan for plan in plans if "outbox" in plan or "other" in plan]
    assert [plan.split(" USING ")[1].split(" (")[0] for plan in searches] == [
        "INTEGER PRIMARY KEY",
        "INDEX ix_outbox_next",
        "INDEX ix_outbox_lane",
        "INDEX ix_outbox_chat",
        "INDEX ix_outbox_lane",
    ]
    assert not [plan for plan in plans if "TEMP B-TREE" in plan]


async def test_ten_thousand_waiting_rows_cost_little_more_than_ten(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("counted in steps of SQLite's machine")
    few = await steps(database, _claim(most=20, busy=[]))
    await _flood(database, chats=100)
    assert await steps(database, _claim(most=20, busy=[])) <= few + 100
    assert await steps(database, _claim(most=20, busy=range(1, 101))) <= 2500, "a look at each, in the index alone"


async def test_ten_thousand_rows_of_one_busy_chat_are_passed_over(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("counted in steps of SQLite's machine")
    await _flood(database, chats=1)
    assert await steps(database, _claim(most=20, busy=[1])) <= 2500


async def _flood(database: Database, chats: int) -> None:
    rows = (notice(n % chats + 1, n % 3, created_at=NOW + timedelta(microseconds=n)) for n in range(10_000))
    async with database.write():
        await outbox.put(list(rows))


async def _claim(*, most: int, busy: Collection[int]) -> list[OutboxRow]:
    return await outbox.claim(channel="telegram", now=NOW, leased_until=NOW + LEASE, most=most, busy=busy)


# --- who goes first ---------------------------------------------------------------------------------------------------


def later(seconds: int) -> datetime:
    return NOW + timedelta(seconds=seconds)


async def order(database: Database) -> list[int]:
    """The ids as they would go out, one after another."""
    found = []
    while posts := await claim(database, now=LATER, most=1):
        found.append(posts[0].id)
        await complete(database, posts[0], 1)
    return found


async def test_whoever_is_flooded_waits_for_everybody_else(database: Database) -> None:
    await put(
        database,
        *(notice(1, created_at=later(n)) for n in range(4)),
        notice(2, created_at=later(4)),
        notice(3, created_at=later(5)),
    )
    assert await order(database) == [1, 5, 6, 2, 3, 4]


async def test_what_is_told_together_stays_together(database: Database) -> None:
    """The card of a report with its entries, then that of the next: not both cards first."""
    await put(database, *(notice(1, report, created_at=later(0)) for report in (7, 7, 7, 8, 8)))
    assert await order(database) == [1, 2, 3, 4, 5]


async def test_reports_of_a_chat_take_turns(database: Database) -> None:
    await put(database, *(notice(1, 7, created_at=later(n)) for n in range(3)), notice(1, 8, created_at=later(4)))
    assert await order(database) == [1, 4, 2, 3]


async def test_emergencies_first_and_the_rest_last(database: Database) -> None:
    kinds = (Priority.REST, Priority.ANSWER, Priority.RELAY, Priority.EMERGENCY)
    await put(database, *(notice(1, priority=kind, created_at=later(n)) for n, kind in enumerate(kinds)))
    assert await order(database) == [4, 3, 2, 1]


async def test_forgotten_people_leave_nothing_to_link(database: Database) -> None:
    await put(database, notice(1))
    (post,) = await claim(database)
    async with database.write():
        await execute(sa.delete(table))
    assert not await complete(database, post, 10)


async def test_when_the_network_is_back_what_waited_for_it_goes_at_once(database: Database) -> None:
    await put(database, *(notice(chat) for chat in (1, 2, 3)))
    async with database.write():
        posts = await outbox.claim(channel="telegram", now=NOW, leased_until=LATER, most=3)
        for post, kind in zip(posts, "ABB", strict=True):
            await outbox.postpone(post, LATER, kind)
        await outbox.hurry("telegram", NOW, ["B"])
    assert [post.chat_id for post in await claim(database)] == [2, 3]
