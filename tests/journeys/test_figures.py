"""Coverage and statistics in the chat, and what a resident sees of them."""

import sys
from io import BytesIO
from typing import Any

import openpyxl
import pytest

import db.admins
from bot.domain.admins import Scope
from bot.domain.clock import utc_now
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, buttons, words

IRYNA, PETRO = 9001, 9002
LONG = 90.0
"""Seconds of patience for the workbook of a whole country, and for the first picture: a library is loaded then."""
OBLAST = "UA18000000000041385"
BERDYCHIV = "UA18020000000072859"  # the raion
OTHER = "UA35000000000016081"  # another oblast


async def superadmin(open_town: OpenTown) -> tuple[Town, Person]:
    town = await open_town(superadmins=(IRYNA,))
    return town, await town.box.person("Ірина", id=IRYNA)


async def admin_of(town: Town, *codes: str) -> Person:
    """Somebody who looks after these areas only."""
    about: dict[str, Any] = {"chat_id": PETRO, "name": "Петро", "locale": "uk", "superadmin": False, "now": utc_now()}
    async with town.app.database.write():
        await db.admins.put(**about, scope=Scope(frozenset(codes)))
    return await town.box.person("Петро", id=PETRO)


async def table(town: Town, message: Any) -> Any:
    """The workbook of a message."""
    assert message["document"]["file_name"].endswith(".xlsx")
    return openpyxl.load_workbook(BytesIO(await town.box.content(message["document"]["file_id"])))


def column(sheet: Any, number: int) -> list[Any]:
    return [row[number] for row in sheet.iter_rows(min_row=2, values_only=True)]


async def test_an_admin_sees_who_is_served_where_and_what_lacks(open_town: OpenTown) -> None:
    town, iryna = await superadmin(open_town)
    await iryna.says("/coverage")
    shown = await iryna.hears("Покриття: уся Україна", patience=LONG)
    assert "photo" in shown
    picture = await town.box.content(shown["photo"][-1]["file_id"])
    assert picture.startswith(b"\x89PNG")
    assert "Громад, де є офіцер громади: 19 з 1 774" in words(shown)
    assert "Офіцерів громад: 23, дільничних: 47, чергових: 5" in words(shown)
    assert "з офіцером громади — 750 (людей: 624 907)" in words(shown)
    gaps = await iryna.hears("Що варто виправити: уся Україна")
    assert "Офіцери, яких ще немає в боті: 75" in words(gaps)
    book = await table(town, gaps)
    assert len(column(book["Нікого немає"], 0)) == 28_035
    assert len(column(book["За територіями"], 0)) == 27


async def test_a_tapped_area_has_figures_of_its_own(open_town: OpenTown) -> None:
    _, iryna = await superadmin(open_town)
    await iryna.says("/coverage Житомирська")
    shown = await iryna.hears("Покриття: Житомирська область", patience=LONG)
    assert "19 з 66" in words(shown)
    assert buttons(shown) == [
        "Бердичівський р-н",
        "Житомирський р-н",
        "Звягельський р-н",
        "Коростенський р-н",
        "Уся моя територія",
    ]
    await iryna.taps("Бердичівський р-н")
    await iryna.hears("Покриття: Бердичівський район, Житомирська область")
    await iryna.taps("Уся моя територія")
    await iryna.hears("Покриття: уся Україна", patience=LONG)


async def test_of_two_areas_with_one_name_the_admin_chooses(open_town: OpenTown) -> None:
    _, iryna = await superadmin(open_town)
    await iryna.says("/coverage Малинська громада")
    await iryna.hears("Таких кілька")
    await iryna.taps("Малинська громада, Коростенський р-н")
    await iryna.hears("Покриття: Малинська громада, Коростенський район", patience=LONG)
    await iryna.says("/stats Малинська громада 01.09.2026–30.09.2026")
    await iryna.hears("Таких кілька")
    await iryna.taps("Малинська громада, Рівненський р-н")
    await iryna.hears("01.09.2026 – 30.09.2026 (30 днів)")


async def test_an_admin_of_a_raion_sees_no_other(open_town: OpenTown) -> None:
    town, _ = await superadmin(open_town)
    petro = await admin_of(town, BERDYCHIV)
    await petro.says("/coverage")
    shown = await petro.hears("Покриття: Бердичівський район", patience=LONG)
    gaps = await petro.hears("Що варто виправити: Бердичівський район")
    book = await table(town, gaps)
    assert len(column(book["За територіями"], 0)) == 10
    assert {code[:6] for code in column(book["За територіями"], 0)} == {BERDYCHIV[:6]}
    assert len(column(book["Офіцери"], 0)) < 75
    for text in ("/coverage Житомирська область", f"/coverage {OTHER}", "/stats Рівненська"):
        await petro.says(text)
        await petro.hears("поза вашою територією")
    for forged in (f"cv:{OTHER}", f"cv:{OBLAST}", f"sf:{OTHER}:month"):
        await petro.taps_data(shown["message_id"], forged)
        await petro.hears("поза вашою територією")


async def test_what_is_no_area_or_no_date_is_said(open_town: OpenTown) -> None:
    _, iryna = await superadmin(open_town)
    await iryna.says("/coverage Хтознащо")
    await iryna.hears("Я не знаю такої області, району чи громади")
    await iryna.says("/stats 31.02.2026")
    await iryna.hears("Не розумію цих дат")
    await iryna.says("/coverage Коростенський р-н")
    shown = await iryna.hears("Покриття: Коростенський район", patience=LONG)
    for forged, said in (
        ("cv:UA18060130010010134", "Я не знаю такої області"),
        ("cv:", "Ця кнопка вже не діє"),
        ("cv:нема", "Ця кнопка вже не діє"),
        ("sf:home:20261301-20261302", "Не розумію цих дат"),
        ("sf:home:20261301-1", "Ця кнопка вже не діє"),
    ):
        await iryna.taps_data(shown["message_id"], forged)
        await iryna.hears(said)


