"""The country as figures need it: settlements with the areas around them, and how a scope falls into parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.admins import Scope
from bot.domain.places import SETTLEMENTS, Category, Unit


@dataclass(frozen=True, slots=True)
class Terrain:
    """`units` by code, those in force; `districts`: districts of a city by the city's code."""

    units: Mapping[str, Unit]
    settlements: tuple[Unit, ...]
    districts: Mapping[str, tuple[Unit, ...]]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> "Terrain":
        listed = {unit.katottg: unit for unit in units if unit.withdrawn_in is None}
        districts: dict[str, list[Unit]] = {}
        for unit in listed.values():
            if unit.category is Category.DISTRICT and unit.settlement:
                districts.setdefault(unit.settlement, []).append(unit)
        return cls(
            units=listed,
            settlements=tuple(unit for unit in listed.values() if unit.category in SETTLEMENTS),
            districts={city: tuple(inside) for city, inside in districts.items()},
        )

    def inside(self, scope: Scope) -> Iterator[tuple[Unit, tuple[str, ...]]]:
        """Settlements of a scope, each with its `areas`."""
        for unit in self.settlements:
            areas = unit.areas
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
