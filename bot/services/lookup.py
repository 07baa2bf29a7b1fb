"""From a name or a point to the officer: what the resident sees about a place."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final, assert_never

from geopy.distance import geodesic

from bot.domain.notices import Activity, NobodyHere, OfficerCard, OfficerWords, PlaceWords, QuietPlace, StationWords
from bot.domain.people import Officer, Station, Visibility
from bot.domain.places import (
    AliasKind,
    Ambiguous,
    Answer,
    Candidate,
    Choice,
    Found,
    NearBorder,
    PlaceCategory,
    Point,
    Unit,
    candidates,
)
from bot.domain.routing import Covered, Delivery, Reached, Silent, Uncovered, Unreached, receivers
from bot.domain.silence import Quiet, Silence, keeps_locations
from bot.places import reader
from bot.places.gazetteer import Gazetteer
from bot.places.ranking import singled
from bot.places.reader import Read
from bot.services.directory import DirectoryService
from bot.services.turns import Turn
from db import reports

_TOLD: Final = frozenset({AliasKind.FORMER, AliasKind.LOCAL})  # kinds of names that need a word when they led here


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

    def find(self, query: str, *, home: str | None = None, near: Point | None = None) -> Answer:
        """Places by what somebody typed; namesakes in the hromada of `home` (a code) or around `near` come first."""
        return self._gazetteer().find(query, home=home, near=near)

    async def at(self, point: Point, accuracy_m: float | None = None) -> Answer:
        """Places by a location; a city district instead of the city where somebody answers for it separately. Where
        it may be a silent hromada the person is asked."""
        answer = self._gazetteer().at(point, accuracy_m)
        directory = await self._directory.current()
        return never_across(with_districts(answer, directory.beats), directory.quiet)

    def read(self, text: str, *, home: str | None = None, near: Point | None = None) -> Read:
        """What somebody typed, and the places to offer for it; `home` and `near` as in `find`."""
        typed = reader.read(self._gazetteer(), text, home=home, near=near)
        return replace(typed, answer=singled(typed.answer))

    async def silence(self, katottg: str) -> Silence | None:
        """How silent a place is."""
        return await self._directory.silence(self._areas(katottg))

    async def locations_welcome(self, answer: Answer) -> bool:
        """Whether a point may be kept when this is the answer to it."""
        quiet = (await self._directory.current()).quiet
        levels = (quiet.level(each.unit.areas) for each in candidates(answer))
        return all(map(keeps_locations, levels))

    async def place_to_keep(self, unit: Unit) -> str | None:
        """What to remember of a resident's or a report's place: where no location is kept the hromada (it is needed
        to find the officer, and says no more), where nothing is passed on nothing."""
        match await self._directory.silence(unit.areas):
            case None | Silence.OFFICERS:
                return unit.katottg
            case Silence.LOCATIONS:
                return unit.hromada or unit.katottg
            case Silence.RELAY:
                return None

    async def may_name(self, officer: Officer, katottg: str) -> bool:
        """Whether a resident may be told who the officer of their report is."""
        return await self._directory.may_name(officer, self._areas(katottg))

    def _areas(self, katottg: str) -> tuple[str, ...]:
        unit = self._gazetteer().get(katottg)
        return unit.areas if unit else (katottg,)

    def unit(self, katottg: str) -> Unit | None:
        return self._gazetteer().get(katottg)

    def example(self, katottg: str | None) -> Unit | None:
        """The most populous settlement of an area (None: of the country); a settlement or district itself."""
        gazetteer = self._gazetteer()
        unit = gazetteer.get(katottg) if katottg else None
        if unit is not None and self.is_place(unit):
            return unit
        within = (each for each in gazetteer.units if katottg is None or katottg in each.areas)
        return next((each for each in within if each.is_settlement), None)

    async def station(self, station_id: int) -> StationWords | None:
        """None for one that is unknown, retired, or in a silent hromada."""
        directory = await self._directory.current()
        found = directory.stations.get(station_id)
        return station_words_of(found) if found and station_id not in directory.quiet.stations else None

    def is_place(self, unit: Unit) -> bool:
        """Whether somebody can live there: a settlement or a city district."""
        return unit.is_settlement or unit.category is PlaceCategory.DISTRICT

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
            city=self._name(unit.settlement, unit) if unit.category is PlaceCategory.DISTRICT else None,
            former=candidate.alias if candidate.alias_kind in _TOLD else None,
            distance_km=candidate.distance_m / 1000 if candidate.distance_m is not None else None,
        )

    def for_maps(self, answer: Answer, typed: str) -> str:
        """A settlement as maps write it: the one that is clear with its raion and oblast, else as it was typed."""
        if not isinstance(answer, Found):
            return typed
        place = self.words(answer.candidate)
        above = (place.raion and f"{place.raion} район", _oblast(place.oblast))
        return ", ".join([place.name, *(each for each in above if each)])

    def _name(self, code: str | None, unit: Unit) -> str | None:
        above = self._gazetteer().get(code) if code and code != unit.katottg else None
        return above.name if above else None

    async def deliver(self, katottg: str) -> Delivery:
        """Who is responsible for a place and who can be written to."""
        return await self._directory.deliver(self._areas(katottg))

    async def has_reader(self, katottg: str) -> bool:
        """Whether anybody would get a report about this place now."""
        return bool(receivers(await self.deliver(katottg)))

    async def card(
        self, turn: Turn, candidate: Candidate, point: Point | None
    ) -> OfficerCard | NobodyHere | QuietPlace:
        """What to show for a place; a place nobody answers for is noted for the admins."""
        delivery = await self.deliver(candidate.unit.katottg)
        match delivery:
            case Uncovered(katottg):
                await reports.note_gap(katottg, turn.now)
                return NobodyHere(self.words(candidate))
            case Silent(level=level, receiver=receiver):
                known = await self.place_to_keep(candidate.unit) or candidate.unit.hromada
                place = self.place(known) if known else self.words(candidate)
                return QuietPlace(place, int(level), can_write=receiver is not None)
            case Reached() | Unreached():
                return await self._officer_card(candidate, delivery, point)
            case _:
                assert_never(delivery)

    async def _officer_card(
        self, candidate: Candidate, delivery: Reached | Unreached, point: Point | None
    ) -> OfficerCard:
        there = delivery.responsible
        stand_in = delivery.receiver.shown[0] if isinstance(delivery, Reached) and delivery.stands_in else None
        return OfficerCard(
            place=self.words(candidate),
            officers=officers_words(there.shown),
            why=there.why.value,
            station=station_words(there, point),
            can_write=isinstance(delivery, Reached),
            stand_in=officer_words(stand_in) if stand_in else None,
            photo=_photo(there.shown[0]) if len(there.shown) == 1 else None,
            districts=await self._districts(candidate.unit.katottg),
            activity=self._activity(candidate.unit),
        )

    async def _districts(self, katottg: str) -> tuple[PlaceWords, ...]:
        """Districts of a city that somebody answers for separately: there the city's name is not precise enough."""
        unit = self._gazetteer().get(katottg)
        beats = (await self._directory.current()).beats
        districts = self._gazetteer().districts_of(unit) if unit else ()
        return tuple(self.words(Candidate(each, 1.0)) for each in districts if each.katottg in beats)


