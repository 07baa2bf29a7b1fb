"""Silent hromadas, each level in every flow: who is hidden, what is not kept, what is not passed on."""

import asyncio
import json

import pytest

import db.silent
from bot.domain.places import Ambiguous, Candidate, Category, Found, Unit
from bot.domain.silence import Quiet, Silence, SilentArea
from bot.services.lookup import never_across
from tests.journeys.conftest import Town
from tests.people import Person, buttons, words

BERDYCHIV = "UA18020030000035625"  # the hromada of zt-o03, zt-o04 and the station of Berdychiv
CITY = "UA18020030010047029"
RAION = "UA18020000000072859"
INSIDE = (49.8992, 28.6024)
SECRET = ("Зразок", "Зразкова", "+380", "капітан", "лейтенант", "майор")
"""What the sample registry says of its officers and stations, and nobody else says."""

LEVELS = list(Silence)
RELAYED = [Silence.OFFICERS, Silence.LOCATIONS]


async def hush(town: Town, level: Silence, code: str = BERDYCHIV) -> None:
    """An admin has put the hromada on the list."""
    async with town.app.database.write():
        await db.silent.write([SilentArea(code, level)], [], label="test", now=town.app.ticks.housekeeping._clock())


def check_nothing_told(person: Person, *, since: int = 0) -> None:
    """No name, phone or address of an officer or station in anything the person got, nor a photo or a pin."""
    got = [m for m in person.messages.values() if m["from_bot"] and m["message_id"] > since]
    assert got
    assert [word for word in SECRET for m in got if word in words(m)] == []
    assert [m for m in got if "venue" in m or "location" in m or "photo" in m] == []


def last(person: Person) -> int:
    return max(person.messages, default=0)


async def still(person: Person, since: int) -> None:
    """Nothing more arrives."""
    await asyncio.sleep(0.4)
    await person.looks()
    assert [words(m) for number, m in person.messages.items() if number > since and m["from_bot"]] == []


async def arrive(town: Town, name: str = "Олена") -> Person:
    """A resident who agreed and has not said where yet."""
    olena = await town.resident(name)
    await olena.says("/start")
    await olena.hears("Згодні?")
    await olena.taps("Так, погоджуюсь")
    await olena.hears("Де ви живете")
    return olena


async def place_of(town: Town, person: Person) -> str | None:
    (row,) = await town.rows("SELECT place FROM residents WHERE chat_id = :chat", chat=person.id)
    place: str | None = row["place"]
    return place


KEPT = {Silence.OFFICERS: CITY, Silence.LOCATIONS: BERDYCHIV, Silence.RELAY: None}


# --- finding the place ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
async def test_by_name_nobody_is_shown(town: Town, level: Silence) -> None:
    await town.officer("zt-o03")
    await hush(town, level)
    olena = await arrive(town)
    await olena.says("Бердичів")
    card = await olena.hears("1545")
    assert "102" in words(card)
    assert "112" in words(card)
    assert ("Написати офіцеру" in buttons(card)) == (level in RELAYED)
    check_nothing_told(olena)
    assert await place_of(town, olena) == KEPT[level]
    assert await town.count("gaps") == 0


@pytest.mark.parametrize("level", LEVELS)
async def test_by_location_nobody_is_shown_and_no_point_is_kept(town: Town, level: Silence) -> None:
    await town.officer("zt-o03")
    await hush(town, level, RAION)
    olena = await arrive(town)
    await olena.shares(*INSIDE)
    await olena.hears("Ваша громада — Бердичівська")
    if level >= Silence.LOCATIONS:
        assert await _dialogues_with_points(town) == []
    await olena.taps("Так, це моє місце")
    await olena.hears("1545")
    check_nothing_told(olena)
    assert await place_of(town, olena) == KEPT[level]
    if level >= Silence.LOCATIONS:
        assert await _dialogues_with_points(town) == []


