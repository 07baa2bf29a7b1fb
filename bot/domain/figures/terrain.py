"""The country as figures need it: settlements with the areas around them, and how a scope falls into parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.admins import Scope
from bot.domain.places import SETTLEMENTS, PlaceCategory, Unit


@dataclass(frozen=True, slots=True)
class Terrain:
    """`units` by code, those in force; `chained`: settlements, each with its `areas`; `districts`: districts of a city
    by the city's code. Building it costs as much as using it: keep it while the gazetteer stays."""

    units: Mapping[str, Unit]
    chained: tuple[tuple[Unit, tuple[str, ...]], ...]
    districts: Mapping[str, tuple[Unit, ...]]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> "Terrain":
        listed = {unit.katottg: unit for unit in units if unit.withdrawn_in is None}
        districts: dict[str, list[Unit]] = {}
        for unit in listed.values():
            if unit.category is PlaceCategory.DISTRICT and unit.settlement:
                districts.setdefault(unit.settlement, []).append(unit)
        return cls(
            units=listed,
            chained=tuple((unit, unit.areas) for unit in listed.values() if unit.category in SETTLEMENTS),
            districts={city: tuple(inside) for city, inside in districts.items()},
        )

    @property
    def settlements(self) -> tuple[Unit, ...]:
        return tuple(unit for unit, _ in self.chained)

    def inside(self, scope: Scope) -> Iterator[tuple[Unit, tuple[str, ...]]]:
        """Settlements of a scope, each with its `areas`."""
        for unit, areas in self.chained:
            if scope.covers(areas):
                yield unit, areas

    def covers(self, scope: Scope, code: str) -> bool:
        """Whether an area lies in a scope; a wider one that only contains the scope does not."""
        unit = self.units.get(code)
        return scope.covers(unit.areas if unit else (code,))

    def places(self, scope: Scope) -> Iterator[tuple[Unit, tuple[str, ...]]]:
        """Settlements of a scope, and the districts of its cities."""
        for unit, areas in self.inside(scope):
            yield unit, areas
            for district in self.districts.get(unit.katottg, ()):
                yield district, district.areas

    def part_of(self, areas: tuple[str, ...], scope: Scope) -> str:
        """The part of the scope that a settlement is counted in, by code: of the country its oblast, of one oblast
        its raion, of one raion its hromada; of several areas the one it lies in. What lies in no such part
        (Прип'ять has no raion) is a part by itself."""
        if scope.is_country:
            return areas[-1]
        if len(scope.codes) > 1:
            return next(code for code in reversed(areas) if code in scope.codes)
        (whole,) = scope.codes
        at = areas.index(whole)
        return areas[max(at - 1, 0)]
