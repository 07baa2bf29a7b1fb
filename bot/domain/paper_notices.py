"""Notices about what is printed or summed up: posters and their deep links, half-yearly reports, the daily digest."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.domain.notices import Attached, Notice, OfficerWords, Paged, PlaceWords, Priority, StationWords
from bot.domain.silence import Reveals

# --- to a resident who scanned a poster -------------------------------------------------------------------------------


@dataclass(frozen=True)
class DeepLinkCard(Notice):
    """Who stands behind a deep link. `hromadas` are names; without a `place` the resident is asked for it next."""

    reveals: ClassVar = Reveals.OFFICER | Reveals.STATION

    name: str
    hromadas: tuple[str, ...]
    officers: tuple[OfficerWords, ...]
    station: StationWords | None


@dataclass(frozen=True)
class DeepLinkOutdated(Notice):
    """The poster is older than the directory: what it leads to is not there any more."""


# --- posters, to an admin ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PosterOption:
    """`what`: the payload of the deep link; `hromada` is a place, a station has its name and address."""

    what: str
    name: str
    about: str = ""
    hromada: PlaceWords | None = None


@dataclass(frozen=True)
class PosterChoices(Paged):
    """For whom? `total` without a `query` is how many stations the admin looks after."""

    options: tuple[PosterOption, ...]
    total: int
    query: str = ""


@dataclass(frozen=True)
class PosterPicture(Attached):
    """A poster to look at."""

    name: str


@dataclass(frozen=True)
class PosterSheet(Attached):
    """A poster to print."""

    link: str


@dataclass(frozen=True)
class PosterBundle(Attached):
    """Many posters. `skipped`: stations that get none; `part` counts from 1."""

    posters: int
    part: int
    parts: int
    skipped: int


# --- half-yearly reports and the daily digest, to officers and admins -------------------------------------------------


@dataclass(frozen=True)
class HalfYearSheet(Attached):
    """The report to the hromada's executive, to print and sign."""

    officer: str
    year: int
    half: int


@dataclass(frozen=True)
class Digest(Notice):
    """What waits this morning. An officer's: `new`, `waiting`, `ending` (beat, last day); an admin's: the rest."""

    priority: ClassVar = Priority.REST

    new: int = 0
    waiting: int = 0
    ending: tuple[tuple[str, date], ...] = ()
    unattended: int = 0
    unreachable: int = 0
    gaps: int = 0
    announcements: int = 0

    @property
    def anything(self) -> bool:
        return self != Digest()


@dataclass(frozen=True)
class DigestSettings(Notice):
    """Whether it comes, and at which hour of Kyiv's clock."""

    on: bool
    hour: int