async def _dialogues_with_points(town: Town) -> list[dict[str, object]]:
    rows = await town.rows("SELECT data FROM dialogues")
    return [row for row in rows if "49.89" in str(row["data"])]


@pytest.mark.parametrize("level", LEVELS)
async def test_a_forged_choice_shows_nobody_either(town: Town, level: Silence) -> None:
    await hush(town, level)
    olena = await arrive(town)
    await olena.taps_data(last(olena), f"pl:{CITY}")
    await olena.hears("1545")
    check_nothing_told(olena)


def test_a_point_near_the_border_is_asked_about_not_decided() -> None:
    """By points alone the nearer settlement of a neighbour may win: somebody inside must not be led out unasked."""
    home = Unit(CITY, Category.CITY, "Бердичів", hromada=BERDYCHIV)
    neighbour = Unit("UA18020010010052143", Category.CITY, "Андрушівка", hromada="UA18020010000042217")
    likely = Found(Candidate(neighbour, 0.9), (Candidate(home, 0.1),))
    asked = never_across(likely, Quiet({BERDYCHIV: Silence.OFFICERS}))
    assert isinstance(asked, Ambiguous)
    assert [each.unit for each in asked.candidates] == [neighbour, home]
    assert never_across(likely, Quiet()) is likely


# --- writing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", RELAYED)
async def test_a_report_goes_and_is_answered_without_names(town: Town, level: Silence) -> None:
    officer = await town.officer("zt-o03")
    await hush(town, level)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.taps("Написати офіцеру")
    await olena.hears("Про що хочете")
    await olena.taps("Шум")
    await olena.taps("Ні, ніхто не в небезпеці")
    await olena.hears("Розкажіть")
    await olena.says("Гучна музика")
    await olena.hears("1 запис")
    await olena.taps("Готово")
    assert "Отримає поліцейський цієї громади" in words(await olena.hears("Перевірте"))
    await olena.taps("Надіслати")
    await olena.hears("Його отримав поліцейський цієї громади")
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
    await olena.hears("позначено вирішеним")
    await olena.says("/my")
    await olena.hears("Ваші повідомлення")
    check_nothing_told(olena)


async def test_level_two_takes_no_location_at_any_step(town: Town) -> None:
    officer = await town.officer("zt-o03")
    await hush(town, Silence.LOCATIONS)
    olena = await arrive(town)
    await olena.shares(*INSIDE)
    await olena.taps("Так, це моє місце")
    await olena.hears("Геолокацій тут не приймаю")
    await olena.taps("Написати офіцеру")
    await olena.hears("Про що хочете")
    await olena.shares(*INSIDE)
    await olena.hears("Геолокацій для цієї громади я не приймаю")
    await olena.taps("Шум")
    await olena.taps("Ні, ніхто не в небезпеці")
    assert "геолокацію" not in words(await olena.hears("Розкажіть"))
    await olena.shares(*INSIDE)
    await olena.hears("Геолокацій для цієї громади я не приймаю")
    await olena.says("Гучна музика")
    await olena.hears("1 запис")
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


async def test_level_one_still_takes_locations(town: Town) -> None:
    officer = await town.officer("zt-o03")
    await hush(town, Silence.OFFICERS)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("1545")
    await town.draft(olena)
    await olena.shares(*INSIDE)
    await olena.hears("1 запис")
    await town.send(olena)
    await officer.hears("[location]")


async def test_level_three_passes_nothing_on(town: Town) -> None:
    officer = await town.officer("zt-o03")
    await hush(town, Silence.RELAY)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("нічого не передаю")
    await olena.says("/report")
    await olena.hears("Де ви живете")
    seen = last(officer)
    await olena.sends_photo("Що тут коїться")
    await olena.hears("Ваші слова я запам’ятав")
    await olena.says("Бердичів")
    told = await olena.hears("я не зберіг і нікому не передав")
    assert "102" in words(told)
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
    await olena.hears("Ваші слова я запам’ятав")
    await olena.says("Бердичів")
    card = await olena.hears("Геолокацій тут не приймаю")
    assert "Геолокацію, яку ви надіслали" not in words(card)
    await olena.hears("Про що хочете")


