"""A small country for tests of announcements: two oblasts and Kyiv, three stations, residents on demand."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

import db.gazetteer
from bot.domain.admins import Admin, Scope
from bot.domain.announcements import Rules
from bot.domain.places import PlaceCategory, Unit
from bot.domain.quiet import QuietHours
from bot.places.gazetteer import Gazetteer
from bot.services.announcements import assembled
from bot.services.announcements.rendering import Renderer
from bot.services.announcements.rounds import Rounds
from bot.services.area_finder import AreaFinder
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.turns import Turns
from db import admins
from db.engine import Database, execute
from db.schema import beat_areas, beats, generations, officers, posts, residents, stations
from tests.desk import Desk

NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)  # in Kyiv

WEST, EAST, KYIV = "UA18000000000000001", "UA63000000000000002", "UA80000000000093317"
RAION = "UA18020000000000003"
HROMADA, NEXT, FAR = "UA18020010000000004", "UA18020030000000005", "UA63020010000000006"
TOWN, DISTRICT = "UA18020010010000007", "UA18020010010100008"
VILLAGE, NEXT_VILLAGE, FAR_VILLAGE = "UA18020010020000009", "UA18020030010000010", "UA63020010010000011"
KYIV_DISTRICT = "UA80000000000210193"
FAR_RAION = "UA63020000000000012"

UNITS = (
    Unit(WEST, PlaceCategory.OBLAST, "Західна"),
    Unit(EAST, PlaceCategory.OBLAST, "Східна"),
    Unit(KYIV, PlaceCategory.SPECIAL_CITY, "Київ", hromada=KYIV),
    Unit(RAION, PlaceCategory.RAION, "Зразковий", oblast=WEST),
    Unit(FAR_RAION, PlaceCategory.RAION, "Далекий", oblast=EAST),
    Unit(HROMADA, PlaceCategory.HROMADA, "Зразківська", oblast=WEST, raion=RAION),
    Unit(NEXT, PlaceCategory.HROMADA, "Сусідська", oblast=WEST, raion=RAION),
    Unit(FAR, PlaceCategory.HROMADA, "Далека", oblast=EAST, raion=FAR_RAION),
    Unit(TOWN, PlaceCategory.CITY, "Зразків", oblast=WEST, raion=RAION, hromada=HROMADA),
    Unit(VILLAGE, PlaceCategory.VILLAGE, "Зразкове", oblast=WEST, raion=RAION, hromada=HROMADA),
    Unit(NEXT_VILLAGE, PlaceCategory.VILLAGE, "Сусіднє", oblast=WEST, raion=RAION, hromada=NEXT),
    Unit(FAR_VILLAGE, PlaceCategory.VILLAGE, "Далеке", oblast=EAST, raion=FAR_RAION, hromada=FAR),
    Unit(DISTRICT, PlaceCategory.DISTRICT, "Центр", oblast=WEST, raion=RAION, hromada=HROMADA, settlement=TOWN),
    Unit(KYIV_DISTRICT, PlaceCategory.DISTRICT, "Дарницький", oblast=KYIV, hromada=KYIV, settlement=KYIV),
)
PLACES = (TOWN, DISTRICT, VILLAGE, NEXT_VILLAGE, FAR_VILLAGE, KYIV, KYIV_DISTRICT)
BEATS = {"s-1": (HROMADA,), "s-2": (DISTRICT, NEXT), "s-3": (FAR,)}
"""Areas of each station's beat."""


@dataclass
class Country:
    """A database with places, stations and admins, and the service on it. The clock is set by hand."""

    database: Database
    now: datetime = NOON
    approval: bool = True
    quiet: str = "21:00-08:00"
    people: dict[str, Admin] = field(default_factory=dict)

    async def settle(self) -> "Country":
        self.gazetteer = Gazetteer(UNITS)
        self.turns = Turns(self.database, lambda: self.now, lambda: None)
        self.directory = DirectoryService(self.database, lambda: self.now, lambda: self.gazetteer)
        self.lookup = Lookup(lambda: self.gazetteer, self.directory)
        self.desk = Desk(
            assembled(
                database=self.database,
                clock=lambda: self.now,
                directory=self.directory,
                lookup=self.lookup,
                finder=AreaFinder(lambda: self.gazetteer),
                rules=Rules(("uk", "en"), self.approval, QuietHours.read(self.quiet)),
            )
        )
        async with self.database.write():
            async for _ in db.gazetteer.add_units(UNITS):
                pass
            await _registry(self.now)
            for number, (name, codes) in enumerate({"Ірина": ["UA"], "Петро": ["UA"], "Захід": [WEST]}.items()):
                self.people[name] = await admins.put(
                    chat_id=9001 + number,
                    name=name,
                    locale="uk",
                    scope=Scope(frozenset(codes)),
                    superadmin=False,
                    now=self.now,
                )
        return self

    def rounds(self, quiet: str) -> Rounds:
        """The sender's part, at other hours."""
        renderer = Renderer(self.lookup, lambda: self.now, ("uk", "en"))
        return Rounds(renderer, self.directory, QuietHours.read(quiet), alone=True)

    def passes(self, **how_long: float) -> None:
        self.now += timedelta(**how_long)

    async def move_in(self, people: Iterable[dict[str, Any]]) -> None:
        """Residents who want all news; `chat_id` and `place` are needed, the rest is as usual."""
        usual = {"channel": "telegram", "locale": "uk", "consented_at": self.now, "unreachable_at": None}
        usual |= {"news_asked_at": None, "news_opening": True, "news_announcement": True}
        rows = [usual | each for each in people]
        async with self.database.write():
            if rows:
                await execute(sa.insert(residents), rows)

    async def rows(self, table: sa.Table) -> list[sa.Row[Any]]:
        async with self.database.read():
            return list(await execute(sa.select(table).order_by(*table.primary_key.columns)))


async def _registry(now: datetime) -> None:
    await execute(sa.insert(generations).values(kind="registry", label="test", rows=3, loaded_at=now))
    for number, (code, areas) in enumerate(BEATS.items(), 1):
        phone = f"+380 00 000 00 0{number}"
        await execute(
            sa.insert(stations).values(
                id=number, code=code, name=f"Станція {number}", address=f"вул. Зразкова, {number}", lat=50.0, lon=28.0,
                hours="09:00–18:00", phone=phone,
            )
        )  # fmt: skip
        await execute(sa.insert(beats).values(id=number, code=f"b-{number}", name=code, station_id=number))
        await execute(sa.insert(beat_areas), [{"beat_id": number, "katottg": each} for each in areas])
        await execute(
            sa.insert(officers).values(
                id=number, code=f"o-{number}", role="community", rank="капітан", name=f"Зразок {number}", phone="",
            )
        )  # fmt: skip
        await execute(sa.insert(posts).values(officer_id=number, beat_id=number, since=now.date()))


async def country_on(database: Database, **how: Any) -> AsyncIterator[Country]:
    yield await Country(database, **how).settle()
