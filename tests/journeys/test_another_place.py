"""A place is known, and what a resident writes next may be another place, or the beginning of a report."""

import pytest

from bot.domain.acts.people import Go, Step
from bot.telegram.acts import pack
from tests.journeys.conftest import Town
from tests.people import buttons, words

NAMED = "Це місце, знайти його"


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("Бердичів", "місто Бердичів"),
        ("живу в Малині", "місто Малин"),
        ("<thlbxsd", "Місто Бердичів"),
        ("Іванівка Бердичівського району", "село Іванівка"),
        ("Іванівка", "Яке ваше?"),
        ("49.8990, 28.6020", "Бердичівська"),
    ],
)
async def test_another_name_leads_to_another_card(town: Town, typed: str, heard: str) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says(typed)
    asked = await olena.hears("я запам’ятав")
    assert "Місце: місто Коростень" in words(asked)
    await olena.taps(NAMED)
    await olena.hears(heard)
    assert await town.count("reports") == 0


async def test_its_words_are_no_part_of_the_report_then(town: Town) -> None:
    officer, _ = await town.officer("zt-o05"), await town.officer("zt-o03")
    olena = await town.neighbour("Олена", "Бердичів")
    await olena.says("Коростень")
    await olena.taps(NAMED)
    await olena.hears("місто Коростень")
    await town.report(olena, "Хтось палить листя")
    card = await officer.hears("Нове повідомлення № 1")
    assert "Коростень" in words(card)
    await officer.hears("Хтось палить листя")
    assert await town.count("entries") == 1


async def test_a_name_may_begin_a_report_too(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("Бердичів")
    await olena.hears("Про що хочете повідомити")
    await olena.taps("Інше")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Додано. Пишіть")
    await town.send(olena)
    await officer.hears("Бердичів")


async def test_a_story_is_no_name(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    for story in ("Хтось палить листя біля школи", "Дякую", "Шумно", "Сусіди кричать уже третю ніч"):
        await olena.says(story)
        assert NAMED not in buttons(await olena.hears("Про що хочете повідомити"))


async def test_words_that_came_later_are_not_taken_for_the_name(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("Бердичів")
    named = await olena.hears("Про що хочете повідомити")
    await olena.says("Хтось палить листя біля школи")
    await olena.hears("Про що хочете повідомити")
    await olena.taps_data(named["message_id"], pack(Go(step=Step.PLACE_NAMED)))
    await olena.hears("Ця кнопка вже не діє")


async def test_the_wrong_place_is_one_tap_away_and_the_words_stay(town: Town) -> None:
    officer, _ = await town.officer("zt-o05"), await town.officer("zt-o03")
    olena = await town.neighbour("Олена", "Бердичів")
    await olena.says("Хтось палить листя біля школи")
    await olena.hears("Місце: місто Бердичів")
    await olena.taps("Інше місце")
    await olena.hears("Яке ваше?")
    await olena.says("Коростень")
    asked = await olena.hears("Про що хочете")
    assert "Місце: місто Коростень" in words(asked)
    await olena.taps("Інше")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Додано. Пишіть")
    await town.send(olena)
    await officer.hears("Хтось палить листя біля школи")
