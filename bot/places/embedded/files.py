"""Reads and writes the embedded tables: tab-separated, UTF-8, sorted, one fact a line, made for `git diff`.

units.tsv: katottg, category, name, lat, lon, population (the last three may be empty).
aliases.tsv: katottg, kind, name.
former.tsv: the same columns; of areas, too.
koatuu.tsv: the same columns.
renamed.tsv: the same columns, kept by hand.
raions.tsv: oblast (four characters of its code), centre, names, hromadas (codes); a name or a code may be several.
neighbourhoods.tsv: parts of cities, kept by hand; its first lines, which begin with #, tell the columns.
abroad.tsv: country, lat, lon, population (0: unknown) of places beyond the state border.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from bot.domain.places import Alias, AliasKind, PlaceCategory, Point, Unit
from bot.places.codifier import linked
from bot.places.old_raions import OldRaion
from bot.places.points import Foreign

EDITION: Final = "07.07.2026"
FOLDER: Final = Path(__file__).parent
UNITS: Final = "units.tsv"
ALIASES: Final = "aliases.tsv"
FORMER: Final = "former.tsv"
KOATUU: Final = "koatuu.tsv"
RENAMED: Final = "renamed.tsv"
RAIONS: Final = "raions.tsv"
NEIGHBOURHOODS: Final = "neighbourhoods.tsv"
ABROAD: Final = "abroad.tsv"
_UNITS_HEADER: Final = ("katottg", "category", "name", "lat", "lon", "population")
_ALIASES_HEADER: Final = ("katottg", "kind", "name")
_RAIONS_HEADER: Final = ("oblast", "centre", "names", "hromadas")
_ABROAD_HEADER: Final = ("country", "lat", "lon", "population")


def read_units(folder: Path = FOLDER) -> list[Unit]:
    """All units of the embedded edition, sorted by code, each knowing the codes above it."""
    return linked(_unit(*row) for row in _rows(folder / UNITS))


def read_aliases(folder: Path = FOLDER) -> list[Alias]:
    """Other names of settlements, sorted by code and name."""
    return read_aliases_of(folder / ALIASES)


def read_aliases_of(table: Path) -> list[Alias]:
    """What one table of names holds."""
    return [Alias(code, name, AliasKind(kind)) for code, kind, name in _rows(table)]


def read_former(folder: Path = FOLDER) -> list[Alias]:
    """Former names of units of all kinds: generated ones, and those kept by hand."""
    tables = (folder / FORMER, folder / KOATUU, folder / RENAMED)
    return [alias for table in tables for alias in read_aliases_of(table)]


def read_old_raions(folder: Path = FOLDER) -> list[OldRaion]:
    """The raions of before 2020."""
    return [
        OldRaion(names.split(", "), centre, frozenset(hromadas.split()))
        for _oblast, centre, names, hromadas in _rows(folder / RAIONS)
    ]


def read_neighbourhoods(folder: Path = FOLDER) -> list[Alias]:
    """Parts of cities by all their names, each as another name of its district or city; kept by hand."""
    return [
        Alias(code, each, AliasKind(kind))
        for code, _city, _district, kind, name, also in _rows(folder / NEIGHBOURHOODS)
        for each in (name, *filter(None, also.split(", ")))
    ]


def read_abroad(folder: Path = FOLDER) -> list[Foreign]:
    """Populated places of the neighbouring countries near Ukraine."""
    return [Foreign(Point(float(lat), float(lon)), int(people)) for _, lat, lon, people in _rows(folder / ABROAD)]


def write_abroad(folder: Path, places: Iterable[tuple[str, Foreign]]) -> None:
    """Write the table of places abroad, each with its country's code."""
    rows = ((code, f"{at.lat:.4f}", f"{at.lon:.4f}", str(people)) for code, (at, people) in places)
    _write(folder / ABROAD, _ABROAD_HEADER, sorted(rows))


def write(folder: Path, units: Iterable[Unit], aliases: Iterable[Alias]) -> None:
    """Write both tables; the same input gives the same bytes."""
    ordered = sorted(units, key=lambda unit: unit.katottg)
    _write(folder / UNITS, _UNITS_HEADER, (_unit_row(unit) for unit in ordered))
    _write_aliases(folder / ALIASES, aliases)


def write_former(path: Path, aliases: Iterable[Alias]) -> None:
    """Write a table of former names; the same input gives the same bytes."""
    _write_aliases(path, aliases)


def write_old_raions(path: Path, raions: Iterable[tuple[str, OldRaion]]) -> None:
    """Write the table of old raions, each with the first four characters of its oblast's code."""
    rows = ((oblast, each.centre, ", ".join(each.names), " ".join(sorted(each.hromadas))) for oblast, each in raions)
    _write(path, _RAIONS_HEADER, sorted(rows))


def _write_aliases(path: Path, aliases: Iterable[Alias]) -> None:
    listed = sorted(aliases, key=lambda alias: (alias.katottg, alias.kind, alias.name))
    _write(path, _ALIASES_HEADER, ((alias.katottg, alias.kind, alias.name) for alias in listed))


def _unit(code: str, category: str, name: str, lat: str, lon: str, population: str) -> Unit:
    point = Point(float(lat), float(lon)) if lat else None
    return Unit(code, PlaceCategory(category), name, point=point, population=int(population) if population else None)


def _unit_row(unit: Unit) -> tuple[str, ...]:
    lat, lon = (f"{unit.point.lat:.5f}", f"{unit.point.lon:.5f}") if unit.point else ("", "")
    return unit.katottg, unit.category, unit.name, lat, lon, str(unit.population or "")


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        told = (line for line in file if not line.startswith("#"))
        lines = csv.reader(told, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(lines)
        yield from lines


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in (header, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
