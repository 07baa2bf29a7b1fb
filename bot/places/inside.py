"""Settlements of one hromada, the most plausible at a point first.

Judged by the way to the settlement less half the radius of the disc its people need: on points scattered around all
settlements this names the right one oftener than distance alone, distance less the radius, or their ratio.
Where no settlement has a point, the codifier still tells the centre: it gives it the first number within the hromada
(so for 98 % of the hromadas whose name can be compared).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from bot.domain.places import Candidate, Point, Unit
from bot.places.geometry import distance_m
from bot.places.points import LEAST_PEOPLE, PEOPLE_PER_KM2
from bot.places.size import people

MOST: Final = 8  # settlements offered of one hromada


class Inside:
    """The settlements of each hromada; about 1 µs for each of them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._located: Mapping[str, list[tuple[Unit, Point, float]]] = defaultdict(list)
        self._others: Mapping[str, list[Unit]] = defaultdict(list)
        for unit in units:
            if not unit.is_settlement or unit.hromada is None:
                continue
            if unit.point is None:
                self._others[unit.hromada].append(unit)
            else:
                self._located[unit.hromada].append((unit, unit.point, half_radius_m(unit)))
        for rest in self._others.values():
            rest.sort(key=lambda unit: unit.katottg)

    def ranked(self, hromada: str, point: Point, most: int = MOST) -> list[Candidate]:
        """Candidates of the hromada, best first; those without a point come last, in the codifier's order.

        The scores are shares of 1 among those that have a point; where none has, the centre gets 1.
        """
        near = [(distance_m(point, at), half, unit) for unit, at, half in self._located.get(hromada, ())]
        near.sort(key=_lead)
        weights = [weight(_lead(each) - _lead(near[0])) for each in near]
        first = [
            Candidate(unit, round(share / sum(weights), 4), distance_m=round(far, 1))
            for share, (far, _, unit) in zip(weights[:most], near[:most], strict=True)
        ]
        rest = self._others.get(hromada, [])[: most - len(first)]
        return first + [Candidate(unit, 0.0 if first or at else 1.0) for at, unit in enumerate(rest)]


def half_radius_m(unit: Unit) -> float:
    """Half the radius of the disc its people need, in metres."""
    return 500 * math.sqrt(max(people(unit), LEAST_PEOPLE) / PEOPLE_PER_KM2 / math.pi)


def weight(behind_m: float) -> float:
    """How plausible a settlement is that lies so many metres behind the best one, which is 1."""
    return (1 + behind_m / 1000) ** -2


def _lead(each: tuple[float, float, Unit]) -> float:
    metres, half_radius, _ = each
    return metres - half_radius
