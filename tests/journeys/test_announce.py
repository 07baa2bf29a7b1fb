"""Admins announce something: from the first word to the residents it concerns, with a second admin's yes."""

import asyncio
import io
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

import pytest
from openpyxl import Workbook

import db.admins
from bot.domain.admins import Scope
from bot.domain.clock import utc_now
from bot.domain.notices import Notice
from bot.domain.places import Category
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, buttons, file, words

IRYNA, OLEH = 9001, 9002
ALL_DAY = {"quiet_hours": "00:00-00:00"}


@dataclass
class Desk:
    """A town with two admins."""

    town: Town
    iryna: Person
    oleh: Person


@pytest.fixture
async def desk(open_town: OpenTown) -> Desk:
    return await opened(open_town)


async def opened(open_town: OpenTown, **more: Any) -> Desk:
    town = await open_town(**({"superadmins": (IRYNA, OLEH)} | ALL_DAY | more))
    iryna, oleh = await town.box.person("Ірина", id=IRYNA), await town.box.person("Олег", id=OLEH)
    for each in (iryna, oleh):
        await each.says("/admin")
        await each.hears("довідником усієї країни")
    return Desk(town, iryna, oleh)


async def opening(who: Person, *stations: str) -> None:
    """From /announce to the panel, with these stations tapped."""
    await who.says("/announce")
    await who.hears("Про що розповісти")
    await who.taps("Відкриття станцій")
    await who.hears("Які станції відкрилися")
    for n, station in enumerate(stations, start=1):
        await who.taps(station)
        await who.hears(f"Обрано {n} ")
    await who.taps("Готово")
    await who.hears("Усе готове")


async def announcement(who: Person, text: str, area: str) -> None:
    """From /announce to the panel of a plain announcement."""
    await who.says("/announce")
    await who.taps("Інше оголошення")
    await who.hears("Напишіть текст оголошення")
    await who.says(text)
    await who.hears("Далі оберіть, кому")
    await who.taps("Кому")
    await who.hears("Кому надіслати?")
    await who.says(area)
    await who.hears("Кому: ")
    await who.taps("Готово")
    await who.hears("Усе готове")


async def submitted(who: Person) -> None:
    """From the panel to the others, to go out at once."""
    await who.taps("Далі: коли")
    await who.hears("Коли надсилати?")
    await who.taps("Одразу")
    await who.hears("чекає на схвалення")


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


async def test_a_long_count_keeps_nobody_waiting(desk: Desk) -> None:
    """It is made beside the turns: the panel comes without it, others are answered, then the number comes."""
    await desk.town.neighbour("Оксана", place="Бердичів")
    counts = desk.town.app.postman._counts
    fill, counted = counts._fill, asyncio.Event()

    def slowly(notice: Notice) -> Coroutine[Any, Any, Notice] | None:
        work = fill(notice)
        return work and _after(counted, work)

    counts._fill = slowly
    await desk.iryna.says("/announce")
    await desk.iryna.taps("Відкриття станцій")
    await desk.iryna.hears("Які станції")
    await desk.iryna.taps("Бердичів")
    await desk.iryna.hears("Обрано 1")
    await desk.iryna.taps("Готово")
    panel = await desk.iryna.hears("Рахую, скільки людей це отримає")
    assert "Далі: коли надсилати" in buttons(panel)
    await desk.oleh.says("/broadcasts")
    await desk.oleh.hears("Розсилок ще не було")
    counted.set()
    await says_now(desk.iryna, panel, "Отримає 1 мешканець")
    assert "Рахую" not in words(desk.iryna.messages[panel["message_id"]])


async def _after(event: asyncio.Event, work: Coroutine[Any, Any, Notice]) -> Notice:
    await event.wait()
    return await work


async def test_the_author_does_not_approve(desk: Desk) -> None:
    await opening(desk.iryna, "Бердичів")
    await submitted(desk.iryna)
    card = await desk.oleh.hears("просить схвалити")
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    own = await desk.iryna.hears("чекає на схвалення")
    await desk.iryna.taps_data(own["message_id"], data)
    await desk.iryna.hears("Своє оголошення схвалити не можна")
    await desk.oleh.taps("Схвалити")
    await desk.iryna.hears("схвалено: Олег")


