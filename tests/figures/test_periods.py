"""Periods are whole days of Kyiv, also when the clocks change."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.figures.periods import (
    Period,
    PeriodUnclear,
    Span,
    day_of,
    midnight,
    named_period,
    period_of,
    read_period,
)

TODAY = date(2026, 11, 22)
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
moments = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(day=days)
def test_a_day_begins_where_the_one_before_ends(day: date) -> None:
    begin, end = Period(day, day).bounds
    assert Period(day - timedelta(days=1), day - timedelta(days=1)).bounds[1] == begin
    assert end - begin in {timedelta(hours=23), timedelta(hours=24), timedelta(hours=25)}


@given(moment=moments)
def test_every_moment_lies_in_its_day(moment: datetime) -> None:
    day = day_of(moment)
    begin, end = Period(day, day).bounds
    assert begin <= moment < end


@given(first=days, long=st.integers(0, 400), moment=moments)
def test_a_moment_lies_in_a_period_when_its_day_does(first: date, long: int, moment: datetime) -> None:
    period = Period(first, first + timedelta(days=long))
    begin, end = period.bounds
    assert (begin <= moment < end) == (day_of(moment) in period)
    assert period.days == long + 1


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 22), 24)]
)
def test_days_of_the_clock_change(day: date, hours: int) -> None:
    begin, end = Period(day, day).bounds
    assert end - begin == timedelta(hours=hours)


def test_midnight_in_summer_and_in_winter() -> None:
    assert midnight(date(2026, 7, 1)) == datetime(2026, 6, 30, 21, tzinfo=UTC)
    assert midnight(date(2026, 12, 1)) == datetime(2026, 11, 30, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.MONTH, date(2026, 11, 1), TODAY),
        (Span.LAST_MONTH, date(2026, 10, 1), date(2026, 10, 31)),
        (Span.DAYS_90, date(2026, 8, 25), TODAY),
        (Span.YEAR, date(2025, 11, 23), TODAY),
    ],
)
def test_the_periods_of_the_buttons(span: Span, first: date, last: date) -> None:
    assert period_of(span, TODAY) == Period(first, last)


@given(today=days)
def test_the_last_month_ends_where_this_one_begins(today: date) -> None:
    assert period_of(Span.LAST_MONTH, today).bounds[1] == period_of(Span.MONTH, today).bounds[0]
    assert period_of(Span.DAYS_90, today).days == 90
    assert period_of(Span.YEAR, today).days == 365


@given(first=days, long=st.integers(0, 4000))
def test_a_name_leads_back_to_its_period(first: date, long: int) -> None:
    period = Period(first, first + timedelta(days=long))
    assert named_period(period.name, TODAY) == period


@pytest.mark.parametrize("span", Span)
def test_a_span_is_a_name(span: Span) -> None:
    assert named_period(span.value, TODAY) == period_of(span, TODAY)


@pytest.mark.parametrize("name", ["", "soon", "2026", "20260901", "20260930-20260901", "20261301-20261302", "1-2-3"])
def test_a_forged_name_is_refused(name: str) -> None:
    with pytest.raises(PeriodUnclear):
        named_period(name, TODAY)


@pytest.mark.parametrize(
    ("text", "rest", "period"),
    [
        ("Житомирська", "Житомирська", None),
        ("", "", None),
        ("01.09.2026–30.09.2026", "", Period(date(2026, 9, 1), date(2026, 9, 30))),
        ("Малинська 1.9.2026 - 30.9.2026", "Малинська", Period(date(2026, 9, 1), date(2026, 9, 30))),
        ("2026-09-01 2026-09-30, Малинська", "Малинська", Period(date(2026, 9, 1), date(2026, 9, 30))),
        ("01.09.2026 по 30.09.2026", "", Period(date(2026, 9, 1), date(2026, 9, 30))),
        ("01.11.2026 31.12.2026", "", Period(date(2026, 11, 1), TODAY)),
        ("05.11.2026", "", Period(date(2026, 11, 5), date(2026, 11, 5))),
    ],
)
def test_dates_are_read_as_people_type_them(text: str, rest: str, period: Period | None) -> None:
    assert read_period(text, TODAY) == (rest, period)


@pytest.mark.parametrize(
    "text", ["31.02.2026", "30.09.2026 01.09.2026", "01.12.2026", "01.09.2026 02.09.2026 03.09.2026"]
)
def test_unclear_dates_are_refused(text: str) -> None:
    with pytest.raises(PeriodUnclear):
        read_period(text, TODAY)
