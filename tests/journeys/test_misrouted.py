"""Words reach the report they belong to, whatever became of links; where nobody can tell, the person is asked."""

import sqlalchemy as sa

from db.engine import execute
from db.schema import links
from tests.journeys.conftest import Town
from tests.people import Json, Person, buttons, words

KOROSTEN, ZVIAHEL = "zt-o05", "zt-o06"


async def moves(who: Person, place: str) -> None:
    await who.says("/place")
    await who.hears("Де це сталося або де ви живете")
    await who.says(place)
    await who.hears("вашої громади:")


async def two_reports(town: Town) -> tuple[Person, Person, Person]:
    """№ 1 with the officer of Звягель, № 2 with the one of Коростень."""
    first, second = await town.officer(ZVIAHEL), await town.officer(KOROSTEN)
    olena = await town.neighbour("Олена", "Звягель")
    await town.report(olena, "Перша справа")
    await moves(olena, "Коростень")
    await town.report(olena, "Друга справа")
    await second.hears("Друга справа")
    return olena, first, second


async def no_links(town: Town) -> None:
    """As after a copy of the database was put back, or when the process died after each send."""
    async with town.app.database.write():
        await execute(sa.delete(links))


async def said_to(who: Person) -> str:
    await who.looks()
    return "\n".join(who.heard)


async def test_a_reply_to_the_copy_whose_answer_was_lost(town: Town) -> None:
    first, second = await town.officer(ZVIAHEL), await town.officer(KOROSTEN)
    olena = await town.neighbour("Олена", "Звягель")
    await town.report(olena, "Перша справа")
    await moves(olena, "Коростень")
    await town.draft(olena)
    await olena.says("Друга справа")
    await olena.hears("Додано. Пишіть")
    await olena.taps("Готово")
    await olena.hears("Перевірте перед надсиланням")
    await town.box.fault("lost_answer", method="sendMessage", chat=olena.id, times=1)
    await olena.taps("Надіслати")
    await second.hears("Друга справа")
    copies = await receipts(olena, 2)
    await first.replies("Перша справа", "Виїжджаю")  # the first report is touched last
    await olena.hears("Виїжджаю")

    await olena.replies(copies[0], "Це до другої")
    await olena.hears("Додано до повідомлення № 2")
    await second.hears("Це до другої")
    assert "Це до другої" not in await said_to(first)


async def receipts(who: Person, count: int) -> list[Json]:
    while True:
        await who.looks()
        found = [each for each in who.messages.values() if "повідомлення № 2" in words(each) and each["from_bot"]]
        if len(found) == count:
            return found
        await who.hears("повідомлення № 2")


async def test_every_message_to_a_resident_brings_its_address(town: Town) -> None:
    olena, first, second = await two_reports(town)
    await first.taps("Прийняти")
    await olena.hears("повідомлення № 1 прийнято")
    await first.replies("Перша справа", "Їду до вас")
    await olena.hears("Їду до вас")
    await first.replies("Перша справа", kind="photo")
    await olena.hears("[photo]")
    await second.replies("Друга справа", "А я до вас")
    await olena.hears("А я до вас")
    await first.taps("Вирішено")
    await olena.hears("№ 1 вирішеним")
    await olena.says("/my")
    await olena.hears("Ваші повідомлення")
    await no_links(town)

    await olena.looks()
    about_first = [
        each
        for each in olena.messages.values()
        if each["from_bot"] and "№ 1" in words(each) and "№ 2" not in words(each)
    ]
    assert len(about_first) >= 5
    for number, message in enumerate(about_first):
        await olena.replies(message, f"До першої, {number}")
        await first.hears(f"До першої, {number}")
        await olena.hears("Додано до повідомлення № 1")
    assert "До першої" not in await said_to(second)


async def test_of_a_list_the_person_says_which(town: Town) -> None:
    olena, first, second = await two_reports(town)
    await olena.says("/my")
    mine = await olena.hears("Ваші повідомлення")
    await olena.replies(mine, "До котрого?")
    asked = await olena.hears("Я не бачу, якого повідомлення стосується ваша відповідь")
    assert buttons(asked)[-2:] == ["Нове повідомлення", "Нікуди"]
    await olena.taps("Офіцеру: № 1")
    await first.hears("До котрого?")
    assert "До котрого?" not in await said_to(second)
    await olena.taps_data(asked["message_id"], asked["reply_markup"]["inline_keyboard"][1][0]["callback_data"])
    await olena.hears("Ця кнопка вже не діє")  # nothing waits any more


