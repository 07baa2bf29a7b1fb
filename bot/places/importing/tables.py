"""Workbooks and CSV files as lines of text; the header is found by the names in it, wherever it stands."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from bot.places.importing.faults import Unusable

MAX_BYTES: Final = 200_000_000
DELIMITERS: Final = ";,\t"
HEADER_WITHIN: Final = 50  # lines: a title block is shorter
_APOSTROPHES: Final = str.maketrans("'ʼ‘`", "’’’’")


class Line(NamedTuple):
    """`number` as people count lines in their program, from 1."""

    number: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """All lines that are not blank."""

    name: str
    lines: Sequence[Line]


class Table(NamedTuple):
    """What stands above the header, the place of each wanted column, and the lines below."""

    title: Sequence[Line]
    columns: Mapping[str, int]
    body: Sequence[Line]


def read_sheets(path: Path) -> list[Sheet]:
    """Every sheet of a workbook, or the one table of a CSV file (UTF-8). Raises `Unusable`."""
    if not path.is_file():
        raise Unusable("no-such-file", file=str(path))
    if path.stat().st_size > MAX_BYTES:
        raise Unusable("too-large", file=path.name)
    return [_csv(path)] if path.suffix.lower() in {".csv", ".tsv", ".txt"} else list(_workbook(path))


def find_table(sheets: Iterable[Sheet], *wanted: str) -> Table:
    """The first table whose header has all the wanted names (case, spaces and kinds of apostrophe do not matter).

    Raises `Unusable` when there is none. `columns` has every name of the header, as `heading` writes it.
    """
    for sheet in sheets:
        for at, line in enumerate(sheet.lines[:HEADER_WITHIN]):
            columns = {heading(cell): place for place, cell in reversed(list(enumerate(line.cells))) if cell}
            if all(heading(name) in columns for name in wanted):
                return Table(sheet.lines[:at], columns, sheet.lines[at + 1 :])
    raise Unusable("header-missing", expected=", ".join(f"«{name}»" for name in wanted))


def heading(cell: str) -> str:
    """A column's name for comparing."""
    return " ".join(cell.translate(_APOSTROPHES).casefold().split())


def cell(line: Line, table: Table, column: str) -> str:
    """The text of a cell, "" where the line is too short or has no such column."""
    at = table.columns.get(heading(column))
    return line.cells[at] if at is not None and at < len(line.cells) else ""


def _workbook(path: Path) -> Iterator[Sheet]:
    try:
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            for name in book.sheet_names:
                rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                yield Sheet(name, _written(enumerate(rows, start=1)))
    except (CalamineError, OSError) as error:
        raise Unusable("unreadable", file=path.name) from error


def _csv(path: Path) -> Sheet:
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable("wrong-encoding", file=path.name) from error
    delimiter = max(DELIMITERS, key=content[:10_000].count)
    try:
        return Sheet(path.stem, _written(_numbered(content, delimiter)))
    except csv.Error as error:
        raise Unusable("unreadable", file=path.name) from error


def _numbered(content: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    begins = 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1  # a quoted cell may span lines: count where the row begins


def _written(rows: Iterable[tuple[int, Sequence[object]]]) -> list[Line]:
    lines = (Line(number, tuple(_text(cell) for cell in cells)) for number, cells in rows)
    return [line for line in lines if any(line.cells)]


def _text(cell: object) -> str:
    """Workbooks keep every number as a float; a codifier's names carry spaces at their ends."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split()) if cell is not None else ""
