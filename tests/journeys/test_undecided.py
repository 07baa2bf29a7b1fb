"""Words of which nobody can tell where they belong: they wait for a day, and what was just resolved is asked about."""

from datetime import timedelta

from bot.domain.clock import utc_now
from tests.journeys.conftest import OpenTown, Town
from tests.journeys.test_farewells import forgets
from tests.people import Person, buttons, words

OFFICER, HOME = "zt-o05", "Коростень"


async def test_a_day_without_an_answer_forgets(open_town: OpenTown) -> None:
    now = [utc_now()]
    town = await open_town(clock=lambda: now[0])
    await town.officer(OFFICER)
    olena = await town.neighbour("Олена", HOME)
    for said in ("Перша справа", "Друга справа"):
        await town.report(olena, said)
    await olena.says("А що далі?")
    asked = words(await olena.hears("Куди їх передати"))
    assert "Не відповісте за 24 години — зітру" in asked
    now[0] += timedelta(hours=23)
    assert not await town.app.ticks.housekeeping.forget_held()
    now[0] += timedelta(hours=1, minutes=1)
    await olena.says("/help")  # a turn may have begun before the clock went on; the next one has not
    await olena.hears("Я допомагаю")
    await olena.taps("№ 1")
    await olena.hears("Ця кнопка вже не діє")
    assert await town.app.ticks.housekeeping.forget_held() == 1
    assert not await town.rows("SELECT 1 FROM dialogues WHERE key LIKE '%undecided'")


async def resolved(town: Town) -> tuple[Person, Person]:
    """Olena's report № 1, and its officer."""
    officer = await town.officer(OFFICER)
    olena = await town.neighbour("Олена", HOME)
    await town.report(olena, "Щоночі гуркоче музика")
    await officer.taps("Прийняти")
    await olena.hears("прийнято")
    await officer.taps("Вирішено")
    await olena.hears("№ 1 вирішеним")
    return olena, officer


async def test_what_comes_when_a_report_was_just_resolved(town: Town) -> None:
    """It may be about that one, and «дякую» is about nothing: the person says."""
    olena, officer = await resolved(town)
    await olena.says("дякую")
    asked = await olena.hears("щойно позначили вирішеним")
    assert buttons(asked) == ["Офіцеру: № 1 · Шум, сусіди · Коростень", "Нове повідомлення", "Нікуди"]
    await olena.taps("Нікуди")
    await olena.hears("нікуди не передаю")
    await olena.says("ні, не вирішено")
    await olena.hears("щойно позначили вирішеним")
    await olena.taps("Офіцеру: № 1")
    await officer.hears("ні, не вирішено")
    await olena.hears("Додано до повідомлення № 1")
    assert await town.rows("SELECT status FROM reports") == [{"status": "accepted"}]


async def test_a_new_report_after_one_was_resolved(town: Town) -> None:
    """Once it is sent, words are about it, not about the old one."""
    olena, officer = await resolved(town)
    await olena.says("Біля школи яма")
    await olena.hears("щойно позначили вирішеним")
    await olena.taps("Нове повідомлення")
    await olena.hears("Про що хочете повідомити")
    await olena.taps("Інше")
    await olena.hears("Комусь зараз загрожує небезпека?")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Додано. Пишіть")
    assert await town.send(olena) == "2"
    await officer.hears("Біля школи яма")
    await olena.says("Велика яма")
    await olena.hears("Додано до повідомлення № 2")


async def test_who_erased_all_is_spoken_to(town: Town) -> None:
    await town.officer(OFFICER)
    olena = await town.neighbour("Олена", HOME)
    await town.draft(olena)
    await olena.says("Щоночі гуркоче музика")
    panel = await olena.hears("Додано. Пишіть")
    await town.send(olena)
    done = await town.act(1, "done", kind="dr")
    await forgets(olena)
    await olena.says("/start")
    await olena.hears("Згодні?")
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    await olena.taps_data(panel["message_id"], done)
    await olena.hears("вже немає: ви стерли свої дані")
