"""Thousands of generated residents for the demo: in every settlement of the sample oblast, known to box and bot alike.

They go straight into the database and into the box, as if each had agreed and found their place long ago. Nobody of
them has a name: «Мешканець 0042».
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any, Final

import db.residents
from bot.app import App
from bot.domain.clock import utc_now
from bot.domain.places import PlaceCategory, Unit
from bot.samples.plan import OBLAST
from bot.sandbox.server import Sandbox

FIRST_ID: Final = 900_000_001
EVERY_ENGLISH: Final = 25
"""One of so many reads English."""
EVERY_CURIOUS: Final = 2
"""One of so many wants other announcements too; all agreed to hear of openings."""
AGREED_BEFORE: Final = timedelta(days=30)
IN_SLICES_OF: Final = 500


@dataclass(frozen=True, slots=True)
class Generated:
    """Somebody who does not exist."""

    chat_id: int
    locale: str
    home: Unit


async def populate(app: App, box: Sandbox, residents: int) -> None:
    """Bring the demo up to so many generated residents; the same number gives the same people."""
    people = generated(app.places().units, residents)
    for n, each in enumerate(people):
        _appear(box, app.bot.id, n, each)
    waiting = iter(people)
    while some := list(islice(waiting, IN_SLICES_OF)):
        rows = [_row(each) for each in some]
        async with app.database.write():
            await db.residents.add_known(rows, now=utc_now() - AGREED_BEFORE)


def _row(who: Generated) -> dict[str, Any]:
    curious = who.chat_id % EVERY_CURIOUS == 0
    news = {"news_asked_at": utc_now() - AGREED_BEFORE, "news_opening": True, "news_announcement": curious or None}
    return {"chat_id": who.chat_id, "locale": who.locale, "place": who.home.katottg, **news}


def generated(units: Iterable[Unit], residents: int) -> list[Generated]:
    return [Generated(FIRST_ID + n, locale_of(n), unit) for n, unit in enumerate(homes(units, residents))]


def homes(units: Iterable[Unit], residents: int) -> list[Unit]:
    """Where each lives: first one in every settlement and city district, the rest where most people are."""
    places = [unit for unit in units if OBLAST in unit.areas and _lived_in(unit)]
    rest = max(0, residents - len(places))
    return [*places[:residents], *_by_population(places, rest)]


def _lived_in(unit: Unit) -> bool:
    return unit.is_settlement or unit.category is PlaceCategory.DISTRICT


def _by_population(places: Sequence[Unit], number: int) -> list[Unit]:
    """The largest remainders, so that the numbers add up."""
    everybody = sum(unit.population or 0 for unit in places) or 1
    exact = [number * (unit.population or 0) / everybody for unit in places]
    counts = [int(share) for share in exact]
    by_remainder = sorted(range(len(places)), key=lambda at: counts[at] - exact[at])
    for at in by_remainder[: number - sum(counts)]:
        counts[at] += 1
    return [unit for unit, count in zip(places, counts, strict=True) for _ in range(count)]


def locale_of(number: int) -> str:
    return "en" if number % EVERY_ENGLISH == EVERY_ENGLISH - 1 else "uk"


def _appear(box: Sandbox, bot_id: int, number: int, who: Generated) -> None:
    """In the box, with a conversation begun: a bot cannot write to somebody who never wrote to it."""
    if who.chat_id not in box.world.users:
        name = f"Мешканець {number + 1:04}"
        box.know(who.chat_id, first_name=name, label=f"{name} · {who.home.name}", group="resident", bot=bot_id)
