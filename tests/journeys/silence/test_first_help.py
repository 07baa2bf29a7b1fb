"""Where nothing is passed on, 102 and 112 may be answered by the occupier: whoever cries for help gets other lines."""

from collections.abc import Awaitable, Callable
from typing import Final

import pytest

from bot.domain.clock import utc_now
from bot.domain.silence import Silence
from bot.services import inbox
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.restoring import restored
from bot.services.turns import Turns
from tests.journeys.conftest import Town
from tests.journeys.silence.steps import LEVELS, arrive, hush, written_before
from tests.people import Person, words

AID: Final = "Про всяк випадок"


async def at_the_place(town: Town) -> Person:
    """They asked for it, and heard that nothing is passed on."""
    olena = await arrive(town)
    await olena.says("Бердичів")
    await olena.hears("")
    return olena


async def asked_again(town: Town) -> Person:
    """They asked for another place since, and did not name it yet."""
    olena = await at_the_place(town)
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    return olena


async def long_ago(town: Town) -> Person:
    """What looking for a place left in the dialogue is forgotten."""
    olena = await at_the_place(town)
    async with town.app.database.write() as connection:
        await connection.exec_driver_sql("DELETE FROM dialogues")
    return olena


async def with_a_report(town: Town) -> Person:
    _, olena = await written_before(town)
    return olena


async def by_naming_it(town: Town) -> Person:
    return await arrive(town)


SOMEBODY: Final[dict[str, tuple[Callable[[Town], Awaitable[Person]], str, bool]]] = {
    "at the place": (at_the_place, "горить хата", True),
    "asked again": (asked_again, "горить хата", True),
    "long ago": (long_ago, "горить хата", True),
    "a bare call": (long_ago, "112", True),
    "a report": (with_a_report, "горить хата", False),
    "named": (by_naming_it, "горить хата, Бердичів", True),
}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("who", SOMEBODY)
async def test_official_lines_stand_instead_of_102(town: Town, who: str, level: Silence) -> None:
    await town.officer("zt-o03")
    come, said, hushed_before = SOMEBODY[who]
    if hushed_before:
        await hush(town, level)
    olena = await come(town)
    if not hushed_before:
        await hush(town, level)
    await olena.says(said)
    told = words(await olena.hears(AID))
    assert ("102" in told, "112" in told, "1545" in told) == (level < Silence.RELAY,) * 2 + (level is Silence.RELAY,)
    assert level < Silence.RELAY or "поліцію" not in told
    if who != "a bare call":
        assert "сходами" in told  # what to do is true everywhere
    await olena.says("/emergency")
    if who == "named" or level < Silence.RELAY:
        assert "112" in words(await olena.hears("7333"))
    else:
        assert "112" not in words(await olena.hears("Спершу подумайте, хто відповість"))


async def test_a_home_that_falls_silent_is_known_as_such(town: Town) -> None:
    """It is erased, and that it was one of those is all that stays, until another is named."""
    olena = await town.neighbour("Олена")
    await hush(town, Silence.RELAY)
    (row,) = await town.rows("SELECT place, hushed FROM residents WHERE chat_id = :chat", chat=olena.id)
    assert (row["place"], bool(row["hushed"])) == (None, True)
    await olena.says("горить хата")
    assert "102" not in words(await olena.hears(AID))
    await olena.says("/place")
    assert "102" not in words(await olena.hears("Де це сталося або де ви живете"))
    await olena.says("Коростень")
    await olena.hears("Зразок")
    await olena.says("стало погано, людина без свідомості")
    assert "102" in words(await olena.hears(AID))


ASKED: Final = ("/help", "/report", "/help", "/my", "/helpp", "/news", "/privacy", "/place", "/emergency")


async def test_nothing_that_is_asked_there_names_numbers_of_the_occupier(town: Town) -> None:
    """In whatever state, though no place is kept."""
    olena = await town.neighbour("Олена")
    await hush(town, Silence.RELAY)
    for each in ASKED:
        since = max(olena.messages)
        await olena.says(each)
        await olena.hears("")
        said = [words(m) for number, m in olena.messages.items() if number > since and m["from_bot"]]
        assert [text for text in said if "102" in text or "112" in text] == [], each


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("who", [at_the_place, with_a_report], ids=["at the place", "a report"])
async def test_when_something_breaks(
    town: Town, monkeypatch: pytest.MonkeyPatch, who: Callable[[Town], Awaitable[Person]], level: Silence
) -> None:
    """The apology says them where they help, and nowhere else."""
    olena = await who(town) if who is with_a_report else None
    await hush(town, level)
    olena = olena or await who(town)
    monkeypatch.setattr(inbox, "RETRY_AFTER", ())
    monkeypatch.setattr(People, "set_locale", broken)
    await olena.says("/language")
    await olena.taps("English")
    told = words(await olena.hears("щось зламалося"))
    assert ("102" in told) is ("112" in told) is (level is not Silence.RELAY)


async def broken(*_: object) -> None:
    raise RuntimeError("it is broken")


async def test_a_copy_of_the_database_that_was_put_back(town: Town) -> None:
    """Whose place is not kept is told so too."""
    await hush(town, Silence.RELAY)
    olena = await at_the_place(town)
    places = town.app.ticks.places
    lookup = Lookup(places, DirectoryService(town.app.database, utc_now, places))
    async with Turns(town.app.database, utc_now, lambda: None).open() as turn:
        await restored(turn, lookup, utc_now(), skip=1)
    told = words(await olena.hears("повернутися до копії даних"))
    assert "102" not in told
    assert "112" not in told


async def test_the_officer_sees_that_it_was_not_102(town: Town) -> None:
    """Whoever moved to where nothing is passed on still writes to the officer of the place before."""
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "У сусідів шумно")
    await hush(town, Silence.RELAY)
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Бердичів")
    await olena.hears("")
    await olena.says("горить хата")
    assert "102" not in words(await olena.hears(AID))
    card = words(await officer.hears("ознаки небезпеки: пожежа або газ"))
    assert "Мешканцю показано офіційні лінії" in card
    assert "показано номери" not in card
