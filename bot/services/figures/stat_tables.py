"""Statistics as sheets of a workbook: numbers only, nothing that anybody wrote in a report."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from bot.domain.figures.lapses import Lapse
from bot.domain.figures.stats import ReportCount, Stats
from bot.domain.reports import Category, ReportStatus
from bot.services.figures.gap_tables import officer_cells
from bot.services.figures.wording import Atlas, Speaker, worded_sheet
from bot.services.figures.workbook import Cell, FiguresSheet

STATUSES = (ReportStatus.NEW, ReportStatus.ACCEPTED, ReportStatus.RESOLVED)
_COUNTED = ("reports", "new", "accepted", "resolved", "answer-median", "answer-most", "waiting", "without")


def stat_sheets(found: Stats, atlas: Atlas, say: Speaker) -> Iterator[FiguresSheet]:
    """Summary, time, categories, places, days, officers out of reach."""
    yield worded_sheet(say, "summary", ("figure", "value"), _summary(found, say))
    times = ((say.plain(f"step-{step.value}"), *_lapse(lapse)) for step, lapse in found.steps.items())
    yield worded_sheet(say, "time", ("step", "measured", "median", "most", "waiting", "without"), times)
    categories = (
        (say.plain(f"category-{each.value}"), *_count(found.by_category[each]))
        for each in Category
        if each in found.by_category
    )
    yield worded_sheet(say, "categories", ("category", *_COUNTED), categories)
    for name, counts in (("places", found.by_place), ("hromadas", found.by_hromada)):
        rows = ((code, atlas.title(code), *atlas.around(code)[1:], *_count(count)) for code, count in ranked(counts))
        yield worded_sheet(say, name, ("katottg", "place", "raion", "oblast", *_COUNTED), rows)
    yield worded_sheet(say, "days", ("day", "reports"), _days(found))
    if found.unanswered:
        kinds = ((say.plain(f"unanswered-kind-{kind.value}"), n) for kind, n in found.unanswered.items())
        yield worded_sheet(say, "unanswered", ("figure", "value"), kinds)
    gone = (officer_cells(each, say) for each in found.unreachable)
    yield worded_sheet(say, "unreachable", ("code", "officer", "role"), gone)


def ranked(counts: Mapping[str, ReportCount]) -> list[tuple[str, ReportCount]]:
    """Places, the most reports first."""
    return sorted(counts.items(), key=lambda each: (-each[1].total, each[0]))


def _summary(found: Stats, say: Speaker) -> Iterator[Sequence[Cell]]:
    yield say.plain("column-first"), found.period.first
    yield say.plain("column-last"), found.period.last
    yield say.plain("column-reports"), found.whole.total
    for status in STATUSES:
        yield say.plain(f"column-{status.value}"), found.whole.statuses[status]
    yield say.plain("sheet-unreachable"), len(found.unreachable)
    for each in found.more:
        yield say.plain(f"stats-more-{each.name}", n=each.value), each.value


def _count(count: ReportCount) -> tuple[Cell, ...]:
    answered = count.answered
    statuses = (count.statuses[status] for status in STATUSES)
    times = (_hours(answered.median), _hours(answered.most))
    return (count.total, *statuses, *times, answered.waiting, answered.without)


def _lapse(lapse: Lapse) -> tuple[Cell, ...]:
    return lapse.measured, _hours(lapse.median), _hours(lapse.most), lapse.waiting, lapse.without


def _hours(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds / 3600, 2)


def _days(found: Stats) -> Iterator[Sequence[Cell]]:
    """Every day of the period, those without reports too."""
    for number in range(found.period.days):
        day = found.period.first + timedelta(days=number)
        yield day, found.by_day.get(day, 0)
