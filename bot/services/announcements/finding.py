"""Areas of an audience by what an admin types, within the admin's territory."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from bot.domain.admins import Admin
from bot.domain.alphabet import alphabetical
from bot.domain.places import Ambiguous, Answer, Candidate, Found, PlaceCategory, Unit
from bot.places.gazetteer import Gazetteer
from bot.places.named_areas import says_area

AREAS: Final = frozenset({PlaceCategory.OBLAST, PlaceCategory.RAION, PlaceCategory.HROMADA, PlaceCategory.DISTRICT})
"""Kyiv and Sevastopol are found among the settlements."""
BESIDES: Final = 2
"""Other places that are offered beside a clear one, when an area is called the same."""


class AreaFinder:
    """`gazetteer` is asked for each time: a new generation may have come."""

    def __init__(self, gazetteer: Callable[[], Gazetteer]) -> None:
        self._gazetteer = gazetteer

    def find(self, text: str, admin: Admin) -> list[Unit]:
        """Whole areas first, then settlements and city districts; all in the admin's territory."""
        areas = self._gazetteer().named_areas.called(text, AREAS)
        if areas and says_area(text):
            return _within(admin, areas)
        places = [each.unit for each in _places(self._gazetteer().find(text), alone=not areas)]
        found = {unit.katottg: unit for unit in (*areas, *places)}
        return _within(admin, found.values())

    def oblasts(self, admin: Admin) -> list[Unit]:
        """Those that lie in the admin's territory whole, by name; also Kyiv and Sevastopol."""
        wanted = (unit for unit in self._gazetteer().units if unit.oblast is None and unit.raion is None)
        return sorted(_within(admin, wanted), key=lambda unit: alphabetical(unit.name))


def _places(answer: Answer, *, alone: bool) -> Sequence[Candidate]:
    match answer:
        case Found(candidate, _):
            return (candidate,)
        case Ambiguous(candidates) if len(candidates) > 1:  # a single one would be a guess nobody confirms
            return candidates if alone else candidates[:BESIDES]
        case _:
            return ()


def _within(admin: Admin, units: Iterable[Unit]) -> list[Unit]:
    return [unit for unit in units if admin.scope.covers(unit.areas)]
