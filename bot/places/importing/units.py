"""One line of the codifier as a unit, or all that is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.domain.places import Category, Unit
from bot.places.codifier import CATEGORY, HEADER, NAME, category
from bot.places.importing.faults import Fault, shown
from bot.places.importing.tables import Line, Table, cell

CODE: Final = re.compile(r"UA\d{17}")
LONGEST: Final = 100
"""Characters of a name; the longest in the ministry's editions has 28."""
_PARTS: Final = ((2, 4), (4, 6), (6, 9), (9, 12), (12, 14))
"""Where oblast, raion, hromada, settlement and district stand in a code."""
_DEPTH: Final[Mapping[Category, int]] = {
    Category.OBLAST: 1,
    Category.SPECIAL_CITY: 1,
    Category.RAION: 2,
    Category.HROMADA: 3,
    Category.CITY: 4,
    Category.TOWNSHIP: 4,
    Category.VILLAGE: 4,
    Category.DISTRICT: 5,
}
"""The last part of its code that is not all zeros; so in every row of the editions of 2024-01, 2025-05 and 2026-07."""


def read_unit(line: Line, table: Table, seen: dict[str, int], faults: list[Fault]) -> Unit | None:
    """The unit of a line; what is wrong with it goes to `faults`."""
    letter, name = cell(line, table, CATEGORY), cell(line, table, NAME)
    found = category(letter)
    level = _level(line, table, found)
    code = cell(line, table, level)
    before = len(faults)
    if not CODE.fullmatch(code):
        faults.append(Fault("not-a-katottg", line.number, level, {"value": shown(code)}))
    elif code in seen:
        faults.append(Fault("repeated", line.number, level, {"value": code, "first": str(seen[code])}))
    if found is None:
        faults.append(Fault("not-a-category", line.number, CATEGORY, {"value": shown(letter)}))
    elif CODE.fullmatch(code) and _DEPTH[found] != _depth(code):
        faults.append(Fault("not-of-category", line.number, CATEGORY, {"value": shown(letter), "code": code}))
    faults.extend(_faults_of_name(name, line.number))
    seen.setdefault(code, line.number)
    return Unit(code, found, name) if found is not None and len(faults) == before else None


def _faults_of_name(name: str, number: int) -> Iterator[Fault]:
    if not name:
        yield Fault("required", number, NAME)
    if len(name) > LONGEST:
        yield Fault("too-long", number, NAME, {"length": str(len(name)), "limit": str(LONGEST)})


def _depth(code: str) -> int:
    return max((at for at, (begin, end) in enumerate(_PARTS, start=1) if int(code[begin:end])), default=0)


def _level(line: Line, table: Table, found: Category | None) -> str:
    """The column of the unit's own code: the deepest one. Kyiv and Sevastopol have theirs at the first level; editions
    of 2024 leave stubs (`UA80`, `UA800`) below it."""
    if found is Category.SPECIAL_CITY:
        return HEADER[0]
    return next((level for level in reversed(HEADER) if cell(line, table, level)), HEADER[0])
