"""Beats with too many people.

Order 650 of the Ministry (28.07.2017): a beat has at most 6,000 people in the country and 7,000 in a town. People of
a settlement are shared equally by the officers who answer for it together, so a hromada held by four counts a quarter
for each. Figures are those of the gazetteer: where it knows no population, none is counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.figures.standing import Held, Standing
from bot.domain.figures.terrain import Terrain
from bot.domain.people import Beat, Role
from bot.domain.places import PlaceCategory, Unit

MOST_IN_COUNTRY: Final = 6_000
MOST_IN_TOWN: Final = 7_000
_TOWNS: Final = frozenset({PlaceCategory.SPECIAL_CITY, PlaceCategory.CITY, PlaceCategory.DISTRICT})
_WITH_A_LIMIT: Final = (Role.COMMUNITY, Role.DISTRICT)


@dataclass(frozen=True, slots=True)
class Crowded:
    """A beat with more people than the Order allows. `people`: at least so many, for each of its `officers`;
    `unknown`: settlements of it whose population nobody told us."""

    beat: Beat
    role: Role
    people: int
    officers: int
    limit: int
    unknown: int


@dataclass(slots=True)
class _Load:
    """Of one beat in one role: people for each officer, and how many of them live in a town."""

    people: float = 0.0
    in_town: float = 0.0
    unknown: int = 0

    def add(self, unit: Unit, officers: int) -> None:
        share = (unit.population or 0) / officers
        self.people += share
        self.in_town += share if unit.category in _TOWNS else 0.0
        self.unknown += unit.population is None

    @property
    def limit(self) -> int:
        """That of a town, when most live in one."""
        return MOST_IN_TOWN if self.in_town * 2 > self.people else MOST_IN_COUNTRY


def crowded(beats: Sequence[Beat], terrain: Terrain, standing: Standing) -> Iterator[Crowded]:
    """The fullest first."""
    loads = _loads({beat.id for beat in beats}, terrain, standing)
    for (beat_id, role), load in sorted(loads.items(), key=lambda each: (-each[1].people, each[0])):
        if load.people > load.limit:
            officers = len(standing.holders[beat_id][role])
            yield Crowded(standing.beats[beat_id], role, round(load.people), officers, load.limit, load.unknown)


def _loads(beats: set[int], terrain: Terrain, standing: Standing) -> dict[tuple[int, Role], _Load]:
    """A settlement counts where its people are sent: at the narrowest area of each role."""
    loads: dict[tuple[int, Role], _Load] = {}
    for unit, areas in terrain.chained:
        if not standing.touches(areas) and unit.katottg not in terrain.districts:
            continue
        for role in _WITH_A_LIMIT:
            held = _answering(unit, areas, role, terrain, standing)
            together = len({officer for each in held for officer in each.officers})
            for each in held:
                if each.beat.id in beats:
                    loads.setdefault((each.beat.id, role), _Load()).add(unit, together)
    return loads


def _answering(unit: Unit, areas: Sequence[str], role: Role, terrain: Terrain, standing: Standing) -> tuple[Held, ...]:
    """Who shares the people of a settlement. How many live in each district of a city nobody tells us, so those who
    hold its districts share all of it, with those of the whole city while a district is left to them."""
    step = standing.of_role(areas, role)
    inside = terrain.districts.get(unit.katottg)
    if inside is None:
        return step.held if step else ()
    districts = [standing.by_area.get(each.katottg, {}).get(role) for each in inside]
    apart = tuple(held for each in districts if each for held in each.held)
    if step is None or (apart and all(districts)):
        return apart
    return (*step.held, *apart)
