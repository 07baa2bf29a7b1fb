"""Settlements of one hromada, the most plausible at a point first.

Judged by the way to the settlement less half the radius of the disc its people need: on points scattered around all
settlements this names the right one oftener than distance alone, distance less the radius, or their ratio.
Where no settlement has a point, the codifier still tells the centre: it gives it the first number within the hromada
(so for 98 % of the hromadas whose name can be compared).
"""

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from bot.domain.places import Candidate, Point, Unit
from bot.places.geometry import METRES_PER_DEGREE
from bot.places.points import LEAST_PEOPLE, PEOPLE_PER_KM2
from bot.places.size import people

MOST: Final = 6  # settlements offered of one hromada


class _Spot(NamedTuple):
    """A settlement with a point, and half the radius of the disc its people need, in metres."""

    unit: Unit
    lat: float
    lon: float
    half: float


class Inside:
    """The settlements of each hromada; some 20 µs a question."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._located: dict[str, list[_Spot]] = {}
        self._others: dict[str, list[Unit]] = {}
        for unit in units:
            if not unit.is_settlement or unit.hromada is None:
                continue
            if unit.point is None:
                self._others.setdefault(unit.hromada, []).append(unit)
            else:
                spot = _Spot(unit, unit.point.lat, unit.point.lon, half_radius_m(unit))
                self._located.setdefault(unit.hromada, []).append(spot)
        for rest in self._others.values():
            rest.sort(key=lambda unit: unit.katottg)

    def ranked(self, hromada: str, point: Point) -> list[Candidate]:
        """Candidates of the hromada, best first; those without a point come last, in the codifier's order.

        The scores are shares of 1 among those that have a point; where none has, the centre gets 1.
        """
        spots = self._located.get(hromada, ())
        leads = sorted(_leads(spots, point))[:MOST]
        weights = [weight(lead - leads[0][0]) for lead, _ in leads]
        total = sum(weights)
        first = [
            Candidate(spots[at].unit, round(share / total, 4), round(lead + spots[at].half, 1))
            for share, (lead, at) in zip(weights, leads, strict=True)
        ]
        rest = self._others.get(hromada, [])[: MOST - len(first)]
        return first + [Candidate(unit, 0.0 if first or at else 1.0) for at, unit in enumerate(rest)]


def _leads(spots: Sequence[_Spot], point: Point) -> list[tuple[float, int]]:
    """How far each settlement is, less half its radius, with its place in the list: metres on a plane around the
    point. One look-up for each settlement: this loop is most of the cost."""
    lat, lon, shrink, metres, hypot = (
        point.lat,
        point.lon,
        math.cos(math.radians(point.lat)),
        METRES_PER_DEGREE,
        math.hypot,
    )
    return [
        (metres * hypot(spot_lat - lat, (spot_lon - lon) * shrink) - half, at)
        for at, (_, spot_lat, spot_lon, half) in enumerate(spots)
    ]


def half_radius_m(unit: Unit) -> float:
    """Half the radius of the disc its people need, in metres."""
    return 500 * math.sqrt(max(people(unit), LEAST_PEOPLE) / PEOPLE_PER_KM2 / math.pi)


def weight(behind_m: float) -> float:
    """How plausible a settlement is that lies so many metres behind the best one, which is 1."""
    return (1 + behind_m / 1000) ** -2
