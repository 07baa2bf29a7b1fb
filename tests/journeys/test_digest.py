"""The morning summary: what waits, to whom it concerns, once a day; and the half-yearly report in the chat."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.services.digests import Digests, DigestTick
from bot.services.turns import Turns
from tests.journeys.conftest import OpenTown, Town
from tests.papers import paper
from tests.people import words

IRYNA = 9001
MORNING = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)  # 08:05 in Kyiv
NIGHT = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)


def tick(town: Town, at: datetime) -> DigestTick:
    """The tick of a replica whose clock stands."""
    found: Digests = town.app.ticks.digest._digests
    return DigestTick(Turns(town.app.database, lambda: at, town.app.postman._nudge.set), found)


async def test_an_officer_hears_in_the_morning_what_waits_and_only_once(town: Town) -> None:
    officer = await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    await officer.hears("Гучна музика")
    assert await tick(town, NIGHT).run() == 0
    told = await asyncio.gather(tick(town, MORNING).run(), tick(town, MORNING).run())
    assert sum(told) == 1
    await officer.hears("1 нове повідомлення ніхто ще не прийняв")
    await officer.taps("Показати чергу")
    await officer.hears("На вас чекає 1 повідомлення")
    assert await tick(town, MORNING).run() == 0


async def test_without_anything_nobody_is_bothered(town: Town) -> None:
    await town.officer("zt-o02")
    assert await tick(town, MORNING).run() == 0
    assert await town.count("digests") == 1


async def test_it_can_be_turned_off(town: Town) -> None:
    officer = await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    await officer.hears("Гучна музика")
    await officer.says("/digest")
    await officer.hears("Щодня о 08:00")
    await officer.taps("Вимкнути")
    await officer.hears("вимкнено")
    assert await tick(town, MORNING).run() == 0


async def test_an_admin_hears_of_reports_that_nobody_can_receive(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await town.box.person("Ірина", id=IRYNA)
    await iryna.says("/admin")
    await iryna.hears("довідником")
    olena = await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    assert await tick(town, MORNING).run() == 1
    await iryna.hears("1 повідомлення нікому отримати")


@pytest.mark.parametrize("said", ["/halfyear", "/halfyear 2026-1"])
async def test_an_officer_gets_the_report_to_print(town: Town, said: str) -> None:
    officer = await town.officer("zt-o02")
    await officer.says(said)
    sheet = await officer.hears("Дві сторінки А4")
    assert "Зразок Другий" in words(sheet)
    assert len(paper.page_sizes(await town.box.content(sheet["document"]["file_id"]))) == 2


async def test_an_admin_names_the_officer_and_others_are_refused(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await town.box.person("Ірина", id=IRYNA)
    await iryna.says("/halfyear zt-o02 2026-1")
    await iryna.hears("Дві сторінки А4")
    await iryna.says("/halfyear nobody")
    await iryna.hears("Немає про що звітувати")
    officer = await town.officer("zt-o03")
    await officer.says("/halfyear 2031-1")
    await officer.hears("Такого півріччя я не маю")
