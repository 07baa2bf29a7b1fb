"""Stations in the chat: found in the lists, changed field by field, every change a generation and noted."""

from tests.journeys.conftest import Town
from tests.journeys.directory.book import editions
from tests.journeys.directory.steps import noted, opens
from tests.people import Person


async def test_lists_pages_and_search(town: Town, iryna: Person) -> None:
    await iryna.says("/directory")
    home = await iryna.hears("Станцій: 17")
    assert "Офіцерів: 75" in home["text"]
    await iryna.taps("Станції")
    page = await iryna.hears("Сторінка 1 з 3")
    assert page["message_id"] == home["message_id"]  # in place
    await iryna.taps("Далі")
    await iryna.hears("Сторінка 2 з 3")
    await iryna.says("бердич")
    found = await iryna.hears("«бердич» — знайдено: 1")
    assert "zt-s02" in found["text"]
    await iryna.says("немає такого")
    await iryna.hears("знайдено: 0")


async def test_a_station_in_every_field(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-s02", "Поліцейська станція «Бердичів»")
    await iryna.hears("Станція Поліцейська станція «Бердичів»")
    for label, question, answer, shown in (
        ("Адреса", "Яка адреса", "вул. Нова, 2, м. Бердичів", "Адреса: вул. Нова, 2, м. Бердичів"),
        ("Години роботи", "Коли станція відчинена", "щодня 8–20", "Години роботи: щодня 8–20"),
        ("Телефон", "Який телефон", "0000000077", "Телефон: +380 00 000 00 77"),
        ("Точка на карті", "Де станція на карті", "49.9, 28.6", "Точка на карті: 49.90000, 28.60000"),
    ):
        await iryna.taps(label)
        await iryna.hears(question)
        await iryna.says(answer)
        await iryna.hears(shown)
    await iryna.taps("Точка на карті")
    await iryna.hears("Зараз: 49.90000, 28.60000")
    await iryna.shares(lat=49.8942, lon=28.5824)
    await iryna.hears("Точка на карті: 49.89420, 28.58240")
    await iryna.taps("Фото")
    await iryna.hears("Надішліть фото")
    await iryna.sends_photo()
    await iryna.hears("Фото: є")
    await iryna.taps("Хто бачить телефон")
    await iryna.taps("бачать лише офіцери")
    await iryna.hears("+380 00 000 00 77 · бачать лише офіцери")
    assert len(await editions(town)) == 8

    record = await noted(town, "station-changed")
    assert (record["subject"], record["before"], record["after"]) == (
        "station:zt-s02",
        {"phone_seen": "public"},
        {"phone_seen": "officers"},
    )

    olena = await town.neighbour("Олена")
    await olena.looks()
    card = next(text for text in olena.heard if "вул. Нова, 2" in text)
    assert "щодня 8–20" in card
    assert "77" not in card
    await olena.hears("[photo]")


async def test_what_cannot_be_is_said_and_asked_again(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-s02", "Поліцейська станція «Бердичів»")
    await iryna.taps("Телефон")
    await iryna.hears("Який телефон")
    await iryna.says("дзвоніть")
    await iryna.hears("«дзвоніть» не схоже на номер телефону")
    await iryna.says("102")
    await iryna.hears("Телефон: 102")
    await iryna.taps("Точка на карті")
    await iryna.hears("Де станція")
    await iryna.says("28.6, 49.9")
    await iryna.hears("поза межами України")
    await iryna.taps("Скасувати")
    await iryna.hears("Станція Поліцейська станція")
    await iryna.says("49.9, 28.6")  # nothing is asked any more
    await iryna.hears("Я не знаю, що з цим зробити")
    assert len(await editions(town)) == 2