async def test_a_location_that_waited_is_dropped_and_said(town: Town) -> None:
    """Written about another place, then the place changes to one where no location is kept."""
    await hush(town, Silence.LOCATIONS)
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/report")
    await olena.hears("Про що хочете")
    await olena.shares(*INSIDE)
    await olena.says("Гучна музика")
    await olena.hears("Про що хочете")
    await olena.says("/place")
    await olena.hears("Де ви живете")
    await olena.says("Бердичів")
    await olena.hears("Геолокацію, яку ви надіслали, я не зберіг")
    await olena.hears("Про що хочете")
    (dialogue,) = await town.rows("SELECT data FROM dialogues")
    assert "Гучна музика" in json.loads(dialogue["data"])["stash"][0]["text"]
    assert await _dialogues_with_points(town) == []


# --- what was there before --------------------------------------------------------------------------------------------


async def written_before(town: Town) -> tuple[Person, Person]:
    """A report with a point and a location, sent and taken while nothing was silent."""
    officer = await town.officer("zt-o03")
    olena = await arrive(town)
    await olena.shares(*INSIDE)
    await olena.taps("Так, це моє місце")
    await olena.hears("[venue]")
    await town.draft(olena)
    await olena.says("Гучна музика")
    await olena.hears("1 запис")
    await olena.shares(*INSIDE)
    await olena.hears("2 записи")
    await town.send(olena)
    await officer.hears("[location]")
    return officer, olena


@pytest.mark.parametrize("level", RELAYED)
async def test_earlier_reports_go_on_without_names(town: Town, level: Silence) -> None:
    officer, olena = await written_before(town)
    await hush(town, level)
    before = last(olena)
    await olena.says("І досі грає")
    await olena.hears("Додано до повідомлення № 1")
    await officer.hears("І досі грає")
    await officer.replies("І досі грає", "Іду")
    await olena.hears("Відповідь · № 1")
    await olena.says("/report")
    await olena.hears("Про що хочете")
    check_nothing_told(olena, since=before)
    (report,) = await town.rows("SELECT place, lat FROM reports")
    assert (report["place"], report["lat"] is None) == (
        (BERDYCHIV, True) if level is Silence.LOCATIONS else (CITY, False)
    )
    assert len(await town.rows("SELECT id FROM entries WHERE kind = 'location'")) == (level is Silence.OFFICERS)
    await officer.says("/queue")
    queue = await officer.hears("На вас чекає 1 повідомлення")
    assert ("Бердичівська" if level is Silence.LOCATIONS else "Бердичів") in words(queue)
    await officer.taps(buttons(queue)[0])
    shown = await officer.hears("Повідомлення № 1 — прийняли ви")
    assert ("точка" in words(shown)) == (level is Silence.OFFICERS)


async def test_a_delivered_card_loses_its_point_with_the_next_change(town: Town) -> None:
    officer, _ = await written_before(town)
    card = await officer.hears("Нове повідомлення № 1")
    assert "точка" in words(card)
    await hush(town, Silence.LOCATIONS)
    await officer.taps("Прийняти")
    changed = await officer.hears("прийняли ви")
    assert changed["message_id"] == card["message_id"]
    assert "точка" not in words(changed)
    assert "Бердичівська громада" in words(changed)


