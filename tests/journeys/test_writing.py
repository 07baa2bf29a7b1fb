"""A report is begun, thought better of, changed and sent."""

import pytest

from tests.journeys.conftest import Town
from tests.people import buttons, words


async def test_in_danger_the_numbers_come_and_nothing_is_sent(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.taps("Написати офіцеру")
    await olena.hears("Про що хочете повідомити")
    await olena.taps("Погрози")
    asked = await olena.hears("Комусь зараз загрожує небезпека?")
    assert words(asked).startswith("Комусь зараз загрожує небезпека?")
    await olena.taps("Так, небезпека є")
    numbers = await olena.hears("Телефонуйте, не чекайте відповіді тут")
    for said in ("102", "112", "101", "103", "104", "116 123", "не надіслано"):
        assert said in words(numbers)
    assert await town.count("reports") == 0
    await olena.says("Сусід погрожує ножем")
    await olena.hears("не надіслано")  # the words wait, the numbers come again instead of the question
    assert await town.count("reports") == 0

    await olena.taps("Так, небезпека є")
    await olena.taps("Це може зачекати")
    await olena.hears("Додано. Пишіть")
    await town.send(olena)
    card = await officer.hears("Нове повідомлення № 1")
    assert "Одразу передайте до чергової частини" in words(card)
    assert "Це перше повідомлення з цього акаунта" in words(card)
    await officer.hears("Сусід погрожує ножем")


async def test_cancelling_at_any_step_leaves_nothing(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")

    await olena.says("/report")
    await olena.hears("Про що")
    await olena.taps("Скасувати")
    await olena.hears("Нічого не надіслано")

    await olena.says("/report")
    await olena.taps("Дорога")
    await olena.hears("Комусь зараз загрожує небезпека?")
    await olena.taps("Скасувати")
    await olena.hears("Нічого не надіслано")

    await town.draft(olena)
    await olena.taps("Скасувати")
    await olena.hears("чернетку стерто")

    await town.draft(olena)
    await olena.says("Ні, не варто")
    panel = await olena.hears("Додано. Пишіть")
    await olena.taps("Готово")
    await olena.hears("Перевірте перед надсиланням")
    await olena.taps("Скасувати")
    await olena.hears("чернетку стерто")
    for table in ("reports", "entries", "recipients"):
        assert await town.count(table) == 0, table
    done = panel["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olena.taps_data(panel["message_id"], done)
    await olena.hears("Цього повідомлення вже немає")
    await officer.looks()
    assert not [said for said in officer.heard if "повідомлення №" in said]


async def test_a_draft_survives_a_change_of_mind(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    await olena.says("/report")
    await olena.hears("Про що")  # nothing was in it, so nothing waits
    await town.draft(olena, "Дорога")
    await olena.says("Яма на Шевченка")
    await olena.hears("Додано. Пишіть")

    await olena.says("/report")
    await olena.hears("У вас є ненадіслане повідомлення")
    await olena.says("Ще й без знака")
    await olena.hears("Разом уже 2")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Житомир")
    await olena.hears("місто Житомир")
    await olena.says("Третій запис")
    await olena.hears("Разом уже 3")
    await olena.taps("Готово")
    summary = await olena.hears("Перевірте перед надсиланням")
    assert "Дорога, паркування" in words(summary)
    assert "місто Коростень" in words(summary)
    assert "3 тексти" in words(summary)
    assert "Кому: старший лейтенант поліції Зразок П’ятий" in words(summary)
    await olena.taps("Додати ще")
    await olena.hears("Разом уже 3")
    await olena.says("Четвертий")
    await olena.hears("Разом уже 4")
    await town.send(olena)
    for said in ("Яма на Шевченка", "Ще й без знака", "Третій запис", "Четвертий"):
        await officer.hears(said)
    order = [said for said in officer.told if said in {"Яма на Шевченка", "Ще й без знака", "Четвертий"}]
    assert order == ["Яма на Шевченка", "Ще й без знака", "Четвертий"]


async def test_an_edit_changes_a_draft_and_only_a_draft(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    early = await olena.says("Спершу")
    await olena.hears("Про що хочете повідомити")
    await olena.edits(early, "Спершу, виправлено")
    await olena.taps("Шум")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Додано. Пишіть")
    late = await olena.says("Музика до ранку")
    await olena.hears("Разом уже 2")
    await olena.edits(late, "Музика до п’ятої ранку")
    picture = await olena.sends_photo("Ось це вікно")
    await olena.hears("Разом уже 3")
    await olena.deletes(late)
    await olena.deletes(picture)
    await town.send(olena)
    await officer.hears("Спершу, виправлено")
    await officer.hears("Музика до п’ятої ранку")
    await officer.hears("Ось це вікно")

    await olena.edits(early, "Зовсім інше")
    await olena.hears("Це вже передано")
    await officer.looks()
    assert "Зовсім інше" not in officer.told


async def test_an_empty_report_is_refused(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    asked = await olena.hears("Опишіть своїми словами")
    for step in ("done", "send"):
        await olena.taps_data(asked["message_id"], await town.act(1, step, "dr"))
        await olena.hears("Тут ще нічого немає")


async def test_words_before_the_place_are_kept(town: Town) -> None:
    """The place is asked for first, and whatever was said waits for it."""
    officer = await town.officer("zt-o05")
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    story = "Біля магазину щовечора збирається компанія, п’ють, сваряться, вчора розбили вітрину і лавку"
    await olena.says(story)
    await olena.hears("я запам’ятав")
    await olena.sends_album(2)
    await olena.hears("я запам’ятав")
    await olena.says("/report")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Абвгдейка")
    await olena.hears("Я не знаю такої назви")
    await olena.shares(50.95, 28.64)
    await olena.hears("Ваша громада — Коростенська?")
    await olena.taps("Так, тут")
    asked = await olena.hears("Про що хочете повідомити?")
    assert "Шум, сусіди" in buttons(asked)
    await olena.taps("Порядок")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Разом уже 3")
    await town.add_point(olena)
    await town.send(olena)
    card = await officer.hears("Нове повідомлення № 1")
    assert "(точка: 50.95000, 28.64000)" in words(card)
    await officer.hears(story)
    await officer.hears("[photo]")


async def test_words_out_of_the_blue_begin_a_report(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/something")
    await olena.hears("натисніть /report")
    await olena.says("Хтось палить листя")
    await olena.hears("Про що хочете повідомити")
    await olena.sends_voice()
    await olena.hears("Про що хочете повідомити")
    await olena.sends_contact("+380000000092")
    await olena.hears("Контакти я не передаю")
    await olena.taps("Інше")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Разом уже 2")
    await town.send(olena)
    await officer.hears("Хтось палить листя")
    await officer.hears("[voice]")
    await olena.says("/my")
    mine = await olena.hears("Ваші повідомлення")
    assert "№ 1 · Інше · надіслано, ще не прийнято" in words(mine)


async def test_a_location_shared_to_find_the_officer_is_not_sent_on_unasked(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.shares(50.95, 28.64)
    await olena.taps("Так, тут")
    await olena.hears("місто Коростень")
    await town.report(olena, "Гучна музика")
    assert any("Додати точку, яку ви надіслали" in each for each in olena.heard)
    assert "точка" not in words(await officer.hears("Нове повідомлення № 1"))
    assert await town.rows("SELECT id FROM reports WHERE lat IS NOT NULL") == []


async def test_what_is_said_of_a_full_report_is_possible(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft can be sent; what is sent already takes nothing more, and a new report does."""
    monkeypatch.setattr("bot.services.reports.filing.MAX_ENTRIES", 1)
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    await olena.says("Перше")
    await olena.hears("Додано. Пишіть")
    await olena.says("Друге")
    await olena.hears("Надішліть його й почніть нове")
    await town.send(olena)
    await olena.says("Третє")
    await olena.hears("Цього я не передав. Почніть нове: /report")
    await town.report(olena, "Третє")
    await officer.hears("Третє")
