"""Seventeen stations open in one day, in little: each resident gets exactly the right message, once."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

import db.registry
from bot.commands.crowd_of_demo import Generated, generated, populate
from bot.domain.clock import KYIV
from bot.domain.routing import Directory
from db.engine import execute
from db.schema import residents
from tests.journeys.announcements.steps import opened, submitted
from tests.journeys.conftest import OpenTown, Town
from tests.load.expected import announcements, audit, stations_of
from tests.people import Person, buttons, file, words

RESIDENTS = 120
CODES = "\n".join(f"zt-s{n:02}" for n in range(1, 18))


class Clock:
    """The real one, set to another hour of Kyiv."""

    def __init__(self, hour: int, minute: int = 0) -> None:
        self._ahead = timedelta(0)
        self.to(hour, minute)

    def to(self, hour: int, minute: int = 0) -> None:
        """Forward to the next time it is so late."""
        now = self().astimezone(KYIV)
        then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        self._ahead += (then if then > now else then + timedelta(days=1)) - now

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead


@dataclass
class Day:
    town: Town
    clock: Clock
    iryna: Person
    oleh: Person
    people: list[Generated]
    directory: Directory

    def got(self, who: Generated) -> list[str]:
        return announcements(self.town.sandbox.world, self.town.app.bot.id, who.chat_id)

    @property
    def arrived(self) -> int:
        return sum(len(self.got(each)) for each in self.people)

    async def reaches(self, number: int) -> None:
        async with asyncio.timeout(60):
            while self.arrived < number:  # noqa: ASYNC110 - the box is looked into, it does not tell
                await asyncio.sleep(0.05)


async def begun(open_town: OpenTown, clock: Clock, **more: float) -> Day:
    desk = await opened(open_town, clock=clock, quiet_hours="21:00-08:00", **more)
    town = desk.town
    await populate(town.app, town.sandbox, RESIDENTS)
    people = generated(town.app.places().units, RESIDENTS)
    async with town.app.database.read():
        directory = await db.registry.load()
    return Day(town, clock, desk.iryna, desk.oleh, people, directory)


async def by_file(day: Day) -> None:
    """Openings by a file of 17 codes, off to the second admin."""
    await day.iryna.says("/announce")
    await day.iryna.taps("Відкриття станцій")
    await day.iryna.hears("Які станції")
    await day.iryna.sends_document(file=file("сімнадцять.csv", "text/csv", CODES.encode()))
    await day.iryna.hears("Обрано 17 станцій")
    await day.iryna.taps("Готово")
    await day.iryna.hears("Усе готове")
    await submitted(day.iryna)
    await day.oleh.hears("просить схвалити")


async def test_the_day(open_town: OpenTown) -> None:
    """Quiet at first, then with 429s, 500s, residents who blocked the bot and who said no; paused and resumed."""
    day = await begun(open_town, Clock(22), announcements_per_second=40)
    said_no, blocked = day.people[3:9], day.people[20:25]
    for each in blocked:
        day.town.sandbox.world.dialog((day.town.app.bot.id, each.chat_id)).blocked = True
    async with day.town.app.database.write():
        chats = [each.chat_id for each in said_no]
        await execute(sa.update(residents).where(residents.c.chat_id.in_(chats)).values(news_opening=False))
    await day.town.box.fault("429", method="sendMessage", chat=day.people[0].chat_id, times=1, retry_after=1)
    await day.town.box.fault("500", method="sendMessage", chat=day.people[1].chat_id, times=1)
    await by_file(day)
    await day.oleh.taps("Схвалити")
    await day.iryna.hears("Тихі години")
    assert day.arrived == 0
    day.clock.to(8, 1)
    await day.reaches(10)
    await day.oleh.taps("Пауза")
    await day.iryna.hears("на паузі")
    await asyncio.sleep(0.5)
    paused = day.arrived
    await asyncio.sleep(0.5)
    assert day.arrived == paused < RESIDENTS - 11
    await day.iryna.taps("Продовжити")
    report = await day.iryna.hears("Тривало", patience=60)
    assert "Отримали 109 мешканців" in words(report)
    assert "Заблокували бота: 5" in words(report)
    left_out = {each.chat_id for each in (*said_no, *blocked)}
    found = audit(day.town.sandbox.world, day.town.app.bot.id, day.people, day.directory, left_out=left_out)
    assert found.faults == []
    assert (found.right, found.nothing, found.twice) == (109, 11, 0)


async def test_the_audit_is_not_blind(open_town: OpenTown) -> None:
    """Somebody who got nothing, or something that concerns others, would be noticed."""
    day = await begun(open_town, Clock(12))
    found = audit(day.town.sandbox.world, day.town.app.bot.id, day.people, day.directory, left_out=())
    assert len(found.faults) == RESIDENTS
    assert {len(stations_of(day.directory, each.home.areas)) for each in day.people} == {1}


async def test_those_it_failed_to_reach_are_tried_again(open_town: OpenTown) -> None:
    day = await begun(open_town, Clock(12))
    unlucky = day.people[7]
    order = await day.town.box.fault("400", method="sendMessage", chat=unlucky.chat_id, description="Bad Request: no")
    await by_file(day)
    await day.oleh.taps("Схвалити")
    report = await day.iryna.hears("Тривало", patience=60)
    assert "Не вдалося: 1" in words(report)
    assert buttons(report) == ["Повторити невдалі", "Таблиця (Excel)"]
    assert day.got(unlucky) == []
    await day.town.box.call("DELETE", f"faults/{order}")
    await day.iryna.taps("Повторити невдалі")
    again = await day.iryna.hears("Отримали 120 мешканців", patience=60)
    assert "Не вдалося" not in words(again)
    assert len(day.got(unlucky)) == 1
    await day.iryna.taps("Таблиця (Excel)")
    sent = await day.iryna.hears("Результати розсилки № 1")
    assert sent["document"]["file_name"] == "announcement-1.xlsx"


async def test_stopped_for_good(open_town: OpenTown) -> None:
    day = await begun(open_town, Clock(12), announcements_per_second=10)
    await by_file(day)
    await day.oleh.taps("Схвалити")
    await day.reaches(5)
    await day.iryna.taps("Зупинити зовсім")
    report = await day.oleh.hears("скасовано", patience=30)
    await day.oleh.hears("Не надіслано")
    await asyncio.sleep(0.5)
    before = day.arrived
    await asyncio.sleep(1)
    assert day.arrived == before < RESIDENTS
    assert words(report)


@pytest.mark.parametrize("hour", [23, 3])
async def test_at_night_it_is_said_so(open_town: OpenTown, hour: int) -> None:
    day = await begun(open_town, Clock(hour))
    await day.iryna.says("/announce")
    await day.iryna.taps("Відкриття станцій")
    await day.iryna.taps("Нові за тиждень")
    await day.iryna.hears("Обрано 17 станцій")
    await day.iryna.taps("Готово")
    await day.iryna.taps("Далі: коли")
    await day.iryna.hears("Зараз тихі години: до ")
