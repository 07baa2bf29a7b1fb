"""Notices about figures: coverage, gaps, statistics, and what a resident may know of them."""

from dataclasses import dataclass, fields
from datetime import datetime

from bot.domain.notices import Attached, Notice, PlaceWords
from bot.domain.places import Unanswered
from bot.domain.reports import Category, ReportStatus

# --- parts ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Extent:
    """What figures are of. `areas`: none is the whole country; `home`: it is all that the admin looks after."""

    areas: tuple[PlaceWords, ...] = ()
    home: bool = True


@dataclass(frozen=True)
class Served:
    """Settlements by who serves them; `people`: at least so many."""

    settlements: int
    people: int


@dataclass(frozen=True)
class CoverageWords:
    """`known`: how many of all settlements have a known population; `parts`: areas one tap away."""

    extent: Extent
    at: datetime
    hromadas: int
    hromadas_all: int
    regions: int
    regions_all: int
    community: int
    district: int
    duty: int
    stations: int
    with_community: Served
    with_district: Served
    with_duty: Served
    with_nobody: Served
    known: int
    parts: tuple[PlaceWords, ...]


@dataclass(frozen=True)
class GapCounts:
    """What lacks how often. `people`: at least so many live where nobody is; `unknown`: places where nobody is and
    nobody knows how many live."""

    nobody: int
    people: int
    unknown: int
    asked_places: int
    asked: int
    not_joined: int
    unreachable: int
    without_beat: int
    vacant: int
    no_point: int
    no_hours: int
    ending: int
    not_followed: int
    crowded: int
    overlaps: int

    @property
    def anything(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


@dataclass(frozen=True)
class LapseWords:
    """From sending to a step, in seconds; `waiting`: still open; `without`: resolved without it."""

    step: str
    measured: int
    median: float | None
    most: float | None
    waiting: int
    without: int


@dataclass(frozen=True)
class StatsWords:
    """`first` and `last` are days as «01.09.2026»; `period` names them for buttons; `places` are the few with the most
    reports; `more` are lines of figures from elsewhere."""

    extent: Extent
    period: str
    first: str
    last: str
    days: int
    statuses: tuple[tuple[ReportStatus, int], ...]
    lapses: tuple[LapseWords, ...]
    categories: tuple[tuple[Category, int], ...]
    places: tuple[tuple[PlaceWords, int], ...]
    unreachable: int
    more: tuple[tuple[str, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(n for _, n in self.statuses)


# --- notices ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CoverageShown(Notice):
    """Without a picture: charts are not installed, or there is nothing to compare."""

    figures: CoverageWords


@dataclass(frozen=True)
class CoverageChart(Attached):
    figures: CoverageWords


@dataclass(frozen=True)
class GapsShown(Attached):
    """Counts; the workbook has everything."""

    extent: Extent
    counts: GapCounts


@dataclass(frozen=True)
class GapsLeft(Notice):
    """The directory has just changed, and this lacks in it now; the workbook is a tap away."""

    counts: GapCounts


@dataclass(frozen=True)
class StatsShown(Notice):
    """Without a picture: charts are not installed, or there were no reports."""

    figures: StatsWords


@dataclass(frozen=True)
class StatsChart(Attached):
    figures: StatsWords


@dataclass(frozen=True)
class StatsTable(Attached):
    """The workbook of statistics. `unanswered`: of the whole country, what the search for places could not answer."""

    unanswered: tuple[tuple[Unanswered, int], ...] = ()


@dataclass(frozen=True)
class AreaChoices(Notice):
    """Several areas have the name that was typed. `of`: what is asked of them (`coverage`, `stats`); `period`: which
    one was asked for."""

    of: str
    period: str
    options: tuple[PlaceWords, ...]
