"""Workbooks and CSV files as lines of text; the header is found by the names in it, wherever it stands."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from bot.domain.errors import FileRefused
from bot.domain.lookalikes import alike_in_any_case
from bot.outside import answers as outside
from bot.outside.limits import OFFICIAL
from bot.outside.reading import Outside
from bot.places.importing.faults import FileUnusable

HEADER_WITHIN: Final = 50  # lines: a title block is shorter
_APOSTROPHES: Final = str.maketrans("'ʼ‘`", "’’’’")


class TableLine(NamedTuple):
    """`number` as people count lines in their program, from 1."""

    number: int
    cells: tuple[str, ...]


class TableSheet(NamedTuple):
    """All lines that are not blank."""

    name: str
    lines: Sequence[TableLine]


class PlacesTable(NamedTuple):
    """What stands above the header, the place of each wanted column, and the lines below."""

    title: Sequence[TableLine]
    columns: Mapping[str, int]
    body: Sequence[TableLine]


async def read_sheets(path: Path) -> list[TableSheet]:
    """Every sheet of a workbook, or the one table of a CSV file. Raises `FileUnusable`."""
    try:
        tables = await Outside(OFFICIAL).tables(path)
    except FileRefused as refused:
        raise of_file(refused) from None
    return sheets_of(tables)


def sheets_of(tables: Iterable[outside.ReadTable]) -> list[TableSheet]:
    """Their cells as text."""
    return [TableSheet(table.name, _written((line.number, line.cells) for line in table.lines)) for table in tables]


def of_file(refused: FileRefused) -> FileUnusable:
    """The same as a fault of the file."""
    return FileUnusable(refused.code, **{name: str(value) for name, value in refused.fields.items()})


def find_table(sheets: Iterable[TableSheet], *wanted: str) -> PlacesTable:
    """The first table whose header has all the wanted names (case, spaces and kinds of apostrophe do not matter).

    Raises `FileUnusable` when there is none. `columns` has every name of the header, as `heading` writes it.
    """
    for sheet in sheets:
        for at, line in enumerate(sheet.lines[:HEADER_WITHIN]):
            columns = {heading(cell): place for place, cell in reversed(list(enumerate(line.cells))) if cell}
            if all(heading(name) in columns for name in wanted):
                return PlacesTable(sheet.lines[:at], columns, sheet.lines[at + 1 :])
    raise FileUnusable("header-missing", expected=", ".join(f"«{name}»" for name in wanted))


@lru_cache(maxsize=1000)
def heading(cell: str) -> str:
    """A column's name for comparing: as it looks, in whichever alphabet."""
    return " ".join(alike_in_any_case(cell.translate(_APOSTROPHES)).split())


def cell(line: TableLine, table: PlacesTable, column: str) -> str:
    """The text of a cell, "" where the line is too short or has no such column."""
    at = table.columns.get(heading(column))
    return line.cells[at] if at is not None and at < len(line.cells) else ""


def _written(rows: Iterable[tuple[int, Sequence[object]]]) -> list[TableLine]:
    lines = (TableLine(number, tuple(text(cell) for cell in cells)) for number, cells in rows)
    return [line for line in lines if any(line.cells)]


def text(cell: object) -> str:
    """Workbooks keep every number as a float; a codifier's names carry spaces at their ends."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split()) if cell is not None else ""
