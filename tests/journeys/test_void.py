"""No report into a void: where nobody could read it none is taken, and whom to call is said."""

import asyncio
from datetime import timedelta

from bot.domain.clock import utc_now
from tests.journeys.conftest import OpenTown, Town
from tests.people import buttons, words


async def test_where_nobody_reads_no_report_is_taken(town: Town) -> None:
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/report")
    await olena.hears("Поліцейська станція «Коростень»")
    told = await olena.hears("зараз не приймаю")
    assert "102" in words(told)
    assert "Написане" not in words(told)
    await olena.says("Щоночі гуркоче музика")
    told = await olena.hears("Написане я нікому не передав")
    assert buttons(told) == ["Інше місце"]
    await olena.sends_photo("Ось двір")
    await olena.hears("Написане я нікому не передав")
    assert not await town.count("reports")


async def test_words_for_a_void_wait_for_another_place(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.hears("Згодні?")
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Вкрали велосипед біля школи")
    await olena.hears("я запам’ятав")
    await olena.says("Бердичів")
    await olena.hears("Написане я нікому не передав")
    await olena.says("Червоний, зі сріблястим кермом")
    await olena.hears("Написане я нікому не передав")
    await olena.says("Коростень")
    await olena.hears("Про що хочете повідомити")
    await olena.taps("Крадіжка")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Разом уже 2")
    await town.send(olena)
    await officer.hears("Вкрали велосипед біля школи")
    await officer.hears("Червоний, зі сріблястим кермом")


async def test_words_for_a_void_are_erased_after_a_day(open_town: OpenTown) -> None:
    now = {"now": utc_now()}
    town = await open_town(clock=lambda: now["now"])
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("Щоночі гуркоче музика")
    await olena.hears("пам’ятаю написане добу")
    now["now"] += timedelta(hours=24, minutes=1)
    assert await town.app.ticks.housekeeping.forget_held() == 1
    rows = await town.rows("SELECT data FROM dialogues")
    assert not [row for row in rows if "held" in row["data"]]


async def test_whoever_leaves_while_a_report_is_written_makes_it_wait(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    await olena.says("Музика")
    await olena.hears("Додано. Пишіть")
    await olena.taps("Готово")
    ready = await olena.hears("Перевірте перед надсиланням")
    await officer.blocks()
    await nobody_reads(town)
    await olena.taps_data(ready["message_id"], await town.act(1, "send", "dr"))
    await olena.hears("Поліцейська станція «Коростень»")
    told = await olena.hears("тому надіслати не можна")
    assert "Надіслати" not in buttons(told)
    assert [row["status"] for row in await town.rows("SELECT status FROM reports")] == ["draft"]
    await officer.unblocks()
    await olena.taps("Додати ще")
    await town.send(olena)
    await officer.hears("Музика")


async def nobody_reads(town: Town) -> None:
    """The block is known."""
    for _ in range(600):
        if await town.rows("SELECT 1 FROM officers WHERE unreachable_at IS NOT NULL"):
            return
        await asyncio.sleep(0.05)
    raise AssertionError("nobody noticed the block")


async def test_whoever_waits_hears_that_the_last_officer_left(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Музика")
    await officer.hears("Музика")
    await officer.blocks()
    await olena.hears("зараз нікому прочитати")
    await town.app.ticks.attention.find_officers()
    await olena.says("Досі грає")
    await olena.hears("Зараз його нікому прочитати: передам")
    await officer.unblocks()
    await officer.hears("Досі грає")
    await olena.hears("знову є кому прочитати")
    assert len([each for each in olena.heard if "зараз нікому прочитати" in each]) == 1
