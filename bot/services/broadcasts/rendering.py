"""What one resident gets: the same notices for a preview, a trial and the real thing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.domain.broadcasts import Broadcast
from bot.domain.news_notices import Announcement, NewsAlbum, NewsStation
from bot.domain.notices import Notice, OfficerWords, PlaceWords, StationWords
from bot.domain.people import Station
from bot.domain.placeholders import used
from bot.domain.routing import Covered
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup, officers_words, station_words_of

STATION_WORDS = frozenset({"station", "address", "hours", "phone"})


class Renderer:
    """`languages`: the first stands in where an announcement has no words in somebody's own."""

    def __init__(self, lookup: Lookup, directory: DirectoryService, languages: Sequence[str]) -> None:
        self._lookup = lookup
        self._directory = directory
        self._languages = tuple(languages)

    async def notices(
        self, broadcast: Broadcast, *, place: str, stations: Sequence[int], locale: str
    ) -> tuple[Notice, ...]:
        """For a resident of `place` (code) whom `stations` (ids) concern; none: all of them. An album goes first."""
        text, entities = self._content(broadcast, locale)
        wanted = used(text or "")
        route = await self._route(place) if wanted & {"officer", *STATION_WORDS} else None
        shown = await self._stations(stations or broadcast.stations, broadcast.frozen)
        if not shown and route is not None and route.station is not None and wanted & STATION_WORDS:
            shown = (_shown(route.station),)
        album = NewsAlbum(broadcast.media) if len(broadcast.media) > 1 else None
        announcement = Announcement(
            kind=broadcast.kind,
            text=text,
            entities=entities,
            stations=shown,
            place=self._place(place),
            officers=self._officers(route),
            media=broadcast.media[0] if len(broadcast.media) == 1 else None,
            button=broadcast.button,
            near=bool(stations),
        )
        return (album, announcement) if album else (announcement,)

    async def station_words(self, broadcast: Broadcast) -> dict[str, dict[str, Any]]:
        """What its stations are called and where they are today, by id, as the database keeps it."""
        stations = (await self._directory.current()).stations
        known = (stations[each] for each in broadcast.stations if each in stations)
        return {str(each.id): asdict(station_words_of(each)) for each in known}

    async def has_changed(self, broadcast: Broadcast) -> bool:
        """Whether a station of it is not what it was when it was submitted."""
        if broadcast.frozen is None:
            return False
        return {str(each): dict(said) for each, said in broadcast.frozen.items()} != await self.station_words(broadcast)

    async def is_void(self, broadcast: Broadcast) -> bool:
        """Whether somebody said yes to something else."""
        return broadcast.approver_id is not None and await self.has_changed(broadcast)

    async def areas_of_stations(self, codes: Collection[str]) -> dict[int, frozenset[str]]:
        """Areas of their beats by the station's id, of those of the codes that exist."""
        directory = await self._directory.current()
        found = {each.id: set[str]() for each in directory.stations.values() if each.code in codes}
        for beats in directory.beats.values():
            for beat in beats:
                if beat.station_id in found:
                    found[beat.station_id].update(beat.areas)
        return {station: frozenset(areas) for station, areas in found.items()}

    def _content(self, broadcast: Broadcast, locale: str) -> tuple[str | None, tuple[dict[str, Any], ...]]:
        for each in (locale, *self._languages, *broadcast.texts):
            if content := broadcast.texts.get(each):
                return content.text, tuple(dict(entity) for entity in content.entities)
        return None, ()

    async def _stations(
        self, ids: Sequence[int], frozen: Mapping[int, Mapping[str, Any]] | None
    ) -> tuple[NewsStation, ...]:
        """As they were submitted, else as they are. One that was retired since, or that fell silent, is left out."""
        if not ids:
            return ()
        directory = await self._directory.current()
        open_ = directory.stations.keys() - directory.quiet.stations
        said = {each: StationWords(**words) for each, words in (frozen or {}).items()}
        shown = (_shown(directory.stations[each]) for each in ids if each in open_)
        return tuple(replace(each, station=said.get(each.id, each.station)) for each in shown)

    async def _route(self, place: str) -> Covered | None:
        unit = self._lookup.unit(place)
        route = await self._directory.route(unit.areas if unit else (place,))
        return route if isinstance(route, Covered) else None

    def _place(self, place: str) -> PlaceWords | None:
        return self._lookup.place(place) if self._lookup.unit(place) else None

    def _officers(self, route: Covered | None) -> tuple[OfficerWords, ...]:
        return officers_words(route.shown) if route else ()


def _shown(station: Station) -> NewsStation:
    return NewsStation(station.id, station_words_of(station))
