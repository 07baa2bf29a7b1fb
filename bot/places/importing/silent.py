"""`import silent`: the list of silent hromadas, a CSV file or workbook with the columns katottg and level.

Optional: `note`. It is the whole list: what a new file no longer names is silent no more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.lookalikes import alike
from bot.domain.places import Unit
from bot.domain.silence import Silence, SilentArea
from bot.places.importing.faults import FileFault, FileUnusable, shown
from bot.places.importing.tables import PlacesTable, TableLine, cell, find_table, read_sheets
from bot.places.importing.units import CODE
from bot.places.named_areas import LEVELS

COLUMN: Final = "katottg"
LEVEL: Final = "level"
NOTE: Final = "note"
LONGEST: Final = 200
WRITTEN: Final[Mapping[str, Silence]] = {str(int(level)): level for level in Silence}


@dataclass(frozen=True, slots=True)
class SilentFile:
    """What a file says; with faults, it must not be applied."""

    areas: Sequence[SilentArea]
    faults: Sequence[FileFault]


async def read(path: Path, units: Mapping[str, Unit]) -> SilentFile:
    """Every line of the file, checked against the codifier. A file that cannot be read is one fault."""
    try:
        table = find_table(await read_sheets(path), COLUMN, LEVEL)
    except FileUnusable as error:
        return SilentFile((), (error.fault,))
    faults: list[FileFault] = []
    first: dict[str, int] = {}
    areas = [area for line in table.body if (area := _area(line, table, units, first, faults))]
    if not table.body:  # an empty list would lift every silence: more likely the wrong file
        faults.append(FileFault("empty", fields={"file": path.name}))
    return SilentFile(areas, faults)


def _area(
    line: TableLine, table: PlacesTable, units: Mapping[str, Unit], first: dict[str, int], faults: list[FileFault]
) -> SilentArea | None:
    code, level, note = (cell(line, table, column) for column in (COLUMN, LEVEL, NOTE))
    code = alike(code.upper())
    found = [*_faults_of_code(line.number, code, units, first), *_faults_of_words(line.number, level, note)]
    faults.extend(found)
    return None if found else SilentArea(code, WRITTEN[level], note)


def _faults_of_code(number: int, code: str, units: Mapping[str, Unit], first: dict[str, int]) -> list[FileFault]:
    if not CODE.fullmatch(code):
        return [FileFault("not-a-katottg", number, COLUMN, {"value": shown(code)})]
    earlier = first.setdefault(code, number)
    if earlier != number:
        return [FileFault("repeated", number, COLUMN, {"value": code, "first": str(earlier)})]
    unit = units.get(code)
    if unit is None or unit.category not in LEVELS:
        return [FileFault("not-an-area", number, COLUMN, {"value": code})]
    return []


def _faults_of_words(number: int, level: str, note: str) -> list[FileFault]:
    faults = []
    if level not in WRITTEN:
        faults.append(FileFault("not-a-level", number, LEVEL, {"value": shown(level)}))
    if len(note) > LONGEST:
        faults.append(FileFault("too-long", number, NOTE, {"length": str(len(note)), "limit": str(LONGEST)}))
    return faults
