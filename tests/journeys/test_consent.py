"""Before somebody agrees nothing lasting is kept; afterwards they can change their mind."""

import asyncio
from pathlib import Path

from tests.journeys.conftest import Town
from tests.people import Json, Person, buttons, words


async def nothing_kept(town: Town) -> bool:
    return not await town.count("residents") and not await town.count("reports")


async def test_a_stranger_hears_the_numbers_and_the_question_whatever_they_do(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("/emergency")
    numbers = await olena.hears("Телефонуйте, не чекайте відповіді тут")
    for number in ("102", "112", "101", "103", "104", "116 123"):
        assert number in words(numbers)

    await olena.says("У дворі б’ються")
    question = await olena.hears("Згодні?")
    assert "Телефонуйте 102 або 112" in words(question)
    assert "вирішене повідомлення через 90 днів, невирішене — через рік" in words(question)
    await olena.sends_photo()
    await olena.hears("Згодні?")
    await olena.says("/report")
    await olena.hears("Згодні?")
    await olena.taps_data(question["message_id"], "fg:1")
    await olena.hears("Згодні?")
    await olena.says("/help")
    await olena.hears("/emergency")
    assert await nothing_kept(town)

    await olena.taps("Ні")
    refused = await olena.hears("я нічого не зберігаю")
    assert "102" in words(refused)
    assert "112" in words(refused)
    assert await nothing_kept(town)
    assert not await town.count("dialogues")

    await olena.says("/start")
    await olena.hears("Згодні?")
    await olena.taps("Погоджуюсь")
    asked = await olena.hears("Де це сталося або де ви живете")
    assert "З телефона можна натиснути «Надіслати геолокацію»" in words(asked)
    assert olena.keyboard is not None
    assert olena.keyboard["keyboard"][0][0]["request_location"]
    assert await town.count("residents") == 1


async def test_english_before_consent_and_ukrainian_afterwards(town: Town) -> None:
    john = await town.resident("John")
    await john.says("/start")
    await john.hears("Згодні?")
    await john.taps("English")
    await john.hears("English from now on")
    await john.hears("Do you agree?")
    assert await nothing_kept(town)
    await john.taps("I agree")
    await john.hears("where do you live")
    await john.says("Бердичів")
    card = await john.hears("In danger now?")
    assert "city of Berdychiv, Berdychivska community" in words(card)
    await menu_begins(town, john, "Emergency numbers")
    await john.says("/help")
    await john.hears("your reports")
    await john.says("/my")
    await john.hears("You have not sent any reports yet")

    await john.says("/language")
    await john.hears("Which language suits you?")
    await john.taps("Українська")
    await john.hears("далі українською")
    await john.says("/help")
    await john.hears("ваші повідомлення")
    await menu_begins(town, john, "Екстрені номери")


async def menu_begins(town: Town, who: Person, line: str) -> None:
    """The first line of this chat's command menu; it comes after all that is said."""
    seen: list[str] = []
    async with asyncio.timeout(30):
        while line not in seen:
            (bot,) = (await town.box.state())["bots"]
            own = [menu["commands"] for menu in bot["commands"] if menu["scope"].get("chat_id") == who.id]
            seen = [str(commands[0]["description"]) for commands in own]
            await asyncio.sleep(0.05)


def kept_in(folder: Path) -> bytes:
    """The database file and those beside it."""
    return b"".join(file.read_bytes() for file in folder.glob("town.sqlite3*"))


async def test_to_be_forgotten_is_to_be_forgotten(town: Town, tmp_path: Path) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Собака гавкає всю ніч")
    await officer.hears("Собака гавкає")
    await olena.says("Ще й зранку zzbarks")
    await olena.hears("Додано до повідомлення")
    await town.draft(olena)
    await olena.says("А це чернетка zzbarks")
    await olena.hears("Додано. Пишіть")

    await olena.says("/forget")
    asked = await olena.hears("Зникне 1 повідомлення")
    await olena.taps("Ні, залишити")
    await olena.hears("/forget")
    assert await town.count("reports") == 2
    await olena.taps_data(asked["message_id"], erasing(asked))
    await olena.hears("усе, що я про вас зберігав, стерто")
    for table in ("residents", "reports", "entries", "recipients", "links", "outbox", "dialogues"):
        assert await town.count(table) == 0, table
    assert b"zzbarks" not in kept_in(tmp_path)  # nor in the log of writes, nor where something was deleted
    for table in ("inbox", "outbox", "dialogues"):
        rows = await town.rows(f"SELECT * FROM {table}")
        assert str(olena.id) not in str(rows), table

    # The officer's copies stay, and an answer has nobody to go to any more.
    await officer.replies("Собака гавкає", "Зайду сьогодні")
    await officer.hears("Цього повідомлення вже немає")

    await olena.says("Добрий вечір")
    question = await olena.hears("Згодні?")
    assert "Погоджуюсь" in buttons(question)
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося?")
    await olena.says("/my")
    await olena.hears("У вас ще немає надісланих повідомлень")


async def test_help_is_for_a_role(town: Town) -> None:
    officer = await town.officer("zt-o05")
    await officer.says("/help")
    told = await officer.hears("Повідомлення мешканців приходять сюди")
    assert "/queue" in words(told)
    await menu_begins(town, officer, "Що чекає на вас")
    await officer.says("/start")
    await officer.hears("Повідомлення мешканців приходять сюди")
    await officer.says("/emergency")
    await officer.hears("Телефонуйте, не чекайте відповіді тут")
    await officer.says("/language")
    await officer.taps("English")
    await officer.hears("English from now on")
    await officer.says("/queue")
    await officer.hears("Nothing is waiting for you now")
    await menu_begins(town, officer, "What is waiting for you")


def erasing(question: Json) -> str:
    """What the button that erases carries."""
    return str(question["reply_markup"]["inline_keyboard"][0][0]["callback_data"])


async def test_an_old_question_does_not_erase_what_was_agreed_to_anew(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/forget")
    asked = await olena.hears("Стерти все")
    await olena.taps("Так, стерти все")
    await olena.hears("усе, що я про вас зберігав, стерто")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    told = await olena.taps_data(asked["message_id"], erasing(asked))
    assert told is not None
    assert "Ця кнопка вже не діє" in told["text"]
    assert await town.count("residents") == 1
