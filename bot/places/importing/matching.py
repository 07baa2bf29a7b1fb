"""Which unit a name in a statistical table means: by name within raion and oblast, present names before former ones."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from bot.domain.places import PlaceCategory, Unit
from bot.places.importing.plan import State

# Apostrophes of every kind, and Latin letters that look like Cyrillic ones (the yearbook has «Короcтишів»).
_ONE_WAY: Final = str.maketrans("’ʼ‘`aceiopxy", "''''асеіорху")


class Counted(NamedTuple):
    """A line of the table with the oblast and raion it stands under ("" where none). `categories` are what it may be
    today, the likeliest first; `centre` is what a hromada's centre is."""

    number: int
    sheet: str
    oblast: str
    raion: str
    name: str
    categories: tuple[PlaceCategory, ...]
    centre: PlaceCategory | None
    people: int


class Names:
    """All units in force by every name they bear or bore."""

    def __init__(self, state: State, rows: Iterable[Counted]) -> None:
        self._units = {code: unit for code, unit in state.units.items() if unit.withdrawn_in is None}
        self._present = _grouped((fold(unit.name), unit) for unit in self._units.values())
        other = [(key.katottg, fold(key.name)) for key in state.aliases if key.katottg in self._units]
        self._former = _grouped((name, self._units[code]) for code, name in other)
        self._names_of: dict[str, set[str]] = {code: {fold(unit.name)} for code, unit in self._units.items()}
        for code, name in other:
            self._names_of[code].add(name)
        self._centres = _centres(self._units.values())
        self._listed = {(fold(row.oblast), fold(row.raion)) for row in rows}

    def match(self, row: Counted) -> Unit | None:
        """The one unit that is meant; None where none or several fit."""
        names = [fold(part) for part in re.split(r"[()]", row.name) if part.strip()]
        for known in (self._present, self._former):
            for name in names:
                here = self._around(row, known.get(name, ()))
                for category in row.categories:
                    if unit := self._one(row, [unit for unit in here if unit.category is category]):
                        return unit
        return None

    def _around(self, row: Counted, units: Iterable[Unit]) -> list[Unit]:
        """Those in the row's oblast and raion; a raion whose name is not known has been renamed since."""
        if PlaceCategory.SPECIAL_CITY in row.categories:
            return list(units)
        oblast, raion = fold(row.oblast), fold(row.raion)
        here = [unit for unit in units if oblast in self._of(unit.oblast)]
        same = [unit for unit in here if raion in self._of(unit.raion)]
        return same or [
            unit for unit in here if not any((oblast, name) in self._listed for name in self._of(unit.raion))
        ]

    def _one(self, row: Counted, units: Sequence[Unit]) -> Unit | None:
        """The only one; of several hromadas that with the centre of this kind, of several settlements the centre."""
        if len(units) > 1:
            units = [unit for unit in units if self._is_likelier(row, unit)]
        return units[0] if len(units) == 1 else None

    def _is_likelier(self, row: Counted, unit: Unit) -> bool:
        if row.centre is not None:
            centre = self._centres.get(unit.katottg)
            return centre is not None and centre.category is row.centre
        return self._centres.get(unit.hromada or "") == unit

    def _of(self, code: str | None) -> set[str]:
        return self._names_of.get(code or "", set())


def fold(name: str) -> str:
    """For comparing: small Cyrillic letters, one kind of apostrophe, no spaces around hyphens."""
    return re.sub(r"\s*-\s*", "-", " ".join(name.casefold().translate(_ONE_WAY).split()))


def _grouped(named: Iterable[tuple[str, Unit]]) -> Mapping[str, Sequence[Unit]]:
    found: dict[str, list[Unit]] = {}
    for name, unit in named:
        found.setdefault(name, []).append(unit)
    return found


def _centres(units: Iterable[Unit]) -> dict[str, Unit]:
    """The centre of each hromada: the codifier gives it the first number within it."""
    found: dict[str, Unit] = {}
    for unit in _settlements(units):
        found.setdefault(unit.hromada or "", unit)
    return found


def _settlements(units: Iterable[Unit]) -> Iterator[Unit]:
    return (unit for unit in sorted(units, key=lambda unit: unit.katottg) if unit.is_settlement and unit.hromada)
