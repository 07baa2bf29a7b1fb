"""Periods: whole days of Kyiv's calendar, from the first to the last inclusive."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.clock import KYIV
from bot.domain.errors import DeskError


class PeriodUnclear(DeskError):
    """Dates that are none, in the wrong order, or still to come."""

    code = "period-unclear"


class Span(StrEnum):
    """Periods that have a button."""

    MONTH = "month"
    LAST_MONTH = "last"
    DAYS_90 = "days90"
    YEAR = "year"


DAY: Final = timedelta(days=1)
_DATE: Final = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))")
_BETWEEN: Final = re.compile(r"^[\s\-–—.]*(?:по|до|to|till)?[\s\-–—.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise PeriodUnclear

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """From Kyiv's midnight before the first day up to, not including, that after the last one; aware UTC. A day
        has 23 or 25 hours when the clocks change."""
        return midnight(self.first), midnight(self.last + DAY)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def name(self) -> str:
        """«20260901-20260930», for a button."""
        return f"{self.first:%Y%m%d}-{self.last:%Y%m%d}"


def midnight(day: date) -> datetime:
    """The moment a day of Kyiv's begins (clocks change at 03-04 o'clock, so every day has one); aware UTC."""
    return datetime.combine(day, time(), KYIV).astimezone(UTC)


def day_of(moment: datetime) -> date:
    """Kyiv's day of a moment."""
    return moment.astimezone(KYIV).date()


def period_of(span: Span, today: date) -> Period:
    """The period of a button; all but the last month end today."""
    first_of_month = today.replace(day=1)
    if span is Span.LAST_MONTH:
        last = first_of_month - DAY
        return Period(last.replace(day=1), last)
    first = {
        Span.MONTH: first_of_month,
        Span.DAYS_90: today - 89 * DAY,
        Span.YEAR: today - 364 * DAY,
    }[span]
    return Period(first, today)


def named_period(name: str, today: date) -> Period:
    """From a button: a span, or two dates (`Period.name`); raises `PeriodUnclear`."""
    if name in set(Span):
        return period_of(Span(name), today)
    try:
        first, last = (date(int(each[:4]), int(each[4:6]), int(each[6:])) for each in name.split("-"))
    except ValueError as error:
        raise PeriodUnclear from error
    return Period(first, last)


def read_period(text: str, today: date) -> tuple[str, Period | None]:
    """What was typed without its dates, and the period they mean: «Житомирська 01.09.2026–30.09.2026». One date is a
    single day; None: no dates. What lies ahead is cut off; raises `PeriodUnclear`."""
    found = list(_DATE.finditer(text))
    if not found:
        return text.strip(), None
    days = [_date(match) for match in found]
    between = text[found[0].end() : found[-1].start()] if len(found) == 2 else ""
    if len(found) > 2 or not _BETWEEN.match(between) or days[0] > today:
        raise PeriodUnclear
    rest = text[: found[0].start()] + text[found[-1].end() :]
    return rest.strip(" ,;:"), Period(days[0], min(days[-1], today))


def _date(match: "re.Match[str]") -> date:
    year, month, day, day_2, month_2, year_2 = match.groups()
    try:
        return date(int(year or year_2), int(month or month_2), int(day or day_2))
    except ValueError as error:
        raise PeriodUnclear from error
