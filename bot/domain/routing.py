"""Who answers for a place on a day: the rule, and the snapshot of the registry it reads.

The rule is a ladder. Role decides first (a community officer of the hromada stands before a district officer of the
very village, as the hromada's own officer is who people should meet), then the narrowest area; everybody on the step
answers together. Nobody on any step is an answer of its own, never silence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from bot.domain.people import Beat, Officer, Role, Station


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
    around the place that has one.
    """

    officers: tuple[Officer, ...]
    station: Station | None
    why: Why
    role: Role
    area: str
    beats: tuple[Beat, ...]

    @property
    def beat_name(self) -> str:
        return ", ".join(dict.fromkeys(beat.name for beat in self.beats))


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Nobody holds a post here; `place` is the KATOTTG code that was asked for."""

    place: str


Route: TypeAlias = Covered | Uncovered


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
    """Somebody is responsible, but nobody on the whole ladder can be written to."""

    responsible: Covered


Delivery: TypeAlias = Reached | Unreached | Uncovered


def route(areas: Sequence[str], directory: Directory, on: date) -> Route:
    """Who is responsible on that day (Kyiv's calendar). `areas`: KATOTTG codes, the narrowest first (`Unit.areas`)."""
    return next(ladder(areas, directory, on), Uncovered(areas[0]))


def deliver(
    areas: Sequence[str], directory: Directory, on: date, *, excluding: frozenset[int] = frozenset()
) -> Delivery:
    """Who receives a report: the first step with somebody reachable. `excluding` are officers' ids to pass over."""
    steps = list(ladder(areas, directory, on))
    if not steps:
        return Uncovered(areas[0])
    for step in steps:
        if able := tuple(each for each in step.officers if each.reachable and each.id not in excluding):
            return Reached(steps[0], replace(step, officers=able))
    return Unreached(steps[0])


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
    return next((directory.stations[each] for each in ids if each in directory.stations), None)
