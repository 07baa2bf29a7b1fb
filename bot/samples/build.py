"""Builds the sample registry from the embedded gazetteer and `plan`: `python -m bot.samples.build`.

The same gazetteer gives the same bytes; a test compares them with what is committed.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from math import cos, hypot, radians
from pathlib import Path

from bot.domain.places import PlaceCategory, Point, Unit
from bot.places.embedded.files import read_units
from bot.samples import ZHYTOMYR, plan
from bot.services.registry.sheets import SHEET

NOTE = "Примітка"
NO_PHOTO = ("",)


class Map:
    """The units of the oblast, by name."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = [unit for unit in units if plan.OBLAST in unit.areas]
        self.hromadas = {unit.name: unit for unit in self.units if unit.category is PlaceCategory.HROMADA}
        self.raions = [unit for unit in self.units if unit.category is PlaceCategory.RAION]

    def inside(self, hromada: str, name: str) -> Unit:
        """The most populous place of that name in the hromada."""
        within = [unit for unit in self.units if unit.hromada == self.hromadas[hromada].katottg and unit.name == name]
        return max(within, key=lambda unit: unit.population or 0)

    def centre(self, hromada: Unit) -> Point | None:
        """Where most of its people live, as far as the gazetteer knows."""
        known = [unit for unit in self.units if unit.hromada == hromada.katottg and unit.point]
        return max(known, key=lambda unit: unit.population or 0).point if known else None


@dataclass(slots=True)
class Book:
    """The five sheets being filled."""

    country: Map
    rows: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: {key: [] for key in SHEET})
    people: dict[str, int] = field(default_factory=dict)
    phones: Iterable[int] = field(default_factory=lambda: count(1))

    def phone(self) -> str:
        number = next(iter(self.phones))
        return f"+380 00 000 {number // 100:02} {number % 100:02}"  # no such operator code exists

    def station(self, town: str, hromada: str) -> str:
        place, code = self.country.inside(hromada, town), f"zt-s{len(self.rows['stations']) + 1:02}"
        point = (f"{place.point.lat:.5f}", f"{place.point.lon:.5f}") if place.point else ("", "")
        kind = "м." if place.category is PlaceCategory.CITY else "с-ще"
        hours = plan.HOURS_OF_CENTRES if town in plan.CENTRES else plan.HOURS
        name, address = f"Поліцейська станція «{town}» (зразок)", f"вул. Зразкова, 1, {kind} {town}"
        self.rows["stations"].append((code, name, address, *point, hours, self.phone(), *NO_PHOTO, "усі", "усі"))
        return code

    def officer(self, role: str, surname: str, *, public: bool) -> str:
        number = self.people[surname] = self.people.get(surname, 0) + 1
        code = f"zt-o{len(self.rows['officers']) + 1:02}"
        seen = "усі" if public else "офіцери"
        rank, name = plan.RANKS[number % len(plan.RANKS)], f"{surname} {plan.ordinal(number)}"
        self.rows["officers"].append((code, role, rank, name, self.phone(), *NO_PHOTO, "усі", seen, "усі"))
        return code

    def duty(self, name: str) -> str:
        code = f"zt-o{len(self.rows['officers']) + 1:02}"
        self.rows["officers"].append(
            (code, "черговий", "", f"Чергова частина (зразок), {name}", "102", *NO_PHOTO, *["усі"] * 3)
        )
        return code

    def beat(self, name: str, areas: Iterable[Unit], *officers: str, station: str = "") -> None:
        code = f"zt-d{len(self.rows['beats']) + 1:02}"
        self.rows["beats"].append((code, name, station))
        self.rows["areas"].extend((code, area.katottg, area.name) for area in areas)
        self.rows["posts"].extend((officer, code, plan.SINCE, "") for officer in officers)


def build(units: Iterable[Unit]) -> dict[str, list[tuple[str, ...]]]:
    """Rows of each sheet, in the order of its columns (areas have a note more)."""
    country = Map(units)
    book = Book(country)
    stations = {hromada: book.station(town, hromada) for town, hromada in plan.STATION_TOWNS.items()}
    _community(book, stations)
    _district(book, stations)
    for raion in country.raions:
        book.beat(f"{raion.name} район", [raion], book.duty(f"{raion.name} район"))
    oblast = next(unit for unit in country.units if unit.category is PlaceCategory.OBLAST)
    book.beat(f"{oblast.name} область", [oblast], book.duty(f"{oblast.name} область"))
    return book.rows


def _community(book: Book, stations: dict[str, str]) -> None:
    for hromada, station in stations.items():
        officers = [_community_officer(book) for _ in range(1 + (hromada in plan.SECOND_OFFICERS))]
        book.beat(f"{hromada} громада", [book.country.hromadas[hromada]], *officers, station=station)
    for hromada, place in plan.NARROWER:
        area = book.country.inside(hromada, place)
        kind = "район міста" if area.category is PlaceCategory.DISTRICT else "місто"
        book.beat(f"{place}, {kind}", [area], _community_officer(book), station=stations[hromada])
    for names in plan.SHARED:
        areas = [book.country.hromadas[name] for name in names]
        station = stations[_nearest(book.country, areas[0], stations)]
        book.beat(f"{' та '.join(names)} громади", areas, _community_officer(book), station=station)


def _district(book: Book, stations: dict[str, str]) -> None:
    taken = {*stations, *(name for names in plan.SHARED for name in names)}
    for name, hromada in book.country.hromadas.items():
        if name not in taken:
            officer = book.officer("дільничний", "Приклад", public=False)
            station = stations[_nearest(book.country, hromada, stations)]
            book.beat(f"{name} громада", [hromada], officer, station=station)


def _community_officer(book: Book) -> str:
    return book.officer("офіцер громади", "Зразок", public=True)


def _nearest(country: Map, hromada: Unit, stations: Iterable[str]) -> str:
    """The hromada whose station is nearest; one of the same raion where the gazetteer knows no point."""
    centre = country.centre(hromada)

    def away(name: str) -> tuple[bool, float]:
        other = country.hromadas[name]
        there = country.centre(other)
        if centre is None or there is None:
            return other.raion != hromada.raion, 0.0
        return False, hypot(there.lat - centre.lat, (there.lon - centre.lon) * cos(radians(centre.lat)))

    return min(stations, key=away)


def write(rows: dict[str, list[tuple[str, ...]]], folder: Path) -> None:
    """One CSV a sheet, UTF-8, semicolons: opens as a table in a Ukrainian Excel."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, listed in rows.items():
        titles = [column.title for column in SHEET[key].columns]
        with (folder / f"{key}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, delimiter=";", lineterminator="\n")
            table.writerow([*titles, NOTE] if key == "areas" else titles)
            table.writerows(listed)


if __name__ == "__main__":
    write(build(read_units()), ZHYTOMYR)