async def test_a_reply_that_nobody_can_place_is_kept_and_asked_about(town: Town) -> None:
    olena, first, second = await two_reports(town)
    await olena.looks()
    greeting = next(each for each in olena.messages.values() if "Згодні?" in words(each))
    await olena.replies(greeting, "Куди це?")
    await olena.hears("Я не бачу, якого повідомлення")
    await olena.sends_photo("І це")  # words after it wait with it
    await olena.hears("У вас кілька відкритих повідомлень")
    await olena.says("/place")  # something else is begun: what waits stays
    await olena.hears("Де це сталося або де ви живете")
    await olena.taps("Офіцеру: № 1")
    await first.hears("Куди це?")
    await first.hears("І це")
    assert "Куди це?" not in await said_to(second)

    await olena.says("Коростень")
    await olena.hears("місто Коростень")
    await olena.replies(greeting, "А це нове")
    await olena.hears("Я не бачу, якого повідомлення")
    await olena.taps("Нове повідомлення")
    await olena.hears("Ваші слова я запам’ятав, вони будуть у повідомленні")
    await olena.taps("Дорога, паркування")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Додано. Пишіть")
    assert await town.send(olena) == "3"
    await second.hears("А це нове")


async def test_words_that_wait_are_corrected_and_an_edit_of_nothing_is_answered(town: Town) -> None:
    olena, first, second = await two_reports(town)
    said = await olena.says("Кому-небудь")
    await olena.hears("У вас кілька відкритих повідомлень")
    await olena.edits(said, "Шостому")
    await olena.taps("Офіцеру: № 1")
    await first.hears("Шостому")
    assert "Кому-небудь" not in await said_to(first)
    answer = await first.says("Добрий день")
    await first.hears("Я не знаю, кому це передати")
    await first.edits(answer, "Доброго вечора")
    await first.taps("Мешканцю: № 1")
    await olena.hears("Доброго вечора")
    dropped = await olena.says("Ні до чого")
    await olena.hears("У вас кілька відкритих повідомлень")
    await olena.taps("Нікуди")
    await olena.hears("нікуди")
    await olena.edits(dropped, "А все-таки")
    await olena.hears("Цього в мене вже немає")
    assert "А все-таки" not in await said_to(second)


async def test_an_album_that_waits_stays_together(town: Town) -> None:
    olena, first, second = await two_reports(town)
    await olena.sends_album(3, "Три світлини")
    await olena.hears("У вас кілька відкритих повідомлень")
    await olena.taps("Офіцеру: № 1")
    await first.hears("Три світлини")
    assert await town.count("entries") == 5
    assert "Три світлини" not in await said_to(second)


async def test_an_officers_messages_bring_their_address_too(town: Town) -> None:
    officer = await town.officer(KOROSTEN)
    olena, petro = await town.neighbour("Олена", "Коростень"), await town.neighbour("Петро", "Коростень")
    await town.report(olena, "Собака гавкає")
    await town.report(petro, "Яма на дорозі", "Дорога")
    await officer.hears("Яма на дорозі")
    await officer.taps_data(max(officer.messages), await town.act(1, "reply"))
    prompt = await officer.hears("Напишіть відповідь сюди")
    card = next(each for each in officer.messages.values() if "Нове повідомлення № 1" in words(each))
    await no_links(town)
    for number, message in enumerate((prompt, card)):
        await officer.replies(message, f"Олені {number}")
        await olena.hears(f"Олені {number}")
    await officer.says("/queue")
    await officer.replies(await officer.hears("На вас чекають"), "Котрому?")
    await officer.hears("Я не бачу, якого повідомлення")
    await officer.taps("Мешканцю: № 2")
    await petro.hears("Котрому?")
    assert "Олені" not in await said_to(petro)
    assert "Котрому?" not in await said_to(olena)


async def test_a_number_leads_to_its_report(town: Town) -> None:
    officer = await town.officer(KOROSTEN)
    olena, petro = await town.neighbour("Олена", "Коростень"), await town.neighbour("Петро", "Коростень")
    await town.report(olena, "Собака гавкає")
    receipt = await olena.hears("повідомлення № 1")
    payload = next(each["url"] for each in receipt["entities"] if each["type"] == "text_link").split("start=")[1]
    await olena.says(f"/start {payload}")
    here = await olena.hears("надіслано, ще не прийнято")
    await olena.replies(here, "Ще одне")
    await officer.hears("Ще одне")
    await petro.says(f"/start {payload}")  # nobody else's
    await petro.hears("Цього повідомлення вже немає")
    await officer.says(f"/start c{payload[1:]}")
    await officer.hears("Нове повідомлення № 1")
    await officer.says(f"/start {payload}")
    await officer.hears("Повідомлення № 1 тут уже немає")


async def test_a_second_tap_on_send_says_the_number(town: Town) -> None:
    await town.officer(KOROSTEN)
    olena = await town.neighbour("Олена", "Коростень")
    number = await town.report(olena, "Шумлять сусіди")
    summary = next(each for each in olena.messages.values() if "Перевірте перед надсиланням" in words(each))
    await olena.taps_data(summary["message_id"], await town.act(number, "send", "dr"))
    await olena.hears(f"Вже надіслано, це повідомлення № {number}")
    assert await town.count("reports") == 1
