"""Time comes from a clock that is handed in, so that a test can stand still or jump a week."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

KYIV: Final = ZoneInfo("Europe/Kyiv")
WRITTEN: Final = ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y")
"""How days are typed and filled in."""

Clock: TypeAlias = Callable[[], datetime]
"""Returns the present moment as an aware UTC datetime."""


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def shown_day(day: date) -> str:
    """«22.11.2026»: as days are written in Ukraine, in every language of the bot."""
    return day.strftime("%d.%m.%Y")


def shown_moment(when: datetime) -> str:
    """Day and time as Kyiv's clock shows them."""
    local = when.astimezone(KYIV)
    return f"{shown_day(local)} {local:%H:%M}"


def shown_hour(when: datetime) -> str:
    """«14:05» of Kyiv's clock: the first whole minute that is not before it."""
    return f"{(when + timedelta(seconds=59, microseconds=999_999)).astimezone(KYIV):%H:%M}"


def written_day(text: str) -> date | None:
    """The day that somebody wrote, in any of the ways people and spreadsheets write days; None: it is none."""
    return next((day for pattern in WRITTEN if (day := _day(text.strip(), pattern))), None)


def _day(text: str, pattern: str) -> date | None:
    try:
        return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a calendar day has no zone
    except ValueError:
        return None
