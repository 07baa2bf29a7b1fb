"""`import aliases`: other names by code, from a CSV file or workbook with the columns katottg and old_name_uk.

Optional: `kind` (former, foreign; former where empty) and `source` (the file's name where empty).
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from bot.domain.lookalikes import alike
from bot.domain.places import Alias, AliasKind
from bot.places.importing.faults import FileFault, FileUnusable, shown
from bot.places.importing.plan import ImportPlan, ImportReading, State, new_aliases
from bot.places.importing.tables import PlacesTable, TableLine, cell, find_table, read_sheets
from bot.places.importing.units import CODE

KIND: Final = "aliases"
COLUMN: Final = "katottg"
NAME: Final = "old_name_uk"
LONGEST: Final = 200


class Named(NamedTuple):
    number: int
    alias: Alias
    source: str


IMPORTED: Final = frozenset({AliasKind.FORMER, AliasKind.FOREIGN})


async def read(path: Path, _edition: str | None = None) -> ImportReading:
    """Every name of the file; raises `FileUnusable`."""
    table = find_table(await read_sheets(path), COLUMN, NAME)
    faults: list[FileFault] = []
    rows = [row for line in table.body if (row := _named(line, table, path.name, faults))]
    if not rows and not faults:
        raise FileUnusable("empty", file=path.name)
    return ImportReading(faults, partial(plan, rows, path.name))


def plan(rows: Sequence[Named], label: str, state: State) -> ImportPlan:
    """Names that are new; those of unknown codes are listed."""
    known = [(row.alias, row.source) for row in rows if row.alias.katottg in state.units]
    unmatched = [
        f"{row.number}: {row.alias.katottg} {row.alias.name}" for row in rows if row.alias.katottg not in state.units
    ]
    fresh = [(alias, source) for alias, source in known if state.units[alias.katottg].name != alias.name]
    written = new_aliases(state, fresh)
    counts = {"aliases": len(written), "same": len(known) - len(written)}
    return ImportPlan(kind=KIND, label=label, counts=counts, aliases=written, unmatched=unmatched)


def _named(line: TableLine, table: PlacesTable, file: str, faults: list[FileFault]) -> Named | None:
    code, name, kind = (cell(line, table, column) for column in (COLUMN, NAME, "kind"))
    before = len(faults)
    code = alike(code.upper())
    if not CODE.fullmatch(code):
        faults.append(FileFault("not-a-katottg", line.number, COLUMN, {"value": shown(code)}))
    if not name:
        faults.append(FileFault("required", line.number, NAME))
    if len(name) > LONGEST:
        faults.append(FileFault("too-long", line.number, NAME, {"length": str(len(name)), "limit": str(LONGEST)}))
    if kind and kind not in IMPORTED:
        faults.append(FileFault("not-a-kind", line.number, "kind", {"value": shown(kind)}))
    if len(faults) > before:
        return None
    source = cell(line, table, "source") or file
    return Named(line.number, Alias(code, name, AliasKind(kind or AliasKind.FORMER)), source[:100])