def _oblast(name: str | None) -> str | None:
    """Kyiv and Crimea are called as they are."""
    return f"{name} область" if name and name.endswith("ка") else name


def with_districts(answer: Answer, answered_for: Collection[str]) -> Answer:
    """The answer with the districts around the point as places, where somebody answers for them; near their border the
    person is asked, as another one's officer may be meant."""

    def narrowed(candidate: Candidate) -> list[Candidate]:
        """The city itself stands for the districts nobody answers for separately."""
        if not any(each.katottg in answered_for for each in candidate.districts):
            return [candidate]
        city = replace(candidate, districts=())
        units = dict.fromkeys(each if each.katottg in answered_for else city.unit for each in candidate.districts)
        return [replace(city, unit=unit, distance_m=None) for unit in units]  # what is known is the way to the city

    match answer:
        case Found(candidate, others):
            first, *rest = narrowed(candidate)
            shown = any(each.unit is candidate.unit for each in (first, *rest))
            city = () if shown else (replace(candidate, districts=()),)
            if rest:
                return Ambiguous((first, *rest), Choice.DISTRICTS, (*city, *others))
            return Found(first, (*city, *others))
        case NearBorder(listed, others):
            return NearBorder(tuple(narrowed(each)[0] for each in listed), others)
        case _:
            return answer


def never_across(answer: Answer, quiet: Quiet) -> Answer:
    """A point that is only likely to lie outside of a silent hromada does not lead across its border unasked."""
    match answer:
        case Found(first, others) if quiet.level(first.unit.areas) is None:
            silent = tuple(each for each in others if quiet.level(each.unit.areas) is not None)
            return Ambiguous((first, *silent), Choice.POINT) if silent else answer
        case _:
            return answer


def officer_words(officer: Officer, viewer: Visibility = Visibility.PUBLIC) -> OfficerWords:
    """What a resident, a colleague or an admin may know of an officer. Without a name the role stands for it."""
    named = officer.name_seen.shows_to(viewer)
    phone = officer.phone if officer.phone and officer.phone_seen.shows_to(viewer) else None
    return OfficerWords(officer.role, officer.rank if named else "", officer.name if named else "", phone)


def _photo(officer: Officer) -> str | None:
    """A face with a hidden name would still be somebody."""
    public = officer.photo_seen is Visibility.PUBLIC and officer.name_seen is Visibility.PUBLIC
    return officer.photo if public else None


def officers_words(officers: Sequence[Officer]) -> tuple[OfficerWords, ...]:
    return tuple(officer_words(officer) for officer in officers)


def station_words(there: Covered, point: Point | None) -> StationWords | None:
    """The station with the distance from the shared point in kilometres (geodesic, WGS 84)."""
    return station_words_of(there.station, point) if there.station else None


def station_words_of(station: Station, point: Point | None = None) -> StationWords:
    """What a resident may know of a station."""
    found = station.address_seen is Visibility.PUBLIC
    where = station.point if found else None
    return StationWords(
        name=station.name,
        address=station.address if found else "",
        hours=station.hours,
        phone=station.phone if station.phone_seen is Visibility.PUBLIC else "",
        distance_km=_distance_km(where, point),
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        photo=station.photo if found else None,
    )


def _distance_km(station: Point | None, point: Point | None) -> float | None:
    if station is None or point is None:
        return None
    between = geodesic((point.lat, point.lon), (station.lat, station.lon))
    return float(between.km)
