"""What was there before the hromada fell silent, and what comes back when it is over."""

import pytest

import db.silent
from bot.domain.silence import Silence
from tests.journeys.conftest import Town
from tests.journeys.silence.steps import (
    BERDYCHIV,
    CITY,
    RELAYED,
    arrive,
    check_nothing_told,
    hush,
    last,
    place_of,
    still,
    written_before,
)
from tests.people import buttons, words


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
    await olena.hears("Додано. Пишіть")
    await hush(town, Silence.RELAY)
    assert await town.count("reports") == await town.count("entries") == await town.count("dialogues") == 0
    await olena.taps("Готово")
    await olena.hears("Цього повідомлення вже немає")


@pytest.mark.parametrize(
    ("level", "handed"), [(Silence.OFFICERS, True), (Silence.LOCATIONS, True), (Silence.RELAY, False)]
)
async def test_what_waits_for_an_officer(town: Town, level: Silence, *, handed: bool) -> None:
    """Its officer left; then the hromada fell silent, and another officer joins."""
    first = await town.officer("zt-o04")
    olena = await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    await first.hears("Гучна музика")
    await first.blocks()
    await olena.hears("зараз нікому прочитати")
    await hush(town, level)
    before = last(olena)
    officer = await town.officer("zt-o03")
    await town.app.ticks.attention.find_officers()
    if handed:
        await officer.hears("Гучна музика")
        await olena.hears("Тепер його отримують інші поліцейські")
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
    await olena.hears("Тепер його отримують інші поліцейські")
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
    assert "Зразок" in words(await olena.hears("вашої громади:"))
