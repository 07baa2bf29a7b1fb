"""Computed figures as notices: plain values with the names of places."""

from datetime import datetime

from bot.domain.clock import shown_day
from bot.domain.figures.coverage import Coverage, Tally
from bot.domain.figures.gaps import Gaps
from bot.domain.figures.lapses import Lapse
from bot.domain.figures.stats import Stats, StatsStep
from bot.domain.figures_notices import CoverageWords, Extent, GapCounts, LapseWords, Served, StatsWords
from bot.domain.people import Role
from bot.domain.places import Unanswered
from bot.services.figures.areas import Extents
from bot.services.figures.stat_tables import STATUSES, ranked

MOST_PLACES = 3


def coverage_words(found: Coverage, extent: Extent, extents: Extents, at: datetime) -> CoverageWords:
    whole = found.whole
    inside = [part.code for part in found.parts if part.code] if len(found.parts) > 1 else []
    return CoverageWords(
        extent=extent,
        at=at,
        hromadas=len(whole.hromadas_served),
        hromadas_all=len(whole.hromadas),
        regions=len(whole.regions_served),
        regions_all=len(whole.regions),
        community=whole.count(Role.COMMUNITY),
        district=whole.count(Role.DISTRICT),
        duty=whole.count(Role.DUTY),
        stations=len(whole.stations),
        with_community=_served(whole.by(Role.COMMUNITY)),
        with_district=_served(whole.by(Role.DISTRICT)),
        with_duty=_served(whole.by(Role.DUTY)),
        with_nobody=_served(whole.by(None)),
        known=whole.all.settlements - whole.all.unknown,
        parts=extents.tappable(inside),
    )


def _served(tally: Tally) -> Served:
    return Served(tally.settlements, tally.people)


def gap_counts(gaps: Gaps) -> GapCounts:
    return GapCounts(
        nobody=len(gaps.nobody),
        people=gaps.people,
        unknown=gaps.unknown,
        asked_places=len(gaps.asked),
        asked=sum(each.asked for each in gaps.asked),
        not_joined=len(gaps.not_joined),
        unreachable=len(gaps.unreachable),
        without_beat=len(gaps.without_beat),
        vacant=len(gaps.vacant),
        no_point=len(gaps.no_point),
        no_hours=len(gaps.no_hours),
        ending=len(gaps.ending),
        not_followed=sum(not each.followed for each in gaps.ending),
        crowded=len(gaps.crowded),
        overlaps=len({each.area for each in gaps.overlaps}),
    )


def stats_words(found: Stats, extent: Extent, period: str, extents: Extents) -> StatsWords:
    """`period`: how the question named it."""
    categories = sorted(found.by_category.items(), key=lambda each: (-each[1].total, each[0]))
    places = [(extents.place(code), count.total) for code, count in ranked(found.by_place)[:MOST_PLACES]]
    return StatsWords(
        extent=extent,
        period=period,
        first=shown_day(found.period.first),
        last=shown_day(found.period.last),
        days=found.period.days,
        statuses=tuple((status, found.whole.statuses[status]) for status in STATUSES),
        lapses=tuple(_lapse(step, lapse) for step, lapse in found.steps.items()),
        categories=tuple((category, count.total) for category, count in categories),
        places=tuple((place, n) for place, n in places if place is not None),
        unreachable=len(found.unreachable),
        more=tuple((each.name, each.value) for each in found.more),
    )


def ranked_kinds(found: Stats) -> tuple[tuple[Unanswered, int], ...]:
    """What the search could not answer, the most frequent first."""
    return tuple(sorted(found.unanswered.items(), key=lambda each: -each[1]))


def _lapse(step: StatsStep, lapse: Lapse) -> LapseWords:
    return LapseWords(step.value, lapse.measured, lapse.median, lapse.most, lapse.waiting, lapse.without)
