"""Who answers for a place on a day: the rule, and the snapshot of the registry it reads.

The rule is a ladder. Role decides first (a community officer of the hromada stands before a district officer of the
very village, as the hromada's own officer is who people should meet), then the narrowest area; everybody on the step
answers together. Nobody on any step is an answer of its own. In a silent hromada (domain/silence.py) somebody may
answer, but nobody is shown: that is an answer of its own too, so that no caller can forget it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from bot.domain.people import Beat, Officer, Role, Station
from bot.domain.places import Point
from bot.domain.silence import LOUD, Quiet, Silence


class Why(StrEnum):
    """Why this officer: the texts have a sentence for each."""

    COMMUNITY = "community"  # the hromada's own officer
    DISTRICT_NO_COMMUNITY = "district-no-community"  # no community officer yet
    DUTY_NO_DISTRICT = "duty-no-district"  # nobody nearer: the duty unit


LADDER: Final[tuple[tuple[Role, Why], ...]] = (
    (Role.COMMUNITY, Why.COMMUNITY),
    (Role.DISTRICT, Why.DISTRICT_NO_COMMUNITY),
    (Role.DUTY, Why.DUTY_NO_DISTRICT),
)


@dataclass(frozen=True, slots=True)
class Directory:
    """The registry as one moment saw it; whatever is retired is not in it. Bindings in it may be out of date."""

    officers: Mapping[int, Officer]
    stations: Mapping[int, Station]
    beats: Mapping[str, tuple[Beat, ...]]  # by KATOTTG code of an area, in the order of their ids
    quiet: Quiet = LOUD
    only: frozenset[str] = frozenset()
    """Codes of areas of which the directory is shown, and no reports are taken."""

    @classmethod
    def of(
        cls, *, officers: Iterable[Officer] = (), stations: Iterable[Station] = (), beats: Iterable[Beat] = ()
    ) -> "Directory":
        by_area: dict[str, tuple[Beat, ...]] = {}
        for beat in sorted(beats, key=lambda each: each.id):
            for area in beat.areas:
                by_area[area] = (*by_area.get(area, ()), beat)
        return cls(
            officers={officer.id: officer for officer in officers},
            stations={station.id: station for station in stations},
            beats=by_area,
        )

    def with_officers(self, fresh: Iterable[Officer]) -> "Directory":
        """The same registry with these officers as they are now."""
        return replace(self, officers={**self.officers, **{officer.id: officer for officer in fresh}})


@dataclass(frozen=True, slots=True)
class Covered:
    """One step of the ladder: the officers (at least one, by id) who answer together for `area` in `role`.

    `beats` are theirs over that area; `station` is where people go: that of the beats, else of the narrowest beat
    around the place that has one. `hidden`: ids of those among the officers who must not be shown.
    """

    officers: tuple[Officer, ...]
    station: Station | None
    why: Why
    role: Role
    area: str
    beats: tuple[Beat, ...]
    hidden: frozenset[int] = frozenset()

    @property
    def shown(self) -> tuple[Officer, ...]:
        return tuple(each for each in self.officers if each.id not in self.hidden)

    @property
    def beat_name(self) -> str:
        return ", ".join(dict.fromkeys(beat.name for beat in self.beats))


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Nobody holds a post here; `place` is the KATOTTG code that was asked for."""

    place: str


@dataclass(frozen=True, slots=True)
class Silent:
    """Nobody may be shown for this place: it lies in a silent hromada, or whoever answers for it serves one.
    `receiver`: who gets a report all the same; None: nobody does, now (levels 1 and 2) or at all (level 3)."""

    place: str
    level: Silence
    receiver: Covered | None = None


Route: TypeAlias = Covered | Uncovered | Silent