async def test_at_level_three_earlier_reports_rest(town: Town) -> None:
    """The officer keeps what had come and may close it; nothing passes in either direction any more."""
    officer, olena = await written_before(town)
    await hush(town, Silence.RELAY)
    before = last(olena)
    await olena.says("І досі грає")
    await olena.hears("нічого не передаю")
    await olena.replies("Надіслано", "І ще")
    await olena.hears("нічого не передаю")
    check_nothing_told(olena, since=before)
    assert await town.rows("SELECT id FROM entries WHERE text LIKE 'І%'") == []
    seen = last(olena)
    await officer.replies("Гучна музика", "Іду")
    await officer.hears("може нашкодити людині")
    await officer.taps("Прийняти")
    await officer.hears("прийняли ви")
    await officer.taps("Вирішено")
    await officer.hears("вирішено")
    await still(olena, seen)
    assert await place_of(town, olena) is None


async def test_at_level_three_an_unsent_report_is_erased(town: Town) -> None:
    await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await town.draft(olena)
    await olena.says("Гучна музика")
    panel = await olena.hears("1 запис")
    await hush(town, Silence.RELAY)
    assert await town.count("reports") == await town.count("entries") == await town.count("dialogues") == 0
    await olena.taps_data(panel["message_id"], "dr:1:send")
    await olena.hears("Ця кнопка вже не діє")


@pytest.mark.parametrize(
    ("level", "handed"), [(Silence.OFFICERS, True), (Silence.LOCATIONS, True), (Silence.RELAY, False)]
)
async def test_what_waits_for_an_officer(town: Town, level: Silence, *, handed: bool) -> None:
    """Sent while nobody had joined; then the hromada fell silent, and an officer joins."""
    olena = await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    await hush(town, level)
    before = last(olena)
    officer = await town.officer("zt-o03")
    await town.app.ticks.attention.find_officers()
    if handed:
        await officer.hears("Гучна музика")
        await olena.hears("тепер отримує поліцейський")
        check_nothing_told(olena, since=before)
    else:
        await still(olena, before)
        assert not any("Гучна музика" in text for text in officer.heard)


@pytest.mark.parametrize("level", RELAYED)
async def test_an_officer_who_leaves_hands_over_without_names(town: Town, level: Silence) -> None:
    third = await town.officer("zt-o03")
    await hush(town, level)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("1545")
    await town.report(olena, "Гучна музика")
    await third.replies(await third.hears("Гучна музика"), "Іду")
    await olena.hears("Іду")
    fourth = await town.officer("zt-o04")
    await third.blocks()
    await fourth.hears("Гучна музика")
    await olena.hears("тепер отримує поліцейський")
    check_nothing_told(olena)


async def test_when_it_is_over_everything_is_as_before(town: Town) -> None:
    await town.officer("zt-o03")
    await hush(town, Silence.RELAY)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("нічого не передаю")
    async with town.app.database.write():
        await db.silent.write([], [BERDYCHIV], label="test", now=town.app.ticks.housekeeping._clock())
    await olena.says("Бердичів")
    assert "Зразок" in words(await olena.hears("Телефонуйте 102 або 112"))


# --- the neighbours ---------------------------------------------------------------------------------------------------


async def test_an_officer_of_two_hromadas_is_hidden_in_both(town: Town) -> None:
    """One community officer serves Hlybochytska and Oliivska; the second falls silent."""
    (oliivska,) = await town.rows("SELECT katottg FROM units WHERE category = 'H' AND name = 'Оліївська'")
    olena = await arrive(town)
    await olena.says("Глибочиця Житомирський район")
    await olena.hears("[venue]")
    await hush(town, Silence.RELAY, oliivska["katottg"])
    before = last(olena)
    await olena.says("/place")
    await olena.hears("Де ви живете")
    await olena.says("Глибочиця Житомирський район")
    await olena.hears("1545")
    check_nothing_told(olena, since=before)
    assert await place_of(town, olena) is not None  # only the officer is hidden: Hlybochytska itself is not silent


async def test_others_are_as_they_were(town: Town) -> None:
    await hush(town, Silence.RELAY)
    taras = await town.neighbour("Тарас", "Коростень")
    assert any("Зразок" in text for text in taras.heard)
