"""How reports go: counts by status, category, place and day, and how long each step took.

Everything is computed from `Sample`s: a report that is still kept gives exact ones, and what was counted before a
report was erased gives rounded ones (db/figures.py). Samples hold no contents and no persons.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.admins import Scope
from bot.domain.figures.lapses import Lapse, Weighted, lapse
from bot.domain.figures.periods import Period, day_of
from bot.domain.figures.terrain import Terrain
from bot.domain.people import Officer
from bot.domain.places import Unanswered
from bot.domain.reports import Category, ReportStatus


class StatsStep(StrEnum):
    """What a report comes to, counted from its sending."""

    SENT = "sent"
    ACCEPTED = "accepted"  # for the first time; one that was given back waits again
    ANSWERED = "answered"  # the first entry of an officer
    RESOLVED = "resolved"  # for the last time, if it was opened again


MEASURED = (StatsStep.ACCEPTED, StatsStep.ANSWERED, StatsStep.RESOLVED)


@dataclass(frozen=True, slots=True)
class Sample:
    """`n` reports sent on Kyiv's `day` from `hromada` (a city of Kyiv's kind is one) about `category`. `SENT`: they
    stand at `status` now. Other steps: reached after `seconds`; None: still waited for."""

    day: date
    hromada: str
    category: Category
    step: StatsStep
    status: ReportStatus = ReportStatus.RESOLVED
    seconds: float | None = None
    n: int = 1


@dataclass(frozen=True, slots=True)
class ReportCourse:
    """The moments of one kept report."""

    hromada: str
    category: Category
    status: ReportStatus
    sent_at: datetime
    accepted_at: datetime | None
    answered_at: datetime | None
    resolved_at: datetime | None

    def samples(self) -> Iterable[Sample]:
        day = day_of(self.sent_at)
        yield Sample(day, self.hromada, self.category, StatsStep.SENT, self.status)
        reached = {
            StatsStep.ACCEPTED: None if self.status is ReportStatus.NEW else self.accepted_at,
            StatsStep.ANSWERED: self.answered_at,
            StatsStep.RESOLVED: self.resolved_at if self.status is ReportStatus.RESOLVED else None,
        }
        for step, at in reached.items():
            seconds = max((at - self.sent_at).total_seconds(), 0.0) if at else None
            if seconds is not None or self.status is not ReportStatus.RESOLVED:
                yield Sample(day, self.hromada, self.category, step, self.status, seconds)


@dataclass(slots=True)
class ReportCount:
    """Reports of one category or place: how many, by status, and how long an answer took."""

    statuses: Counter[ReportStatus] = field(default_factory=Counter)
    answers: list[Weighted] = field(default_factory=list)
    waiting: int = 0

    @property
    def total(self) -> int:
        return self.statuses.total()

    @property
    def answered(self) -> Lapse:
        done = sum(n for _, n in self.answers)
        return lapse(self.answers, waiting=self.waiting, without=self.total - done - self.waiting)

    def add(self, sample: Sample) -> None:
        if sample.step is StatsStep.SENT:
            self.statuses[sample.status] += sample.n
        elif sample.step is StatsStep.ANSWERED and sample.seconds is None:
            self.waiting += sample.n
        elif sample.step is StatsStep.ANSWERED and sample.seconds is not None:
            self.answers.append((sample.seconds, sample.n))


@dataclass(frozen=True, slots=True)
class More:
    """One more line of figures from elsewhere (announcements, ratings); `name` ends a text id `stats-more-…`."""

    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Only what had reports is listed. `by_place` is by code of the scope's part (`Terrain.part_of`, but nothing finer
    than a hromada). `unanswered`: what the search for places could not answer; known of the whole country only."""

    period: Period
    whole: ReportCount
    steps: Mapping[StatsStep, Lapse]
    by_category: Mapping[Category, ReportCount]
    by_place: Mapping[str, ReportCount]
    by_hromada: Mapping[str, ReportCount]
    by_day: Mapping[date, int]
    unreachable: tuple[Officer, ...] = ()
    more: tuple[More, ...] = ()
    unanswered: Mapping[Unanswered, int] = field(default_factory=dict)


def stats(
    scope: Scope,
    period: Period,
    samples: Iterable[Sample],
    terrain: Terrain,
    *,
    unreachable: tuple[Officer, ...] = (),
    more: tuple[More, ...] = (),
    unanswered: Mapping[Unanswered, int] | None = None,
) -> Stats:
    """Counts what lies in the scope and the period; other samples are passed over."""
    whole = ReportCount()
    categories: dict[Category, ReportCount] = defaultdict(ReportCount)
    places: dict[str, ReportCount] = defaultdict(ReportCount)
    hromadas: dict[str, ReportCount] = defaultdict(ReportCount)
    days: Counter[date] = Counter()
    times: dict[StatsStep, list[Weighted]] = defaultdict(list)
    waiting: Counter[StatsStep] = Counter()
    parts = _Parts(scope, terrain)
    for each in samples:
        part = parts.of(each.hromada)
        if part is None or each.day not in period:
            continue
        for count in (whole, categories[each.category], places[part], hromadas[each.hromada]):
            count.add(each)
        if each.step is StatsStep.SENT:
            days[each.day] += each.n
        elif each.seconds is None:
            waiting[each.step] += each.n
        else:
            times[each.step].append((each.seconds, each.n))
    steps = {step: _lapse(whole.total, times[step], waiting[step]) for step in MEASURED}
    return Stats(
        period=period,
        whole=whole,
        steps=steps,
        by_category=dict(categories),
        by_place=dict(places),
        by_hromada=dict(hromadas),
        by_day=dict(days),
        unreachable=unreachable,
        more=more,
        unanswered=unanswered or {},
    )


def _lapse(total: int, times: list[Weighted], waiting: int) -> Lapse:
    done = sum(n for _, n in times)
    return lapse(times, waiting=waiting, without=max(total - done - waiting, 0))


class _Parts:
    """The scope's part a hromada lies in, remembered; None: outside."""

    def __init__(self, scope: Scope, terrain: Terrain) -> None:
        self._scope = scope
        self._terrain = terrain
        self._known: dict[str, str | None] = {}

    def of(self, hromada: str) -> str | None:
        if hromada not in self._known:
            unit = self._terrain.units.get(hromada)
            areas = unit.areas if unit else (hromada,)
            inside = self._scope.covers(areas)
            self._known[hromada] = self._terrain.part_of(areas, self._scope) if inside else None
        return self._known[hromada]