async def test_a_no_comes_back_with_its_reason_and_can_be_improved(desk: Desk) -> None:
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await announcement(desk.iryna, "Завтра прийом громадян", "Бердичівська громада")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Не схвалювати")
    await desk.oleh.hears("Чому ні?")
    await desk.oleh.says("Не вказано годину")
    await desk.iryna.hears("Причина: Не вказано годину")
    await desk.oleh.hears("Розсилку № 1 не схвалено: Олег")
    await desk.oleh.hears("\n\nНе схвалено: Олег")
    await desk.iryna.taps("Відкрити")
    await desk.iryna.hears("Текст: ваш, українською")
    await desk.iryna.taps("Текст")
    await desk.iryna.hears("Новий його замінить")
    await desk.iryna.says("Завтра о 10:00 прийом громадян")
    await desk.iryna.hears("Усе готове")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Схвалити")
    await resident.hears("Завтра о 10:00 прийом громадян")


async def test_what_waits_says_what_became_of_it(desk: Desk) -> None:
    """The author's message changes in place: its buttons go, and old ones are answered. The decision itself comes once,
    as a new message that notifies."""
    await opening(desk.iryna, "Бердичів")
    await submitted(desk.iryna)
    waits = await desk.iryna.hears("чекає на схвалення: Олег")
    assert buttons(waits) == ["Забрати на доопрацювання", "Скасувати"]
    old = waits["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await desk.iryna.taps("Забрати на доопрацювання")
    await desk.iryna.hears("Усе готове")
    assert await says_now(desk.iryna, waits, "Розсилка № 1 знову чернетка") == []
    await submitted(desk.iryna)
    second = await desk.iryna.hears("чекає на схвалення: Олег")
    assert second["message_id"] != waits["message_id"]
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Не схвалювати")
    await desk.oleh.hears("Чому ні?")
    await desk.oleh.taps("Без пояснень")
    assert await says_now(desk.iryna, second, "Розсилка № 1 більше не чекає") == []
    assert await how_often(desk.iryna, "не схвалено: Олег") == 1
    await desk.iryna.taps("Відкрити")
    await desk.iryna.hears("Усе готове")
    await submitted(desk.iryna)
    third = await desk.iryna.hears("чекає на схвалення: Олег")
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Схвалити")
    assert await says_now(desk.iryna, third, "Розсилка № 1 більше не чекає") == []
    assert await how_often(desk.iryna, "№ 1 схвалено: Олег") == 1
    await desk.iryna.taps_data(third["message_id"], old)
    await desk.iryna.hears("Зараз цього зробити не можна")


async def how_often(who: Person, fragment: str) -> int:
    """In how many messages it stands now, once it stands in one."""
    await who.hears(fragment)
    return sum(fragment in said for said in who.heard)


async def says_now(who: Person, message: dict[str, Any], fragment: str) -> list[str]:
    """The message says something else in the end; returns its buttons."""
    async with asyncio.timeout(20):
        while fragment not in words(who.messages[message["message_id"]]):
            await asyncio.sleep(0.05)
            await who.looks()
    return buttons(who.messages[message["message_id"]])


async def test_a_yes_is_to_what_was_seen(desk: Desk) -> None:
    """The author takes it back and changes it while the second admin is about to say yes to the words before."""
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await announcement(desk.iryna, "Прийом о 10:00", "Бердичівська громада")
    await submitted(desk.iryna)
    card = await desk.oleh.hears("просить схвалити")
    stale = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await desk.iryna.taps("Забрати на доопрацювання")
    await desk.iryna.hears("Усе готове")
    await desk.oleh.taps_data(card["message_id"], stale)
    await desk.oleh.hears("це ще чернетка")
    await desk.iryna.taps("Текст")
    await desk.iryna.hears("Новий його замінить")
    await desk.iryna.says("Прийом о 12:00")
    await desk.iryna.hears("Усе готове")
    await submitted(desk.iryna)
    await desk.oleh.hears("Прийом о 12:00")
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps_data(card["message_id"], stale)
    await desk.oleh.hears("Автор змінив це оголошення")
    await desk.oleh.says("/broadcasts")
    await desk.oleh.hears("чекає на схвалення")
    await desk.oleh.taps("№ 1")
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Схвалити")
    await resident.hears("Прийом о 12:00")
    assert not any("10:00" in each for each in resident.heard)


async def test_a_no_that_comes_too_late_leaves_nothing_open(open_town: OpenTown) -> None:
    """A third admin has said yes while the second one was still writing why not."""
    desk = await opened(open_town, superadmins=(IRYNA, OLEH, 9004))
    taras = await desk.town.box.person("Тарас", id=9004)
    await taras.says("/admin")
    await taras.hears("довідником усієї країни")
    await opening(desk.iryna, "Бердичів")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Не схвалювати")
    await desk.oleh.hears("Чому ні?")
    await taras.hears("просить схвалити")
    await taras.taps("Схвалити")
    await desk.iryna.hears("схвалено: Тарас")
    await desk.oleh.says("Не вказано годину")
    await desk.oleh.hears("Зараз цього зробити не можна")
    await desk.oleh.says("Ще щось")
    await desk.oleh.hears("Згодні?")


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
    await desk.iryna.hears("Не вдалося прочитати цей файл")


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


async def test_words_with_placeholders_and_an_album(desk: Desk) -> None:
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.taps("Текст")
    await desk.iryna.hears("{станція}")
    await desk.iryna.says("{місце}: відкрито {помилка}")
    await desk.iryna.hears("слово, якого я не знаю")
    await desk.iryna.says("{місце}: відкрито {станція}, {адреса}")
    await desk.iryna.hears("Текст: ваш, українською")
    await desk.iryna.taps("Фото й відео")
    await desk.iryna.hears("Надішліть фото")
    await desk.iryna.sends_album(3)
    await desk.iryna.hears("Є 3.")
    await desk.iryna.taps("Готово")
    await desk.iryna.hears("3 фото чи відео")
    await desk.iryna.taps("Як це побачать")
    await desk.iryna.hears("Так це побачать мешканці")
    await desk.iryna.hears("м. Бердичів: відкрито Поліцейська станція")
    await desk.iryna.hears("Усе готове")
    await desk.iryna.says("Гришківці")
    await desk.iryna.hears("сел. Гришківці: відкрито Поліцейська станція «Бердичів»")
    await desk.iryna.hears("Усе готове")
    await desk.iryna.taps("Надіслати собі")
    await desk.iryna.hears("м. Бердичів: відкрито")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Схвалити")
    await resident.hears("[photo]")
    await resident.hears("м. Бердичів: відкрито Поліцейська станція «Бердичів»")


async def test_areas_by_name(desk: Desk) -> None:
    await announcement(desk.iryna, "Увага", "Малинська громада, Житомирська область")
    await desk.iryna.taps("Кому")
    await desk.iryna.hears("Кому надіслати?")
    await desk.iryna.says("Бердичівський район")
    await desk.iryna.hears("Бердичівський район")
    await desk.iryna.says("Бозна-що-таке")
    await desk.iryna.hears("Такої місцевості я не знаю")
    await desk.iryna.says("Олевськ")
    await desk.iryna.hears("Що саме ви маєте на увазі?")
    await desk.iryna.taps("Олевська громада")
    chosen = await desk.iryna.hears("Олевська громада")
    assert [each for each in buttons(chosen) if each.startswith("✕")] == [
        "✕ Бердичівський район (Житомирська обл.)",
        "✕ Малинська громада (Житомирська обл.)",
        "✕ Олевська громада (Житомирська обл.)",
    ]
    await desk.iryna.taps("✕ Малинська громада")
    await desk.iryna.hears("Кому: Бердичівський район (Житомирська обл.), Олевська громада (Житомирська обл.)")
    await desk.iryna.taps("Уся країна")
    await desk.iryna.hears("Кому: уся країна")


async def test_a_draft_can_be_left_and_taken_up_again(desk: Desk) -> None:
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.says("/broadcasts")
    await desk.iryna.hears("чернетка")
    await desk.iryna.says("/announce")
    await desk.iryna.taps("Чернетка № 1")
    await desk.iryna.hears("Усе готове")
    await desk.iryna.taps("Скасувати")
    await desk.iryna.hears("Чернетку № 1 скасовано")
    await desk.oleh.says("/broadcasts")
    await desk.oleh.hears("скасовано")


async def test_words_beside_an_open_draft_are_told_their_way(desk: Desk) -> None:
    """An admin who never agreed to be a resident types before tapping «Текст»: the button is named, the draft stays."""
    await opening(desk.iryna, "Бердичів")
    for send in (desk.iryna.says, desk.iryna.sends_photo):
        await send("Приходьте на відкриття о 10:00")
        where = await desk.iryna.hears("натисніть «Текст»")
        assert buttons(where) == ["Текст"]
    await desk.iryna.taps("Текст")
    await desk.iryna.hears("готовий текст")
    await desk.iryna.says("Приходьте на відкриття о 10:00")
    await desk.iryna.hears("Текст: ваш, українською")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await desk.iryna.says("Добрий день")
    await desk.iryna.hears("Згодні?")  # no draft is open any more


async def test_a_resident_who_is_an_admin_writes_reports_beside_a_draft(desk: Desk) -> None:
    await desk.iryna.says("/start")
    await desk.iryna.taps("Так, погоджуюсь")
    await desk.iryna.hears("Де ви живете")
    await desk.iryna.says("Бердичів")
    await desk.iryna.hears("Телефонуйте 102 або 112")
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.says("Сусіди гучно співають")
    await desk.iryna.hears("Про що хочете повідомити")


async def test_old_buttons_are_answered(desk: Desk) -> None:
    await opening(desk.iryna, "Бердичів")
    panel = await desk.iryna.hears("Усе готове")
    asked = {each["text"]: each["callback_data"] for row in panel["reply_markup"]["inline_keyboard"] for each in row}
    await submitted(desk.iryna)
    await desk.iryna.taps_data(panel["message_id"], asked["Станції"])
    await desk.iryna.hears("оголошення чекає на схвалення")
    await desk.iryna.taps_data(panel["message_id"], "ba:999:panel")
    await desk.iryna.hears("Ця кнопка вже не діє")
    await desk.iryna.taps_data(panel["message_id"], "bt:1:завтра:")
    await desk.iryna.hears("Ця кнопка вже не діє")


async def appoint(town: Town, chat_id: int, name: str, *, raion: str) -> None:
    """An admin of one raion."""
    unit = next(each for each in town.app.places().units if each.category is Category.RAION and each.name == raion)
    async with town.app.database.write():
        scope = Scope(frozenset({unit.katottg}))
        await db.admins.put(chat_id=chat_id, name=name, locale="uk", scope=scope, superadmin=False, now=utc_now())


async def test_nobody_outside_the_territory_sees_it(desk: Desk) -> None:
    """An admin of one raion, with a button of somebody else's announcement."""
    await appoint(desk.town, 9003, "Місцева", raion="Бердичівський")
    local = await desk.town.box.person("Місцева", id=9003)
    await opening(desk.iryna, "Коростень")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await local.says("/broadcasts")
    await local.hears("Розсилок ще не було")
    mine = await local.says("/announce")
    await local.hears("Про що розповісти")
    await local.taps_data(mine["message_id"] + 1, "by:1:0123456789ab")
    await local.hears("Це поза вашою територією")
    await local.taps("Відкриття станцій")
    listed = await local.hears("Які станції")
    assert [each for each in buttons(listed) if "станція" in each] == ["Поліцейська станція «Бердичів» (зразок)"]
    await local.taps("Поліцейська станція «Бердичів»")
    await local.hears("Обрано 1")
    await local.taps("Готово")
    await local.taps("Кому")
    await local.hears("Кому надіслати?")
    await local.says("Малинська громада")
    await local.hears("поза вашою територією")
    await local.taps_data(mine["message_id"] + 1, "br:2:UA:1")
    await local.hears("Це поза вашою територією")


async def test_without_approval(open_town: OpenTown) -> None:
    desk = await opened(open_town, broadcast_approval=False)
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.taps("Далі: коли")
    await desk.iryna.hears("зараз же")
    await desk.iryna.taps("Одразу")
    await desk.iryna.hears("Розсилку № 1 прийнято")
    await resident.hears("відкрилася поліцейська станція")
    await desk.iryna.hears("Отримав 1 мешканець")


async def test_paid_sending_is_warned_of_before_it_costs(open_town: OpenTown) -> None:
    """Both who sends and who approves are told."""
    desk = await opened(open_town, allow_paid_broadcast=True)
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.taps("Далі: коли")
    await desk.iryna.hears("Telegram бере зірки з рахунку бота")
    await desk.iryna.taps("Одразу")
    card = await desk.oleh.hears("просить схвалити")
    assert "Telegram бере зірки з рахунку бота" in words(card)


async def test_at_an_hour_within_a_week(desk: Desk) -> None:
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.taps("Далі: коли")
    days = await desk.iryna.hears("Коли надсилати?")
    assert "зірки" not in words(days)
    shown = buttons(days)
    assert len(shown) in (9, 10)  # at once, 7 or 8 days, back
    await desk.iryna.taps(shown[2])
    await desk.iryna.hears("о котрій почати?")
    await desk.iryna.taps("12:00")
    waits = await desk.iryna.hears("чекає на схвалення")
    assert "12:00" in words(waits)
    await desk.oleh.hears("Коли: ")
    await desk.oleh.taps("Схвалити")
    await desk.iryna.hears("схвалено, чекає свого часу")
    await desk.iryna.taps("Зупинити зовсім")
    await desk.iryna.hears("скасовано")


async def test_an_oblast_on_hold(desk: Desk) -> None:
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await desk.oleh.says("/hold")
    await desk.oleh.hears("йдуть усюди")
    await desk.oleh.taps("Зупинити область")
    await desk.oleh.taps("Житомирська обл.")
    await desk.oleh.hears("Житомирська область: чому?")
    await desk.oleh.taps("Повітряна тривога")
    await desk.oleh.hears("Житомирська область — повітряна тривога")
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.hears("З них 1 зачекає: Житомирська область на паузі (повітряна тривога)")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Схвалити")
    await desk.iryna.hears("Чекають, бо область на паузі: 1")
    assert not any("відкрилася" in each for each in resident.heard)
    await desk.oleh.says("/hold")
    await desk.oleh.taps("Відновити: Житомирська область")
    await desk.oleh.hears("йдуть усюди")
    await resident.hears("відкрилася поліцейська станція")
    await desk.oleh.says("/hold")
    await desk.oleh.taps("Зупинити область")
    await desk.oleh.taps("м. Київ")
    await desk.oleh.taps("Інша причина")
    await desk.oleh.hears("напишіть причину")
    await desk.oleh.says("Сервер на ремонті")
    await desk.oleh.hears("м. Київ — Сервер на ремонті")


async def test_a_reply_is_never_taken_for_the_text_of_an_announcement(desk: Desk) -> None:
    """An admin may be an officer too, and answers somebody in the middle of writing."""
    await desk.iryna.says("/announce")
    await desk.iryna.taps("Інше оголошення")
    asked = await desk.iryna.hears("Напишіть текст оголошення")
    await desk.iryna.replies(asked, "Виїжджаю")
    await desk.iryna.hears("Згодні?")
    await desk.iryna.says("Збори о 18:00")
    await desk.iryna.hears("Текст: ваш")


async def test_nothing_moves_while_all_wait(desk: Desk) -> None:
    """The progress of an announcement for an oblast on hold promises no time."""
    await desk.town.neighbour("Оксана", place="Бердичів")
    await announcement(desk.iryna, "Увага", "Бердичівський район")
    await submitted(desk.iryna)
    await desk.oleh.hears("Коли: одразу після схвалення")
    await desk.oleh.says("/hold")
    await desk.oleh.taps("Зупинити область")
    await desk.oleh.taps("Житомирська обл.")
    await desk.oleh.taps("Немає світла")
    await desk.oleh.hears("Житомирська область — немає світла")
    await desk.oleh.taps("Схвалити")
    board = await desk.iryna.hears("Чекають, бо область на паузі: 1")
    assert "Лишилося" not in words(board)
