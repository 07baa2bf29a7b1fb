"""Officers take reports, answer, settle; residents write on."""

from tests.journeys.conftest import Town
from tests.people import Person, buttons, words


async def test_the_first_to_accept_owns_it(town: Town) -> None:
    third, fourth = await town.officer("zt-o03"), await town.officer("zt-o04")
    olena = await town.neighbour("Олена", "Бердичів")
    await town.report(olena, "Гучна музика")
    for officer in (third, fourth):
        card = await officer.hears("Нове повідомлення № 1")
        assert buttons(card) == ["Прийняти", "Відповісти"]
        await officer.hears("Гучна музика")
    await third.taps("Прийняти")
    mine = await third.hears("прийняли ви")
    assert buttons(mine) == ["Відповісти", "Вирішено"]
    theirs = await fourth.hears("займається Зразок Третій")
    assert not buttons(theirs)
    await olena.hears("Ним займається майор поліції Зразок Третій")

    await fourth.taps_data(theirs["message_id"], await town.act(1, "accept"))
    await fourth.hears("Повідомленням № 1 уже займається Зразок Третій")
    await fourth.replies("Гучна музика", "Я теж їду")
    await fourth.hears("Повідомленням № 1 уже займається Зразок Третій")
    for step in ("resolve", "reply"):  # nobody is asked to write what would not go on
        await fourth.taps_data(theirs["message_id"], await town.act(1, step))
        await fourth.hears("Повідомленням № 1 уже займається Зразок Третій")
    await third.taps_data(mine["message_id"], await town.act(1, "accept"))  # once more changes nothing

    await olena.says("Вже тихо")
    await third.hears("Вже тихо")
    await olena.looks()
    await fourth.looks()
    assert "Я теж їду" not in str(olena.heard)
    assert "Вже тихо" not in fourth.told


