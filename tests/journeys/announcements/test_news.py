"""News for residents: agreed to or not, chosen by kind, stopped with a word; and announcements from draft to end."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa

from bot.domain.admins import EVERYWHERE, Admin
from bot.domain.announcements import Announcement, AnnouncementStatus, Content, Kind, Progress, StationButton
from bot.domain.clock import utc_now
from bot.domain.reports import Recipient
from bot.sandbox import crowd as people
from bot.services.turns import Turns
from db import admins
from tests.desk import Desk
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


async def opens(town: Town, *codes: str, text: str | None = None, button: StationButton | None = None) -> Announcement:
    """These stations are announced, at once."""
    iryna, petro = await staff(town)
    desk = Desk(town.app.announcements)
    async with turns(town).open() as turn:
        found = await desk.draft(turn, iryna, Kind.OPENING)
        await desk.set_stations(turn, iryna, found.id, codes)
        await desk.set_content(turn, iryna, found.id, {"uk": Content(text)} if text else {}, [], button)
        await desk.all.course.submit(turn, iryna, found.id)
        return await desk.all.course.approve(turn, petro, found.id)


async def done(town: Town, found: Announcement) -> Progress:
    async with asyncio.timeout(20):
        while True:
            progress = await town.app.announcements.counting.progress(found.id)
            if progress.status is AnnouncementStatus.DONE:
                return progress
            await asyncio.sleep(0.05)


async def said(person: Person) -> list[str]:
    await person.looks()
    return [str(each) for each in person.heard]


QUESTION = "Писати вам, коли поруч відкриється"
NOTHING_SAID = "UPDATE residents SET news_opening = NULL, news_announcement = NULL, news_asked_at = NULL"


async def wants(town: Town) -> list[tuple[bool | None, ...]]:
    """What each resident said of openings and of other announcements, in the order they came."""
    rows = await town.rows("SELECT news_opening, news_announcement FROM residents ORDER BY id")
    return [tuple(None if each is None else bool(each) for each in row.values()) for row in rows]


async def from_before(town: Town) -> None:
    """Everybody agreed before the question spoke of news, and never said anything of it."""
    async with town.app.database.write() as connection:
        await connection.execute(sa.text(NOTHING_SAID))


async def test_two_ways_to_agree(open_town: OpenTown) -> None:
    """What is agreed to is what is kept, and nobody is asked again."""
    town = await open_town()
    olena = await town.neighbour("Олена")
    nina = await town.resident("Ніна")
    await nina.says("/start")
    question = await nina.hears("Згодні?")
    assert "коли поруч відкриється поліцейська станція" in words(question)
    assert buttons(question) == ["Погоджуюсь", "Погоджуюсь, без новин", "Ні", "English"]
    await nina.taps("Погоджуюсь, без новин")
    await nina.hears("Де це сталося або де ви живете")
    await nina.says("Бердичів")
    await nina.hears("вашої громади:")
    assert await wants(town) == [(True, None), (False, False)]
    await done(town, await opens(town, BERDYCHIV))
    await olena.hears("відкрилася поліцейська станція")
    for person in (olena, nina):
        await person.says("/my")
        await person.hears("ще немає надісланих")
        assert not any(QUESTION in each for each in await said(person))
    assert not any("відкрилася" in each for each in await said(nina))


async def test_a_resident_of_before_is_asked_once(open_town: OpenTown) -> None:
    """At a moment of their own, and hears of nothing until they say yes."""
    town = await open_town()
    olena, nina = await town.neighbour("Олена"), await town.neighbour("Ніна")
    await from_before(town)
    assert (await done(town, await opens(town, BERDYCHIV))).total == 0
    for person, answer, heard in ((olena, "Так, пишіть", ": надсилаю"), (nina, "Ні, дякую", ": не надсилаю")):
        await person.says("/help")
        await person.hears(QUESTION)
        await person.taps(answer)
        await person.hears(f"Відкриття станцій{heard}")
        await person.says("/my")
        await person.hears("ще немає надісланих")
        assert not any(QUESTION in each for each in await said(person))  # it has become the answer
    assert await wants(town) == [(True, None), (False, False)]
    assert (await done(town, await opens(town, BERDYCHIV))).sent == 1


async def test_nobody_is_asked_in_the_middle_of_something(open_town: OpenTown) -> None:
    """Beside another question, in a draft, after a report of a threat: not now. After a calm one: yes."""
    town = await open_town()
    await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await from_before(town)
    await olena.says("/place")
    await olena.says("/help")
    await olena.hears("/forget")
    await town.report(olena, "Погрожують під дверима", "Погрози")
    await olena.says("/my")
    await olena.hears("Ваші повідомлення")
    assert not any(QUESTION in each for each in await said(olena))
    async with town.app.database.write() as connection:
        await connection.execute(sa.text("UPDATE reports SET status = 'resolved'"))
    await town.report(olena, "Шумлять під вікном")
    await olena.hears(QUESTION)


async def test_an_old_yes_speaks_of_no_news(open_town: OpenTown) -> None:
    """The question hung in the chat from before: what was agreed to then is kept, and news is asked about later."""
    town = await open_town()
    olena = await town.resident("Олена")
    await olena.says("/start")
    question = await olena.hears("Згодні?")
    await olena.taps_data(question["message_id"], "go:agree")
    await olena.hears("Де це сталося або де ви живете")
    assert await wants(town) == [(None, None)]
    await olena.says("Бердичів")
    await olena.hears(QUESTION)


async def test_news_is_switched_by_kind_and_stopped_with_a_word(open_town: OpenTown) -> None:
    town = await open_town()
    olena = await town.neighbour("Олена")
    await olena.says("/news")
    await olena.hears("Інші оголошення: не надсилаю")
    await olena.taps("Не надсилати про відкриття станцій")
    await olena.hears("Відкриття станцій: не надсилаю")
    await olena.says("/stop")
    await olena.hears("новин більше не буде")
    await olena.says("/news")
    await olena.hears("Відкриття станцій: не надсилаю")
    await olena.taps("Надсилати інші оголошення")
    await olena.hears("Інші оголошення: надсилаю")
    assert await wants(town) == [(False, True)]


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
    found = await opens(town, BERDYCHIV, MALYN, button=StationButton.CARD)
    assert (await town.app.announcements.counting.count(found.id)).total == 2
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
    assert (await town.app.announcements.counting.count(again.id)).total == 0


async def test_a_trial_looks_like_the_real_thing(open_town: OpenTown) -> None:
    town = await open_town()
    olena = await town.neighbour("Олена")
    iryna = await town.box.person("Ірина", id=9101)
    await iryna.says("/start")
    await iryna.hears("Згодні?")
    author, _ = await staff(town)
    desk = Desk(town.app.announcements)
    text = "{station} чекає на вас: {address}. {settlement}, {hromada}. Ваш офіцер: {officer}"
    found = await opens(town, BERDYCHIV, text=text, button=StationButton.LOCATION)
    async with turns(town).open() as turn:
        await desk.all.previews.trial(turn, Recipient(iryna.id, "uk"), await desk.all.reach.get(found.id, author))
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
    await olena.says("/news")
    await olena.taps("Надсилати інші оголошення")
    await olena.hears("Інші оголошення: надсилаю")
    iryna, petro = await staff(town)
    desk = Desk(town.app.announcements)
    async with turns(town).open() as turn:
        found = await desk.draft(turn, iryna, Kind.ANNOUNCEMENT)
        await desk.set_content(turn, iryna, found.id, {"uk": Content("Зустріч громади")})
        await desk.set_audience(turn, iryna, found.id, ["UA"])
        await desk.all.course.submit(turn, iryna, found.id, utc_now() + timedelta(seconds=2))
        await desk.all.course.approve(turn, petro, found.id)
    await asyncio.sleep(1)
    assert (await desk.all.counting.progress(found.id)).status is AnnouncementStatus.SCHEDULED
    await olena.hears("Зустріч громади")


async def test_a_report_does_not_wait_for_an_announcement(open_town: OpenTown) -> None:
    """At ten a second three hundred neighbours are half a minute; a report goes ahead of them."""
    town = await open_town(send_per_second=10, chat_interval=0)
    officer = await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await town.draft(olena)
    await olena.says("На подвір’ї шумлять")
    await olena.hears("Додано. Пишіть")
    await crowd(town, 300)
    found = await opens(town, BERDYCHIV)
    async with asyncio.timeout(20):
        while (await town.app.announcements.counting.progress(found.id)).sent < 5:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    number = await town.send(olena)
    await officer.hears(f"№ {number}")
    progress = await town.app.announcements.counting.progress(found.id)
    assert progress.sent < 150, "the announcement was still going on"


async def crowd(town: Town, size: int) -> None:
    """Neighbours who only listen."""
    bot = town.app.bot.id
    rows = []
    for number in range(size):
        user = people.new_user(town.sandbox.world, {"first_name": f"Мешканець {number}"})
        town.sandbox.world.dialog((bot, user.id)).started = True
        rows.append({"chat": user.id, "now": utc_now().replace(tzinfo=None)})
    insert = """INSERT INTO residents (channel, chat_id, locale, place, consented_at, news_opening)
        SELECT 'telegram', :chat, 'uk', place, :now, true FROM residents WHERE place IS NOT NULL LIMIT 1"""
    async with town.app.database.write() as connection:
        await connection.execute(sa.text(insert), rows)
