"""The default settings keep Telegram's limits: the sandbox is strict and never has to say 429."""

import asyncio
import re
from collections import defaultdict
from itertools import pairwise

import pytest
import sqlalchemy as sa
from aiogram.client.session.aiohttp import AiohttpSession
from pydantic import SecretStr

from bot import app as house
from bot.config import Settings
from bot.domain.notices import EntryAdded
from bot.domain.reports import Recipient
from bot.places.gazetteer import Gazetteer
from bot.sandbox import server
from bot.telegram.pace import Pace
from bot.telegram.rate import Order, Rate
from db.engine import Database, execute
from db.schema import outbox as table
from tests.people import SandboxClient

TOKEN = "7000000005:PACE-token-of-the-sandbox-AAAAAAAAAAAAAAAA"
CHATS, EACH = 20, 3


@pytest.mark.slow
async def test_never_too_many_requests(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("the pace is the same")
    async with server.running(strict=True) as box, SandboxClient(box.url) as client:
        settings = Settings(_env_file=None, bot_token=SecretStr(TOKEN), telegram_api=box.url)
        app = house.build(settings, database, Gazetteer([]))
        await app.bot.get_me()
        people = [await client.person(f"Мешканець {n}") for n in range(CHATS)]
        for person in people:
            await person.says("/start")
        async with app.postman._turns.open() as turn:
            for number in range(EACH):
                for person in people:
                    await turn.tell(Recipient(person.id, "uk"), EntryAdded(number))
        working = asyncio.create_task(app.postman.run())
        await _empty(database)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        assert isinstance(app.bot.session, AiohttpSession)
        await app.bot.session.close()
        calls = await client.calls("sendMessage")
        for person in people:
            await person.looks()
        order = {tuple(re.findall(r"№\s(\d+)", " ".join(person.heard))) for person in people}
    assert [call["code"] for call in calls] == [200] * CHATS * EACH
    assert order == {("0", "1", "2")}
    times = defaultdict(list)
    for call in calls:
        times[call["chat"]].append(call["time"])
    gaps = [b - a for each in times.values() for a, b in pairwise(each)]
    assert min(gaps) > 0.95


async def _empty(database: Database) -> None:
    async with asyncio.timeout(60):
        while True:
            async with database.read():
                if not (await execute(sa.select(sa.func.count()).select_from(table))).scalar_one():
                    return
            await asyncio.sleep(0.05)


async def test_two_chats_told_to_wait_at_once_mean_everybody() -> None:
    pace = Pace(interval=1, per_second=10)
    pace.told_to_wait(1, 5)
    assert pace.pause() == 0
    pace.told_to_wait(1, 5)
    assert pace.pause() == 0, "the same chat again"
    pace.told_to_wait(2, 7)
    assert 6 < pace.pause() <= 7


async def test_chats_rest_until_their_time() -> None:
    pace = Pace(interval=60, per_second=10)
    assert pace.next_free() == float("inf")
    pace.take(1)
    pace.take(2)
    pace.rest(2)
    pace.take(3)
    pace.rest(3, 0)
    assert pace.busy() == [1, 2]
    assert 59 < pace.next_free() <= 60


async def test_who_asks_in_front_goes_before_all_behind() -> None:
    rate = Rate(100)
    went: list[str] = []

    async def goes(name: str, order: Order) -> None:
        await rate.slot(order)
        went.append(name)

    waiting = [asyncio.create_task(goes(f"news {n}", Order.BEHIND)) for n in range(3)]
    while not went:  # noqa: ASYNC110
        await asyncio.sleep(0)
    waiting += [asyncio.create_task(goes(f"reply {n}", Order.USUAL)) for n in range(2)]
    waiting += [asyncio.create_task(goes("numbers", Order.FIRST))]
    await asyncio.gather(*waiting)
    assert went == ["news 0", "numbers", "reply 0", "reply 1", "news 1", "news 2"]


async def test_slots_come_evenly_and_those_who_left_take_none() -> None:
    rate, times = Rate(200), []
    left = [asyncio.create_task(rate.slot(Order.BEHIND)) for _ in range(50)]
    await asyncio.sleep(0)
    for each in left:
        each.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    for _ in range(20):
        await rate.slot()
        times.append(asyncio.get_running_loop().time())
    gaps = [b - a for a, b in pairwise(times)]
    assert sum(gaps) >= 19 / 200 - 0.01, "never faster than asked for"
