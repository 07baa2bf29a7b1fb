"""Stations open: from the stations that are chosen to the residents they concern."""

import io

from openpyxl import Workbook

from tests.journeys.announcements.steps import Desk, opening, submitted
from tests.people import buttons, file, words


async def test_one_station_opens(desk: Desk) -> None:
    near = await desk.town.neighbour("Оксана", place="Бердичів")
    far = await desk.town.neighbour("Петро", place="Коростень")
    await opening(desk.iryna, "Бердичів")
    panel = await desk.iryna.hears("Отримає 1 мешканець")
    assert "Кому: мешканцям дільниць цих станцій" in words(panel)
    assert "Текст: готовий" in words(panel)
    await submitted(desk.iryna)
    card = await desk.oleh.hears("Ірина просить схвалити")
    assert buttons(card) == ["Схвалити", "Не схвалювати"]
    assert "відкрилася поліцейська станція" in "\n".join(desk.oleh.heard)
    await desk.oleh.taps("Схвалити")
    await desk.iryna.hears("схвалено: Олег")
    await desk.oleh.hears("Схвалено: Олег")
    got = await near.hears("відкрилася поліцейська станція")
    assert "Бердичів" in words(got)
    await near.taps("Про станцію")
    await near.hears("вул. Зразкова, 1, м. Бердичів")
    report = await desk.iryna.hears("Отримав 1 мешканець")
    assert "Таблиця (Excel)" in buttons(report)
    await desk.oleh.hears("Отримав 1 мешканець")
    await far.looks()
    assert not any("відкрилася" in each for each in far.heard)


async def test_a_file_of_stations_and_codes_nobody_knows(desk: Desk) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("Назва", "Код станції"), ("Бердичів", "ZT-S02"), ("Коростень", "zt-s03"), ("Десь", "xx-99")):
        sheet.append(row)
    into = io.BytesIO()
    book.save(into)
    await desk.iryna.says("/announce")
    await desk.iryna.taps("Відкриття станцій")
    await desk.iryna.hears("Які станції")
    await desk.iryna.sends_document(file=file("станції.xlsx", "application/vnd.ms-excel", into.getvalue()))
    found = await desk.iryna.hears("Обрано 2 станції")
    assert "xx-99" in words(found)
    await desk.iryna.says("zt-s04, zt-s05")
    await desk.iryna.hears("Обрано 2 станції")
    await desk.iryna.sends_document(file=file("станції.csv", "text/csv", b"zt-s01\nzt-s02\nzt-s03\n"))
    await desk.iryna.hears("Обрано 3 станції")
    await desk.iryna.sends_document(file=file("фото.bin", "application/octet-stream", b"\0\1\2\3"))
    await desk.iryna.hears("Не вдалося прочитати файл")


async def test_all_new_since_a_date(desk: Desk) -> None:
    await desk.iryna.says("/announce")
    await desk.iryna.taps("Відкриття станцій")
    await desk.iryna.hears("Які станції")
    await desk.iryna.taps("Нові за тиждень")
    await desk.iryna.hears("Обрано 17 станцій")
    await desk.iryna.taps("Зняти всі")
    await desk.iryna.hears("Які станції")
    await desk.iryna.says("01.11.2030")
    await desk.iryna.hears("Які станції")
    await desk.iryna.says("01.01.2020")
    await desk.iryna.hears("Обрано 17 станцій")
