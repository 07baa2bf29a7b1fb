"""An admin puts an announcement together: words, pictures, areas; and may leave it and come back."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.domain.notices import Notice
from tests.journeys.announcements.steps import (
    Desk,
    announcement,
    opening,
    says_now,
    submitted,
)
from tests.people import buttons, words


async def test_a_long_count_keeps_nobody_waiting(desk: Desk) -> None:
    """It is made beside the turns: the panel comes without it, others are answered, then the number comes."""
    await desk.town.wants_announcements(await desk.town.neighbour("Оксана", place="Бердичів"))
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


async def test_words_with_placeholders_and_an_album(desk: Desk) -> None:
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await desk.town.wants_announcements(resident)
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
    await desk.iryna.hears("Додано: 3.")
    await desk.iryna.taps("Готово")
    await desk.iryna.hears("3 фото чи відео")
    await desk.iryna.taps("Як це побачать")
    await desk.iryna.hears("Так це побачать мешканці")
    await desk.iryna.hears("м. Бердичів: відкрито Поліцейська станція")
    await desk.iryna.hears("Усе готове")
    await desk.iryna.says("Гришківці")
    await desk.iryna.hears("с-ще Гришківці: відкрито Поліцейська станція «Бердичів»")
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
    assert [each for each in buttons(chosen) if each.startswith("Прибрати: ")] == [
        "Прибрати: Бердичівський район (Житомирська обл.)",
        "Прибрати: Малинська громада (Житомирська обл.)",
        "Прибрати: Олевська громада (Житомирська обл.)",
    ]
    await desk.iryna.taps("Прибрати: Малинська громада")
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
    await desk.iryna.hears("Я не знаю, що з цим зробити")  # no draft is open any more


async def test_a_resident_who_is_an_admin_writes_reports_beside_a_draft(desk: Desk) -> None:
    await desk.town.officer("zt-o03")
    await desk.iryna.says("/start")
    await desk.iryna.taps("Погоджуюсь")
    await desk.iryna.hears("Де це сталося або де ви живете")
    await desk.iryna.says("Бердичів")
    await desk.iryna.hears("вашої громади:")
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.says("Сусіди гучно співають")
    await desk.iryna.hears("Про що хочете повідомити")


async def test_old_buttons_are_answered(desk: Desk) -> None:
    await opening(desk.iryna, "Бердичів")
    panel = await desk.iryna.hears("Усе готове")
    asked = {each["text"]: each["callback_data"] for row in panel["reply_markup"]["inline_keyboard"] for each in row}
    await submitted(desk.iryna)
    await desk.iryna.taps_data(panel["message_id"], asked["Станції"])
    await desk.iryna.hears("розсилка чекає на схвалення")
    await desk.iryna.taps_data(panel["message_id"], "ba:999:panel")
    await desk.iryna.hears("Ця кнопка вже не діє")
    await desk.iryna.taps_data(panel["message_id"], "bt:1:завтра:")
    await desk.iryna.hears("Ця кнопка вже не діє")


async def test_a_reply_to_a_report_is_never_taken_for_the_text_of_an_announcement(desk: Desk) -> None:
    """An admin may be an officer too, and answers somebody in the middle of writing."""
    await desk.iryna.says(f"/start {await desk.town.invitation('zt-o05')}")
    await desk.iryna.hears("Повідомлення мешканців приходитимуть")
    olena = await desk.town.neighbour("Олена", place="Коростень")
    await desk.town.report(olena, "Шумлять сусіди")
    card = await desk.iryna.hears("Шумлять сусіди")
    await desk.iryna.says("/announce")
    await desk.iryna.taps("Інше оголошення")
    await desk.iryna.hears("Напишіть текст оголошення")
    await desk.iryna.replies(card, "Виїжджаю")
    await olena.hears("Виїжджаю")
    await desk.iryna.says("Збори о 18:00")
    await desk.iryna.hears("Текст: ваш")


async def test_a_reply_to_the_question_is_its_answer(desk: Desk) -> None:
    """Whoever is nothing but an admin can mean nothing else."""
    await desk.iryna.says("/announce")
    await desk.iryna.taps("Інше оголошення")
    asked = await desk.iryna.hears("Напишіть текст оголошення")
    await desk.iryna.replies(asked, "Збори о 18:00")
    await desk.iryna.hears("Текст: ваш")
