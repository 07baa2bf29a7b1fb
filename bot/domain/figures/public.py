"""What everybody may know of a hromada's last weeks: no more than what tells nothing of single people."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from bot.domain.figures.lapses import Weighted, usual
from bot.domain.figures.stats import Sample, StatsStep
from bot.domain.notices import Activity

DAYS: Final = 90
FEWEST: Final = 5
"""Smaller counts are not shown: in a village they would be somebody."""


def activities(samples: Iterable[Sample], days: int = DAYS) -> dict[str, Activity]:
    """By hromada, those with enough reports. The time of an answer is that within which half of *all* reports were
    answered in writing: who still waits, or never was answered, counts as never."""
    sent: Counter[str] = Counter()
    answers: dict[str, list[Weighted]] = defaultdict(list)
    for each in samples:
        if each.step is StatsStep.SENT:
            sent[each.hromada] += each.n
        elif each.step is StatsStep.ANSWERED and each.seconds is not None:
            answers[each.hromada].append((each.seconds, each.n))
    return {
        hromada: Activity(days, total, _usual(answers[hromada], total))
        for hromada, total in sent.items()
        if total >= FEWEST
    }


def _usual(answers: list[Weighted], total: int) -> float | None:
    enough = sum(n for _, n in answers) >= FEWEST
    return usual(answers, total) if enough else None
