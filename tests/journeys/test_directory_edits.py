"""Stations, officers and beats, one at a time, in the chat; every change a generation, noted, and to be undone."""

import json

import pytest

from tests.journeys.conftest import OpenTown, Town
from tests.journeys.directory import BERDYCHIV, IRYNA, admin_of, editions
from tests.people import Person, buttons


@pytest.fixture
async def town(open_town: OpenTown) -> Town:
    return await open_town(superadmins=(IRYNA,))


@pytest.fixture
async def iryna(town: Town) -> Person:
    return await town.box.person("Ірина", id=IRYNA)


async def opens(who: Person, query: str, name: str) -> None:
    """From /directory to an entry's panel."""
    await who.says("/directory")
    await who.hears("Напишіть код чи назву")
    await who.says(query)
    await who.hears("знайдено: 1")
    await who.taps(name)


async def noted(town: Town, action: str) -> dict[str, object]:
    (row,) = await town.rows("SELECT * FROM audit WHERE action = :action ORDER BY id DESC LIMIT 1", action=action)
    return {**row, "before": json.loads(row["before"] or "null"), "after": json.loads(row["after"] or "null")}


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
    await iryna.hears("Згодні?")
    assert len(await editions(town)) == 2


async def test_an_officer_and_who_sees_what(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-o03", "Зразок Третій")
    await iryna.hears("Ще не в боті")
    await iryna.taps("Ім’я та прізвище")
    await iryna.hears("Ім’я та прізвище офіцера")
    await iryna.says("Зразок Таємний")
    await iryna.hears("Офіцер Зразок Таємний")
    await iryna.taps("Звання")
    await iryna.hears("Яке звання")
    await iryna.says("майор поліції")
    await iryna.hears("Звання: майор поліції")
    await iryna.taps("Хто бачить ім’я")
    await iryna.taps("бачать лише офіцери")
    await iryna.hears("Зразок Таємний · бачать лише офіцери")
    await iryna.taps("Хто бачить телефон")
    await iryna.taps("бачать лише офіцери")
    await iryna.hears("· бачать лише офіцери")

    secret, colleague = await town.officer("zt-o03"), await town.officer("zt-o04")
    olena = await town.neighbour("Олена")
    number = await town.report(olena, "Гучна музика")
    await secret.hears("Нове повідомлення")
    await secret.taps("Прийняти")
    await olena.hears(f"№ {number} прийнято. Ним займається поліцейський офіцер громади")
    card = await colleague.hears("займається Зразок Таємний")
    assert "+380 00 000 00 20" in card["text"]
    await secret.replies("Гучна музика", "Їду")
    await olena.hears(f"Офіцер громади · № {number}")
    assert not [text for text in olena.heard if "Таємний" in text or "майор" in text or "00 20" in text]


async def test_a_photo_is_for_those_who_may_see_it(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-o09", "Зразок")
    await iryna.taps("Фото")
    await iryna.hears("Надішліть фото")
    await iryna.says("ось")
    await iryna.hears("потрібне фото, надіслане як фото")
    await iryna.sends_photo()
    await iryna.hears("Фото: є")
    await iryna.taps("Фото")
    await iryna.taps("Прибрати")
    await iryna.hears("Фото: —")


async def test_an_invitation_in_the_chat(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-o03", "Зразок Третій")
    await iryna.taps("Запросити")
    link = await iryna.hears("https://t.me/")
    payload = link["text"].split("?start=")[1].split()[0]
    officer = await town.box.person("Акаунт", group="officer")
    await officer.says(f"/start {payload}")
    await officer.hears("Вітаю, Зразок Третій")
    assert payload.removeprefix("inv_") not in str(await town.rows("SELECT * FROM audit"))
    await opens(iryna, "zt-o03", "Зразок Третій")
    await iryna.hears("У боті, отримує повідомлення")
    await iryna.taps("Відключити телефон")
    await iryna.taps("Так, відключити")
    await iryna.hears("телефон відключено. Поки офіцер не приєднається знову")
    assert (await town.known_officer("zt-o03")).chat_id is None
    assert (await noted(town, "officer-unbound"))["subject"] == "officer:zt-o03"


async def test_a_beat_its_areas_station_and_posts(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-d02", "Бердичівська громада")
    await iryna.hears("Дільниця Бердичівська громада")
    await iryna.taps("Додати територію")
    await iryna.hears("За що відповідає дільниця")
    await iryna.says("Житомирська громада")
    which = await iryna.hears("Що саме?")
    assert "Житомирська громада" in buttons(which)[0]
    await iryna.says("UA18020030010047029")
    await iryna.hears("Що саме?")
    await iryna.taps("м. Бердичів")
    await iryna.hears("• м. Бердичів, Бердичівська громада")
    await iryna.taps("Прибрати територію")
    await iryna.taps("м. Бердичів")
    panel = await iryna.hears("Дільниця Бердичівська громада")
    assert "м. Бердичів" not in panel["text"]

    await iryna.taps("Завершити призначення")
    await iryna.taps("Зразок Третій")
    await iryna.hears("останній день на дільниці")
    await iryna.says("31.12.2020")
    await iryna.hears("останній день раніше за перший")
    await iryna.says("31.12.2030")
    ending = await iryna.hears("Зразок Третій, від 01.01.2024 до 31.12.2030")
    assert "жодного офіцера" not in ending["text"]  # somebody else stays
    await iryna.taps("Завершити призначення")
    await iryna.taps("Зразок Четвертий")
    await iryna.says("31.12.2029")
    await iryna.hears("Після 31.12.2030 тут не буде жодного офіцера")

    await iryna.taps("Призначити офіцера")
    await iryna.hears("Хто тут служитиме")
    await iryna.says("zt-o01")
    await iryna.hears("знайдено: 1")
    await iryna.taps("Зразок Перший")
    await iryna.hears("з якого дня")
    await iryna.taps("Сьогодні")
    appointed = await iryna.hears("• Зразок Перший, від")
    assert "жодного офіцера" not in appointed["text"]

    await iryna.taps("Станція")
    await iryna.hears("Яка станція")
    await iryna.taps("Без станції")
    await iryna.hears("Станція: —")


async def test_new_entries(town: Town, iryna: Person) -> None:
    await iryna.says("/directory")
    await iryna.taps("Нова дільниця")
    await iryna.hears("Як називається дільниця")
    await iryna.says("Дільниця № 7")
    await iryna.hears("За що відповідає")
    await iryna.says("Бердичів")
    await iryna.taps("Бердичівська громада")
    await iryna.hears("Дільниця Дільниця № 7")
    await iryna.taps("Призначити офіцера")
    await iryna.taps("Новий офіцер")
    await iryna.taps("дільничний офіцер поліції")
    await iryna.hears("Ім’я та прізвище офіцера")
    await iryna.says("Зразок Щойний")
    await iryna.hears("• Зразок Щойний, від")
    await iryna.taps("Станція")
    await iryna.taps("Нова станція")
    await iryna.hears("Як називається станція")
    await iryna.says("Станція № 7")
    await iryna.hears("Яка адреса")
    await iryna.says("вул. Зразкова, 7")
    await iryna.hears("Станція: Станція № 7")
    added = await town.rows("SELECT subject FROM audit WHERE action LIKE '%-added' AND action <> 'admin-added'")
    assert sorted(row["subject"].split(":")[0] for row in added) == ["beat", "officer", "station"]
    assert len(await editions(town)) == 4


async def test_what_is_named_elsewhere_cannot_be_retired(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-s02", "Поліцейська станція «Бердичів»")
    await iryna.taps("Вилучити з довідника")
    await iryna.taps("Так, вилучити")
    await iryna.hears("коду «zt-s02» немає на аркуші")
    await opens(iryna, "zt-d02", "Бердичівська громада")
    await iryna.taps("Вилучити з довідника")
    await iryna.taps("Так, вилучити")
    await iryna.hears("Дільницю «Бердичівська громада» вилучено")
    assert len(await editions(town)) == 2


async def test_only_a_duty_unit_answers_for_a_whole_raion(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-d02", "Бердичівська громада")
    await iryna.taps("Додати територію")
    await iryna.hears("За що відповідає")
    await iryna.says("Бердичівський район")
    await iryna.taps("Бердичівський р-н")
    await iryna.hears("за них відповідає лише черговий")
    assert len(await editions(town)) == 1


# --- an admin of one hromada ------------------------------------------------------------------------------------------


async def test_an_admin_of_a_territory_sees_and_changes_only_what_lies_in_it(town: Town, iryna: Person) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    await maria.says("/directory")
    home = await maria.hears("Станцій: 1\n")
    assert "Офіцерів: 2" in home["text"]
    await maria.says("zt-s01")
    await maria.hears("знайдено: 0")
    await opens(maria, "zt-s02", "Поліцейська станція «Бердичів»")
    await maria.taps("Години роботи")
    await maria.hears("Коли станція відчинена")
    await maria.says("щодня 8–20")
    await maria.hears("Години роботи: щодня 8–20")
    await opens(maria, "zt-d02", "Бердичівська громада")
    await maria.taps("Додати територію")
    await maria.hears("За що відповідає")
    await maria.says("Житомир")
    await maria.hears("На вашій території такого не знаю")


@pytest.mark.parametrize(
    "data",
    [
        "en:stations:1:open",
        "en:stations:1:hours",
        "en:officers:1:invite",
        "en:officers:1:unbind-really",
        "en:beats:1:retire-really",
        "ep:officers:1:phone_seen:public",
        "ep:beats:1:area:UA18020030010047029",
        "ep:beats:2:area:UA18040190000029215",
        "ep:beats:2:appoint:1",
        "ep:beats:2:station:1",
    ],
)
async def test_buttons_made_up_for_what_lies_elsewhere_are_refused(town: Town, data: str) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    await maria.says("/directory")
    home = await maria.hears("Довідник")
    await maria.taps_data(home["message_id"], data)
    await maria.hears("поза вашою територією")
    assert len(await editions(town)) == 1


@pytest.mark.parametrize(
    "data",
    [
        "en:stations:999:open",
        "en:stations:1:rank",
        "en:beats:1:invite",
        "en:beats:1:unbind-really",
        "en:officers:1:empty",
        "en:officers:1:nonsense",
        "ep:stations:1:role:duty",
        "ep:officers:1:phone_seen:everybody",
        "ep:beats:1:end-post:1.99999999999",
        "ep:beats:1:no-area:UA18040190000029215",
        "ep:beats:1:today:",
        "nb:UA18040190000029215",
        "dl::77::",
        "dl:stations:0::abc",
        "rb:99:99:show",
        "im:99:discard",
    ],
)
async def test_stale_and_senseless_buttons_get_an_answer(town: Town, iryna: Person, data: str) -> None:
    await iryna.says("/directory")
    home = await iryna.hears("Довідник")
    await iryna.taps_data(home["message_id"], data)
    await iryna.hears("Цей файл" if data.startswith("im") else "Ця кнопка вже не діє")
    assert len(await editions(town)) == 1


async def test_a_resident_cannot_tap_an_admins_button(town: Town, iryna: Person) -> None:
    olena = await town.neighbour("Олена")
    shown = await olena.hears("Бердичів")
    await olena.taps_data(shown["message_id"], "ep:officers:1:phone_seen:public")
    await olena.hears("Ця кнопка вже не діє")
    assert len(await editions(town)) == 1
