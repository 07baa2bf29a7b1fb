"""Coverage: the figures of the founding announcement (hromadas with a community officer, officers, stations,
settlements, people, regions) for any territory, whole and by its parts.

A settlement is served by the first step of the ladder (`routing.LADDER`); a city that nobody holds as a whole is
served when every district of it is. People are counted where the gazetteer knows a population; how many settlements
it does not know is said beside.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.admins import Scope
from bot.domain.figures.standing import Standing
from bot.domain.figures.terrain import Terrain
from bot.domain.people import Role
from bot.domain.places import Unit


@dataclass(slots=True)
class Tally:
    """`people`: the known ones; `unknown`: settlements whose population nobody told us."""

    settlements: int = 0
    people: int = 0
    unknown: int = 0

    def add(self, unit: Unit) -> None:
        self.settlements += 1
        self.people += unit.population or 0
        self.unknown += unit.population is None


@dataclass(slots=True)
class AreaFigures:
    """One territory. `code` None: the whole scope. Officers and stations are those of beats that touch it: an officer
    of two raions is one officer of the oblast, so these do not sum up over parts; everything else does."""

    code: str | None = None
    served: dict[Role | None, Tally] = field(default_factory=lambda: defaultdict(Tally))
    hromadas: set[str] = field(default_factory=set)
    hromadas_served: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    regions_served: set[str] = field(default_factory=set)
    officers: dict[Role, set[int]] = field(default_factory=lambda: defaultdict(set))
    stations: set[int] = field(default_factory=set)

    @property
    def all(self) -> Tally:
        """Every settlement, served or not."""
        tallies = self.served.values()
        return Tally(
            sum(each.settlements for each in tallies),
            sum(each.people for each in tallies),
            sum(each.unknown for each in tallies),
        )

    def by(self, role: Role | None) -> Tally:
        """Settlements served by officers of a role; None: by nobody."""
        return self.served.get(role) or Tally()

    def count(self, role: Role) -> int:
        """Officers of a role."""
        return len(self.officers.get(role, ()))

    def add(self, unit: Unit, areas: tuple[str, ...], role: Role | None) -> None:
        self.served[role].add(unit)
        community = role is Role.COMMUNITY
        if unit.hromada:
            self.hromadas.add(unit.hromada)
            self.hromadas_served.update([unit.hromada] if community else ())
        self.regions.add(areas[-1])
        self.regions_served.update([areas[-1]] if community else ())


@dataclass(frozen=True, slots=True)
class Coverage:
    whole: AreaFigures
    parts: tuple[AreaFigures, ...]
    """By code; the settlements, people, hromadas and regions of the parts add up to the whole."""


def coverage(scope: Scope, terrain: Terrain, standing: Standing, homes: Mapping[int, str] | None = None) -> Coverage:
    """`homes`: where stations lie that no beat names, by the station's id: code of the settlement."""
    whole, parts = AreaFigures(), dict[str, AreaFigures]()
    for unit, areas in terrain.inside(scope):
        role, code = server(unit, areas, terrain, standing), terrain.part_of(areas, scope)
        part = parts.setdefault(code, AreaFigures(code))
        for figures in (whole, part):
            figures.add(unit, areas, role)
    reach = BeatReach(terrain, standing)
    for figures, inside in ((whole, scope), *((part, Scope(frozenset({code}))) for code, part in parts.items())):
        _count_posts(figures, inside, reach, standing)
        figures.stations |= {station for station, home in (homes or {}).items() if terrain.covers(inside, home)}
    if scope.is_country:
        whole.stations |= set(standing.directory.stations)
    return Coverage(whole, tuple(parts[code] for code in sorted(parts)))


def server(unit: Unit, areas: tuple[str, ...], terrain: Terrain, standing: Standing) -> Role | None:
    """Who serves a settlement. A city of districts: the last to be asked of those who serve them."""
    if step := standing.first(areas):
        return step.role
    districts = [standing.first(each.areas) for each in terrain.districts.get(unit.katottg, ())]
    roles = [step.role for step in districts if step]
    if not roles or len(roles) < len(districts):
        return None
    return max(roles, key=list(Role).index)


def _count_posts(figures: AreaFigures, scope: Scope, reach: "BeatReach", standing: Standing) -> None:
    for beat_id in reach.beats_of(scope):
        beat = standing.beats[beat_id]
        for role, ids in standing.holders[beat_id].items():
            figures.officers[role] |= ids
        if beat.station_id is not None and beat.station_id in standing.directory.stations:
            figures.stations.add(beat.station_id)


class BeatReach:
    """Which beats concern a scope: an area of theirs lies inside it, or around it (a duty officer's raion)."""

    def __init__(self, terrain: Terrain, standing: Standing) -> None:
        self._terrain = terrain
        self._all = frozenset(standing.beats)
        self._on: dict[str, set[int]] = defaultdict(set)
        self._in: dict[str, set[int]] = defaultdict(set)
        for beat in standing.beats.values():
            for code in beat.areas:
                self._on[code].add(beat.id)
                for above in self._areas(code):
                    self._in[above].add(beat.id)

    def _areas(self, code: str) -> tuple[str, ...]:
        unit = self._terrain.units.get(code)
        return unit.areas if unit else (code,)

    def beats_of(self, scope: Scope) -> frozenset[int]:
        """Their ids."""
        if scope.is_country:
            return self._all
        inside = (self._in.get(code, set()) for code in scope.codes)
        around = (self._on.get(above, set()) for code in scope.codes for above in self._areas(code))
        return frozenset().union(*inside, *around)
