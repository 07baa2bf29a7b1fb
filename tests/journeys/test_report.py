"""The main path: a resident's report reaches the right officer and comes back."""

import asyncio

from tests.journeys.conftest import Town
from tests.people import Json, Person, words


async def test_a_neighbour_reports_and_hears_back(town: Town) -> None:
    third = await town.officer("zt-o03")
    fourth = await town.officer("zt-o04")
    olena = await town.neighbour("Олена", "Бердичів")
    await olena.taps("Написати офіцеру")
    await olena.hears("Про що хочете повідомити")
    await olena.taps("Шум")
    await olena.hears("Комусь зараз загрожує небезпека?")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Опишіть своїми словами")
    await olena.says("Щоночі гуркоче музика у дворі")
    await olena.hears("Додано. Пишіть")
    await olena.sends_voice()
    await olena.hears("Разом уже 2")
    await olena.sends_album(3, caption="Ось двір")
    await olena.hears("Разом уже 5.")
    await olena.taps("Готово")
    await olena.hears("Перевірте перед надсиланням")
    await olena.taps("Надіслати")
    receipt = await olena.hears("повідомлення № 1")
    assert "Зразок Третій" in words(receipt)
    assert "Це не заява про злочин: її приймають за 102 або в черговій частині" in words(receipt)

    for officer in (third, fourth):
        card = await officer.hears("Нове повідомлення № 1")
        assert "Бердичів" in words(card)
        assert "Олена" not in str(officer.heard)
        await officer.hears("Щоночі гуркоче музика")
    await third.taps("Прийняти")
    await olena.hears("Ним займається майор поліції Зразок Третій")
    await fourth.hears("займається Зразок Третій")

    await third.replies("Щоночі гуркоче музика", "Добрий день! Зайду сьогодні ввечері.")
    answer = await olena.hears("Зайду сьогодні ввечері")
    assert answer["reply_to_message"]["text"] == "Щоночі гуркоче музика у дворі"
    await olena.says("Дякую!")
    await olena.hears("Додано до повідомлення № 1")
    await third.hears("Дякую!")


async def test_a_city_with_officers_in_its_districts_offers_them(town: Town) -> None:
    olena = await town.neighbour("Олена", "Житомир")
    card = next(text for text in olena.heard if "місто Житомир" in text)
    assert "Зразок Перший" in card
    assert "Оберіть район" in card
    await olena.taps("Корольовський")
    district = await olena.hears("Корольовський район, м. Житомир, Житомирська громада")
    assert "Оберіть район" not in words(district)


async def test_sixty_words_after_sending_get_one_acknowledgement_below_them(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Щоночі гуркоче музика")
    await officer.hears("Щоночі гуркоче музика")
    for number in range(60):
        await olena.says(f"Ще {number}")
    last = await olena.says("Це все")
    await officer.hears("Це все")
    added = await only_below(olena, "Додано до повідомлення № 1", last["message_id"])
    await olena.replies(added, "Ні, ще одне")
    await officer.hears("Ні, ще одне")
    assert len(officer.told) == 63


async def only_below(who: Person, fragment: str, message_id: int) -> Json:
    """What stands below a message, once nothing else of its words is left in the chat."""
    for _ in range(100):
        await who.looks()
        found = [each for each in who.messages.values() if fragment in words(each) and not each["deleted"]]
        if len(found) == 1 and found[0]["message_id"] > message_id:
            return found[0]
        await asyncio.sleep(0.1)
    raise AssertionError([words(each) for each in found])
