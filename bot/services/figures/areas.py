"""Which territory is meant: an admin's own, a tapped code inside of it, or a name typed after a command."""

from collections.abc import Callable, Iterable
from typing import Final

from bot.domain.admins import COUNTRY, Scope
from bot.domain.alphabet import alphabetical
from bot.domain.errors import AreaUnknown, OutOfScope
from bot.domain.figures_notices import Extent
from bot.domain.notices import PlaceWords
from bot.domain.places import Unit
from bot.places.gazetteer import Gazetteer
from bot.places.named_areas import LEVELS
from bot.services.lookup import Lookup

HOME: Final = "home"
"""On a button: all that the admin looks after."""


class Extents:
    """`gazetteer` is asked for each time."""

    def __init__(self, gazetteer: Callable[[], Gazetteer], lookup: Lookup) -> None:
        self._gazetteer = gazetteer
        self._lookup = lookup

    def of_code(self, within: Scope, code: str) -> Scope:
        """What a button means; raises `OutOfScope` outside of the admin's territory, `AreaUnknown` for a code that is
        no oblast, raion or hromada."""
        if code == HOME or (code == COUNTRY and within.is_country):
            return within
        unit = self._gazetteer().get(code)
        if unit is None or unit.category not in LEVELS or unit.withdrawn_in is not None:
            raise AreaUnknown
        if not within.covers(unit.areas):
            raise OutOfScope
        return Scope(frozenset({code}))

    def of_words(self, within: Scope, text: str) -> Scope | tuple[Unit, ...]:
        """The territory of a name or a code; several: the name is not enough. Of an oblast, a raion and a hromada of
        one name the widest is meant, unless a word says which. Raises `AreaUnknown` and `OutOfScope`."""
        if not text:
            return within
        found = self._gazetteer().named_areas.called(text, LEVELS)
        if not found:
            raise AreaUnknown
        inside = [unit for unit in found if within.covers(unit.areas)]
        if not inside:
            raise OutOfScope
        chosen = [unit for unit in inside if unit.category is inside[0].category]  # the widest come first
        return tuple(chosen) if len(chosen) > 1 else Scope(frozenset({chosen[0].katottg}))

    def extent(self, scope: Scope, within: Scope) -> Extent:
        """A scope in words."""
        codes = () if scope.is_country else sorted(scope.codes)
        places = (self.place(code) for code in codes)
        return Extent(tuple(place for place in places if place), scope == within)

    def place(self, code: str) -> PlaceWords | None:
        """A code in words; None for one that is not known (any more)."""
        return self._lookup.place(code) if self._gazetteer().get(code) else None

    def tappable(self, codes: Iterable[str]) -> tuple[PlaceWords, ...]:
        """Those of the areas that have figures of their own (oblasts, raions, hromadas), by name."""
        units = [unit for code in codes if (unit := self._gazetteer().get(code)) and unit.category in LEVELS]
        return tuple(
            self._lookup.place(unit.katottg) for unit in sorted(units, key=lambda unit: alphabetical(unit.name))
        )
