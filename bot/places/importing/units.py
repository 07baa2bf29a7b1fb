"""One line of the codifier as a unit, or all that is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.domain.places import PlaceCategory, Unit
from bot.places.codifier import CATEGORY, HEADER, NAME, category
from bot.places.importing.faults import FileFault, shown
from bot.places.importing.tables import PlacesTable, TableLine, cell

CODE: Final = re.compile(r"UA\d{17}")
LONGEST: Final = 100
"""Characters of a name; the longest in the ministry's editions has 28."""
_PARTS: Final = ((2, 4), (4, 6), (6, 9), (9, 12), (12, 14))
"""Where oblast, raion, hromada, settlement and district stand in a code."""
_DEPTH: Final[Mapping[PlaceCategory, int]] = {
    PlaceCategory.OBLAST: 1,
    PlaceCategory.SPECIAL_CITY: 1,
    PlaceCategory.RAION: 2,
    PlaceCategory.HROMADA: 3,
    PlaceCategory.CITY: 4,
    PlaceCategory.TOWNSHIP: 4,
    PlaceCategory.VILLAGE: 4,
    PlaceCategory.DISTRICT: 5,
}
"""The last part of its code that is not all zeros; so in every row of the editions of 2024-01, 2025-05 and 2026-07."""


def read_unit(line: TableLine, table: PlacesTable, seen: dict[str, int], faults: list[FileFault]) -> Unit | None:
    """The unit of a line; what is wrong with it goes to `faults`."""
    letter, name = cell(line, table, CATEGORY), cell(line, table, NAME)
    found = category(letter)
    level = _level(line, table, found)
    code = cell(line, table, level)
    before = len(faults)
    if not CODE.fullmatch(code):
        faults.append(FileFault("not-a-katottg", line.number, level, {"value": shown(code)}))
    elif code in seen:
        faults.append(FileFault("repeated", line.number, level, {"value": code, "first": str(seen[code])}))
    if found is None:
        faults.append(FileFault("not-a-category", line.number, CATEGORY, {"value": shown(letter)}))
    elif CODE.fullmatch(code) and _DEPTH[found] != _depth(code):
        faults.append(FileFault("not-of-category", line.number, CATEGORY, {"value": shown(letter), "code": code}))
    faults.extend(_faults_of_name(name, line.number))
    seen.setdefault(code, line.number)
    return Unit(code, found, name) if found is not None and len(faults) == before else None


def _faults_of_name(name: str, number: int) -> Iterator[FileFault]:
    if not name:
        yield FileFault("required", number, NAME)
    if len(name) > LONGEST:
        yield FileFault("too-long", number, NAME, {"length": str(len(name)), "limit": str(LONGEST)})


def _depth(code: str) -> int:
    return max((at for at, (begin, end) in enumerate(_PARTS, start=1) if int(code[begin:end])), default=0)


def _level(line: TableLine, table: PlacesTable, found: PlaceCategory | None) -> str:
    """The column of the unit's own code: the deepest one. Kyiv and Sevastopol have theirs at the first level; editions
    of 2024 leave stubs (`UA80`, `UA800`) below it."""
    if found is PlaceCategory.SPECIAL_CITY:
        return HEADER[0]
    return next((level for level in reversed(HEADER) if cell(line, table, level)), HEADER[0])
