"""What somebody writes before they agree waits for their answer: used after yes, erased after no or a day."""

from datetime import datetime, timedelta

import pytest

from bot.domain.clock import utc_now
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, words

QUESTION = "Згодні?"


async def the_rest(town: Town, who: Person) -> None:
    """From the question of the category to the sent report."""
    await who.taps("Шум")
    await who.hears("Комусь зараз загрожує небезпека?")
    await who.taps("Ні, небезпеки немає")
    await who.hears("Додано")
    await town.send(who)


async def test_words_photos_and_voice_before_consent_become_the_report(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.resident("Олена")
    await olena.says("/start")
    asked = await olena.hears(QUESTION)
    assert "чекає на вашу відповідь" not in words(asked)
    await olena.says("Щоночі гуркоче музика")
    assert "Написане чекає на вашу відповідь" in words(await olena.hears(QUESTION))
    await olena.sends_photo("Ось двір")
    await olena.sends_voice()
    await olena.says("/5 під’їзд, код 12")
    await olena.sends_album(2)
    await olena.hears(QUESTION)
    assert not await town.count("residents")
    assert not await town.count("reports")

    await olena.taps("Погоджуюсь")
    await olena.hears("я запам’ятав")
    await olena.says("Коростень")
    await olena.hears("Про що хочете повідомити")
    await the_rest(town, olena)
    for said in ("Щоночі гуркоче музика", "Ось двір", "/5 під’їзд, код 12"):
        await officer.hears(said)
    card = await officer.hears("Нове повідомлення № 1")
    assert "Записів: 6" in words(card)


async def test_a_place_or_a_location_before_consent_is_looked_for(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.resident("Олена")
    await olena.says("Вкрали велосипед біля школи")
    await olena.hears(QUESTION)
    await olena.says("Коростень")
    await olena.hears(QUESTION)
    await olena.taps("Погоджуюсь")
    await olena.hears("місто Коростень")
    await olena.hears("Про що хочете повідомити")

    petro = await town.resident("Петро")
    await petro.shares(49.8915, 28.6020)
    await petro.hears(QUESTION)
    await petro.taps("Погоджуюсь")
    await petro.hears("Ваша громада — Бердичівська?")


async def test_no_forgets_and_so_does_forget(town: Town) -> None:
    olena = await town.resident("Олена")
    for answer in ("no", "forget"):
        await olena.says("Щоночі гуркоче музика")
        await olena.hears("Написане чекає на вашу відповідь")
        if answer == "no":
            await olena.taps("Ні")
        else:
            await olena.says("/forget")
        await olena.hears("я нічого не зберігаю")
        assert not await town.count("dialogues")
    await olena.says("/start")
    await olena.hears(QUESTION)
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")


@pytest.mark.parametrize("kind", ["sticker", "contact", "poll", "dice"])
async def test_what_cannot_be_kept_is_said_to_be(town: Town, kind: str) -> None:
    olena = await town.resident("Олена")
    await (olena.sends_contact("+380000000055") if kind == "contact" else olena.sends(kind))
    await olena.hears("Контакти я не передаю" if kind == "contact" else "я передати не можу")
    await olena.hears(QUESTION)


async def test_a_day_without_an_answer_forgets(open_town: OpenTown) -> None:
    now = {"now": utc_now()}

    def clock() -> datetime:
        return now["now"]

    town = await open_town(clock=clock)
    olena = await town.resident("Олена")
    await olena.says("Щоночі гуркоче музика")
    await olena.hears("за 24 години — зітру")
    now["now"] += timedelta(hours=23)
    await olena.says("Чуєте?")
    await olena.hears("Написане чекає")
    assert not await town.app.ticks.housekeeping.forget_held()
    now["now"] += timedelta(hours=1, minutes=1)
    assert await town.app.ticks.housekeeping.forget_held() == 1
    assert not await town.count("dialogues")


async def test_what_a_stranger_can_pour_in_has_a_bound(town: Town) -> None:
    olena = await town.resident("Олена")
    for number in range(9):
        await olena.says(f"{number} " + "слово " * 680)
    await olena.hears("Цього я вже не зберіг")
    (row,) = await town.rows("SELECT data FROM dialogues")
    assert len(row["data"].encode()) < 200_000


async def test_what_cannot_be_carried_is_said_beside_the_question(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.sends_contact("+380000000001")
    await olena.hears("Контакти я не передаю")
    asked = await olena.hears(QUESTION)
    assert "чекає" not in words(asked)


async def test_an_edit_before_consent_counts(town: Town) -> None:
    olena = await town.resident("Олена")
    said = await olena.says("Щоночі гуркоче музка")
    await olena.hears(QUESTION)
    await olena.edits(said, "Щоночі гуркоче музика")
    (row,) = await town.rows("SELECT data FROM dialogues")
    for _ in range(50):
        (row,) = await town.rows("SELECT data FROM dialogues")
        if "музика" in row["data"] or "\\u043c\\u0443\\u0437\\u0438\\u043a\\u0430" in row["data"]:
            break
        await olena.hears_nothing(0.1)
    assert "\\u043c\\u0443\\u0437\\u0438\\u043a\\u0430" in row["data"] or "музика" in row["data"]


async def test_a_poster_then_words(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("/start st_ZT-05")
    await olena.hears(QUESTION)
    await olena.says("Щоночі гуркоче музика")
    await olena.hears("Написане чекає")
    await olena.says("/start Вкрали велосипед")
    await olena.hears("Написане чекає")
    await olena.taps("Погоджуюсь")
    await olena.hears("я запам’ятав")
    (row,) = await town.rows("SELECT data FROM dialogues")
    assert row["data"].count('"kind": "text"') + row["data"].count('"kind":"text"') == 2


async def test_a_second_yes_begins_nothing_anew(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.resident("Олена")
    await olena.says("Щоночі гуркоче музика")
    asked = await olena.hears(QUESTION)
    await olena.taps("Погоджуюсь")
    await olena.hears("я запам’ятав")
    await olena.taps_data(asked["message_id"], "go:agree")
    await olena.says("Коростень")
    await olena.hears("Ваші слова я запам’ятав, вони будуть у повідомленні")