@dataclass(frozen=True, slots=True)
class Reached:
    """A report can be handed over: `receiver` holds only officers whom the desk can write to now."""

    responsible: Covered
    receiver: Covered

    @property
    def stands_in(self) -> bool:
        """Whether somebody else receives it than who is responsible, because those have not joined."""
        there = {officer.id for officer in self.responsible.officers}
        return there.isdisjoint(officer.id for officer in self.receiver.officers)


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody is responsible, but nobody on the whole ladder can be written to, or no reports are taken there."""

    responsible: Covered


Delivery: TypeAlias = Reached | Unreached | Uncovered | Silent


def receivers(delivery: Delivery) -> tuple[Officer, ...]:
    """Who gets the report."""
    match delivery:
        case Reached(receiver=step) | Silent(receiver=Covered() as step):
            return step.officers
        case Unreached() | Uncovered() | Silent():
            return ()


def named(delivery: Delivery) -> tuple[Officer, ...]:
    """Who of them may be named to the resident."""
    match delivery:
        case Reached(receiver=step):
            return step.shown
        case Unreached() | Uncovered() | Silent():
            return ()


def route(areas: Sequence[str], directory: Directory, on: date) -> Route:
    """Who is responsible on that day (Kyiv's calendar). `areas`: KATOTTG codes, the narrowest first (`Unit.areas`)."""
    if (level := directory.quiet.level(areas)) is not None:
        return Silent(areas[0], level)
    found = next(ladder(areas, directory, on), Uncovered(areas[0]))
    return Silent(areas[0], Silence.OFFICERS) if isinstance(found, Covered) and not found.shown else found


def deliver(
    areas: Sequence[str], directory: Directory, on: date, *, excluding: frozenset[int] = frozenset()
) -> Delivery:
    """Who receives a report: the first step with somebody reachable, nobody where the directory is all there is.
    `excluding` are officers' ids to pass over."""
    level = directory.quiet.level(areas)
    if level is Silence.RELAY:
        return Silent(areas[0], level)
    found = _climb(areas, directory, on, excluding)
    if isinstance(found, Reached) and not directory.only.isdisjoint(areas):
        found = Unreached(found.responsible)
    if level is None and all(step.shown for step in _steps(found)):
        return found
    receiver = found.receiver if isinstance(found, Reached) else None
    return Silent(areas[0], level or Silence.OFFICERS, receiver)


def _climb(
    areas: Sequence[str], directory: Directory, on: date, excluding: frozenset[int]
) -> Reached | Unreached | Uncovered:
    steps = list(ladder(areas, directory, on))
    if not steps:
        return Uncovered(areas[0])
    for step in steps:
        if able := tuple(each for each in step.officers if each.reachable and each.id not in excluding):
            return Reached(steps[0], replace(step, officers=able))
    return Unreached(steps[0])


def _steps(found: Reached | Unreached | Uncovered) -> tuple[Covered, ...]:
    """The steps a resident would be told of."""
    match found:
        case Reached(responsible, receiver):
            return responsible, receiver
        case Unreached(responsible):
            return (responsible,)
        case Uncovered():
            return ()


def ladder(areas: Sequence[str], directory: Directory, on: date) -> Iterator[Covered]:
    """Every step that somebody stands on, the first to be asked first."""
    around = [(area, beats) for area in areas if (beats := directory.beats.get(area))]
    nearest = _station((beat for _, beats in around for beat in beats), directory)
    for role, why in LADDER:
        for area, beats in around:
            theirs = tuple(beat for beat in beats if any(_holders(beat, directory, role, on)))
            if theirs:
                yield Covered(
                    officers=_together(theirs, directory, role, on),
                    station=_station(theirs, directory) or nearest,
                    why=why,
                    role=role,
                    area=area,
                    beats=theirs,
                    hidden=directory.quiet.officers,
                )


def _together(beats: Iterable[Beat], directory: Directory, role: Role, on: date) -> tuple[Officer, ...]:
    holders = {officer.id: officer for beat in beats for officer in _holders(beat, directory, role, on)}
    return tuple(holders[each] for each in sorted(holders))


def _holders(beat: Beat, directory: Directory, role: Role, on: date) -> Iterator[Officer]:
    for post in beat.posts:
        officer = directory.officers.get(post.officer_id)
        if officer is not None and officer.role is role and post.holds_on(on):
            yield officer


def _station(beats: Iterable[Beat], directory: Directory) -> Station | None:
    ids = (beat.station_id for beat in beats if beat.station_id is not None)
    offered = (each for each in ids if each in directory.stations and each not in directory.quiet.stations)
    return next((directory.stations[each] for each in offered), None)


def quieted(
    directory: Directory,
    levels: Mapping[str, Silence],
    *,
    around: Callable[[str], Sequence[str]],
    at: Callable[[Point], Iterable[str]],
) -> Directory:
    """The registry with the silent areas of `levels` (by code). `around`: a code's areas, itself first; `at`: codes of
    every area in which a point may lie.

    An officer belongs to a silent hromada with any beat inside of it, now, before or later, also when another beat of
    theirs lies elsewhere. A station belongs to it when it may stand there, or, without a point, by its beats.
    """
    if not levels:
        return replace(directory, quiet=LOUD)
    beats = {beat.id: beat for listed in directory.beats.values() for beat in listed}.values()
    inside = [beat for beat in beats if any(not levels.keys().isdisjoint(around(area)) for area in beat.areas)]
    theirs = {beat.station_id for beat in inside}

    def stands_inside(station: Station) -> bool:
        return station.id in theirs if station.point is None else not levels.keys().isdisjoint(at(station.point))

    officers = frozenset(post.officer_id for beat in inside for post in beat.posts)
    stations = frozenset(each.id for each in directory.stations.values() if stands_inside(each))
    return replace(directory, quiet=Quiet(levels, officers, stations))
