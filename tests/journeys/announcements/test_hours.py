"""When an announcement goes out, and what holds it back or makes it cost."""

from tests.journeys.announcements.steps import Desk, announcement, opened, opening, submitted
from tests.journeys.conftest import OpenTown
from tests.people import buttons, words


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
    await desk.town.wants_announcements(resident)
    await desk.oleh.says("/hold")
    await desk.oleh.hears("йдуть усюди")
    await desk.oleh.taps("Зупинити в області")
    await desk.oleh.taps("Житомирська обл.")
    await desk.oleh.hears("Житомирська область: чому?")
    await desk.oleh.taps("Повітряна тривога")
    await desk.oleh.hears("Житомирська область — повітряна тривога")
    await opening(desk.iryna, "Бердичів")
    await desk.iryna.hears("З них 1 зачекає, бо розсилки зупинено: Житомирська область (повітряна тривога)")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await desk.oleh.taps("Схвалити")
    await desk.iryna.hears("Чекають, бо розсилки зупинено: 1")
    assert not any("відкрилася" in each for each in resident.heard)
    await desk.oleh.says("/hold")
    await desk.oleh.taps("Відновити: Житомирська область")
    await desk.oleh.hears("йдуть усюди")
    await resident.hears("відкрилася поліцейська станція")
    await desk.oleh.says("/hold")
    await desk.oleh.taps("Зупинити в області")
    await desk.oleh.taps("м. Київ")
    await desk.oleh.taps("Інша причина")
    await desk.oleh.hears("напишіть причину")
    await desk.oleh.says("Сервер на ремонті")
    await desk.oleh.hears("м. Київ — Сервер на ремонті")


async def test_nothing_moves_while_all_wait(desk: Desk) -> None:
    """The progress of an announcement for an oblast on hold promises no time."""
    await desk.town.wants_announcements(await desk.town.neighbour("Оксана", place="Бердичів"))
    await announcement(desk.iryna, "Увага", "Бердичівський район")
    await submitted(desk.iryna)
    await desk.oleh.hears("Коли: одразу після схвалення")
    await desk.oleh.says("/hold")
    await desk.oleh.taps("Зупинити в області")
    await desk.oleh.taps("Житомирська обл.")
    await desk.oleh.taps("Немає світла")
    await desk.oleh.hears("Житомирська область — немає світла")
    await desk.oleh.taps("Схвалити")
    board = await desk.iryna.hears("Чекають, бо розсилки зупинено: 1")
    assert "Лишилося" not in words(board)
