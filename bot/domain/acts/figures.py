"""Acts of figures and posters."""

from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

from bot.domain.acts.base import CODE, Act, PageNumber, Shaped
from bot.domain.figures.periods import Span
from bot.domain.posters import LinkTo

HOME: Final = "home"
"""Instead of an area's code: all that the admin looks after."""
EVERY_POSTER: Final = "all"
AreaOrHome: TypeAlias = Annotated[str, Shaped(rf"{HOME}|{CODE}")]
PosterOrEvery: TypeAlias = Annotated[
    str, Shaped(rf"{EVERY_POSTER}|{LinkTo.STATION}[1-9][0-9]{{0,17}}|{LinkTo.HROMADA}{CODE}")
]
SpanOrDays: TypeAlias = Annotated[str, Shaped("|".join([*Span, r"[0-9]{8}-[0-9]{8}"]))]


@dataclass(frozen=True)
class PickPoster(Act, sign="po"):
    """`what`: the payload of a deep link, or `EVERY_POSTER`."""

    what: PosterOrEvery


@dataclass(frozen=True)
class PosterPage(Act, sign="pp"):
    number: PageNumber


@dataclass(frozen=True)
class CoverageOf(Act, sign="cv"):
    """Coverage of an area: its code, or `HOME`."""

    code: AreaOrHome


@dataclass(frozen=True)
class GapsOf(Act, sign="gp"):
    """The workbook of what lacks in an area: its code, or `HOME`."""

    code: AreaOrHome


@dataclass(frozen=True)
class StatsOf(Act, sign="sf"):
    """Statistics of an area and a period (`domain/figures/periods.py: named_period`)."""

    code: AreaOrHome
    period: SpanOrDays
