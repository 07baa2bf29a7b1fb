"""Gaps: what the directory lacks, so that somebody can put it right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.admins import Scope
from bot.domain.figures.coverage import BeatReach, server
from bot.domain.figures.crowds import Crowded, crowded
from bot.domain.figures.standing import Standing, StandingStep
from bot.domain.figures.terrain import Terrain
from bot.domain.people import Beat, Officer, Post, Role, Station
from bot.domain.places import Unit

SOON: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class GapAsked:
    """People asked for a place that nobody answers for."""

    place: str
    asked: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Ending:
    """A post that ends soon; `followed`: somebody holds the beat on the day after."""

    officer: Officer
    beat: Beat
    until: date
    followed: bool


@dataclass(frozen=True, slots=True)
class Overlap:
    """`area` is held in `role` by `beats` that do not know of each other: the same code in several beats, or (with
    `around`) a narrower area taken out of a wider one whose officers are others."""

    area: str
    role: Role
    beats: tuple[Beat, ...]
    around: str | None = None


@dataclass(frozen=True, slots=True)
class Gaps:
    """Everything there is, each list in a lasting order. `people`: known ones of the settlements with nobody, whose
    population is not known for `unknown` of them."""

    nobody: tuple[Unit, ...]
    asked: tuple[GapAsked, ...]
    not_joined: tuple[Officer, ...]
    unreachable: tuple[Officer, ...]
    without_beat: tuple[Officer, ...]
    vacant: tuple[Beat, ...]
    no_point: tuple[Station, ...]
    no_hours: tuple[Station, ...]
    ending: tuple[Ending, ...]
    crowded: tuple[Crowded, ...]
    overlaps: tuple[Overlap, ...]

    @property
    def people(self) -> int:
        return sum(unit.population or 0 for unit in self.nobody)

    @property
    def unknown(self) -> int:
        return sum(unit.population is None for unit in self.nobody)


def gaps(
    scope: Scope,
    terrain: Terrain,
    standing: Standing,
    *,
    day: date,
    asked: Sequence[GapAsked] = (),
    homes: Mapping[int, str] | None = None,
) -> Gaps:
    """`day`: Kyiv's; `homes`: where stations lie that no beat names. Officers without a beat belong to no territory:
    they are listed for the country only."""
    beats = [standing.beats[each] for each in sorted(BeatReach(terrain, standing).beats_of(scope))]
    officers = _officers_of(beats, standing)
    stations = _stations(beats, standing, scope, terrain, homes or {})
    return Gaps(
        nobody=tuple(_nobody(scope, terrain, standing)),
        asked=tuple(_still_asked(asked, scope, terrain, standing)),
        not_joined=tuple(each for each in officers if each.joined in ("waiting", "pending")),
        unreachable=tuple(each for each in officers if each.joined == "unreachable"),
        without_beat=tuple(_without_beat(standing)) if scope.is_country else (),
        vacant=tuple(beat for beat in beats if not standing.holders[beat.id]),
        no_point=tuple(each for each in stations if each.point is None),
        no_hours=tuple(each for each in stations if not each.hours.strip()),
        ending=tuple(_ending(beats, standing, day)),
        crowded=tuple(crowded(beats, terrain, standing)),
        overlaps=tuple(_overlaps(scope, terrain, standing)),
    )


def _nobody(scope: Scope, terrain: Terrain, standing: Standing) -> Iterator[Unit]:
    for unit, areas in terrain.inside(scope):
        if server(unit, areas, terrain, standing) is None:
            yield unit


def _still_asked(asked: Sequence[GapAsked], scope: Scope, terrain: Terrain, standing: Standing) -> Iterator[GapAsked]:
    """The most wanted first; who has somebody by now is no gap any more."""
    for each in sorted(asked, key=lambda gap: (-gap.asked, gap.place)):
        unit = terrain.units.get(each.place)
        if unit and terrain.covers(scope, each.place) and server(unit, unit.areas, terrain, standing) is None:
            yield each


def officers_of(scope: Scope, terrain: Terrain, standing: Standing) -> list[Officer]:
    """Who holds a beat that concerns the scope, by id."""
    return _officers_of([standing.beats[each] for each in BeatReach(terrain, standing).beats_of(scope)], standing)


def _officers_of(beats: Sequence[Beat], standing: Standing) -> list[Officer]:
    ids = {each for beat in beats for held in standing.holders[beat.id].values() for each in held}
    return [standing.directory.officers[each] for each in sorted(ids)]


def _without_beat(standing: Standing) -> Iterator[Officer]:
    posted = {each for roles in standing.holders.values() for held in roles.values() for each in held}
    for officer_id, officer in sorted(standing.directory.officers.items()):
        if officer_id not in posted:
            yield officer


def _stations(
    beats: Sequence[Beat], standing: Standing, scope: Scope, terrain: Terrain, homes: Mapping[int, str]
) -> list[Station]:
    known = standing.directory.stations
    ids = {beat.station_id for beat in beats if beat.station_id is not None}
    ids |= {station for station, home in homes.items() if terrain.covers(scope, home)}
    return [known[each] for each in sorted(set(known) if scope.is_country else ids & set(known))]


def _ending(beats: Sequence[Beat], standing: Standing, day: date) -> Iterator[Ending]:
    """The earliest first."""
    found = [
        Ending(officer, beat, post.until, _followed(beat, post.until))
        for beat in beats
        for post in beat.posts
        if (officer := standing.directory.officers.get(post.officer_id))
        if post.until is not None and post.holds_on(day) and post.until <= day + SOON
        if not _goes_on(beat, post)
    ]
    yield from sorted(found, key=lambda each: (each.until, each.beat.code, each.officer.code))


def _followed(beat: Beat, until: date) -> bool:
    return any(post.holds_on(until + timedelta(days=1)) for post in beat.posts)


def _goes_on(beat: Beat, post: Post) -> bool:
    """The same officer, posted anew for the day after."""
    if post.until is None:
        return True
    after = post.until + timedelta(days=1)
    return any(each.officer_id == post.officer_id and each.holds_on(after) for each in beat.posts)


# --- areas held twice -------------------------------------------------------------------------------------------------


def _overlaps(scope: Scope, terrain: Terrain, standing: Standing) -> Iterator[Overlap]:
    for area in sorted(standing.by_area):
        if not terrain.covers(scope, area):
            continue
        for role, step in standing.by_area[area].items():
            if len(step.held) > 1:
                yield Overlap(area, role, tuple(each.beat for each in step.held))
            if role is not Role.DUTY and (wider := _wider(step, terrain, standing)):
                yield Overlap(area, role, tuple(each.beat for each in (*step.held, *wider.held)), wider.area)


def _wider(step: StandingStep, terrain: Terrain, standing: Standing) -> StandingStep | None:
    """The next area around that others hold in the same role. An officer who holds both knows of it."""
    unit = terrain.units.get(step.area)
    for above in unit.areas[1:] if unit else ():
        around = standing.by_area.get(above, {}).get(step.role)
        if around is not None:
            return around if step.officers.isdisjoint(around.officers) else None
    return None
