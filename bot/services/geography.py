"""The gazetteer as the registry asks it: what lies around a code, which place is at a point, what a code is called."""

from collections.abc import Callable

from bot.domain.places import Ambiguous, Found, NearBorder, Point, Unit
from bot.places.gazetteer import Gazetteer


class GazetteerGeography:
    """`gazetteer` is asked for each time: a new generation may have come."""

    def __init__(self, gazetteer: Callable[[], Gazetteer]) -> None:
        self._gazetteer = gazetteer

    def around(self, katottg: str) -> tuple[str, ...]:
        unit = self._gazetteer().get(katottg)
        return unit.areas if unit else (katottg,)

    def at(self, point: Point) -> str | None:
        match self._gazetteer().at(point):
            case Found(candidate):
                return candidate.unit.katottg
            case NearBorder(candidates) | Ambiguous(candidates):
                return candidates[0].unit.katottg
            case _:
                return None

    def name(self, katottg: str) -> str:
        """Empty for a code nobody knows."""
        unit = self._gazetteer().get(katottg)
        return unit.name if unit else ""

    def unit(self, katottg: str) -> Unit | None:
        return self._gazetteer().get(katottg)
