"""Notices about what is printed or summed up: posters and their doors, half-yearly reports, the daily digest."""

from dataclasses import dataclass

from bot.domain.notices import Attached, Notice, OfficerWords, PlaceWords, StationWords

# --- to a resident who scanned a poster -------------------------------------------------------------------------------


@dataclass(frozen=True)
class DoorCard(Notice):
    """Who stands behind a poster's link. `hromadas` are names; without a `place` the resident is asked for it next."""

    name: str
    hromadas: tuple[str, ...]
    officers: tuple[OfficerWords, ...]
    station: StationWords | None


@dataclass(frozen=True)
class DoorClosed(Notice):
    """The poster is older than the directory: what it leads to is not there any more."""


# --- posters, to an admin ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PosterOption:
    """`what`: the payload of the door; `hromada` is a place, a station has its name and address."""

    what: str
    name: str
    about: str = ""
    hromada: PlaceWords | None = None


@dataclass(frozen=True)
class PosterChoices(Notice):
    """For whom? `page` counts from 0; `total` without a `query` is how many stations the admin looks after."""

    options: tuple[PosterOption, ...]
    page: int
    pages: int
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
