"""What the conversation about announcements rests on: announcements as an admin reads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.admins import COUNTRY, Admin
from bot.domain.alphabet import alphabetical
from bot.domain.broadcasts import Broadcast, Kind
from bot.domain.clock import Clock
from bot.domain.newsroom_notices import AreaWords, Outline
from bot.domain.people import Station
from bot.domain.quiet import QuietHours
from bot.services.broadcasts import Broadcasts
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.newsroom.finding import AreaFinder


@dataclass(frozen=True, slots=True)
class Habits:
    """`languages` there are texts for; `needs_approval`: a second admin must agree; `paid`: Telegram takes Stars for
    what goes out faster than for free."""

    languages: tuple[str, ...]
    needs_approval: bool
    quiet: QuietHours
    paid: bool = False

    @property
    def quiet_hours(self) -> str:
        """«21:00–08:00»; empty: it is never quiet."""
        if self.quiet.begin == self.quiet.end:
            return ""
        return f"{self.quiet.begin:%H:%M}–{self.quiet.end:%H:%M}"


class Base:
    def __init__(
        self,
        *,
        broadcasts: Broadcasts,
        directory: DirectoryService,
        lookup: Lookup,
        finder: AreaFinder,
        clock: Clock,
        habits: Habits,
    ) -> None:
        self._broadcasts = broadcasts
        self._directory = directory
        self._lookup = lookup
        self._finder = finder
        self._clock = clock
        self._habits = habits

    async def outline(self, broadcast: Broadcast) -> Outline:
        """What it is so far. How many would get it is counted when it goes out (newsroom/counting.py)."""
        stations = (await self._directory.current()).stations
        return Outline(
            id=broadcast.id,
            kind=broadcast.kind,
            status=broadcast.status,
            stations=tuple(stations[each].name for each in broadcast.stations if each in stations),
            texts=tuple(each for each in self._habits.languages if each in broadcast.texts),
            media=len(broadcast.media),
            button=broadcast.button,
            areas=self._area_words(broadcast.areas),
            by_stations=await self._by_stations(broadcast),
            languages=self._languages(broadcast),
            starts_at=self.later(broadcast.starts_at),
        )

    def later(self, moment: datetime | None) -> datetime | None:
        """The moment while it is to come; what has begun or shall begin at once has none."""
        return moment if moment is not None and moment > self._clock() else None

    def _languages(self, broadcast: Broadcast) -> tuple[str, ...]:
        """Empty: all there are."""
        chosen = tuple(each for each in self._habits.languages if each in broadcast.languages)
        return () if chosen == self._habits.languages else chosen

    def _area_words(self, areas: Iterable[str]) -> tuple[AreaWords, ...]:
        return tuple(
            AreaWords(code, None if code == COUNTRY else self._lookup.place(code))
            for code in areas
            if code == COUNTRY or self._lookup.unit(code)
        )

    async def _by_stations(self, broadcast: Broadcast) -> bool:
        """The audience is that of its stations' beats."""
        if broadcast.kind is not Kind.OPENING or not broadcast.stations:
            return False
        areas = await self._areas_by_station()
        return set(broadcast.areas) == {area for each in broadcast.stations for area in areas.get(each, ())}

    async def _areas_by_station(self) -> Mapping[int, set[str]]:
        """Codes of the areas of each station's (id) beats."""
        found: dict[int, set[str]] = {}
        for beats in (await self._directory.current()).beats.values():
            for beat in beats:
                if beat.station_id is not None:
                    found.setdefault(beat.station_id, set()).update(beat.areas)
        return found

    async def _stations_of(self, admin: Admin) -> Sequence[Station]:
        """Those with beats, all of them in the admin's territory; by name."""
        areas = await self._areas_by_station()
        stations = (await self._directory.current()).stations
        theirs = (stations[each] for each, codes in areas.items() if each in stations and self._covers(admin, codes))
        return sorted(theirs, key=lambda station: (alphabetical(station.name), station.id))

    def _covers(self, admin: Admin, codes: Iterable[str]) -> bool:
        units = [self._lookup.unit(code) for code in codes]
        return all(unit is not None and admin.scope.covers(unit.areas) for unit in units)
