"""Somebody writes from a silent hromada, each level: what is passed on, and what is not taken."""

import json

import pytest

from bot.domain.silence import Silence
from tests.journeys.conftest import Town
from tests.journeys.silence.steps import (
    BERDYCHIV,
    INSIDE,
    RELAYED,
    arrive,
    check_nothing_told,
    dialogues_with_points,
    hush,
    last,
    still,
)
from tests.people import words


@pytest.mark.parametrize("level", RELAYED)
async def test_a_report_goes_and_is_answered_without_names(town: Town, level: Silence) -> None:
    officer = await town.officer("zt-o03")
    await hush(town, level)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.taps("Написати офіцеру")
    await olena.hears("Про що хочете")
    await olena.taps("Шум")
    await olena.taps("Ні, небезпеки немає")
    asked = words(await olena.hears("Опишіть своїми словами"))
    assert ("документ" in asked) == (level < Silence.LOCATIONS), "a file may hold where it was made"
    await olena.says("Гучна музика")
    await olena.hears("Додано. Пишіть")
    await olena.taps("Готово")
    assert "Кому: поліцейському цієї громади" in words(await olena.hears("Перевірте"))
    await olena.taps("Надіслати")
    await olena.hears("Кому: поліцейському цієї громади")
    card = await officer.hears("Нове повідомлення № 1")
    assert ("Бердичівська громада" if level is Silence.LOCATIONS else "місто Бердичів") in words(card)
    await officer.replies(await officer.hears("Гучна музика"), "Зараз розберуся")
    answer = await olena.hears("Зараз розберуся")
    assert words(answer).startswith("Відповідь · № 1\n")
    await olena.hears("Ним займається поліцейський")
    await olena.says("Дякую")
    await olena.hears("Додано до повідомлення № 1")
    await officer.hears("Дякую")
    await officer.taps("Вирішено")
    await olena.hears("вирішеним")
    await olena.says("/my")
    await olena.hears("Ваші повідомлення")
    check_nothing_told(olena)


async def test_level_two_takes_no_location_at_any_step(town: Town) -> None:
    officer = await town.officer("zt-o03")
    await hush(town, Silence.LOCATIONS)
    olena = await arrive(town)
    await olena.shares(*INSIDE)
    await olena.taps("Так, тут")
    await olena.hears("Геолокацій тут не приймаю")
    await olena.taps("Написати офіцеру")
    await olena.hears("Про що хочете")
    await olena.shares(*INSIDE)
    await olena.hears("Геолокацій для цієї громади я не приймаю")
    await olena.taps("Шум")
    await olena.taps("Ні, небезпеки немає")
    assert "геолокацію" not in words(await olena.hears("Опишіть своїми словами"))
    await olena.shares(*INSIDE)
    await olena.hears("Геолокацій для цієї громади я не приймаю")
    await olena.says("Гучна музика")
    await olena.hears("Додано. Пишіть")
    await town.send(olena)
    card = await officer.hears("Нове повідомлення № 1")
    assert "точка" not in words(card)
    await olena.sends("venue", lat=INSIDE[0], lon=INSIDE[1], title="Двір", address="Тут")
    await olena.hears("Геолокацій для цієї громади я не приймаю")
    await officer.sends("location", lat=INSIDE[0], lon=INSIDE[1], reply_to=card["message_id"])
    await officer.hears("Геолокацій для цієї громади я не приймаю")
    (kept,) = await town.rows("SELECT place, lat, lon FROM reports")
    assert kept == {"place": BERDYCHIV, "lat": None, "lon": None}
    assert await town.rows("SELECT kind FROM entries WHERE lat IS NOT NULL OR kind = 'location'") == []


async def test_level_two_takes_no_point_in_words_or_files(town: Town) -> None:
    await town.officer("zt-o03")
    await hush(town, Silence.LOCATIONS)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("Геолокацій тут не приймаю")
    assert olena.keyboard is None, "no button invites to share one"
    await town.draft(olena)
    for words_with_a_point in ("стоять тут 50.254651, 28.658661", "https://maps.app.goo.gl/abcdef123"):
        await olena.says(words_with_a_point)
        await olena.hears("ні точки, ні координат, ні посилання на карту, ні файла")
    await olena.sends_document("Двір")
    await olena.hears("ні точки, ні координат, ні посилання на карту, ні файла")
    assert await town.count("entries") == 0
    written = await olena.says("Гучна музика")
    await olena.hears("Додано. Пишіть")
    await olena.edits(written, "Гучна музика, 50.254651, 28.658661")
    await olena.hears("ні точки, ні координат")
    assert [row["text"] for row in await town.rows("SELECT text FROM entries")] == ["Гучна музика"]


async def test_level_one_still_takes_locations(town: Town) -> None:
    officer = await town.officer("zt-o03")
    await hush(town, Silence.OFFICERS)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("1545")
    await town.draft(olena)
    await olena.shares(*INSIDE)
    await olena.hears("Додано. Пишіть")
    await town.send(olena)
    await officer.hears("[location]")


async def test_level_three_passes_nothing_on(town: Town) -> None:
    officer = await town.officer("zt-o03")
    await hush(town, Silence.RELAY)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("нічого не передаю")
    await olena.says("/report")
    await olena.hears("Де це сталося або де ви живете")
    seen = last(officer)
    await olena.sends_photo("Що тут коїться")
    await olena.hears("я запам’ятав")
    await olena.says("Бердичів")
    told = await olena.hears("я не зберіг і нікому не передав")
    assert "1545" in words(told)
    assert "102" not in words(told)
    assert await town.rows("SELECT data FROM dialogues WHERE CAST(data AS TEXT) LIKE '%stash%'") == []
    assert await town.count("reports") == await town.count("entries") == 0
    await still(officer, seen)
    check_nothing_told(olena)


async def test_words_that_waited_for_their_place_go_on_at_level_two(town: Town) -> None:
    """Nothing was dropped, and nothing is said to be."""
    await town.officer("zt-o03")
    await hush(town, Silence.LOCATIONS)
    olena = await arrive(town)
    await olena.sends_photo("Двір")
    await olena.hears("я запам’ятав")
    await olena.says("Бердичів")
    card = await olena.hears("Геолокацій тут не приймаю")
    assert "Геолокацію, яку ви надіслали" not in words(card)
    await olena.hears("Про що хочете")


async def test_a_location_that_waited_is_dropped_and_said(town: Town) -> None:
    """Written about another place, then the place changes to one where no location is kept."""
    for code in ("zt-o05", "zt-o03"):
        await town.officer(code)
    await hush(town, Silence.LOCATIONS)
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/report")
    await olena.hears("Про що хочете")
    await olena.shares(*INSIDE)
    await olena.says("Гучна музика")
    await olena.hears("Про що хочете")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Бердичів")
    await olena.hears("Геолокацію, яку ви надіслали, я не зберіг")
    await olena.hears("Про що хочете")
    (dialogue,) = await town.rows("SELECT data FROM dialogues")
    assert "Гучна музика" in json.loads(dialogue["data"])["stash"][0]["text"]
    assert await dialogues_with_points(town) == []
