"""Statistics from samples: parts add up, open reports are said, what is outside is passed over."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.admins import Scope
from bot.domain.figures.periods import Period, day_of
from bot.domain.figures.stats import MEASURED, ReportCourse, Sample, StatsStep, stats
from bot.domain.reports import Category, ReportStatus
from tests.figures.land import COUNTRY, LAND, scope, scopes

HROMADAS = sorted({unit.hromada for unit in LAND.settlements if unit.hromada})
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
SENT = datetime(2026, 11, 2, 10, tzinfo=UTC)
moments = st.datetimes(datetime(2025, 12, 1), datetime(2027, 1, 31), timezones=st.just(UTC))  # noqa: DTZ001
lapses = st.none() | st.integers(0, 10**6).map(lambda seconds: timedelta(seconds=seconds))


@st.composite
def courses(draw: st.DrawFn) -> ReportCourse:
    sent = draw(moments)
    status = draw(st.sampled_from([ReportStatus.NEW, ReportStatus.ACCEPTED, ReportStatus.RESOLVED]))
    accepted, answered, resolved = (draw(lapses) for _ in range(3))
    return ReportCourse(
        hromada=draw(st.sampled_from(HROMADAS)),
        category=draw(st.sampled_from(Category)),
        status=status,
        sent_at=sent,
        accepted_at=sent + (accepted or timedelta(0)) if status is not ReportStatus.NEW else None,
        answered_at=sent + answered if answered is not None else None,
        resolved_at=sent + (resolved or timedelta(0)) if status is ReportStatus.RESOLVED else None,
    )


def samples_of(many: list[ReportCourse]) -> list[Sample]:
    return [sample for each in many for sample in each.samples()]


@settings(deadline=None)
@given(many=st.lists(courses(), max_size=30), inside=scopes)
def test_everything_adds_up(many: list[ReportCourse], inside: Scope) -> None:
    found = stats(inside, YEAR, samples_of(many), LAND)
    here = [each for each in many if inside.covers(LAND.units[each.hromada].areas) and day_of(each.sent_at) in YEAR]
    assert found.whole.total == len(here)
    for parts in (found.by_category, found.by_place, found.by_hromada):
        assert sum(each.total for each in parts.values()) == found.whole.total
        assert sum(each.waiting for each in parts.values()) == found.whole.waiting
    assert sum(found.by_day.values()) == found.whole.total
    for step in MEASURED:
        lapse = found.steps[step]
        assert lapse.measured + lapse.waiting + lapse.without == found.whole.total


@settings(deadline=None)
@given(many=st.lists(courses(), max_size=30), cut=st.dates(date(2026, 1, 1), date(2026, 12, 30)))
def test_two_periods_side_by_side_are_one(many: list[ReportCourse], cut: date) -> None:
    samples = samples_of(many)
    first = stats(COUNTRY, Period(YEAR.first, cut), samples, LAND).whole
    second = stats(COUNTRY, Period(cut + timedelta(days=1), YEAR.last), samples, LAND).whole
    whole = stats(COUNTRY, YEAR, samples, LAND).whole
    assert first.statuses + second.statuses == whole.statuses
    assert first.waiting + second.waiting == whole.waiting


def course(status: ReportStatus = ReportStatus.NEW, **hours: float) -> ReportCourse:
    moments = {name: SENT + timedelta(hours=after) for name, after in hours.items()}
    return ReportCourse(
        HROMADAS[0],
        Category.NOISE,
        status,
        SENT,
        moments.get("accepted"),
        moments.get("answered"),
        moments.get("resolved"),
    )


def test_open_reports_are_said_and_do_not_make_the_median_better() -> None:
    many = [
        course(),
        course(ReportStatus.ACCEPTED, accepted=1),
        course(ReportStatus.ACCEPTED, accepted=3, answered=4),
        course(ReportStatus.RESOLVED, accepted=2, resolved=30),
    ]
    found = stats(COUNTRY, YEAR, samples_of(many), LAND)
    accepted, answered, resolved = (found.steps[step] for step in MEASURED)
    assert (accepted.measured, accepted.median, accepted.most, accepted.waiting) == (3, 7200, 10800, 1)
    assert (answered.measured, answered.waiting, answered.without) == (1, 2, 1)
    assert (resolved.measured, resolved.waiting) == (1, 3)
    assert dict(found.whole.statuses) == {ReportStatus.NEW: 1, ReportStatus.ACCEPTED: 2, ReportStatus.RESOLVED: 1}


def test_a_report_given_back_waits_again() -> None:
    """Its officer could not be reached any more: the old acceptance helps nobody."""
    found = stats(COUNTRY, YEAR, samples_of([course(ReportStatus.NEW, accepted=1)]), LAND)
    assert found.steps[StatsStep.ACCEPTED].waiting == 1


def test_counts_from_before_weigh_as_many() -> None:
    day = date(2026, 2, 1)
    past = [
        Sample(day, HROMADAS[0], Category.ROAD, StatsStep.SENT, n=4),
        Sample(day, HROMADAS[0], Category.ROAD, StatsStep.ANSWERED, seconds=600, n=3),
    ]
    found = stats(scope(HROMADAS[0]), YEAR, past, LAND)
    assert found.whole.total == 4
    assert found.steps[StatsStep.ANSWERED].measured == 3
    assert found.steps[StatsStep.ANSWERED].without == 1
    assert found.whole.answered.median == 600
