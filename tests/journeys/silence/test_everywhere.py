"""Level three, whatever is sent and whenever: nothing is kept, nothing is passed on, nobody is shown."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

import pytest

from bot.domain.silence import Silence
from tests.journeys.conftest import Town
from tests.journeys.silence.steps import (
    BERDYCHIV,
    INSIDE,
    LEVELS,
    arrive,
    check_nothing_told,
    hush,
    last,
    place_of,
    still,
    written_before,
)
from tests.people import Person, buttons, words

Sending = Callable[[Person], Awaitable[Any]]
SENT: Final[dict[str, Sending]] = {
    "words": lambda who: who.says("Тут сталося таємне, приїдьте"),
    "picture": lambda who: who.sends_photo("Тут сталося таємне"),
    "voice": lambda who: who.sends_voice(),
    "album": lambda who: who.sends_album(3, "Тут сталося таємне"),
    "document": lambda who: who.sends_document("Тут сталося таємне"),
    "contact": lambda who: who.sends_contact("+380000000055", "Таємне"),
    "video": lambda who: who.sends_video("Тут сталося таємне"),
}


async def kept(town: Town) -> list[str]:
    """What of it lies anywhere."""
    found = []
    for table, column in (("entries", "text"), ("dialogues", "data"), ("outbox", "fields"), ("inbox", "payload")):
        rows = await town.rows(f"SELECT CAST({column} AS TEXT) AS held FROM {table}")
        found += [f"{table}: {row['held']}" for row in rows if "таємне" in str(row["held"]).casefold()]
    return found


@pytest.mark.parametrize("name", SENT)
async def test_after_the_place_is_named(town: Town, name: str) -> None:
    """The place is not remembered, so it is asked for again; what came meanwhile goes when it is named."""
    officer = await town.officer("zt-o03")
    await hush(town, Silence.RELAY)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("нічого не передаю")
    seen = last(officer)
    await SENT[name](olena)
    await olena.hears("")
    await olena.says("Бердичів")
    await olena.hears("нічого не передаю")
    assert await kept(town) == []
    assert await town.count("reports") == await town.count("entries") == 0
    assert await place_of(town, olena) is None
    await still(officer, seen)
    check_nothing_told(olena)


FREE_WORDS: Final = ("Тут сталося таємне, приїдьте", "У мене таємне горе", "Я боюсь", "чи є хто живий", "Допоможіть")


@pytest.mark.parametrize("said", FREE_WORDS)
async def test_free_words_after_the_place_are_no_name(town: Town, said: str) -> None:
    """Whoever was told that nothing is passed on hears the same of what they write, not that there is no such village;
    a place can be named at any time."""
    await hush(town, Silence.RELAY)
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("нічого не передаю")
    await olena.says(said)
    told = words(await olena.hears("Того, що ви надіслали, я не зберіг"))
    assert "1545" in told
    assert "102" not in told
    assert "/place" in told
    assert await kept(town) == []
    await olena.says("Коростень")
    await olena.hears("Зразок")
    assert await place_of(town, olena) is not None


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("said", ["Тут сталося таємне, приїдьте", "Сусіди крадуть дрова"])
async def test_free_words_before_the_place_wait_for_it(town: Town, level: Silence, said: str) -> None:
    """Not looked up as a name: kept until the place is known, and then passed on, or dropped and said to be."""
    await town.officer("zt-o03")
    await hush(town, level)
    olena = await arrive(town)
    await olena.says(said)
    await olena.hears("я запам’ятав")
    await olena.says("Бердичів")
    if level is Silence.RELAY:
        await olena.hears("я не зберіг і нікому не передав")
        assert await kept(town) == []
        return
    await olena.hears("Про що хочете")
    await olena.taps("Шум")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Додано. Пишіть")
    (entry,) = await town.rows("SELECT text FROM entries")
    assert entry["text"] == said


@pytest.mark.parametrize("name", SENT)
async def test_by_somebody_whose_report_was_on_its_way(town: Town, name: str) -> None:
    officer, olena = await written_before(town)
    await hush(town, Silence.RELAY)
    before, seen = last(olena), last(officer)
    await SENT[name](olena)
    await olena.hears("" if name == "contact" else "нічого не передаю")  # a contact is refused anywhere
    assert await kept(town) == []
    check_nothing_told(olena, since=before)
    await still(officer, seen)


async def test_an_officer_is_not_asked_for_words_that_would_not_go_on(town: Town) -> None:
    officer, olena = await written_before(town)
    await hush(town, Silence.RELAY)
    before = last(olena)
    await officer.taps("Відповісти")
    await officer.hears("передачу зупинено")
    await officer.replies("Гучна музика", "Уже їду")
    await officer.hears("передачу зупинено")
    await still(olena, before)


async def test_an_edited_message_goes_nowhere(town: Town) -> None:
    officer, olena = await written_before(town)
    mine = next(m for m in olena.messages.values() if not m["from_bot"] and "музика" in words(m))
    await hush(town, Silence.RELAY)
    seen = last(officer)
    await olena.edits(mine, "Тут сталося таємне")
    await olena.hears("змінити там не можна")
    assert await kept(town) == []
    await still(officer, seen)


@pytest.mark.parametrize("level", LEVELS)
async def test_my_shows_nobody(town: Town, level: Silence) -> None:
    _, olena = await written_before(town)
    await hush(town, level)
    before = last(olena)
    await olena.says("/my")
    await olena.hears("№ 1")
    check_nothing_told(olena, since=before)


@pytest.mark.parametrize("level", LEVELS)
async def test_a_posters_link_shows_nobody(town: Town, level: Silence) -> None:
    (station,) = await town.rows("SELECT id FROM stations WHERE code = 'zt-s02'")
    await hush(town, level)
    olena = await arrive(town)
    for payload in (f"st_{station['id']}", f"hr_{BERDYCHIV}"):
        before = last(olena)
        await olena.says(f"/start {payload}")
        await olena.hears("")
        check_nothing_told(olena, since=before)


@pytest.mark.parametrize("level", LEVELS)
async def test_the_nearest_station_is_never_inside(town: Town, level: Silence) -> None:
    await hush(town, level)
    olena = await arrive(town)
    await olena.shares(*INSIDE)
    card = await olena.hears("Ваша громада — Бердичівська")
    assert not [each for each in buttons(card) if "танці" in each]
    check_nothing_told(olena)
