"""News for residents: asked once, chosen by kind, stopped with a word; and an announcement from a draft to its end."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa

from bot.domain.admins import EVERYWHERE, Admin
from bot.domain.broadcasts import Broadcast, Button, Content, Kind, Progress, Status
from bot.domain.clock import utc_now
from bot.domain.reports import Reader
from bot.sandbox import crowd as people
from bot.services.turns import Turns
from db import admins
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, buttons, words

BERDYCHIV, MALYN = "zt-s02", "zt-s05"


async def staff(town: Town) -> tuple[Admin, Admin]:
    """Two admins of the whole country."""
    async with town.app.database.write():
        found = [
            await admins.put(chat_id=chat, name=name, locale="uk", scope=EVERYWHERE, superadmin=False, now=utc_now())
            for chat, name in ((9101, "Ірина"), (9102, "Петро"))
        ]
    return found[0], found[1]


def turns(town: Town) -> Turns:
    return town.app.worker._turns


async def opens(town: Town, *codes: str, text: str | None = None, button: Button | None = None) -> Broadcast:
    """These stations are announced, at once."""
    iryna, petro = await staff(town)
    desk = town.app.broadcasts
    async with turns(town).open() as turn:
        found = await desk.draft(turn, iryna, Kind.OPENING)
        await desk.set_stations(turn, iryna, found.id, codes)
        await desk.set_content(turn, iryna, found.id, {"uk": Content(text)} if text else {}, [], button)
        await desk.submit(turn, iryna, found.id)
        return await desk.approve(turn, petro, found.id)


async def done(town: Town, found: Broadcast) -> Progress:
    async with asyncio.timeout(20):
        while True:
            progress = await town.app.broadcasts.progress(found.id)
            if progress.status is Status.DONE:
                return progress
            await asyncio.sleep(0.05)


async def said(person: Person) -> list[str]:
    await person.looks()
    return [str(each) for each in person.heard]


async def test_the_question_comes_once_after_the_first_place(open_town: OpenTown) -> None:
    town = await open_town()
    olena = await town.neighbour("Олена")
    await olena.hears("Писати вам, коли поруч відкриється")
    await olena.taps("Ні, дякую")
    await olena.hears("не надсилаю")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Малин, Житомирська область")
    await olena.hears("вашій громаді")
    assert sum("Писати вам, коли" in each for each in await said(olena)) <= 1
    (row,) = await town.rows("SELECT news_opening, news_announcement FROM residents")
    assert (row["news_opening"], row["news_announcement"]) == (0, 0)


async def test_whoever_has_something_to_tell_is_not_asked_in_the_middle_of_it(open_town: OpenTown) -> None:
    town = await open_town()
    await town.officer("zt-o03")
    taras = await town.resident("Тарас")
    await taras.says("/start")
    await taras.hears("Згодні?")
    await taras.taps("Так, погоджуюсь")
    await taras.hears("Де це сталося або де ви живете")
    await taras.sends_photo("Тут уночі шумлять")
    await taras.hears("Ваші слова я запам’ятав")
    await taras.says("Бердичів")
    await taras.hears("Про що хочете повідомити")
    assert not any("Писати вам, коли" in each for each in await said(taras))


async def test_news_is_switched_by_kind_and_stopped_with_a_word(open_town: OpenTown) -> None:
    town = await open_town()
    olena = await town.neighbour("Олена")
    await olena.says("/news")
    await olena.hears("Відкриття станцій: надсилаю")
    await olena.taps("Не надсилати про відкриття станцій")
    await olena.hears("Відкриття станцій: не надсилаю")
    await olena.says("/stop")
    await olena.hears("новин більше не буде")
    await olena.says("/news")
    await olena.hears("Оголошення: не надсилаю")
    await olena.taps("Надсилати оголошення")
    await olena.hears("Оголошення: надсилаю")
    (row,) = await town.rows("SELECT news_opening, news_announcement FROM residents")
    assert (row["news_opening"], row["news_announcement"]) == (0, 1)


async def test_a_stranger_may_say_stop(open_town: OpenTown) -> None:
    town = await open_town()
    olena = await town.resident("Олена")
    await olena.says("/stop")
    await olena.hears("новин більше не буде")
    assert await town.count("residents") == 0


async def test_one_message_about_the_stations_that_concern_somebody(open_town: OpenTown) -> None:
    """Two stations open; each neighbour hears of the own one, somebody elsewhere of nothing."""
    town = await open_town()
    berdychiv, malyn = await town.neighbour("Олена"), await town.neighbour("Тарас", "Малин, Житомирська область")
    korosten, declined = await town.neighbour("Марко", "Коростень"), await town.neighbour("Ніна")
    await declined.says("/stop")
    await declined.hears("новин більше не буде")
    found = await opens(town, BERDYCHIV, MALYN, button=Button.CARD)
    assert (await town.app.broadcasts.count(found.id)).total == 2
    news = await berdychiv.hears("відкрилася поліцейська станція")
    assert "Бердичів" in words(news)
    assert "Малин" not in words(news)
    assert "Малин" in words(await malyn.hears("відкрилася поліцейська станція"))
    progress = await done(town, found)
    assert (progress.total, progress.sent, progress.repeated) == (2, 2, 0)
    for person in (korosten, declined):
        assert not any("відкрилася" in each for each in await said(person))
    await berdychiv.taps("Про станцію")
    await berdychiv.hears("Адреса: вул. Зразкова")
    await berdychiv.taps("Не надсилати про станції")
    await berdychiv.hears("Відкриття станцій: не надсилаю")
    again = await opens(town, BERDYCHIV)
    assert (await town.app.broadcasts.count(again.id)).total == 0


async def test_a_trial_looks_like_the_real_thing(open_town: OpenTown) -> None:
    town = await open_town()
    olena = await town.neighbour("Олена")
    iryna = await town.box.person("Ірина", id=9101)
    await iryna.says("/start")
    await iryna.hears("Згодні?")
    author, _ = await staff(town)
    desk = town.app.broadcasts
    text = "{station} чекає на вас: {address}. {settlement}, {hromada}. Ваш офіцер: {officer}"
    found = await opens(town, BERDYCHIV, text=text, button=Button.LOCATION)
    async with turns(town).open() as turn:
        await desk.sample(turn, author, found.id, Reader(iryna.id, "uk"))
    trial, real = await iryna.hears("чекає на вас"), await olena.hears("чекає на вас")
    assert words(trial) == words(real)
    assert buttons(trial) == buttons(real) == ["Показати на карті", "Не надсилати про станції"]
    assert "м. Бердичів, Бердичівська громада" in words(real)
    assert "{" not in words(real)
    await iryna.taps("Показати на карті")
    await iryna.hears("[venue]")


async def test_who_returns_gets_the_next_one(open_town: OpenTown) -> None:
    town = await open_town()
    olena = await town.neighbour("Олена")
    await olena.hears("Писати вам, коли")
    await town.box.call("POST", "faults", {"kind": "403", "method": "sendMessage", "chat": olena.id, "times": 1})
    progress = await done(town, await opens(town, BERDYCHIV))
    assert (progress.sent, progress.blocked) == (0, 1)
    await olena.blocks()
    await olena.unblocks()
    async with asyncio.timeout(10):
        while (await town.rows("SELECT unreachable_at AS at FROM residents"))[0]["at"]:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert (await done(town, await opens(town, BERDYCHIV))).sent == 1


async def test_at_its_time_and_not_before(open_town: OpenTown) -> None:
    town = await open_town()
    olena = await town.neighbour("Олена")
    iryna, petro = await staff(town)
    desk = town.app.broadcasts
    async with turns(town).open() as turn:
        found = await desk.draft(turn, iryna, Kind.ANNOUNCEMENT)
        await desk.set_content(turn, iryna, found.id, {"uk": Content("Зустріч громади")})
        await desk.set_audience(turn, iryna, found.id, ["UA"])
        await desk.submit(turn, iryna, found.id, utc_now() + timedelta(seconds=2))
        await desk.approve(turn, petro, found.id)
    await asyncio.sleep(1)
    assert (await desk.progress(found.id)).status is Status.SCHEDULED
    await olena.hears("Зустріч громади")


async def test_a_report_does_not_wait_for_an_announcement(open_town: OpenTown) -> None:
    """At ten a second three hundred neighbours are half a minute; a report goes ahead of them."""
    town = await open_town(send_per_second=10, chat_interval=0)
    officer = await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await town.draft(olena)
    await olena.says("На подвір’ї шумлять")
    await olena.hears("1 запис")
    await crowd(town, 300)
    found = await opens(town, BERDYCHIV)
    async with asyncio.timeout(20):
        while (await town.app.broadcasts.progress(found.id)).sent < 5:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    number = await town.send(olena)
    await officer.hears(f"№ {number}")
    progress = await town.app.broadcasts.progress(found.id)
    assert progress.sent < 150, "the announcement was still going on"


async def crowd(town: Town, size: int) -> None:
    """Neighbours who only listen."""
    bot = town.app.bot.id
    rows = []
    for number in range(size):
        user = people.new_user(town.sandbox.world, {"first_name": f"Мешканець {number}"})
        town.sandbox.world.dialog((bot, user.id)).started = True
        rows.append({"chat": user.id, "now": utc_now().replace(tzinfo=None)})
    insert = """INSERT INTO residents (channel, chat_id, locale, place, consented_at)
        SELECT 'telegram', :chat, 'uk', place, :now FROM residents WHERE place IS NOT NULL LIMIT 1"""
    async with town.app.database.write() as connection:
        await connection.execute(sa.text(insert), rows)
