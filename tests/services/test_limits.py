"""How fast one person may write: what is more waits, is said once, and nothing is dropped."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.reports import Recipient
from bot.services.authors import Author, Authors
from bot.services.limits import Limits
from bot.services.turns import Turns
from db.engine import Database, execute
from db.inbox import Arrival
from db.schema import outbox
from tests.db.waiting import NOW

OFFICER = 7


class Strangers(Authors):
    """Everybody is a stranger, but one."""

    def __init__(self) -> None:
        """Asks nobody."""

    async def of(self, chat_id: int) -> Author:
        return Author(Recipient(chat_id, "uk"), None)

    async def are_staff(self, chat_id: int) -> bool:
        return chat_id == OFFICER


class Desk:
    def __init__(self, database: Database) -> None:
        self.now = NOW
        self.turns = Turns(database, lambda: self.now, lambda: None)
        self.limits = Limits(Strangers(), per_minute=60, staff=120)

    async def writes(self, chat: int | None, times: int) -> list[float]:
        """Seconds that each of so many updates must wait."""
        async with self.turns.open() as turn:
            held = await self.limits.hold(turn, [Arrival(n, "a", "{}", chat_id=chat) for n in range(times)])
        return [_seconds(each.held_until) for each in held]

    async def told(self) -> list[Any]:
        async with self.turns.database.read():
            rows = (await execute(sa.select(outbox).order_by(outbox.c.id))).all()
        return [(row.chat_id, row.kind, row.fields["until"]) for row in rows]


def _seconds(until: datetime | None) -> float:
    return round((until - NOW).total_seconds(), 3) if until else 0.0


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def test_what_is_too_much_waits_and_the_author_hears_it_once(desk: Desk) -> None:
    assert await desk.writes(1, 60) == [0.0] * 60
    assert await desk.told() == []
    assert await desk.writes(1, 3) == [1.0, 2.0, 3.0]
    assert await desk.writes(2, 3) == [0.0] * 3, "others do not wait"
    assert [(chat, kind) for chat, kind, _ in await desk.told()] == [(1, "slow-down")]


async def test_time_lets_it_out_and_who_goes_on_hears_it_again(desk: Desk) -> None:
    await desk.writes(1, 61)
    desk.now += timedelta(seconds=30)
    assert await desk.writes(1, 30) == [0.0] * 29 + [31.0], "a second after those thirty"
    desk.now += timedelta(minutes=2)
    assert (await desk.writes(1, 61))[-1] > 0
    assert len(await desk.told()) == 2


async def test_nobody_waits_longer_than_the_longest_pause(desk: Desk) -> None:
    assert max(await desk.writes(1, 2000)) == 300.0
    desk.now += timedelta(minutes=6)
    assert (await desk.writes(1, 1))[0] == 0.0


async def test_officers_and_admins_may_write_more(desk: Desk) -> None:
    assert await desk.writes(OFFICER, 120) == [0.0] * 120
    assert await desk.writes(OFFICER, 1) == [0.5]


async def test_a_clock_set_back_holds_nobody_longer(desk: Desk) -> None:
    await desk.writes(1, 61)
    desk.now -= timedelta(hours=2)
    held = await desk.writes(1, 1)
    assert held[0] + 7200 < 5


async def test_what_comes_from_no_private_chat_is_not_counted(desk: Desk) -> None:
    assert set(await desk.writes(None, 100)) == {0.0}
