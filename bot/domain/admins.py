"""Who looks after the directory, and where: an admin's territory is a set of KATOTTG codes, or the whole country."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

COUNTRY: Final = "UA"
"""Every KATOTTG code begins so; by itself it stands for all of them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Codes of oblasts, raions or hromadas, or `COUNTRY`. An empty one covers nothing."""

    codes: frozenset[str]

    @property
    def is_country(self) -> bool:
        return COUNTRY in self.codes

    def covers(self, areas: Iterable[str]) -> bool:
        """Whether a place lies inside. `areas`: its own code and those around it (`Unit.areas`)."""
        return self.is_country or not self.codes.isdisjoint(areas)


EVERYWHERE: Final = Scope(frozenset({COUNTRY}))


@dataclass(frozen=True, slots=True)
class Admin:
    """`superadmin`: named in the settings; always the whole country, and cannot be removed in the chat."""

    id: int
    chat_id: int
    name: str
    locale: str
    scope: Scope
    superadmin: bool
