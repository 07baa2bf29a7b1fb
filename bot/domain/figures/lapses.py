"""How long things take: medians and 90 % of weighted durations, exact ones and those kept in buckets.

A quantile is the smallest measured duration within which that share of all lies (the lower median): always one that
happened, never an average of two.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, inf, log10
from typing import Final

Weighted = tuple[float, int]
"""(seconds, how many)."""

PER_DECADE: Final = 20
"""Buckets between a minute and ten: each is 12 % wider than the one before."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """From sending to a step, in seconds; None while nothing was measured. `waiting`: open reports that have not come
    so far; `without`: resolved ones that never did (resolved without a written answer)."""

    measured: int = 0
    median: float | None = None
    most: float | None = None
    waiting: int = 0
    without: int = 0


def quantile(values: Iterable[Weighted], share: float) -> float | None:
    """The smallest value with at least `share` (0 < share ≤ 1) of the weight at or below it; None without any."""
    ordered = sorted(each for each in values if each[1] > 0)
    total = sum(weight for _, weight in ordered)
    needed, seen = ceil(share * total - 1e-9), 0
    for value, weight in ordered:
        seen += weight
        if seen >= needed:
            return value
    return None


def lapse(values: Iterable[Weighted], *, waiting: int = 0, without: int = 0) -> Lapse:
    measured = list(values)
    return Lapse(
        measured=sum(weight for _, weight in measured),
        median=quantile(measured, 0.5),
        most=quantile(measured, 0.9),
        waiting=waiting,
        without=without,
    )


def usual(values: Iterable[Weighted], total: int) -> float | None:
    """The time within which half of all `total` came so far, those that did not counted as never; None: fewer did."""
    measured = list(values)
    rest = total - sum(weight for _, weight in measured)
    found = quantile([*measured, (inf, max(rest, 0))], 0.5)
    return None if found is None or found == inf else found


def bucket_of(seconds: float) -> int:
    """The bucket a duration is kept in: by the logarithm of its minutes."""
    return round(PER_DECADE * log10(1 + max(seconds, 0.0) / 60))


def seconds_of(bucket: int) -> float:
    """The duration a bucket stands for; within 6 % (or 4 seconds) of every duration in it."""
    return 60 * float(10 ** (bucket / PER_DECADE) - 1)
