"""Who looks after the directory, and where: an admin's territory is a set of KATOTTG codes, or the whole country."""

from collections.abc import Iterable, Sequence
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
class Invitation:
    """One that was used: `by` (None: the command line) made `guest` an admin of `scope`. Both are ids."""

    by: int | None
    guest: int
    scope: Scope


def owes(guest: int, author: int, used: Sequence[Invitation], areas: Iterable[str]) -> bool:
    """Whether `guest` looks after a place (`areas`: its own code and those around it) by the grace of `author` alone:
    every chain of invitations that gave them the place comes from the author. Who was never invited owes nobody."""
    if not any(each.guest == guest for each in used):
        return False
    giving = [each for each in used if each.scope.covers(tuple(areas))]
    free: set[int | None] = {None, *(each.by for each in used)} - {each.guest for each in used} - {author}
    while grown := {each.guest for each in giving if each.by in free and each.guest != author} - free:
        free |= grown
    return guest not in free


@dataclass(frozen=True, slots=True)
class Admin:
    """`superadmin`: named in the settings; always the whole country, and cannot be removed in the chat."""

    id: int
    chat_id: int
    name: str
    locale: str
    scope: Scope
    superadmin: bool
