"""Which hromada somebody stands in, judged by the points of settlements alone.

The nearest point is a poor answer: a village beside a city wins over the city one stands in. So each hromada is
weighed by how many of its people may live at this very place: those of each known settlement over the disc they need,
and those of its villages whose point nobody knows (the codifier counts them) around the known ones. The shares of
the hromadas are the scores. The four constants were chosen on population-weighted points scattered around settlements
and judged on others; the result hardly depends on any of them.

What lies abroad is weighed in the same way by the towns there, all together as one more area without a candidate.
Where it outweighs everything else the point is not in Ukraine; a border village nobody has a point of must not be told
so, hence the high share (measured: 6 of the 3,087 settlements within 30 km of a foreign one are).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from bot.domain.places import Ambiguous, Answer, Candidate, Choice, Found, NotCovered, PlaceCategory, Point, Unit
from bot.places.geometry import METRES_PER_DEGREE, distance_m
from bot.places.size import people

PEOPLE_PER_KM2: Final = 1_000.0  # of built-up land
DISC_EDGE: Final = 6  # how sharply a settlement ends
VILLAGE_PEOPLE: Final = 500.0  # for each settlement without a point
VILLAGES_KM: Final = 2.5  # how far from a known point they lie
CLEAR: Final = 0.8  # the share that makes one hromada the answer
CLEARLY_ABROAD: Final = 0.95

CELL: Final = 0.1  # degrees
FEW: Final = 3  # with fewer hromadas within a reach, look as far as the next
REACHES_KM: Final = (12.0, 28.0, 40.0)
FARTHEST_KM: Final = REACHES_KM[-1]
MOST: Final = 6
LEAST_PEOPLE: Final = 100
_KM_PER_DEGREE: Final = METRES_PER_DEGREE / 1000
_HALF_A_CELL_KM: Final = CELL / 2 * _KM_PER_DEGREE
_Cell = tuple[int, int]
_ABROAD: Final = ""  # the area of everything abroad


class Foreign(NamedTuple):
    """A populated place outside of Ukraine; `people` 0 is unknown."""

    point: Point
    people: int


class _PointSpot(NamedTuple):
    """A settlement with a point. `disc` is the sending of its radius in km; `unseen` counts the people of the
    hromada's settlements without a point that are reckoned to this one."""

    unit: Unit
    area: str
    lat: float
    lon: float
    people: float
    disc: float
    unseen: float


