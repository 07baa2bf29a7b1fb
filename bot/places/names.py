"""Finds units by a normalised name, whole or by its beginning; official names come before other names."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.places import SETTLEMENTS, Alias, Category, Unit
from bot.places.size import by_size
from bot.places.words import key

NAMED = SETTLEMENTS | {Category.DISTRICT}


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that bears the name; `alias` when it is not the official one."""

    unit: Unit
    alias: Alias | None = None


class NameIndex:
    """Settlements and city districts by name; `units` come by size, and so do those of one name."""

    def __init__(self, units: Mapping[str, Unit], aliases: Iterable[Alias]) -> None:
        self._official: dict[str, list[Hit]] = defaultdict(list)
        self._other: dict[str, list[Hit]] = defaultdict(list)
        named = [unit for unit in units.values() if unit.category in NAMED]
        keys = {name: key(name) for name in {unit.name for unit in named}}
        for unit in named:
            self._official[keys[unit.name]].append(Hit(unit))
        size = {code: place for place, code in enumerate(units)}
        for alias in sorted((each for each in aliases if each.katottg in size), key=lambda each: size[each.katottg]):
            self._other[key(alias.name)].append(Hit(units[alias.katottg], alias))
        self._sorted = sorted({*self._official, *self._other})

    def exact(self, name: str) -> list[Hit]:
        """Units of this very name (a key), the most populous first; then those that have it as another name."""
        return _once((*self._official.get(name, ()), *self._other.get(name, ())))

    def starting(self, name: str) -> list[Hit]:
        """Units whose name begins so and goes on, official names before others, each class by size."""
        longer = [found for found in self._beginning(name) if found != name]
        official = sorted((hit for found in longer for hit in self._official.get(found, ())), key=_by_size)
        other = sorted((hit for found in longer for hit in self._other.get(found, ())), key=_by_size)
        return _once((*official, *other))

    def _beginning(self, name: str) -> Iterator[str]:
        for at in range(bisect_left(self._sorted, name), len(self._sorted)):
            if not self._sorted[at].startswith(name):
                return
            yield self._sorted[at]


def _by_size(hit: Hit) -> tuple[int, int, str]:
    return by_size(hit.unit)


def _once(hits: Iterable[Hit]) -> list[Hit]:
    """The first hit of each unit."""
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.unit.katottg, hit)
    return list(first.values())