async def test_without_the_extra_the_figures_come_as_text(open_town: OpenTown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    town, iryna = await superadmin(open_town)
    await iryna.says("/coverage Житомирська")
    shown = await iryna.hears("Покриття: Житомирська область", patience=LONG)
    assert "photo" not in shown
    assert "Бердичівський р-н" in buttons(shown)
    gaps = await iryna.hears("Що варто виправити")
    assert (await table(town, gaps)).sheetnames[0] == "Підсумок"


async def test_people_who_asked_in_vain_are_counted_for_the_admins(open_town: OpenTown) -> None:
    town, iryna = await superadmin(open_town)
    await town.neighbour("Олена", "Рівне, Рівненська область", heard="ще немає офіцера")
    await iryna.says("/coverage Рівненська")
    gaps = await iryna.hears("Що варто виправити: Рівненська область", patience=LONG)
    assert "офіцера шукали 1 раз (1 місце)" in words(gaps)
    sheet = (await table(town, gaps))["Шукали марно"]
    assert column(sheet, 1) == ["місто Рівне"]


async def answered_report(town: Town, resident: Person, officer: Person, text: str) -> str:
    number = await town.report(resident, text)
    card = await officer.hears(f"Нове повідомлення № {number}")
    await officer.replies(card, "Уже їду")
    await resident.hears("Уже їду")
    return number


async def test_reports_are_counted_without_a_word_of_them(open_town: OpenTown) -> None:
    town, iryna = await superadmin(open_town)
    officer = await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await answered_report(town, olena, officer, "=HYPERLINK(таємниця)")
    await town.report(olena, "Ще одна таємниця", "Дорога")
    await iryna.says("/stats")
    shown = await iryna.hears("Повідомлення: уся Україна", patience=LONG)
    assert "photo" in shown
    said = words(shown)
    assert "Надіслано: 2" in said
    assert "надіслано, ще не прийнято — 1" in said
    assert "Прийнято: половину — не довше ніж за 1 хвилину, 90 % — за 1 хвилину; ще чекають: 1" in said
    assert "Найчастіше: Шум, сусіди — 1; Дорога, паркування — 1" in said
    book = await table(town, await iryna.hears("Усі числа таблицею"))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert not any("таємниця" in cell for cell in cells)
    assert sum(column(book["Дні"], 1)) == 2
    await iryna.taps("Минулий місяць")
    assert "photo" not in await iryna.hears("За цей час повідомлень не було")
    await iryna.says("/stats Рівненська")
    await iryna.hears("За цей час повідомлень не було")


async def test_what_the_search_could_not_answer_is_counted_for_the_whole_country_only(open_town: OpenTown) -> None:
    town, iryna = await superadmin(open_town)
    olena = await town.neighbour("Олена")
    for asked in ("Хтознащовськ", "Щосьтаменко"):
        await olena.says("/place")
        await olena.hears("Де це сталося або де ви живете")
        await olena.says(asked)
        await olena.hears("Я не знаю такої назви")
    await iryna.says("/stats")
    sent = await iryna.hears("Усі числа таблицею", patience=LONG)
    assert "Пошук міста чи села не дав відповіді: 2" in words(sent)
    assert "• такої назви немає в довіднику — 2" in words(sent)
    book = await table(town, sent)
    assert column(book["Пошук без відповіді"], 1) == [2]
    cells = str([row for sheet in book for row in sheet.iter_rows(values_only=True)])
    assert "Хтознащовськ" not in cells
    await iryna.taps("Минулий місяць")
    assert "Пошук міста" not in words(await iryna.hears("Усі числа таблицею", patience=LONG))
    await iryna.says("/stats Житомирська")
    assert "Пошук міста" not in words(await iryna.hears("Усі числа таблицею", patience=LONG))
    petro = await admin_of(town, BERDYCHIV)
    await petro.says("/stats")
    assert "Пошук міста" not in words(await petro.hears("Усі числа таблицею", patience=LONG))


async def test_officers_out_of_reach_are_counted(open_town: OpenTown) -> None:
    town, iryna = await superadmin(open_town)
    officer = await town.officer("zt-o03")
    await officer.blocks()
    await iryna.says("/stats")
    shown = await iryna.hears("Повідомлення: уся Україна", patience=LONG)
    assert "Офіцерів, які заблокували бота: 1" in words(shown)


async def test_a_resident_sees_how_quickly_the_hromada_is_answered(open_town: OpenTown) -> None:
    town = await open_town()
    officer = await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    for number in range(1, 5):
        await answered_report(town, olena, officer, f"Шумно {number}")
    await town.app.ticks.public.refresh()
    taras = await town.neighbour("Тарас")
    assert not any("За останні 90 днів" in said for said in taras.heard)  # four would tell of single people
    await answered_report(town, olena, officer, "Шумно 5")
    await town.app.ticks.public.refresh()
    await taras.says("/place")
    await taras.hears("Де це сталося або де ви живете")
    await taras.says("Бердичів")
    await taras.hears("За останні 90 днів у громаді — 5 повідомлень; половині відповіли не довше ніж за 1 хвилину.")
    stranger = await town.neighbour("Ганна", "Житомир")
    assert not any("За останні 90 днів" in said for said in stranger.heard)
