"""Time comes from a clock that is handed in, so that a test can stand still or jump a week."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

KYIV: Final = ZoneInfo("Europe/Kyiv")

Clock: TypeAlias = Callable[[], datetime]
"""Returns the present moment as an aware UTC datetime."""


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def shown_day(day: date) -> str:
    """«22.11.2026»: as days are written in Ukraine, in every language of the bot."""
    return day.strftime("%d.%m.%Y")
