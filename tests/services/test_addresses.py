"""Addresses are asked about outside of turns, at the pace of one server, and answered once."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

import db.addresses
from bot.domain.addresses import GeocoderAnswer, GeocoderOutcome
from bot.domain.places import Point
from bot.domain.reports import Recipient
from bot.places.address import StreetAddress
from bot.places.geocoder import Geocoder
from bot.places.locate import ACCURACY_M
from bot.services.addresses import PATIENCE, Addresses, with_answers
from bot.services.alerts import Alerts
from bot.services.inbox import InboxWorker
from bot.services.turns import Turn, Turns
from db import inbox
from db.engine import Database, execute
from db.inbox import Claimed
from db.schema import addresses as table
from db.schema import inbox as inbox_table
from db.schema import outbox
from tests.db.waiting import NOW
from tests.nominatim import Nominatim, house, map_server

OLENA, PETRO = Recipient(11, "uk"), Recipient(12, "uk")
KYIVSKA = StreetAddress("вулиця Київська 5", "Житомир")
BOT = 7


class Clock:
    """Time goes on while somebody waits."""

    def __init__(self) -> None:
        self.began = asyncio.get_running_loop().time()
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return NOW + self.ahead + timedelta(seconds=asyncio.get_running_loop().time() - self.began)


@pytest.fixture
async def clock() -> Clock:
    return Clock()


@pytest.fixture
async def turns(database: Database, clock: Clock) -> Turns:
    return Turns(database, clock, lambda: None)


@pytest.fixture
async def server() -> AsyncIterator[Nominatim]:
    async with map_server() as found:
        found.answer = [house(50.26, 28.67)]
        yield found


@pytest.fixture
async def geocoder(server: Nominatim) -> AsyncIterator[Geocoder]:
    found = Geocoder(server.url, user_agent="box", timeout_s=0.3)
    yield found
    await found.close()


def worker(turns: Turns, geocoder: Geocoder | None, interval: float = 0.01) -> Addresses:
    alerts = Alerts([99], "uk")
    return Addresses(turns, geocoder, alerts, bot_id=BOT, interval=interval, timeout=0.3, on_answers=lambda: None)


async def seek(turns: Turns, seeker: Addresses, who: Recipient = OLENA, address: StreetAddress = KYIVSKA) -> int:
    async with turns.open() as turn:
        return await seeker.seek(turn, who, address)


async def answers(turns: Turns) -> list[GeocoderAnswer]:
    """All that lie in the inbox, handled."""
    heard: list[GeocoderAnswer] = []

    async def take(answer: GeocoderAnswer, _turn: Turn) -> None:
        heard.append(answer)

    async def update(_claimed: Claimed, _turn: Turn) -> None:
        raise AssertionError("no update is there")

    inbox_worker = InboxWorker(turns, with_answers(update, take), Alerts((), "uk"))
    while await inbox_worker.work_one():
        pass
    return heard


async def waiting(turns: Turns) -> int:
    async with turns.database.read():
        return int((await execute(sa.select(sa.func.count()).select_from(table))).scalar_one())


async def test_an_address_is_found_answered_once_and_erased(
    turns: Turns, geocoder: Geocoder, server: Nominatim
) -> None:
    seeker = worker(turns, geocoder)
    number = await seek(turns, seeker)
    assert server.asked == []  # nobody asks inside of a turn
    assert await seeker.work_one()
    assert not await seeker.work_one()
    assert await waiting(turns) == 0
    assert await answers(turns) == [GeocoderAnswer(number, 11, GeocoderOutcome.FOUND, Point(50.26, 28.67), ACCURACY_M)]
    assert [asked["q"] for asked in server.asked] == ["вулиця Київська 5, Житомир"]
    async with turns.database.read():
        kept = (await execute(sa.select(inbox_table.c.payload, inbox_table.c.lane))).all()
    assert [tuple(row) for row in kept] == [(None, "")]


async def test_the_answer_waits_behind_what_the_person_wrote_before(turns: Turns, geocoder: Geocoder) -> None:
    seeker = worker(turns, geocoder)
    await seek(turns, seeker)
    async with turns.database.write():
        await inbox.store(BOT, [inbox.Arrival(5, "telegram:11", "{}")], NOW)
    await seeker.work_one()
    async with turns.database.write():
        first = await inbox.claim()
    assert first is not None
    assert first.payload == "{}"


@pytest.mark.parametrize(
    ("spoil", "outcome"),
    [
        ({"answer": []}, GeocoderOutcome.NOT_FOUND),
        ({"status": 429}, GeocoderOutcome.AWAY),
        ({"status": 500}, GeocoderOutcome.AWAY),
        ({"garbage": "{"}, GeocoderOutcome.AWAY),
        ({"delay": 1.0}, GeocoderOutcome.AWAY),
    ],
    ids=["nothing", "429", "500", "garbage", "slow"],
)
async def test_whatever_happens_there_is_an_answer(
    turns: Turns, geocoder: Geocoder, server: Nominatim, spoil: dict[str, object], outcome: GeocoderOutcome
) -> None:
    for name, value in spoil.items():
        setattr(server, name, value)
    seeker = worker(turns, geocoder)
    await seek(turns, seeker)
    await seeker.work_one()
    assert [each.outcome for each in await answers(turns)] == [outcome]


async def test_one_question_an_interval_whoever_asks(turns: Turns, server: Nominatim, geocoder: Geocoder) -> None:
    """Two processes share one pace."""
    other = Geocoder(server.url, user_agent="box", timeout_s=0.3)
    seekers = [worker(turns, each, interval=0.25) for each in (geocoder, other)]
    for number in range(4):
        await seek(
            turns, seekers[0], Recipient(20 + number, "uk"), StreetAddress(f"вулиця Київська {number}", "Житомир")
        )
    await asyncio.gather(*(each.work_one() for each in seekers))
    await asyncio.gather(*(each.work_one() for each in seekers))
    await other.close()
    gaps = [later - earlier for earlier, later in zip(server.at, server.at[1:], strict=False)]
    assert len(server.at) == 4
    assert min(gaps) > 0.2
    assert len(await answers(turns)) == 4


async def test_the_same_address_is_asked_once(turns: Turns, geocoder: Geocoder, server: Nominatim) -> None:
    seeker = worker(turns, geocoder)
    for who in (OLENA, PETRO):
        await seek(turns, seeker, who)
        await seeker.work_one()
    assert len(server.asked) == 1
    assert [each.point for each in await answers(turns)] == [Point(50.26, 28.67)] * 2


async def test_a_server_that_refuses_is_left_alone(turns: Turns, geocoder: Geocoder, server: Nominatim) -> None:
    server.status, server.headers = 429, {"Retry-After": "60"}
    seeker = worker(turns, geocoder)
    for number in range(3):
        await seek(turns, seeker, Recipient(20 + number, "uk"), StreetAddress(f"вулиця Київська {number}", "Житомир"))
        await seeker.work_one()
    assert len(server.asked) == 1
    assert [each.outcome for each in await answers(turns)] == [GeocoderOutcome.AWAY] * 3


async def test_nobody_waits_for_long(turns: Turns, geocoder: Geocoder, server: Nominatim, clock: Clock) -> None:
    """As after a restart: the row is there, the person has waited long enough."""
    seeker = worker(turns, geocoder)
    await seek(turns, seeker)
    clock.ahead = PATIENCE + timedelta(seconds=1)
    await seeker.work_one()
    assert server.asked == []
    assert [each.outcome for each in await answers(turns)] == [GeocoderOutcome.AWAY]


async def test_a_killed_worker_leaves_the_address_to_the_next(turns: Turns, geocoder: Geocoder, clock: Clock) -> None:
    seeker = worker(turns, geocoder)
    await seek(turns, seeker)
    deadly = Deadly("http://127.0.0.1:1", user_agent="box", timeout_s=0.3)
    with pytest.raises(Killed):
        await worker(turns, deadly).work_one()
    await deadly.close()
    assert not await seeker.work_one()  # its lease has not run out
    async with turns.database.write():
        await db.addresses.release(clock())
    assert await seeker.work_one()
    assert [each.outcome for each in await answers(turns)] == [GeocoderOutcome.FOUND]


async def test_without_a_server_what_was_left_is_answered(turns: Turns) -> None:
    seeker = worker(turns, None)
    assert not seeker.looked_for
    await seek(turns, seeker)
    await seeker.work_one()
    assert [each.outcome for each in await answers(turns)] == [GeocoderOutcome.AWAY]
    assert await waiting(turns) == 0


async def test_a_later_address_of_the_chat_replaces_the_earlier(
    turns: Turns, geocoder: Geocoder, server: Nominatim
) -> None:
    seeker = worker(turns, geocoder)
    await seek(turns, seeker)
    second = await seek(turns, seeker, address=StreetAddress("вулиця Соборна 1", "Житомир"))
    while await seeker.work_one():
        pass
    assert [each.number for each in await answers(turns)] == [second]
    assert len(server.asked) == 1


async def test_who_is_forgotten_meanwhile_is_not_answered(turns: Turns, geocoder: Geocoder, server: Nominatim) -> None:
    seeker = worker(turns, geocoder)
    await seek(turns, seeker)
    server.delay = 0.1
    work = asyncio.create_task(seeker.work_one())
    await server.heard.wait()
    async with turns.database.write():
        await db.addresses.forget("telegram", 11)
    await work
    assert await answers(turns) == []


async def test_a_clock_set_back_holds_up_nobody(turns: Turns, geocoder: Geocoder, clock: Clock) -> None:
    seeker = worker(turns, geocoder)
    await seek(turns, seeker)
    await seeker.work_one()
    await seek(turns, seeker, PETRO, StreetAddress("вулиця Соборна 1", "Житомир"))
    clock.ahead = timedelta(hours=-1)
    assert await seeker.work_one()
    assert len(await answers(turns)) == 2


def test_no_update_looks_like_an_answer() -> None:
    assert not json.dumps({"update_id": 1, "message": {"text": '{"address": {}}'}}).startswith('{"address": ')


class Killed(BaseException):
    """The process is gone."""


class Deadly(Geocoder):
    """Ends the process."""

    async def ask(self, query: str) -> None:
        raise Killed


async def test_what_ends_three_processes_is_answered_without(turns: Turns) -> None:
    geocoder = Deadly("http://127.0.0.1:1", user_agent="box", timeout_s=0.3)
    number = await seek(turns, worker(turns, geocoder))
    for _ in range(3):
        with pytest.raises(Killed):
            await worker(turns, geocoder).work_one()
        async with turns.database.write():
            await db.addresses.release(turns.clock())
    assert await worker(turns, geocoder).work_one()
    assert [(each.number, each.outcome) for each in await answers(turns)] == [(number, GeocoderOutcome.AWAY)]
    async with turns.database.read():
        assert (await execute(sa.select(outbox.c.fields))).scalar_one()["kind"] == "address-deadly"
    await geocoder.close()


class Endless(Geocoder):
    """Never answers."""

    asked = asyncio.Event()

    async def ask(self, query: str) -> None:
        self.asked.set()
        await asyncio.Event().wait()


async def test_whoever_is_asked_to_stop_has_not_tried(turns: Turns) -> None:
    geocoder = Endless("http://127.0.0.1:1", user_agent="box", timeout_s=0.3)
    geocoder.asked = asyncio.Event()
    seeker = worker(turns, geocoder)
    await seek(turns, seeker)
    looking = asyncio.create_task(seeker.work_one())
    await geocoder.asked.wait()
    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await looking
    async with turns.database.read():
        assert (await execute(sa.select(table.c.attempts))).scalar_one() == 0
    await geocoder.close()
