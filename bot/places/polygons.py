"""Which areas a point lies in and which it is near, by polygons: shapely's STRtree over a plane of our own.

The plane is Mercator's: it keeps angles, so a distance in it, times the cosine of the latitude, is a distance on the
ground in every direction (within 0.3 % over some kilometres). Thus one query in the tree gives metres at once.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import shapely

from bot.domain.places import Point
from bot.places.geometry import METRES_PER_DEGREE

HIGHEST: Final = 85.0  # degrees of latitude: the plane ends before the pole


class Area(NamedTuple):
    """The polygon of a unit: `wkb` in WGS 84, longitude before latitude."""

    katottg: str
    wkb: bytes


class Near(NamedTuple):
    """An area and how far its edge is, in metres; 0 inside of it."""

    katottg: str
    metres: float


class PolygonIndex:
    """Read-only. 1,766 hromadas are built in some 0.1 s; a question costs about twice a bare query of the tree."""

    def __init__(self, areas: Iterable[Area]) -> None:
        listed = list(areas)
        self._codes: Final[Sequence[str]] = tuple(area.katottg for area in listed)
        shapes = shapely.from_wkb(np.array([area.wkb for area in listed], dtype=object))
        self._shapes = shapely.transform(shapes, _flat)
        self._tree = shapely.STRtree(self._shapes)
        self.codes: Final = frozenset(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def around(self, point: Point, reach_m: float) -> "Around":
        """Areas within `reach_m` metres of the point; 0: those that contain it."""
        here, metres_of_one = _on_the_plane(point)
        hits = self._tree.query(here, predicate="dwithin", distance=reach_m / metres_of_one)
        return Around(self, here, metres_of_one, hits)

    def code(self, number: int) -> str:
        """The code of the area of this number in the tree."""
        return self._codes[number]

    def shapes(self, numbers: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        """Polygons on the plane."""
        found: np.ndarray[Any, Any] = self._shapes[numbers]
        return found


class Around(NamedTuple):
    """What a query of the tree found. Measuring costs as much as the query, and mostly there is but one area."""

    tree: PolygonIndex
    here: shapely.Point
    metres_of_one: float
    hits: "np.ndarray[Any, Any]"

    def codes(self) -> list[str]:
        """In no order."""
        return [self.tree.code(number) for number in self.hits.tolist()]

    def measured(self) -> list[Near]:
        """The nearest first."""
        metres = shapely.distance(self.tree.shapes(self.hits), self.here) * self.metres_of_one
        found = zip(self.codes(), metres.tolist(), strict=True)
        return sorted((Near(code, far) for code, far in found), key=lambda near: (near.metres, near.katottg))


def _on_the_plane(point: Point) -> tuple[shapely.Point, float]:
    """The point there, and how many metres one unit of the plane is around it."""
    lat = math.radians(max(-HIGHEST, min(HIGHEST, point.lat)))
    here = shapely.Point(point.lon, math.degrees(math.atanh(math.sin(lat))))
    return here, METRES_PER_DEGREE * math.cos(lat)


def _flat(degrees: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Longitude and latitude (n, 2) on the plane; units are degrees at the equator."""
    lat = np.radians(np.clip(degrees[:, 1], -HIGHEST, HIGHEST))
    return np.column_stack((degrees[:, 0], np.degrees(np.arctanh(np.sin(lat)))))