async def test_answers_by_plain_reply(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena, petro = await town.neighbour("Олена", "Коростень"), await town.neighbour("Петро", "Коростень")
    await town.report(olena, "Собака гавкає")
    await town.report(petro, "Яма на дорозі", "Дорога")
    await officer.hears("Яма на дорозі")

    await officer.says("Добрий день")
    how = await officer.hears("Я не знаю, кому це передати")
    assert "оберіть «Відповісти»" in words(how)
    assert [label[:13] for label in buttons(how)] == ["Мешканцю: № 2", "Мешканцю: № 1", "Нікуди"]
    await officer.replies("Я не знаю, кому", "А так?")
    await officer.hears("Я не бачу, якого повідомлення стосується ваша відповідь")
    await officer.taps("Нікуди")
    await officer.hears("нікуди не передаю")

    own = await officer.replies("Собака гавкає", "Чия це собака?")  # accepts it
    asked = await olena.hears("Чия це собака?")
    assert words(asked["reply_to_message"]) == "Собака гавкає"
    assert words(asked).startswith("Офіцер громади старший лейтенант поліції Зразок П’ятий · № 1")
    card = await officer.hears("Повідомлення № 1 — прийняли ви")
    await officer.replies(card, "До картки")
    await olena.hears("До картки")
    await officer.replies(own, "До власної відповіді")
    await olena.hears("До власної відповіді")
    await officer.taps_data(card["message_id"], await town.act(1, "reply"))
    prompt = await officer.hears("Напишіть відповідь сюди")
    await officer.replies(prompt, "До запиту")
    await olena.hears("До запиту")
    await officer.replies("Яма на дорозі", "Передав дорожникам")
    await petro.hears("Передав дорожникам")
    await officer.edits(own, "Чий це пес?")
    await officer.hears("Це вже передано")
    assert officer.messages[own["message_id"]]["reactions"] == ["👌"]

    await olena.looks()
    await petro.looks()
    assert "Передав дорожникам" not in str(olena.heard)
    assert "До " not in str([said for said in petro.heard if "П’ятий" in said])


async def test_the_queue_counts_and_shows(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    counted = {1: "На вас чекає 1 повідомлення", 2: "На вас чекають 2 повідомлення", 5: "5 повідомлень"}
    await officer.says("/queue")
    await officer.hears("Зараз на вас нічого не чекає")
    for number in range(1, 6):
        await town.report(olena, f"Справа {number}")
        if number in counted:
            await officer.hears(f"Справа {number}")
            await officer.says("/queue")
            shown = await officer.hears(counted[number])
    assert [label.split()[-1] for label in buttons(shown)] == ["1", "2", "3", "4", "5"]
    await officer.taps(buttons(shown)[1])
    card = await officer.hears("Нове повідомлення № 2")
    assert card["message_id"] > shown["message_id"]
    await officer.taps_data(card["message_id"], await town.act(2, "resolve"))
    await officer.hears("спершу прийміть повідомлення")
    await officer.taps_data(card["message_id"], await town.act(2, "accept"))
    again = await officer.hears("Повідомлення № 2 — прийняли ви")
    assert again["message_id"] == card["message_id"]  # the newest copy is the one kept true
    await officer.taps_data(card["message_id"], await town.act(2, "resolve"))
    await officer.hears("Повідомлення № 2 — вирішено")
    await olena.hears("повідомлення № 2 вирішеним")
    await officer.taps_data(card["message_id"], await town.act(2, "resolve"))
    await officer.hears("повідомлення вже вирішено")
    await officer.says("/queue")
    left = await officer.hears("На вас чекають 4 повідомлення")
    assert "№ 2 " not in words(left)


async def test_everything_written_later_finds_its_report(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Перша справа")
    await town.report(olena, "Друга справа")
    await officer.hears("Друга справа")
    await officer.replies("Перша справа", "Перша: розбираюсь")
    await olena.hears("Перша: розбираюсь")
    await officer.replies("Друга справа", "Друга: розбираюсь")
    await olena.hears("Друга: розбираюсь")

    await olena.says("Без відповіді")  # nobody can tell which is meant
    await olena.hears("У вас кілька відкритих повідомлень")
    await olena.taps("Офіцеру: № 2")
    await olena.hears("Додано до повідомлення № 2")
    await officer.hears("Без відповіді")
    await olena.replies("Перша: розбираюсь", "На першу")
    await olena.hears("Додано до повідомлення № 1")
    quoted = await officer.hears("На першу")
    assert words(quoted["reply_to_message"]) == "Перша: розбираюсь"
    await olena.says("Тепер теж на першу")  # which was touched last
    await olena.hears("У вас кілька відкритих повідомлень")
    await olena.taps("Офіцеру: № 1")
    await olena.hears("Додано до повідомлення № 1")

    # A reply knows its way even while something else is being asked.
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.replies("Друга: розбираюсь", kind="voice")
    await olena.hears("Додано до повідомлення № 2")
    await olena.says("/report")
    await olena.hears("Про що хочете")
    await olena.replies("Друга: розбираюсь", "На другу")
    await olena.hears("Додано до повідомлення № 2")
    await officer.hears("На другу")
    await olena.taps("Шум")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Опишіть своїми словами")
    await olena.replies("Друга: розбираюсь", "На другу, з чернеткою")
    await olena.hears("Додано до повідомлення № 2")
    await olena.taps("Скасувати")
    await olena.hears("чернетку стерто")

    await resolve(town, officer, 1)
    told = await olena.hears("повідомлення № 1 вирішеним")
    await olena.replies(told, "Знову почалося")
    await olena.hears("Додано до повідомлення № 1. Воно знову відкрите.")
    await officer.hears("Знову почалося")
    await officer.hears("Повідомлення № 1 — прийняли ви")
    await olena.says("/my")
    mine = await olena.hears("Ваші повідомлення")
    assert "№ 1 · Шум, сусіди · прийнято" in words(mine)


async def resolve(town: Town, officer: Person, number: int) -> None:
    await officer.looks()
    await officer.taps_data(max(officer.messages), await town.act(number, "resolve"))
    await officer.hears(f"Повідомлення № {number} — вирішено")
