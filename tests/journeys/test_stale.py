"""Buttons whose time is over: a toast, or a message where it is too late for one; what does nothing any more goes."""

import asyncio

from tests.journeys.conftest import Town
from tests.people import Json, Person, buttons, words

OFFICER = "zt-o05"
OVER = "Ця кнопка вже не діє"


async def now(who: Person, message: Json) -> Json:
    """The message as it is after all has been said."""
    await who.looks()
    return who.messages[message["message_id"]]


async def without_buttons(who: Person, message: Json, *left: str) -> None:
    for _ in range(50):
        if buttons(await now(who, message)) == list(left):
            return
        await asyncio.sleep(0.1)
    raise AssertionError(buttons(await now(who, message)))


def bot_messages(who: Person) -> int:
    return sum(each["from_bot"] for each in who.messages.values())


async def old_question(town: Town) -> tuple[Person, Json]:
    """A question that is over."""
    olena = await town.neighbour("Олена")
    await olena.says("/report")
    question = await olena.hears("Про що хочете повідомити")
    await olena.taps("Скасувати")
    await olena.hears("Скасовано")
    return olena, question


async def test_a_toast_and_the_buttons_go(town: Town) -> None:
    await town.officer("zt-o03")
    olena, question = await old_question(town)
    before = bot_messages(olena)
    answer = await olena.taps_data(question["message_id"], "ct:noise")
    assert answer is not None
    assert answer["text"].startswith(OVER)
    await without_buttons(olena, question)
    assert bot_messages(olena) == before
    assert (await town.rows("SELECT count(*) AS n FROM outbox"))[0]["n"] == 0


async def test_a_message_where_it_is_too_late_for_a_toast(town: Town) -> None:
    await town.officer("zt-o03")
    olena, question = await old_question(town)
    await olena.taps_data(question["message_id"], "ct:noise", age=300)
    said = await olena.hears(OVER)
    assert said["from_bot"]
    await without_buttons(olena, question)


async def test_a_second_tap_on_send_says_so_and_the_number_leads_on(town: Town) -> None:
    await town.officer(OFFICER)
    olena = await town.neighbour("Олена", "Коростень")
    number = await town.report(olena, "Шумлять сусіди")
    summary = next(each for each in olena.messages.values() if "Перевірте перед надсиланням" in words(each))
    answer = await olena.taps_data(summary["message_id"], await town.act(number, "send", "dr"))
    assert answer is not None
    assert words(answer) == f"Вже надіслано, це повідомлення № {number}."
    await without_buttons(olena, summary, f"№ {number}")
    await olena.taps(f"№ {number}")
    await olena.hears("надіслано, ще не прийнято")
    assert await town.count("reports") == 1


async def test_an_older_copy_of_a_card_shows_how_things_are(town: Town) -> None:
    officer = await town.officer(OFFICER)
    olena = await town.neighbour("Олена", "Коростень")
    number = await town.report(olena, "Шумлять сусіди")
    older = await officer.hears(f"Нове повідомлення № {number}")
    await officer.says("/queue")
    await officer.taps(f"№ {number}")
    newer = await officer.hears(f"Нове повідомлення № {number}")
    await officer.taps("Прийняти")
    await officer.hears("прийняли ви")
    assert "Прийняти" in buttons(await now(officer, older))
    await officer.taps_data(older["message_id"], await town.act(number, "accept"))
    await without_buttons(officer, older, *buttons(await now(officer, newer)))
    await officer.taps_data(older["message_id"], await town.act(number, "resolve"))
    await officer.hears("вирішено")
    await without_buttons(officer, older, *buttons(await now(officer, newer)))
    await officer.taps_data(newer["message_id"], await town.act(number, "resolve"))
    await officer.hears("Зараз цього зробити не можна")


async def test_a_list_keeps_its_other_numbers(town: Town) -> None:
    officer = await town.officer(OFFICER)
    olena = await town.neighbour("Олена", "Коростень")
    petro = await town.neighbour("Петро", "Коростень")
    await town.report(olena, "Шум")
    await town.report(petro, "Інший шум")
    await officer.says("/queue")
    queue = await officer.hears("На вас чекають")
    gone = await town.act(1, "show")
    await olena.says("/forget")
    await olena.taps("Так, стерти все")
    await olena.hears("усе, що я про вас зберігав, стерто")
    await officer.taps_data(queue["message_id"], gone)
    await officer.hears("Цього повідомлення вже немає")
    await without_buttons(officer, queue, "№ 2")


async def test_an_old_place_asks_before_it_moves_a_home(town: Town) -> None:
    """The list of a search that is over lies above a home that was named later."""
    await town.officer(OFFICER)
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Іванівка, Житомирська область")
    listed = await olena.hears("Яке ваше")
    other = listed["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olena.says("Коростень")
    await olena.hears("вашої громади:")
    (before,) = await town.rows("SELECT place FROM residents")
    await olena.taps_data(listed["message_id"], other)
    await olena.hears("Це ваше місце?")
    assert await town.rows("SELECT place FROM residents") == [before]
    await olena.taps("Так, тут")
    await olena.hears("село Іванівка")
    (after,) = await town.rows("SELECT place FROM residents")
    assert f"pl:{after['place']}" == other != f"pl:{before['place']}"
