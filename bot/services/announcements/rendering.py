"""What one resident gets: the same notices for a preview, a trial and the real thing."""

from collections.abc import Sequence
from typing import Any

from bot.domain import routing
from bot.domain.announcements import Announcement
from bot.domain.clock import KYIV, Clock
from bot.domain.news_notices import Announced, AnnouncedAlbum
from bot.domain.notices import Notice
from bot.domain.placeholders import used
from bot.domain.routing import Covered, Directory
from bot.services.announcements.stations import shown_station, shown_stations
from bot.services.lookup import Lookup, officers_words

STATION_WORDS = frozenset({"station", "address", "hours", "phone"})


class Renderer:
    """`languages`: the first stands in where an announcement has no words in somebody's own."""

    def __init__(self, lookup: Lookup, clock: Clock, languages: Sequence[str]) -> None:
        self._lookup = lookup
        self._clock = clock
        self._languages = tuple(languages)

    def notices(
        self, announcement: Announcement, directory: Directory, *, place: str, locale: str
    ) -> tuple[Notice, ...]:
        """For a resident of `place` (code), about the stations that concern it; where none does, about all of them. An
        album goes first."""
        unit = self._lookup.unit(place)
        areas = unit.areas if unit else (place,)
        text, entities = self._content(announcement, locale)
        wanted = used(text or "")
        route = self._route(areas, directory) if wanted & {"officer", *STATION_WORDS} else None
        near = announcement.stations_around(areas)
        shown = shown_stations(announcement, near or announcement.stations, directory)
        if not shown and route is not None and route.station is not None and wanted & STATION_WORDS:
            shown = (shown_station(route.station),)
        album = AnnouncedAlbum(announcement.media) if len(announcement.media) > 1 else None
        words = Announced(
            kind=announcement.kind,
            text=text,
            entities=entities,
            stations=shown,
            place=self._lookup.place(place) if unit else None,
            officers=officers_words(route.shown) if route else (),
            media=announcement.media[0] if len(announcement.media) == 1 else None,
            button=announcement.button,
            near=bool(near),
        )
        return (album, words) if album else (words,)

    def _content(self, announcement: Announcement, locale: str) -> tuple[str | None, tuple[dict[str, Any], ...]]:
        for each in (locale, *self._languages, *announcement.texts):
            if content := announcement.texts.get(each):
                return content.text, tuple(dict(entity) for entity in content.entities)
        return None, ()

    def _route(self, areas: Sequence[str], directory: Directory) -> Covered | None:
        route = routing.route(areas, directory, self._clock().astimezone(KYIV).date())
        return route if isinstance(route, Covered) else None
