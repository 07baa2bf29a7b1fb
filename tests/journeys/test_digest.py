"""The morning summary: what waits, to whom it concerns, once a day; and the half-yearly report in the chat."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

import db.silent
from bot.domain.silence import Silence, SilentArea
from bot.services.digests import Digests, DigestTick
from bot.services.turns import Turns
from db.engine import execute
from db.schema import gaps
from tests.journeys.admins import BERDYCHIV, IRYNA, admin_of
from tests.journeys.conftest import OpenTown, Town
from tests.papers import paper
from tests.people import words

MORNING = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)  # 08:05 in Kyiv
NIGHT = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)


def tick(town: Town, at: datetime) -> DigestTick:
    """The tick of a replica whose clock stands."""
    found: Digests = town.app.ticks.digest._digests
    return DigestTick(Turns(town.app.database, lambda: at, town.app.loops.outbox.nudge), found)


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
    officer = await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    await officer.hears("Гучна музика")
    await officer.blocks()
    await olena.hears("зараз нікому прочитати")
    assert await tick(town, MORNING).run() == 1
    await iryna.hears("1 повідомлення нікому отримати")


async def test_an_officer_hears_that_a_post_ends_within_two_weeks(town: Town) -> None:
    officer = await town.officer("zt-o03")
    await until(town, date(2026, 12, 8))
    assert await tick(town, MORNING).run() == 0  # fifteen days
    await until(town, date(2026, 12, 1))
    assert await tick(town, MORNING + timedelta(days=1)).run() == 1
    heard = await officer.hears("призначення на дільницю")
    assert "діє до 01.12.2026" in words(heard)


async def until(town: Town, day: date) -> None:
    """The last day of the posts of zt-o03."""
    async with town.app.database.write() as connection:
        chosen = "officer_id = (SELECT id FROM officers WHERE code = 'zt-o03')"
        await connection.execute(sa.text(f"UPDATE posts SET until = '{day}' WHERE {chosen}"))


async def test_an_admin_hears_of_officers_out_of_reach_and_of_places_with_nobody(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await town.box.person("Ірина", id=IRYNA)
    await iryna.says("/admin")
    await iryna.hears("довідником")
    maria = await admin_of(town, "Марія", BERDYCHIV)
    await maria.says("/admin")
    await maria.hears("довідником")
    assert await tick(town, MORNING).run() == 0  # nothing yet, for nobody
    officer = await town.officer("zt-o03")
    await officer.blocks()
    await town.neighbour("Олена", "Рівне, Рівненська область", heard="ще немає офіцера")
    tomorrow = MORNING + timedelta(days=1)
    await moved_gaps(town, tomorrow - timedelta(hours=2))
    assert await tick(town, tomorrow).run() == 2
    heard = words(await iryna.hears("1 офіцер заблокував бота"))
    assert "у 1 місці шукали офіцера і не знайшли" in heard
    there = words(await maria.hears("1 офіцер заблокував бота"))
    assert "шукали офіцера" not in there  # Rivne is not hers
    assert await tick(town, tomorrow).run() == 0


async def test_a_silent_hromada_is_no_gap_in_the_morning(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await town.box.person("Ірина", id=IRYNA)
    await iryna.says("/admin")
    await iryna.hears("довідником")
    (row,) = await town.rows(
        "SELECT hromada AS katottg FROM units WHERE name = 'Рівне' AND category = 'M' AND katottg LIKE 'UA56%'"
    )
    async with town.app.database.write():
        await db.silent.write([SilentArea(row["katottg"], Silence.RELAY)], [], label="test", now=NIGHT)
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Рівне, Рівненська область", heard="ще немає офіцера")
    await olena.hears("нічого не передаю")
    await moved_gaps(town, MORNING)
    assert await tick(town, MORNING).run() == 0
    assert await town.count("digests") == 1  # she was asked for, and there was nothing


async def moved_gaps(town: Town, at: datetime) -> None:
    """As if they were asked for then."""
    async with town.app.database.write():
        await execute(sa.update(gaps).values(first_at=at, last_at=at))


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
