"""Somebody finds a place in a silent hromada, or beside one: who is hidden, and what is kept."""

import pytest

from bot.domain.places import Ambiguous, Candidate, Found, PlaceCategory, Unit
from bot.domain.silence import Quiet, Silence
from bot.services.lookup import never_across
from tests.journeys.conftest import Town
from tests.journeys.silence.steps import (
    BERDYCHIV,
    CITY,
    INSIDE,
    LEVELS,
    RAION,
    RELAYED,
    arrive,
    check_nothing_told,
    dialogues_with_points,
    hush,
    last,
    place_of,
)
from tests.people import buttons, words

KEPT = {Silence.OFFICERS: CITY, Silence.LOCATIONS: BERDYCHIV, Silence.RELAY: None}


@pytest.mark.parametrize("level", LEVELS)
async def test_by_name_nobody_is_shown(town: Town, level: Silence) -> None:
    await town.officer("zt-o03")
    await hush(town, level)
    olena = await arrive(town)
    await olena.says("Бердичів")
    card = await olena.hears("1545")
    assert ("102" in words(card)) == (level < Silence.RELAY)  # there the occupier may answer
    assert ("112" in words(card)) == (level < Silence.RELAY)
    assert ("Написати офіцеру" in buttons(card)) == (level in RELAYED)
    check_nothing_told(olena)
    assert await place_of(town, olena) == KEPT[level]
    assert await town.count("gaps") == 0


async def test_whoever_was_told_of_silence_is_not_invited_to_share_a_location(town: Town) -> None:
    """A stray tap would put the point into the chat, whatever is asked next."""
    await hush(town, Silence.RELAY)
    olena = await arrive(town)
    assert olena.keyboard is not None
    await olena.says("Бердичів")
    await olena.hears("1545")
    for said, heard in (("/report", "Де це сталося"), ("/place", "Де це сталося"), ("Абвгдейка", "такої назви")):
        await olena.says(said)
        assert "геолокац" not in words(await olena.hears(heard))
        assert olena.keyboard is None


@pytest.mark.parametrize("level", LEVELS)
async def test_by_location_nobody_is_shown_and_no_point_is_kept(town: Town, level: Silence) -> None:
    await town.officer("zt-o03")
    await hush(town, level, RAION)
    olena = await arrive(town)
    await olena.shares(*INSIDE)
    await olena.hears("Ваша громада — Бердичівська")
    if level >= Silence.LOCATIONS:
        assert await dialogues_with_points(town) == []
    await olena.taps("Так, тут")
    await olena.hears("1545")
    check_nothing_told(olena)
    assert await place_of(town, olena) == KEPT[level]
    if level >= Silence.LOCATIONS:
        assert await dialogues_with_points(town) == []


@pytest.mark.parametrize("level", LEVELS)
async def test_a_forged_choice_shows_nobody_either(town: Town, level: Silence) -> None:
    await hush(town, level)
    olena = await arrive(town)
    await olena.taps_data(last(olena), f"pl:{CITY}")
    await olena.hears("1545")
    check_nothing_told(olena)


def test_a_point_near_the_border_is_asked_about_not_decided() -> None:
    """By points alone the nearer settlement of a neighbour may win: somebody inside must not be led out unasked."""
    home = Unit(CITY, PlaceCategory.CITY, "Бердичів", hromada=BERDYCHIV)
    neighbour = Unit("UA18020010010052143", PlaceCategory.CITY, "Андрушівка", hromada="UA18020010000042217")
    likely = Found(Candidate(neighbour, 0.9), (Candidate(home, 0.1),))
    asked = never_across(likely, Quiet({BERDYCHIV: Silence.OFFICERS}))
    assert isinstance(asked, Ambiguous)
    assert [each.unit for each in asked.candidates] == [neighbour, home]
    assert never_across(likely, Quiet()) is likely


async def test_an_officer_of_two_hromadas_is_hidden_in_both(town: Town) -> None:
    """One community officer serves Hlybochytska and Oliivska; the second falls silent."""
    (oliivska,) = await town.rows("SELECT katottg FROM units WHERE category = 'H' AND name = 'Оліївська'")
    olena = await arrive(town)
    await olena.says("Глибочиця Житомирський район")
    await olena.hears("[venue]")
    await hush(town, Silence.RELAY, oliivska["katottg"])
    before = last(olena)
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Глибочиця Житомирський район")
    await olena.hears("1545")
    check_nothing_told(olena, since=before)
    assert await place_of(town, olena) is not None  # only the officer is hidden: Hlybochytska itself is not silent


async def test_others_are_as_they_were(town: Town) -> None:
    await hush(town, Silence.RELAY)
    taras = await town.neighbour("Тарас", "Коростень")
    assert any("Зразок" in text for text in taras.heard)