class PointIndex:
    """Settlements that have a point, in a grid; about 30 µs a question."""

    def __init__(self, units: Iterable[Unit], abroad: Iterable[Foreign] = ()) -> None:
        settlements = [unit for unit in units if unit.is_settlement]
        all_of = Counter(map(_area, settlements))
        known_of = Counter(_area(unit) for unit in settlements if unit.point)
        self._home: dict[_Cell, list[_PointSpot]] = defaultdict(list)
        self._cities: list[_PointSpot] = []  # wider than what is near: in no cell, but with every one that they reach
        self._felt: dict[_Cell, list[_PointSpot]] = {}  # filled when asked: most cells never are
        for unit in settlements:
            if unit.point:
                unseen = (all_of[_area(unit)] - known_of[_area(unit)]) / known_of[_area(unit)]
                self._place(_spot(unit, unit.point, unseen * VILLAGE_PEOPLE))
        for place in abroad:
            town = Unit(_ABROAD, PlaceCategory.VILLAGE, "", population=place.people or None)
            self._place(_spot(town, place.point, VILLAGE_PEOPLE))  # as if each had one village that is not listed

    def _place(self, spot: _PointSpot) -> None:
        if spot.disc > REACHES_KM[0] ** 2:
            self._cities.append(spot)
        else:
            self._home[_cell(spot.lat, spot.lon)].append(spot)

    def at(self, point: Point, accuracy_m: float | None = None) -> Answer:
        """The likeliest settlement of each of the likeliest hromadas; one of them is `Found` when it is clear.

        `accuracy_m` blurs: within it every place is as good as another. Farther than 40 km from every known
        settlement, or clearly among places abroad, is `NotCovered("outside-ukraine")`.
        """
        ranked = self._ranked(point, blur=((accuracy_m or 0.0) / 1000) ** 2)
        total = sum(weight for weight, _ in ranked)
        here = [(weight, spot) for weight, spot in ranked if spot.area != _ABROAD]
        if not here or sum(weight for weight, _ in here) <= (1 - CLEARLY_ABROAD) * total:
            return NotCovered("outside-ukraine")
        first, *rest = (_candidate(spot, point, weight / total) for weight, spot in here[:MOST])
        return Found(first, tuple(rest)) if first.score >= CLEAR else Ambiguous((first, *rest), Choice.POINT)

    def abroad_m(self, point: Point, within_m: float) -> float:
        """How far the edge of the nearest place abroad is, in metres; infinity where none is within `within_m`."""
        spots = (spot for spot in self._within(point.lat, point.lon, within_m / 1000) if spot.area == _ABROAD)
        edges = (distance_m(point, Point(spot.lat, spot.lon)) - 1000 * math.sqrt(spot.disc) for spot in spots)
        return min((metres for metres in edges if metres <= within_m), default=math.inf)

    def _ranked(self, point: Point, *, blur: float) -> list[tuple[float, _PointSpot]]:
        """Weight of each hromada and its settlement that gives the most of it, the heaviest first."""
        cell = _cell(point.lat, point.lon)
        if (spots := self._felt.get(cell)) is None:
            spots = self._felt_from(cell)
            if spots:  # the rest of the world is not remembered
                self._felt[cell] = spots
        return _weighed(spots, point, blur)

    def _felt_from(self, cell: _Cell) -> list[_PointSpot]:
        """Settlements that may count for somebody in this cell, looked for as far as it takes."""
        lat, lon = ((each + 0.5) * CELL for each in cell)
        found: list[_PointSpot] = []
        for reach in REACHES_KM:
            found = list(self._within(lat, lon, reach + _HALF_A_CELL_KM))
            if len({spot.area for spot in found} - {_ABROAD}) >= FEW:
                break
        return found

    def _within(self, lat: float, lon: float, km: float) -> Iterator[_PointSpot]:
        """Settlements within `km`, a few more at the corners, and cities whose edge is that near."""
        here = Point(lat, lon)
        for city in self._cities:
            if distance_m(here, Point(city.lat, city.lon)) <= 1000 * (km + math.sqrt(city.disc)):
                yield city
        north = km / _KM_PER_DEGREE
        east = north / max(math.cos(math.radians(lat)), 0.1)
        south_west, north_east = _cell(lat - north, lon - east), _cell(lat + north, lon + east)
        for row in range(south_west[0], north_east[0] + 1):
            for column in range(south_west[1], north_east[1] + 1):
                for spot in self._home.get((row, column), ()):
                    if abs(spot.lat - lat) <= north and abs(spot.lon - lon) <= east:
                        yield spot


def _weighed(spots: Iterable[_PointSpot], point: Point, blur: float) -> list[tuple[float, _PointSpot]]:
    """Every hromada of these settlements that comes within 40 km, see `PointIndex._ranked`."""
    here_lat, here_lon = point.lat, point.lon
    north_km, east_km = _KM_PER_DEGREE, _KM_PER_DEGREE * math.cos(math.radians(here_lat))
    farthest = FARTHEST_KM**2
    spread = VILLAGES_KM**2 + blur
    weights: dict[str, float] = {}
    best: dict[str, tuple[float, _PointSpot]] = {}
    for spot in spots:
        _, area, lat, lon, count, disc, unseen = spot  # one look-up instead of six: this loop is the whole cost
        squared = ((lat - here_lat) * north_km) ** 2 + ((lon - here_lon) * east_km) ** 2
        if squared > farthest:
            continue
        disc += blur
        weight = count / disc * (1 + squared / disc) ** -DISC_EDGE + unseen / spread * (1 + squared / spread) ** -2
        weights[area] = weights.get(area, 0.0) + weight
        if area not in best or best[area][0] < weight:
            best[area] = weight, spot
    return sorted(((weights[area], spot) for area, (_, spot) in best.items()), key=lambda each: -each[0])


def _spot(unit: Unit, point: Point, unseen: float) -> _PointSpot:
    count = float(max(people(unit), LEAST_PEOPLE))
    return _PointSpot(unit, _area(unit), point.lat, point.lon, count, count / PEOPLE_PER_KM2 / math.pi, unseen)


def _candidate(spot: _PointSpot, point: Point, share: float) -> Candidate:
    metres = distance_m(point, Point(spot.lat, spot.lon))
    return Candidate(spot.unit, round(share, 4), distance_m=round(metres, 1))


def _area(unit: Unit) -> str:
    """The hromada; Прип'ять and Чорнобиль have none and stand for themselves."""
    return unit.hromada or unit.katottg


def _cell(lat: float, lon: float) -> _Cell:
    return math.floor(lat / CELL), math.floor(lon / CELL)
