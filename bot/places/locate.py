"""Where somebody stands: by polygons where they are loaded, by the points of settlements where not.

Near a border the person is asked: a report that goes to the wrong officer is worse than a question. The sea, and gaps
between polygons, belong to whoever is near; land abroad is told by the towns there, as no file has the state border.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from bot.domain.places import (
    Ambiguous,
    Answer,
    Candidate,
    Choice,
    Found,
    Later,
    NearBorder,
    NotCovered,
    PlaceCategory,
    Point,
    Unit,
    candidates,
)
from bot.places.embedded.files import read_abroad
from bot.places.inside import Inside
from bot.places.points import Foreign, PointIndex
from bot.places.polygons import Area, Near, PolygonIndex

ACCURACY_M: Final = 100.0  # where Telegram gives none
OFFSHORE_M: Final = 22_224.0  # the territorial sea: 12 nautical miles
FARTHER_ABROAD: Final = 1.5
"""Outside of all polygons, a foreign town at most so many times as far as the nearest polygon means abroad. Measured on
land within 20 km of the border: 95 % is known as abroad, the rest is asked about; of the sea beside Ukraine nothing."""
NEAREST: Final = 3  # hromadas offered outside of all polygons
HROMADAS: Final = frozenset({PlaceCategory.HROMADA, PlaceCategory.SPECIAL_CITY})


class Locator:
    """Read-only. `units` are those in force; `areas` the polygons of hromadas and city districts, if there are any."""

    def __init__(
        self, units: Iterable[Unit], areas: Iterable[Area] = (), abroad: Iterable[Foreign] | None = None
    ) -> None:
        """`abroad`: populated places beyond the state border; None: the embedded ones."""
        known = {unit.katottg: unit for unit in units}
        listed = [area for area in areas if area.katottg in known]
        self._units = known
        self._hromadas = PolygonIndex(a for a in listed if known[a.katottg].category in HROMADAS)
        self._districts = PolygonIndex(a for a in listed if known[a.katottg].category is PlaceCategory.DISTRICT)
        self._divided = {known[code].settlement for code in self._districts.codes}
        self._of_divided = {known[code].hromada for code in self._districts.codes}
        self._inside = Inside(known.values())
        # Hromadas without a polygon, and places that belong to no hromada, are judged by points alone.
        without = (unit for unit in known.values() if unit.hromada not in self._hromadas.codes)
        self._points = PointIndex(without, read_abroad() if abroad is None else abroad)

    @property
    def polygons(self) -> frozenset[str]:
        """Codes that have a polygon."""
        return self._hromadas.codes | self._districts.codes

    def at(self, point: Point, accuracy_m: float | None = None) -> Answer:
        """The likely settlement of the hromada around the point; `NearBorder` where another one is within
        `accuracy_m` metres (100 where unknown)."""
        if not self._hromadas:
            return self._points.at(point, accuracy_m)
        reach = ACCURACY_M if accuracy_m is None else max(accuracy_m, 0.0)
        near = self._hromadas.around(point, reach)
        match near.codes():
            case []:
                return self._outside(point)
            case [hromada]:
                return self._in(hromada, point, reach)
            case _:
                return self._between(near.measured(), point)

    def _in(self, hromada: str, point: Point, reach_m: float) -> Answer:
        first, *others = self._ranked(hromada, point) or [Candidate(self._units[hromada], 1.0)]
        return Found(self._with_districts(first, point, reach_m), tuple(others))

    def _ranked(self, hromada: str, point: Point) -> list[Candidate]:
        """Those of one hromada; in a district of a city that is the city, however near the point of a village is."""
        ranked = self._inside.ranked(hromada, point)
        if hromada not in self._of_divided:
            return ranked
        within = (self._units[code].settlement for code in self._districts.around(point, 0.0).codes())
        city = next((self._units[code] for code in within if code and self._units[code].hromada == hromada), None)
        if city is None or not ranked or ranked[0].unit == city:
            return ranked
        own = next((each for each in ranked if each.unit == city), Candidate(city, 0.0))
        ordered = (own, *(each for each in ranked if each.unit != city))
        return [replace(each, score=before.score) for each, before in zip(ordered, ranked, strict=False)]

    def _between(self, near: Sequence[Near], point: Point) -> Answer:
        """What else lies in these hromadas is looked for when somebody asks."""

        def others() -> Iterable[Candidate]:
            ranked = (self._ranked(each.katottg, point)[1:] for each in near)
            return (each for place in zip_longest(*ranked) for each in place if each)

        return NearBorder(tuple(self._at_border(each, point) for each in near), Later((), others))

    def _at_border(self, near: Near, point: Point) -> Candidate:
        """The likely settlement of one of several hromadas, with the distance to that hromada."""
        best = self._ranked(near.katottg, point)
        unit = best[0].unit if best else self._units[near.katottg]
        score = round(1 / (1 + near.metres / ACCURACY_M), 4)
        return self._with_districts(Candidate(unit, score, distance_m=round(near.metres, 1)), point, 0.0)

    def _with_districts(self, candidate: Candidate, point: Point, reach_m: float) -> Candidate:
        """The candidate with the districts of this very city within reach."""
        if candidate.unit.katottg not in self._divided:
            return candidate
        found = self._districts.around(point, reach_m)
        codes = found.codes()
        if len(codes) > 1:
            codes = [each.katottg for each in found.measured()]
        own = (self._units[code] for code in codes)
        return replace(candidate, districts=tuple(each for each in own if each.settlement == candidate.unit.katottg))

    def _outside(self, point: Point) -> Answer:
        """A gap, the sea, or abroad: the nearest hromadas, those without a polygon by their settlements."""
        nearest = self._hromadas.around(point, OFFSHORE_M).measured()[:NEAREST]
        if nearest and self._points.abroad_m(point, FARTHER_ABROAD * nearest[0].metres) < math.inf:
            return NotCovered("outside-ukraine")
        answer = self._points.at(point)
        if not nearest:
            return answer
        listed = sorted((*candidates(answer), *(self._at_border(near, point) for near in nearest)), key=_metres)
        return Ambiguous(tuple(_with_falling_scores(listed)), Choice.POINT)


def _metres(candidate: Candidate) -> float:
    return candidate.distance_m or 0.0


def _with_falling_scores(listed: Sequence[Candidate]) -> Iterable[Candidate]:
    """Points and polygons are judged on different scales: what counts here is who is nearer."""
    return (replace(each, score=round(1 / (2 + at), 4)) for at, each in enumerate(listed))
