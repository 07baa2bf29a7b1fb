"""From a name or a point to the officer: what the resident sees about a place."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from geopy.distance import geodesic

from bot.domain.notices import Activity, NobodyHere, OfficerCard, OfficerWords, PlaceWords, StationWords
from bot.domain.people import Officer, Station
from bot.domain.places import AliasKind, Answer, Candidate, Category, Found, NearBorder, Point, Unit
from bot.domain.routing import Covered, Delivery, Reached, Uncovered
from bot.places.gazetteer import Gazetteer
from bot.services.directory import DirectoryService
from bot.services.turns import Turn
from db import reports


class Lookup:
    """`gazetteer` is asked for each time: a new generation may have come. `activity`: what residents may know of how
    things go around a place."""

    def __init__(
        self,
        gazetteer: Callable[[], Gazetteer],
        directory: DirectoryService,
        activity: Callable[[Unit], Activity | None] = lambda _unit: None,
    ) -> None:
        self._gazetteer = gazetteer
        self._directory = directory
        self._activity = activity

    def find(self, query: str, *, home: str | None = None) -> Answer:
        """Places by what somebody typed; namesakes in the hromada of `home` (a code) come first."""
        return self._gazetteer().find(query, home=home)

    async def at(self, point: Point, accuracy_m: float | None = None) -> Answer:
        """Places by a location; a city district instead of the city where somebody answers for it separately."""
        answer = self._gazetteer().at(point, accuracy_m)
        beats = (await self._directory.current()).beats
        return with_districts(answer, beats)

    def unit(self, katottg: str) -> Unit | None:
        return self._gazetteer().get(katottg)

    def units(self) -> Iterable[Unit]:
        """Every unit in force, the most populous first."""
        return self._gazetteer().units

    def is_place(self, unit: Unit) -> bool:
        """Whether somebody can live there: a settlement or a city district."""
        return unit.is_settlement or unit.category is Category.DISTRICT

    def place(self, katottg: str) -> PlaceWords:
        """A known code with the names around it."""
        unit = self._gazetteer().get(katottg)
        if unit is None:
            raise LookupError("a stored code is not in the gazetteer")
        return self.words(Candidate(unit, 1.0))

    def words(self, candidate: Candidate) -> PlaceWords:
        unit = candidate.unit
        return PlaceWords(
            katottg=unit.katottg,
            category=unit.category.value,
            name=unit.name,
            hromada=self._name(unit.hromada, unit),
            raion=self._name(unit.raion, unit),
            oblast=self._name(unit.oblast, unit),
            former=candidate.alias if candidate.alias_kind is AliasKind.FORMER else None,
            distance_km=candidate.distance_m / 1000 if candidate.distance_m is not None else None,
        )

    def _name(self, code: str | None, unit: Unit) -> str | None:
        above = self._gazetteer().get(code) if code and code != unit.katottg else None
        return above.name if above else None

    async def deliver(self, katottg: str) -> Delivery:
        """Who is responsible for a place and who can be written to."""
        unit = self._gazetteer().get(katottg)
        return await self._directory.deliver(unit.areas if unit else (katottg,))

    async def card(self, turn: Turn, candidate: Candidate, point: Point | None) -> OfficerCard | NobodyHere:
        """What to show for a place; a place nobody answers for is noted for the admins."""
        katottg = candidate.unit.katottg
        delivery = await self.deliver(katottg)
        if isinstance(delivery, Uncovered):
            await reports.note_gap(katottg, turn.now)
            return NobodyHere(self.words(candidate))
        there = delivery.responsible
        stand_in = delivery.receiver.officers[0] if isinstance(delivery, Reached) and delivery.stands_in else None
        return OfficerCard(
            place=self.words(candidate),
            officers=officers_words(there.officers),
            why=there.why.value,
            station=station_words(there, point),
            can_write=isinstance(delivery, Reached),
            stand_in=officer_words(stand_in) if stand_in else None,
            photo=there.officers[0].photo if len(there.officers) == 1 else None,
            districts=await self._districts(katottg),
            activity=self._activity(candidate.unit),
        )

    async def _districts(self, katottg: str) -> tuple[PlaceWords, ...]:
        """Districts of a city that somebody answers for separately: there the city's name is not precise enough."""
        unit = self._gazetteer().get(katottg)
        beats = (await self._directory.current()).beats
        districts = self._gazetteer().districts_of(unit) if unit else ()
        return tuple(self.words(Candidate(each, 1.0)) for each in districts if each.katottg in beats)


def with_districts(answer: Answer, answered_for: Collection[str]) -> Answer:
    """The answer with the districts around the point as places, where somebody answers for them."""

    def narrowed(candidate: Candidate) -> Candidate:
        district = candidate.district
        return replace(candidate, unit=district) if district and district.katottg in answered_for else candidate

    match answer:
        case Found(candidate, others):
            first = narrowed(candidate)
            city = () if first is candidate else (replace(candidate, district=None),)
            return Found(first, city + others)
        case NearBorder(candidates):
            return NearBorder(tuple(map(narrowed, candidates)))
        case _:
            return answer


def officer_words(officer: Officer) -> OfficerWords:
    """What a resident may know of an officer."""
    phone = officer.phone if officer.phone_public and officer.phone else None
    return OfficerWords(officer.role, officer.rank, officer.name, phone)


def officers_words(officers: Sequence[Officer]) -> tuple[OfficerWords, ...]:
    return tuple(officer_words(officer) for officer in officers)


def station_words_of(station: Station | None) -> StationWords | None:
    """The station by itself, without a distance."""
    if station is None:
        return None
    point = station.point
    lat, lon = (point.lat, point.lon) if point else (None, None)
    return StationWords(station.name, station.address, station.hours, station.phone, lat=lat, lon=lon)


def station_words(there: Covered, point: Point | None) -> StationWords | None:
    """The station with the distance from the shared point in kilometres (geodesic, WGS 84)."""
    station = there.station
    if station is None:
        return None
    where = station.point
    return StationWords(
        name=station.name,
        address=station.address,
        hours=station.hours,
        phone=station.phone,
        distance_km=_distance_km(station, point),
        lat=where.lat if where else None,
        lon=where.lon if where else None,
    )


def _distance_km(station: Station, point: Point | None) -> float | None:
    if station.point is None or point is None:
        return None
    between = geodesic((point.lat, point.lon), (station.point.lat, station.point.lon))
    return float(between.km)
