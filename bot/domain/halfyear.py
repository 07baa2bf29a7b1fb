"""The half-yearly report of an officer to the hromada's executive (Order 650 of the Ministry): figures only."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from bot.domain.errors import HalfUnclear
from bot.domain.figures.lapses import Lapse
from bot.domain.figures.periods import Period
from bot.domain.figures.stats import StatsStep
from bot.domain.notices import OfficerWords
from bot.domain.reports import Category

FEWEST: Final = 5
"""Smaller counts are not shown by themselves: in a village they point to a person."""


@dataclass(frozen=True, slots=True)
class Half:
    """`number`: 1 or 2."""

    year: int
    number: int

    @property
    def period(self) -> Period:
        if self.number == 1:
            return Period(date(self.year, 1, 1), date(self.year, 6, 30))
        return Period(date(self.year, 7, 1), date(self.year, 12, 31))

    @property
    def before(self) -> "Half":
        return Half(self.year, 1) if self.number == 2 else Half(self.year - 1, 2)


def half_of(text: str, today: date) -> Half:
    """«2026-1»; empty: the last one that is over. Raises `HalfUnclear`, also for one that has not begun."""
    current = Half(today.year, 1 if today.month < 7 else 2)
    if not text:
        return current.before
    found = re.fullmatch(r"(20[0-9]{2})-([12])", text)
    if found is None or Half(int(found[1]), int(found[2])).period.first > today:
        raise HalfUnclear
    return Half(int(found[1]), int(found[2]))


@dataclass(frozen=True, slots=True)
class HalfYearTally:
    """Of one half-year. `times`: from sending to each step; `months`: six counts."""

    received: int
    accepted: int
    resolved: int
    open: int
    times: Mapping[StatsStep, Lapse]
    categories: Mapping[Category, int]
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HalfYear:
    """`hromadas` are names; `people`: where a population is known; `officers` and `stations`: all that serve there."""

    officer: OfficerWords
    hromadas: tuple[str, ...]
    half: Half
    now: HalfYearTally
    before: HalfYearTally
    settlements: int
    people: int
    officers: int = 1
    stations: int = 0


def joined(counts: Mapping[Category, int]) -> tuple[dict[Category, int], int]:
    """(categories that may be shown, the sum of those joined). The joined ones are at least `FEWEST` together, so
    that no small count can be had by subtraction; when all together are fewer, nothing is shown by itself."""
    ordered = sorted(((category, n) for category, n in counts.items() if n), key=lambda each: (each[1], each[0]))
    rest = at = 0
    while at < len(ordered) and (ordered[at][1] < FEWEST or 0 < rest < FEWEST):
        rest += ordered[at][1]
        at += 1
    return dict(reversed(ordered[at:])), rest


PrintHalfYear: TypeAlias = Callable[[HalfYear], bytes]
"""Blocking: done in the threads."""
