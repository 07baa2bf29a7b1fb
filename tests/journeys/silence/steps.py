"""What stories of silent hromadas share: one falls silent, somebody arrives, and nothing is told."""

import asyncio

import db.silent
from bot.domain.clock import utc_now
from bot.domain.silence import Silence, SilentArea
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.silence import change
from bot.services.turns import Turns
from tests.journeys.conftest import Town
from tests.people import Person, words

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
    places = town.app.ticks.places
    lookup = Lookup(places, DirectoryService(town.app.database, utc_now, places))
    async with Turns(town.app.database, town.app.ticks.housekeeping._clock, lambda: None).open() as turn:
        area = SilentArea(code, level)
        await change(turn, None, {code: ((await db.silent.load()).get(code), area)}, "test", lookup.place)


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
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    return olena


async def place_of(town: Town, person: Person) -> str | None:
    (row,) = await town.rows("SELECT place FROM residents WHERE chat_id = :chat", chat=person.id)
    place: str | None = row["place"]
    return place


async def dialogues_with_points(town: Town) -> list[dict[str, object]]:
    rows = await town.rows("SELECT data FROM dialogues")
    return [row for row in rows if "49.89" in str(row["data"])]


async def written_before(town: Town) -> tuple[Person, Person]:
    """A report with a point and a location, sent and taken while nothing was silent."""
    officer = await town.officer("zt-o03")
    olena = await arrive(town)
    await olena.shares(*INSIDE)
    await olena.taps("Так, тут")
    await olena.hears("[venue]")
    await town.draft(olena)
    await olena.says("Гучна музика")
    await olena.hears("Додано. Пишіть")
    await olena.shares(*INSIDE)
    await olena.hears("Разом уже 2")
    await town.add_point(olena)
    await town.send(olena)
    await officer.hears("[location]")
    return officer, olena
