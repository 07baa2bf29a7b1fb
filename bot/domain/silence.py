"""Silent hromadas: occupied and front-line territories, where a name, an address or a point can cost a life."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Flag, IntEnum, auto
from typing import Final


class Silence(IntEnum):
    """How silent; each level keeps what the ones before it do."""

    OFFICERS = 1  # names, phones, photos and stations are not shown; reports still go
    LOCATIONS = 2  # and no location is kept or passed on; of a resident's place only the hromada is remembered
    RELAY = 3  # and nothing is passed on at all: emergency and official contacts only


def hides_names(level: Silence | None) -> bool:
    """Whether nobody there may be told who their officer is and where the station stands. `level` None: not silent."""
    return level is not None


def keeps_locations(level: Silence | None) -> bool:
    """Whether points, and places narrower than the hromada, may be kept and passed on."""
    return level is None or level < Silence.LOCATIONS


def relays(level: Silence | None) -> bool:
    """Whether what people write there is passed on."""
    return level is None or level < Silence.RELAY


class Reveals(Flag):
    """What a notice tells its reader that may have to stay unsaid where they, or the report, are."""

    NOTHING = 0
    OFFICER = auto()  # who an officer is: name, phone, photo
    STATION = auto()  # where a station is
    PLACE = auto()  # where somebody lives or a report is about, narrower than the hromada
    POINT = auto()  # coordinates
    WORDS = auto()  # what somebody wrote, or that they did


def unsaid(level: Silence | None, *, to_officer: bool = False) -> Reveals:
    """What no notice may tell about a place of this level; officers may know each other."""
    found = Reveals.NOTHING
    if hides_names(level) and not to_officer:
        found |= Reveals.OFFICER | Reveals.STATION
    if not keeps_locations(level):
        found |= Reveals.PLACE | Reveals.POINT
    if not relays(level):
        found |= Reveals.WORDS
    return found


@dataclass(frozen=True, slots=True)
class SilentArea:
    """One line of the list: a hromada, or a raion or oblast with all inside."""

    katottg: str
    level: Silence
    note: str = ""


OCCUPIED: Final = (
    SilentArea("UA01000000000013043", Silence.RELAY),
    SilentArea("UA85000000000065278", Silence.RELAY),
)
"""Crimea and Sevastopol: silent from the first start, before anybody made a list."""


def level_of(area: SilentArea | None) -> int:
    """0 for what is not on the list."""
    return int(area.level) if area else 0


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
