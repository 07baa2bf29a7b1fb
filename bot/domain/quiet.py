"""Quiet hours: when residents are not woken. Kyiv's wall clock, whatever it does in March and October."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from bot.domain.clock import KYIV


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `begin` up to `end`, through midnight when it begins later than it ends; equal: never quiet."""

    begin: time
    end: time

    @classmethod
    def read(cls, text: str) -> "QuietHours":
        """«21:00-08:00»; raises `ValueError`."""
        begin, _, end = text.replace("–", "-").partition("-")
        return cls(time.fromisoformat(begin.strip()), time.fromisoformat(end.strip()))

    def are_at(self, now: datetime) -> bool:
        """Whether it is quiet at this moment (aware)."""
        at = now.astimezone(KYIV).time()
        if self.begin <= self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end

    def over_at(self, now: datetime) -> datetime:
        """When the quiet hours around `now` end (UTC); `now` itself when it is not quiet."""
        if not self.are_at(now):
            return now
        local = now.astimezone(KYIV)
        for day in (local.date(), local.date() + timedelta(days=1)):
            end = datetime.combine(day, self.end, KYIV).astimezone(UTC)
            if end > now:
                return end
        return now
