"""What the directory lacks is said at once when it changes: after a file, and after a way back."""

import asyncio
from io import BytesIO

import openpyxl
import pytest
import sqlalchemy as sa

from bot.services.figures.works import GAPS_LEFT
from tests.journeys.admins import BERDYCHIV, IRYNA, admin_of, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.journeys.directory.book import editions, part, row_of, sample, sends_file, workbook
from tests.people import Person, words

PATIENCE = 60.0
LEFT = "Ось що ще варто виправити"
KYIV = "UA80000000000093317"
QUIET = "UA18020090000092001"  # Краснопільська: everybody is served by somebody, and not too many by one
HOURS = 5
"""The column of a station's hours."""


@pytest.fixture
async def town(open_town: OpenTown) -> Town:
    return await open_town(superadmins=(IRYNA,))


@pytest.fixture
async def iryna(town: Town) -> Person:
    return await superadmin(town)


async def applies(who: Person, book: dict[str, list[list[str]]]) -> None:
    await sends_file(who, workbook(book))
    await who.hears("помилок немає")
    await who.taps("Завантажити")
    await who.hears("завантажено")


def without_hours(*stations: str) -> dict[str, list[list[str]]]:
    book = sample()
    for code in stations:
        row_of(book, "stations", code)[HOURS] = ""
    return book


async def all_is_done(town: Town) -> None:
    """The work that followed is over, and what it had to say is said."""
    for _ in range(1200):
        (left,) = await town.rows(
            "SELECT count(*) AS n, sum(done_at IS NULL) AS waiting FROM jobs WHERE kind = :kind", kind=GAPS_LEFT
        )
        if left["n"] and not left["waiting"] and not await town.count("outbox"):
            return
        await asyncio.sleep(0.05)
    raise AssertionError("still at work")


async def test_after_a_file_and_after_going_back(town: Town, iryna: Person) -> None:
    await applies(iryna, without_hours("zt-s02", "zt-s03"))
    left = await iryna.hears(LEFT, patience=PATIENCE)
    assert "Станції без годин роботи: 2" in words(left)
    assert "Офіцери, яких ще немає в боті: 75" in words(left)
    assert not any("Пошук прогалин" in said for said in iryna.heard)

    await iryna.taps("Усе докладно, таблицею")
    shown = await iryna.hears("Що варто виправити: уся Україна", patience=PATIENCE)
    book = openpyxl.load_workbook(BytesIO(await town.box.content(shown["document"]["file_id"])))
    assert len(list(book["Станції"].iter_rows(min_row=2))) == 2

    await iryna.says("/rollback")
    await iryna.taps(f"Перед № {(await editions(town))[-1]}")
    await iryna.taps("Так, повернути")
    await iryna.hears("довідник такий, як був")
    again = await iryna.hears(LEFT, patience=PATIENCE)
    assert "без годин роботи" not in words(again)


async def test_an_admin_of_a_territory_hears_of_that_territory_only(town: Town) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    book = part(BERDYCHIV)
    row_of(book, "stations", "zt-s02")[HOURS] = ""
    await applies(maria, book)
    left = await maria.hears(LEFT, patience=PATIENCE)
    assert "Станції без годин роботи: 1" in words(left)
    assert "Нікого немає" not in words(left)
    await maria.taps("Усе докладно, таблицею")
    await maria.hears("Що варто виправити: Бердичівська громада", patience=PATIENCE)
    nowhere = "UA18060130010010134"
    for forged, said in ((KYIV, "поза вашою територією"), (nowhere, "Я не знаю такої"), ("x", "Ця кнопка вже не діє")):
        await maria.taps_data(left["message_id"], f"gp:{forged}")
        await maria.hears(said)


async def test_where_nothing_lacks_nothing_is_said(town: Town) -> None:
    async with town.app.database.write() as connection:
        await connection.execute(sa.text("UPDATE officers SET chat_id = 50000 + id"))
    maria = await admin_of(town, "Марія", QUIET)
    book = part(QUIET)
    book["beats"][1][1] = "Дільниця з новою назвою"
    await applies(maria, book)
    await all_is_done(town)
    assert not any(LEFT in said for said in maria.heard)


async def test_a_file_that_was_discarded_leaves_nothing_to_say(town: Town, iryna: Person) -> None:
    await sends_file(iryna, workbook(without_hours("zt-s02")))
    await iryna.hears("помилок немає")
    await iryna.taps("Відкинути")
    await iryna.hears("Нічого не змінено")
    assert await town.rows("SELECT id FROM jobs WHERE kind = :kind", kind=GAPS_LEFT) == []
