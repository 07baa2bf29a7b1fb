"""Deep links: what a poster leads to. The directory of today decides, not what the poster said when printed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.domain.clock import KYIV, Clock
from bot.domain.people import Beat, Officer, Role
from bot.domain.places import PlaceCategory, Unit
from bot.domain.posters import DeepLink, Linked, LinkTo
from bot.domain.routing import Covered, Directory, route
from bot.domain.silence import hides_names
from bot.places.gazetteer import Gazetteer
from bot.places.named_areas import HROMADAS
from bot.places.size import by_size
from bot.services.directory import DirectoryService


class DeepLinks:
    """`gazetteer` is asked for each time: a new generation may have come."""

    def __init__(self, gazetteer: Callable[[], Gazetteer], directory: DirectoryService, clock: Clock) -> None:
        self._gazetteer = gazetteer
        self._directory = directory
        self._clock = clock

    async def behind(self, deep_link: DeepLink) -> Linked | None:
        """None: nothing that is in the directory now, or nothing that may be shown."""
        found = await self.known(deep_link)
        return None if found is None or await self.silent(found) else found

    async def silent(self, found: Linked) -> bool:
        """Whether officers of any of its areas must not be shown, or its station (silent hromadas)."""
        quiet = (await self._directory.current()).quiet
        if found.station is not None and found.station.id in quiet.stations:
            return True
        return any(hides_names(quiet.level(area.areas)) for area in found.areas)

    async def known(self, deep_link: DeepLink) -> Linked | None:
        """The same for those who must tell a silent one from an unknown one."""
        directory = await self._directory.current()
        find = self._hromada if deep_link.lead is LinkTo.HROMADA else self._station
        return find(deep_link, directory)

    def _station(self, deep_link: DeepLink, directory: Directory) -> Linked | None:
        station = directory.stations.get(deep_link.station_id or 0)
        if station is None or deep_link.payload != f"{LinkTo.STATION}{station.id}":
            return None
        beats = [beat for beat in _all(directory) if beat.station_id == station.id]
        areas = self._units({area for beat in beats for area in beat.areas})
        hromadas = {each.katottg: each for area in areas if (each := self._gazetteer().hromada_of(area))}
        return Linked(
            deep_link=deep_link,
            name=station.name,
            hromadas=tuple(sorted(hromadas.values(), key=lambda unit: unit.name)),
            officers=_here(beats, directory, self._today()),
            station=station,
            places=self._places(areas),
            areas=areas,
        )

    def _hromada(self, deep_link: DeepLink, directory: Directory) -> Linked | None:
        unit = self._gazetteer().get(deep_link.key)
        if unit is None or unit.withdrawn_in or unit.category not in HROMADAS:
            return None
        beats = [beat for beat in _all(directory) if self._lies_in(beat, unit)]
        responsible = route(unit.areas, directory, self._today())
        officers = _here(beats, directory, self._today())
        stations = (directory.stations.get(beat.station_id or 0) for beat in beats)
        station = next((each for each in stations if each), None)
        if isinstance(responsible, Covered):
            officers, station = officers or responsible.officers, station or responsible.station
        return Linked(deep_link, unit.name, (unit,), officers, station, self._places((unit,)), (unit,))

    def _lies_in(self, beat: Beat, hromada: Unit) -> bool:
        return any(hromada.katottg in unit.areas for unit in self._units(beat.areas))

    def _units(self, codes: Iterable[str]) -> tuple[Unit, ...]:
        return tuple(unit for code in sorted(codes) if (unit := self._gazetteer().get(code)))

    def _places(self, areas: Iterable[Unit]) -> tuple[Unit, ...]:
        """Settlements and city districts; of a raion or an oblast none, they would be too many to choose from."""
        found: dict[str, Unit] = {}
        for area in areas:
            whole = area.category in HROMADAS
            inside = self._gazetteer().settlements_of(area) if whole else (area,)
            kept = (each for each in inside if each.is_settlement or each.category is PlaceCategory.DISTRICT)
            found |= {each.katottg: each for each in kept if each.withdrawn_in is None}
        return tuple(sorted(found.values(), key=by_size))

    def _today(self) -> date:
        return self._clock().astimezone(KYIV).date()


def _all(directory: Directory) -> list[Beat]:
    return sorted({beat.id: beat for beats in directory.beats.values() for beat in beats}.values(), key=lambda b: b.id)


def _here(beats: Sequence[Beat], directory: Directory, today: date) -> tuple[Officer, ...]:
    """Who holds a post there today, in the order of the ladder; duty officers only where there is nobody else."""
    ids = {post.officer_id for beat in beats for post in beat.posts if post.holds_on(today)}
    shown = sorted(ids & directory.officers.keys() - directory.quiet.officers)
    officers = [directory.officers[each] for each in shown]
    local = [each for each in officers if each.role is not Role.DUTY]
    return tuple(sorted(local or officers, key=lambda each: list(Role).index(each.role)))
