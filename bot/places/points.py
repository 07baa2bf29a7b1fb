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

from bot.domain.places import Ambiguous, Answer, Candidate, Category, Found, NotCovered, Point, Unit
from bot.places.geometry import METRES_PER_DEGREE, distance_m
from bot.places.size import people

PEOPLE_PER_KM2: Final = 1_000.0  # of built-up land
DISC_EDGE: Final = 6  # how sharply a settlement ends
VILLAGE_PEOPLE: Final = 500.0  # for each settlement without a point
VILLAGES_KM: Final = 2.5  # how far from a known point they lie
CLEAR: Final = 0.8  # the share that makes one hromada the answer
CLEARLY_ABROAD: Final = 0.95

CELL: Final = 0.1  # degrees
NEAR_KM: Final = 12.0  # how far a settlement is felt, if it is not a big city
FARTHEST_KM: Final = 40.0
FEW: Final = 3  # with fewer hromadas near, look as far as the farthest
MOST: Final = 6
LEAST_PEOPLE: Final = 100
_KM_PER_DEGREE: Final = METRES_PER_DEGREE / 1000
_Cell = tuple[int, int]
_ABROAD: Final = ""  # the area of everything abroad


class Foreign(NamedTuple):
    """A populated place outside of Ukraine; `people` 0 is unknown."""

    point: Point
    people: int


class _Spot(NamedTuple):
    """A settlement with a point. `disc` is the square of its radius in km; `unseen` counts the people of the
    hromada's settlements without a point that are reckoned to this one."""

    unit: Unit
    area: str
    lat: float
    lon: float
    people: float
    disc: float
    unseen: float


class PointIndex:
    """Settlements that have a point, in a grid; about 50 µs a question."""

    def __init__(self, units: Iterable[Unit], abroad: Iterable[Foreign] = ()) -> None:
        settlements = [unit for unit in units if unit.is_settlement]
        all_of = Counter(map(_area, settlements))
        known_of = Counter(_area(unit) for unit in settlements if unit.point)
        self._near: dict[_Cell, list[_Spot]] = defaultdict(list)
        self._home: dict[_Cell, list[_Spot]] = defaultdict(list)
        self._far: dict[_Cell, tuple[_Spot, ...]] = {}  # filled when asked: most cells never need it
        for unit in settlements:
            if unit.point:
                unseen = (all_of[_area(unit)] - known_of[_area(unit)]) / known_of[_area(unit)]
                self._place(_spot(unit, unit.point, unseen * VILLAGE_PEOPLE))
        for place in abroad:
            town = Unit(_ABROAD, Category.VILLAGE, "", population=place.people or None)
            self._place(_spot(town, place.point, VILLAGE_PEOPLE))  # as if each had one village that is not listed

    def _place(self, spot: _Spot) -> None:
        """Put a settlement into every cell from which it is felt, so that a question looks into one cell."""
        for cell in _cells_around(spot.lat, spot.lon, max(NEAR_KM, math.sqrt(spot.disc))):
            self._near[cell].append(spot)
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
        return Found(first, tuple(rest)) if first.score >= CLEAR else Ambiguous((first, *rest))

    def abroad_m(self, point: Point, within_m: float) -> float:
        """How far the edge of the nearest place abroad is, in metres; infinity where none is within `within_m`."""
        spots = (
            spot
            for cell in _cells_around(point.lat, point.lon, within_m / 1000)
            for spot in self._home.get(cell, ())
            if spot.area == _ABROAD
        )
        edges = (distance_m(point, Point(spot.lat, spot.lon)) - 1000 * math.sqrt(spot.disc) for spot in spots)
        return min((metres for metres in edges if metres <= within_m), default=math.inf)

    def _ranked(self, point: Point, *, blur: float) -> list[tuple[float, _Spot]]:
        """Weight of each hromada and its settlement that gives the most of it, the heaviest first."""
        near = _weighed(self._near.get(_cell(point.lat, point.lon), ()), point, blur)
        return near if len(near) >= FEW else _weighed(self._as_far_as_it_goes(point), point, blur)

    def _as_far_as_it_goes(self, point: Point) -> tuple[_Spot, ...]:
        here = _cell(point.lat, point.lon)
        if (known := self._far.get(here)) is not None:
            return known
        lat, lon = ((each + 0.5) * CELL for each in here)
        cells = _cells_around(lat, lon, FARTHEST_KM + CELL * _KM_PER_DEGREE)
        found = tuple(spot for cell in cells for spot in self._home.get(cell, ()))
        if found:  # the rest of the world is not remembered
            self._far[here] = found
        return found


def _weighed(spots: Iterable[_Spot], point: Point, blur: float) -> list[tuple[float, _Spot]]:
    """Every hromada of these settlements that comes within 40 km, see `PointIndex._ranked`."""
    shrink = math.cos(math.radians(point.lat))
    spread = VILLAGES_KM**2 + blur
    weights: dict[str, float] = {}
    best: dict[str, tuple[float, _Spot]] = {}
    for spot in spots:
        _, area, lat, lon, count, disc, unseen = spot  # one look-up instead of six: this loop is the whole cost
        squared = ((lat - point.lat) ** 2 + ((lon - point.lon) * shrink) ** 2) * _KM_PER_DEGREE**2
        if squared > FARTHEST_KM**2:
            continue
        disc += blur
        weight = count / disc * (1 + squared / disc) ** -DISC_EDGE + unseen / spread * (1 + squared / spread) ** -2
        weights[area] = weights.get(area, 0.0) + weight
        if area not in best or best[area][0] < weight:
            best[area] = weight, spot
    return sorted(((weights[area], spot) for area, (_, spot) in best.items()), key=lambda each: -each[0])


def _spot(unit: Unit, point: Point, unseen: float) -> _Spot:
    count = float(max(people(unit), LEAST_PEOPLE))
    return _Spot(unit, _area(unit), point.lat, point.lon, count, count / PEOPLE_PER_KM2 / math.pi, unseen)


def _candidate(spot: _Spot, point: Point, share: float) -> Candidate:
    metres = distance_m(point, Point(spot.lat, spot.lon))
    return Candidate(spot.unit, round(share, 4), distance_m=round(metres, 1))


def _area(unit: Unit) -> str:
    """The hromada; Прип'ять and Чорнобиль have none and stand for themselves."""
    return unit.hromada or unit.katottg


def _cell(lat: float, lon: float) -> _Cell:
    return math.floor(lat / CELL), math.floor(lon / CELL)


def _cells_around(lat: float, lon: float, km: float) -> Iterator[_Cell]:
    """Cells that come within `km`, and a few more at the corners."""
    north = km / _KM_PER_DEGREE
    east = north / max(math.cos(math.radians(lat)), 0.1)
    first, last = _cell(lat - north, lon - east), _cell(lat + north, lon + east)
    return ((row, column) for row in range(first[0], last[0] + 1) for column in range(first[1], last[1] + 1))
