"""Workbooks (xlsx; also xls, xlsb and ods, as the library reads them) as tables.

The library makes room for the whole rectangle between the first and the last cell before it gives anything out, so the
cells of an xlsx are measured first: one far cell costs a sentence instead of the memory. What this does not see (the
older formats, strange XML) the limits of the child stop.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from bot.outside.answers import Answer, Cell, letters
from bot.outside.archives import unpacked
from bot.outside.limits import LAST_ROW, FileLimits, counted
from bot.outside.refusing import Refusal

MOST_MERGED: Final = 10_000
_ELEMENT: Final = re.compile(rb"<(?:\w+:)?(row|c)(\s[^<>]*)?>")
_PLACE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,4})(\d{1,30})["']""")
_IS_ERROR: Final = re.compile(rb"""\st\s*=\s*["']e["']""")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v>(#[^<]{1,20})<")
_FORMULA: Final = 20_000
"""Bytes that may stand between a cell's beginning and its value."""
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Errors: TypeAlias = dict[int, dict[int, str]]
"""What formulas failed with, by line (from 1) and column (from 0): the library gives blank cells for that."""


def read(content: bytes, limits: FileLimits, answer: Answer, archive: zipfile.ZipFile | None) -> None:
    """Every worksheet into the answer; `archive`: the same content, opened, for an xlsx. Raises `Refusal`."""
    errors = _measured(archive, limits) if archive else {}
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = [each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        if not names:
            raise Refusal("no-sheets")
        if len(names) > limits.sheets:
            raise Refusal("sheets", limit=counted(limits.sheets))
        for name in names:
            _tell(name, book.get_sheet_by_name(name), errors.get(name, {}), limits, answer)
    except PasswordError as error:
        raise Refusal("password") from error
    except (CalamineError, OSError) as error:
        raise Refusal("damaged") from error


def _tell(name: str, sheet: CalamineSheet, errors: Errors, limits: FileLimits, answer: Answer) -> None:
    answer.say({"table": name, "merged": _merged(sheet)})
    if sheet.end is None:
        return
    check_extent(sheet.end[0] + 1, sheet.end[1] + 1, limits)
    before = [None] * (sheet.start[1] if sheet.start else 0)
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells: list[Cell] = [*before, *(None if cell == "" else cell for cell in row)]
        for column, text in errors.get(number, {}).items():
            cells += [None] * (column + 1 - len(cells))
            cells[column] = text
        tell_line(number, cells[: width(cells)], limits, answer)


def width(cells: Sequence[Cell]) -> int:
    """How many cells there are up to the last that is not blank."""
    places = range(len(cells), 0, -1)
    return next((at for at in places if not isinstance(cell := cells[at - 1], str | None) or (cell or "").strip()), 0)


def tell_line(number: int, cells: Sequence[Cell], limits: FileLimits, answer: Answer) -> None:
    """One line into the answer, unless it is blank. Raises `Refusal` for a cell that is too long."""
    if not width(cells):
        return
    for at, cell in enumerate(cells):
        if isinstance(cell, str) and len(cell) > limits.cell:
            raise Refusal("cell", limit=counted(limits.cell), at=f"{letters(at)}{number}")
    answer.say([number, cells])


def check_extent(rows: int, columns: int, limits: FileLimits, at: str = "") -> None:
    """Raises `Refusal` for a table that reaches too far; `at`: the cell that does."""
    at = at or f"{letters(columns - 1)}{rows}"
    if rows > limits.rows:
        raise Refusal("rows", limit=counted(limits.rows), at=at)
    if columns > limits.columns:
        raise Refusal("columns", limit=counted(limits.columns), at=at)
    if rows * columns > limits.cells:
        raise Refusal("cells", limit=counted(limits.cells), at=at)


def _merged(sheet: CalamineSheet) -> list[list[int]]:
    found = sheet.merged_cell_ranges or []
    return [[top + 1, left, bottom + 1, right] for (top, left), (bottom, right) in found[:MOST_MERGED]]


def _measured(archive: zipfile.ZipFile, limits: FileLimits) -> dict[str, Errors]:
    """Every member is unpacked once, so that none is longer than it promised; sheets are measured on the way. The
    failed formulas by the sheet's name."""
    errors: dict[str, Errors] = {}
    for member in archive.infolist():
        content = unpacked(archive, member)
        if "worksheets/" in member.filename and (found := _measure(content, limits)):
            errors[member.filename] = found
    return {name: errors[part] for name, part in _parts(archive) if part in errors} if errors else {}


def _measure(content: bytes, limits: FileLimits) -> Errors:
    """Only cells that hold something count: programs like to leave formats on empty ones to the last column."""
    rows = columns = 0
    errors: Errors = {}
    for column, row, attributes, end in _cells(content, limits):
        if row > rows or column > columns:
            rows, columns = max(rows, row), max(columns, column)
            check_extent(rows, columns, limits, at=f"{letters(column - 1)}{row}")
        if _IS_ERROR.search(attributes) and (value := _VALUE.search(content, end, end + _FORMULA)):
            errors.setdefault(row, {})[column - 1] = value[1].decode("utf-8", "replace")
    return errors


def _cells(content: bytes, limits: FileLimits) -> Iterator[tuple[int, int, bytes, int]]:
    """(column, row, attributes, where it ends) of every cell that is not empty; columns and rows from 1. A cell may
    leave out its place: then it stands behind the one before."""
    line = place = 0
    for found in _ELEMENT.finditer(content):
        attributes = found[2] or b""
        written = _PLACE.search(attributes)
        if found[1] == b"row":
            line, place = int(written[2]) if written else line + 1, 0
            if line > LAST_ROW:
                raise Refusal("rows", limit=counted(limits.rows), at=counted(line))
            continue
        place, row = (_column(written[1]), int(written[2])) if written else (place + 1, line)
        if not attributes.endswith(b"/"):
            yield place, row, attributes, found.end()


def _column(name: bytes) -> int:
    """Counted from 1."""
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - 64
    return number


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's name with the member it is kept in."""
    try:
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - in the child
        targets = {each.get("Id"): each.get("Target", "") for each in relations}
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - in the child
        for sheet in book.iter("{*}sheet"):
            target = targets.get(sheet.get(_RELATION), "")
            yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    except (KeyError, ElementTree.ParseError) as error:
        raise Refusal("damaged") from error
