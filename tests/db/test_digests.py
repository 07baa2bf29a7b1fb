"""The daily digest is made once a day for each chat, whoever asks."""

from datetime import date

from db import digests
from db.engine import Database

MONDAY, TUESDAY = date(2026, 10, 26), date(2026, 10, 27)


async def test_a_day_is_claimed_once(database: Database) -> None:
    async with database.write():
        assert await digests.claim("telegram", 1, MONDAY)
        assert not await digests.claim("telegram", 1, MONDAY)
        assert await digests.settled("telegram", MONDAY) == {1}
        assert await digests.settled("telegram", TUESDAY) == set()
        assert await digests.claim("telegram", 1, TUESDAY)
        assert not await digests.claim("telegram", 1, MONDAY)


async def test_who_does_not_want_it_is_left_alone(database: Database) -> None:
    async with database.write():
        assert await digests.wanted("telegram", 1)
        await digests.want("telegram", 1, on=False)
        assert not await digests.wanted("telegram", 1)
        assert not await digests.claim("telegram", 1, MONDAY)
        assert await digests.settled("telegram", MONDAY) == {1}
        await digests.want("telegram", 1, on=True)
        assert await digests.claim("telegram", 1, MONDAY)


async def test_an_empty_database_has_nothing_to_say(database: Database) -> None:
    async with database.read():
        assert await digests.new_for(1) == 0
        assert await digests.unanswered_by(1) == 0
        assert await digests.ending(1, MONDAY, TUESDAY) == []
