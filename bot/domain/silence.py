"""Silent hromadas: occupied and front-line territories, where a name, an address or a point can cost a life."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final


class Silence(IntEnum):
    """How silent; each level keeps what the ones before it do."""

    OFFICERS = 1  # names, phones, photos and stations are not shown; reports still go
    LOCATIONS = 2  # and no location is kept or passed on; of a resident's place only the hromada is remembered
    RELAY = 3  # and nothing is passed on at all: emergency and official contacts only


@dataclass(frozen=True, slots=True)
class SilentArea:
    """One line of the list: a hromada, or a raion or oblast with all inside."""

    katottg: str
    level: Silence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """What the list means for the registry. `levels`: by the code of each listed area; `officers` and `stations`: ids
    nobody is pointed to, wherever they ask, because they belong to a silent hromada."""

    levels: Mapping[str, Silence] = field(default_factory=dict)
    officers: frozenset[int] = frozenset()
    stations: frozenset[int] = frozenset()

    def level(self, areas: Iterable[str]) -> Silence | None:
        """The level of a place; `areas`: its own code and those around it (`Unit.areas`). The strictest one holds."""
        return max((self.levels[code] for code in areas if code in self.levels), default=None)


LOUD: Final = Quiet()
"""No silent hromadas."""
