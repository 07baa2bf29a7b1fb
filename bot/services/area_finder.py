"""Areas and places by what an admin types, within a territory: `bot.places` finds, here it is put together.

Where only oblasts, raions and hromadas will do, `NamedAreas` is asked alone (territories.py, figures/areas.py).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from bot.domain.admins import Scope
from bot.domain.alphabet import alphabetical
from bot.domain.places import Ambiguous, Answer, Candidate, Found, PlaceCategory, Unit
from bot.places.gazetteer import Gazetteer
from bot.places.named_areas import HROMADAS, says_area

AREAS: Final = frozenset({PlaceCategory.OBLAST, PlaceCategory.RAION, PlaceCategory.HROMADA, PlaceCategory.DISTRICT})
"""Kyiv and Sevastopol are found among the settlements."""
BESIDES: Final = 2
"""Other places that are offered beside a clear one, when an area is called the same."""


class AreaFinder:
    """`gazetteer` is asked for each time: a new generation may have come."""

    def __init__(self, gazetteer: Callable[[], Gazetteer]) -> None:
        self._gazetteer = gazetteer

    def find(self, text: str, scope: Scope) -> list[Unit]:
        """What is clearly meant, so that one alone may be taken at once: whole areas first, then settlements and city
        districts."""
        return self._found(text, scope, _clear)

    def offered(self, text: str, scope: Scope) -> list[Unit]:
        """All that may be meant, guesses too, for who chooses from a list: also by a code, and each settlement with its
        hromada."""
        if known := self._gazetteer().get("".join(text.split()).upper()):
            return _within(scope, [known])
        found = self._found(text, scope, lambda answer, _areas: _likely(answer))
        return _within(scope, self._with_hromadas(found))

    def hromadas(self, text: str, scope: Scope) -> list[Unit]:
        """Hromadas (and Kyiv and Sevastopol) that are called so, or begin so."""
        return _within(scope, self._gazetteer().named_areas.typed(text, HROMADAS))

    def oblasts(self, scope: Scope) -> list[Unit]:
        """Those that lie in the territory whole, by name; also Kyiv and Sevastopol."""
        wanted = (unit for unit in self._gazetteer().units if unit.oblast is None and unit.raion is None)
        return sorted(_within(scope, wanted), key=lambda unit: alphabetical(unit.name))

    def _found(
        self, text: str, scope: Scope, places: Callable[[Answer, Sequence[Unit]], Sequence[Candidate]]
    ) -> list[Unit]:
        areas = self._gazetteer().named_areas.called(text, AREAS)
        if areas and says_area(text):
            return _within(scope, areas)
        meant = places(self._gazetteer().find(text), areas)
        return _within(scope, (*areas, *(each.unit for each in meant)))

    def _with_hromadas(self, units: Iterable[Unit]) -> Iterator[Unit]:
        for unit in units:
            yield unit
            if unit.hromada and (hromada := self._gazetteer().get(unit.hromada)):
                yield hromada


def _clear(answer: Answer, areas: Sequence[Unit]) -> Sequence[Candidate]:
    match answer:
        case Found(candidate, _):
            return (candidate,)
        case Ambiguous(candidates) if len(candidates) > 1:  # a single one would be a guess nobody confirms
            return candidates[:BESIDES] if areas else candidates
        case _:
            return ()


def _likely(answer: Answer) -> Sequence[Candidate]:
    match answer:
        case Found(candidate, others):
            return (candidate, *others)
        case Ambiguous(candidates):
            return candidates
        case _:
            return ()


def _within(scope: Scope, units: Iterable[Unit]) -> list[Unit]:
    """Each once."""
    found = {unit.katottg: unit for unit in units if scope.covers(unit.areas)}
    return list(found.values())
