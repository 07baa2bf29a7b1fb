"""Acts of figures and posters."""

from dataclasses import dataclass
from typing import Final

from bot.domain.acts.base import Act, PageNumber

HOME: Final = "home"
"""Instead of an area's code: all that the admin looks after."""
EVERY_POSTER: Final = "all"


@dataclass(frozen=True)
class PickPoster(Act, sign="po"):
    """`what`: the payload of a deep link, or `EVERY_POSTER`."""

    what: str


@dataclass(frozen=True)
class PosterPage(Act, sign="pp"):
    number: PageNumber


@dataclass(frozen=True)
class CoverageOf(Act, sign="cv"):
    """Coverage of an area: its code, or `HOME`."""

    code: str


@dataclass(frozen=True)
class GapsOf(Act, sign="gp"):
    """The workbook of what lacks in an area: its code, or `HOME`."""

    code: str


@dataclass(frozen=True)
class StatsOf(Act, sign="sf"):
    """Statistics of an area and a period (`domain/figures/periods.py: named_period`)."""

    code: str
    period: str
