"""Announcements as an admin reads them: what one is so far."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.admins import COUNTRY
from bot.domain.announcement_notices import AudienceAreaWords, Outline
from bot.domain.announcements import Announcement, Rules
from bot.domain.clock import Clock
from bot.domain.routing import Directory
from bot.services.announcements.stations import goes_by_stations
from bot.services.lookup import Lookup


class Outlines:
    def __init__(self, lookup: Lookup, clock: Clock, rules: Rules) -> None:
        self._lookup = lookup
        self._clock = clock
        self._rules = rules

    def outline(self, announcement: Announcement, directory: Directory) -> Outline:
        """How many would get it is counted when it goes out (counting.py)."""
        stations = directory.stations
        return Outline(
            id=announcement.id,
            kind=announcement.kind,
            status=announcement.status,
            stations=tuple(stations[each].name for each in announcement.stations if each in stations),
            texts=tuple(each for each in self._rules.languages if each in announcement.texts),
            media=len(announcement.media),
            button=announcement.button,
            areas=self.areas(announcement.areas),
            by_stations=goes_by_stations(announcement, directory),
            languages=self.languages(announcement),
            starts_at=self.later(announcement.starts_at),
        )

    def later(self, moment: datetime | None) -> datetime | None:
        """The moment while it is to come; what has begun or shall begin at once has none."""
        return moment if moment is not None and moment > self._clock() else None

    def languages(self, announcement: Announcement) -> tuple[str, ...]:
        """Empty: all there are."""
        chosen = tuple(each for each in self._rules.languages if each in announcement.languages)
        return () if chosen == self._rules.languages else chosen

    def areas(self, codes: Iterable[str]) -> tuple[AudienceAreaWords, ...]:
        return tuple(
            AudienceAreaWords(code, None if code == COUNTRY else self._lookup.place(code))
            for code in codes
            if code == COUNTRY or self._lookup.unit(code)
        )
