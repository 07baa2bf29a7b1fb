"""Days and hours at which an announcement may begin: within a week, by Kyiv's clock, never in quiet hours."""

from datetime import UTC, date, datetime, time, timedelta

from bot.domain.announcements import HORIZON
from bot.domain.clock import KYIV
from bot.domain.quiet import QuietHours


def days(now: datetime, quiet: QuietHours) -> list[date]:
    """Today and those after it that have an hour left."""
    return [day for day in _week(now) if hours(day, now, quiet)]


def hours(day: date, now: datetime, quiet: QuietHours) -> list[int]:
    """Full hours of the day that are to come and within the week. A button may name any day of the calendar: at its
    ends there is no UTC."""
    if day not in _week(now):
        return []
    return [hour for hour in range(24) if _fits(moment(day, hour), now, quiet)]


def _week(now: datetime) -> list[date]:
    today = now.astimezone(KYIV).date()
    return [today + timedelta(days=ahead) for ahead in range(HORIZON.days + 1)]


def moment(day: date, hour: int) -> datetime:
    """UTC. An hour that the clocks skip in March is the next one."""
    return datetime.combine(day, time(hour), KYIV).astimezone(UTC)


def _fits(when: datetime, now: datetime, quiet: QuietHours) -> bool:
    return now < when <= now + HORIZON and not quiet.are_at(when)
