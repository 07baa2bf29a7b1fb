"""A small registry of one hromada and its neighbours, on both engines."""

from datetime import UTC, date, datetime, timedelta

import pytest

import db.editions
from bot.domain.people import Role
from bot.domain.registry import BeatEntry, Edition, OfficerEntry, PostEntry, StationEntry, changes
from db.engine import Database, execute
from db.schema import units

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OBLAST = "UA18000000000041385"
RAION = "UA18020000000072859"
HROMADA = "UA18020030000035625"
CITY = "UA18020030010047029"
CITY_AREAS = (CITY, HROMADA, RAION, OBLAST)

PLACES: list[dict[str, str | None]] = [
    {"katottg": OBLAST, "category": "O", "name": "Житомирська", "oblast": None, "raion": None, "hromada": None},
    {"katottg": RAION, "category": "P", "name": "Бердичівський", "oblast": OBLAST, "raion": None, "hromada": None},
    {"katottg": HROMADA, "category": "H", "name": "Бердичівська", "oblast": OBLAST, "raion": RAION, "hromada": None},
    {"katottg": CITY, "category": "M", "name": "Бердичів", "oblast": OBLAST, "raion": RAION, "hromada": HROMADA},
]


class Hands:
    """A clock whose hands the test moves."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def desk(database: Database) -> Database:
    """A database that knows the places above."""
    async with database.write():
        await execute(units.insert(), PLACES)
    return database


def an_edition(*, name: str = "Зразок Перший", areas: frozenset[str] = frozenset({HROMADA})) -> Edition:
    """One community officer, one duty officer, a station."""
    posted = date(2026, 1, 1)
    return Edition(
        stations={"s1": StationEntry("s1", "Станція", "вул. Зразкова, 1")},
        officers={
            "o1": OfficerEntry("o1", Role.COMMUNITY, name, phone="+380 00 000 00 01"),
            "o2": OfficerEntry("o2", Role.DUTY, "Чергова частина"),
        },
        beats={
            "b1": BeatEntry("b1", "Дільниця 1", "s1", areas, frozenset({PostEntry("o1", posted)})),
            "b2": BeatEntry("b2", "Район", None, frozenset({RAION}), frozenset({PostEntry("o2", posted)})),
        },
    )


async def publish(database: Database, edition: Edition) -> int:
    """Make it the edition in force."""
    async with database.write():
        difference = changes(await db.editions.load(), edition)
        return await db.editions.apply(difference, label="test", now=NOW)
