"""Places near a point: a plain grid of 0.1 degree, and how likely each hromada is.

Stub to be refined.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from bot.domain.places import Ambiguous, Answer, Candidate, Found, NotCovered, Point, Unit
from bot.places.geometry import distance_m
from bot.places.size import people

CELL: Final = 0.1
FARTHEST_M: Final = 40_000.0
MOST: Final = 6


class PointIndex:
    def __init__(self, units: Iterable[Unit]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Point, float, Unit]]] = defaultdict(list)
        for unit in units:
            if unit.point and unit.is_settlement:
                self._cells[_cell(unit.point)].append((unit.point, radius_m(unit), unit))

    def at(self, point: Point, accuracy_m: float | None = None) -> Answer:  # noqa: ARG002
        near = self._near(point)
        if not near:
            return NotCovered("outside-ukraine")
        best: dict[str, tuple[float, float, Unit]] = {}
        for weighed, metres, unit in sorted(near, key=lambda each: each[0]):
            best.setdefault(unit.hromada or unit.katottg, (weighed, metres, unit))
        top = list(best.values())[:MOST]
        candidates = tuple(
            Candidate(unit, round(1 / (1 + weighed), 4), distance_m=round(metres, 1)) for weighed, metres, unit in top
        )
        if len(top) == 1 or (top[0][0] < 1 and top[1][0] > 3 * top[0][0]):
            return Found(candidates[0], candidates[1:])
        return Ambiguous(candidates)

    def _near(self, point: Point) -> list[tuple[float, float, Unit]]:
        row, column = _cell(point)
        found = []
        for i in range(row - 4, row + 5):
            for j in range(column - 6, column + 7):
                for place, radius, unit in self._cells.get((i, j), ()):
                    metres = distance_m(point, place)
                    if metres <= FARTHEST_M + radius:
                        found.append((metres / radius, metres, unit))
        return found


def radius_m(unit: Unit) -> float:
    return 100.0 * math.pow(max(people(unit), 100), 0.35)


def _cell(point: Point) -> tuple[int, int]:
    return math.floor(point.lat / CELL), math.floor(point.lon / CELL)
