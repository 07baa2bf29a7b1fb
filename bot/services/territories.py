"""Areas an admin names: found by name, told by name, held against a scope."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.admins import COUNTRY, Scope
from bot.domain.errors import OutOfScope, StaleButton
from bot.domain.notices import PlaceWords
from bot.domain.places import Unit
from bot.places.gazetteer import Gazetteer
from bot.places.named_areas import LEVELS
from bot.services.lookup import Lookup

MOST_OFFERED: Final = 8


@dataclass(frozen=True, slots=True)
class Offered:
    """Areas that a typed name may mean, to choose from (none: no such name is known here); `more`: so many others."""

    options: tuple[PlaceWords, ...] = ()
    more: int = 0

    @property
    def only(self) -> str | None:
        """The code, where one alone is meant."""
        return self.options[0].katottg if len(self.options) == 1 else None


class AdminTerritories:
    """`gazetteer` is asked for each time: a new generation may have come."""

    def __init__(self, gazetteer: Callable[[], Gazetteer], lookup: Lookup) -> None:
        self._gazetteer = gazetteer
        self._lookup = lookup

    def offered(self, text: str, scope: Scope) -> Offered:
        """Oblasts, raions and hromadas that may be meant, inside the scope."""
        typed = self._gazetteer().named_areas.typed(text, LEVELS)
        found = [unit.katottg for unit in typed if scope.covers(unit.areas)]
        options = tuple(self.words(code) for code in found[:MOST_OFFERED])
        return Offered(options, more=len(found) - len(options))

    def area(self, code: str, scope: Scope) -> Unit:
        """An oblast, raion or hromada by code. Raises `StaleButton` for anything else, `OutOfScope`."""
        unit = self._gazetteer().get(code)
        if unit is None or unit.category not in LEVELS:
            raise StaleButton
        if not scope.covers(unit.areas):
            raise OutOfScope
        return unit

    def inside(self, scope: Scope, codes: Iterable[str]) -> bool:
        """Whether all of these areas lie inside the scope; no codes, or the country's, are the whole country."""
        listed = frozenset(codes)
        if scope.is_country:
            return True
        return bool(listed) and all(scope.covers(self.around(code)) for code in listed)

    def words(self, code: str) -> PlaceWords:
        """A known code with the names around it; `LookupError` for an unknown one."""
        return self._lookup.place(code)

    def names(self, codes: Iterable[str]) -> tuple[PlaceWords, ...]:
        """Those of known codes, in the order of the codes; none for the country."""
        known = (self._gazetteer().get(code) for code in sorted(codes))
        return tuple(self._lookup.place(unit.katottg) for unit in known if unit is not None)

    def of(self, scope: Scope) -> tuple[PlaceWords, ...]:
        """What an admin looks after; empty: the whole country."""
        return () if scope.is_country else self.names(scope.codes)

    def around(self, code: str) -> tuple[str, ...]:
        """An area's code and those it lies in."""
        unit = self._gazetteer().get(code)
        return unit.areas if unit else (code,)


def audited(codes: Iterable[str]) -> list[str]:
    """Codes as the audit log keeps them: none for the whole country."""
    return sorted(code for code in codes if code != COUNTRY)
