"""`import coordinates`: points of settlements by OCHA's p-codes, which are the beginnings of KATOTTG codes.

Sources: the COD-AB workbook (sheet Admin 4) or a CSV with its columns, or GeoJSON with a p-code or `katottg` property.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from bot.domain.numbers import decimal
from bot.domain.places import Point, Unit
from bot.places.importing.faults import FileFault, FileUnusable, of_features, shown
from bot.places.importing.geojson import EAST, NORTH, SOUTH, WEST, read_features, text, without_shape
from bot.places.importing.plan import ImportPlan, ImportReading, State
from bot.places.importing.tables import PlacesTable, TableLine, cell, find_table, heading, read_sheets

KIND: Final = "coordinates"
PCODE: Final = "Admin4 Pcode"
NAME: Final = "Settlement UKR"
LAT: Final = "LAT"
LON: Final = "LON"
DEPTH: Final = 12
"""Characters that a settlement's p-code shares with its KATOTTG."""
NAMES: Final = ("settlementukr", "nameuk", "adm4uk", "name")
PROPERTIES: Final = ("katottg", "admin4pcode", "adm4pcode", "pcode")
GEOJSON: Final = {".geojson", ".json"}
_PCODE: Final = re.compile(r"UA\d{10}(\d{7})?")


class Located(NamedTuple):
    """A line of the file: `code` is a p-code or a full KATOTTG, `name` as the file has it."""

    number: int
    code: str
    name: str
    point: Point


async def read(path: Path, _edition: str | None = None) -> ImportReading:
    """Every point of the file; raises `FileUnusable`."""
    if path.suffix.lower() in GEOJSON:
        return await _from_geojson(path)
    faults: list[FileFault] = []
    rows = await _from_table(path, faults)
    if not rows and not faults:
        raise FileUnusable("empty", file=path.name)
    return ImportReading(faults, partial(plan, rows, path.name))


def plan(rows: Sequence[Located], label: str, state: State, *, left_out: Sequence[str] = ()) -> ImportPlan:
    """Settlements whose point is new or differs; p-codes of no settlement are listed after what the file left out."""
    settlements = {code[:DEPTH]: unit for code, unit in state.units.items() if unit.is_settlement}
    written: list[Unit] = []
    unmatched, added = [*left_out], 0
    for row in rows:
        unit = settlements.get(row.code[:DEPTH])
        if unit is None or not unit.katottg.startswith(row.code):
            unmatched.append(f"{row.number}: {row.code} {row.name}".rstrip())
        elif unit.point != row.point:
            written.append(replace(unit, point=row.point))
            added += unit.point is None
    same = len(rows) + len(left_out) - len(unmatched) - len(written)
    counts = {"added": added, "changed": len(written) - added, "same": same}
    return ImportPlan(kind=KIND, label=label, counts=counts, units=written, unmatched=unmatched)


async def _from_table(path: Path, faults: list[FileFault]) -> list[Located]:
    table = find_table(await read_sheets(path), PCODE, LAT, LON)
    seen: dict[str, int] = {}
    return [row for line in table.body if (row := _located(line, table, seen, faults))]


def _located(line: TableLine, table: PlacesTable, seen: dict[str, int], faults: list[FileFault]) -> Located | None:
    pcode = cell(line, table, PCODE)
    numbers = [_degrees(cell(line, table, column)) for column in (LAT, LON)]
    before = len(faults)
    _check_code(pcode, line.number, PCODE, seen, faults)
    for column, number, least, most in zip((LAT, LON), numbers, (SOUTH, WEST), (NORTH, EAST), strict=True):
        value = {"value": shown(cell(line, table, column))}
        if number is None:
            faults.append(FileFault("not-a-coordinate", line.number, column, value))
        elif not least <= number <= most:
            faults.append(FileFault("outside-ukraine", line.number, column, value))
    lat, lon = numbers
    if lat is None or lon is None or len(faults) > before:
        return None
    return Located(line.number, pcode, cell(line, table, heading(NAME)), Point(lat, lon))


def _check_code(
    code: str, number: int, column: str, seen: dict[str, int], faults: list[FileFault], *, again: str = "repeated"
) -> None:
    if not _PCODE.fullmatch(code):
        faults.append(FileFault("not-a-pcode", number, column, {"value": shown(code)}))
    elif code[:DEPTH] in seen:
        faults.append(FileFault(again, number, column, {"value": code, "first": str(seen[code[:DEPTH]])}))
    seen.setdefault(code[:DEPTH], number)


def _degrees(text: str) -> float | None:
    try:
        return decimal(text)
    except ValueError:
        return None


async def _from_geojson(path: Path) -> ImportReading:
    faults: list[FileFault] = []
    seen: dict[str, int] = {}
    found, left_out = [], []
    for feature in await read_features(path, faults):
        before = len(faults)
        code = text(feature, PROPERTIES)
        if feature.at is None:
            left_out.append(without_shape(feature, code))
            continue
        _check_code(code, feature.number, "p-code", seen, faults, again="repeated-feature")
        if len(faults) == before:
            found.append(Located(feature.number, code, text(feature, NAMES), feature.at))
    return ImportReading(of_features(faults), partial(plan, found, path.name, left_out=left_out))
