"""A second admin says yes or no, to what was seen and to nothing else."""

from tests.journeys.admins import BERDYCHIV_RAION, guest_of
from tests.journeys.announcements.steps import (
    IRYNA,
    OLEH,
    Desk,
    announcement,
    how_often,
    opened,
    opening,
    says_now,
    submitted,
)
from tests.journeys.conftest import OpenTown
from tests.people import buttons


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


async def test_the_list_offers_a_yes_to_whoever_can_give_it(desk: Desk) -> None:
    """Whoever wrote it finds what an author can do; a guest of theirs may say no."""
    guest = await guest_of(desk.town, IRYNA, "Гість", BERDYCHIV_RAION)
    await opening(desk.iryna, "Бердичів")
    await submitted(desk.iryna)
    own = await desk.iryna.hears("чекає на схвалення: Олег")
    shown = {}
    for who, said in (
        (desk.iryna, "чекає на схвалення: Олег"),
        (guest, "має хтось інший"),
        (desk.oleh, "просить схвалити"),
    ):
        await who.says("/broadcasts")
        await who.hears("чекає на схвалення")
        await who.taps("№ 1")
        await who.hears("Так це побачать мешканці")
        shown[who.name] = await who.hears(said)
    assert buttons(shown["Ірина"]) == ["Забрати на доопрацювання", "Скасувати"]
    assert shown["Ірина"]["message_id"] > own["message_id"]
    assert buttons(shown["Гість"]) == ["Не схвалювати"]
    assert buttons(shown["Олег"]) == ["Схвалити", "Не схвалювати"]
    await desk.oleh.taps("Схвалити")
    for who in (desk.iryna, guest):
        assert await says_now(who, shown[who.name], "більше не чекає" if who is desk.iryna else "Схвалено: Олег") == []


async def test_a_no_comes_back_with_its_reason_and_can_be_improved(desk: Desk) -> None:
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await desk.town.wants_announcements(resident)
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


async def test_a_yes_is_to_what_was_seen(desk: Desk) -> None:
    """The author takes it back and changes it while the second admin is about to say yes to the words before."""
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await desk.town.wants_announcements(resident)
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
    await desk.oleh.hears("Я не знаю, що з цим зробити")


async def test_without_approval(open_town: OpenTown) -> None:
    desk = await opened(open_town, announcement_approval=False)
    resident = await desk.town.neighbour("Оксана", place="Бердичів")
    await desk.town.wants_announcements(resident)
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.taps("Далі: коли")
    await desk.iryna.hears("зараз же")
    await desk.iryna.taps("Одразу")
    await desk.iryna.hears("Розсилку № 1 прийнято")
    await resident.hears("відкрилася поліцейська станція")
    await desk.iryna.hears("Отримав 1 мешканець")
