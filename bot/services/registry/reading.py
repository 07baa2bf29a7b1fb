"""Opening a workbook or a folder of CSV: named tables of cells with their line numbers, whatever is in them."""

import csv
import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from bot.services.registry.faults import UnreadableFile
from bot.services.registry.values import Cell, is_blank

MAX_BYTES: Final = 50_000_000
DELIMITERS: Final = ";,\t"


@dataclass(frozen=True, slots=True)
class Line:
    """`number` as people count it in their program, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Lines that are not blank; the first is the header."""

    name: str
    lines: tuple[Line, ...]


def read(path: Path) -> list[Table]:
    """Every sheet of an XLSX file, or every CSV file of a folder. Raises UnreadableFile."""
    if not path.exists():
        raise UnreadableFile("no-such-file", str(path))
    if path.is_dir():
        return [_read_csv(file) for file in sorted(path.iterdir()) if file.suffix.lower() == ".csv"]
    return _read_workbook(path)


def _read_workbook(path: Path) -> list[Table]:
    _check_size(path)
    try:
        return list(_sheets_of(path))
    except Exception as error:  # on damaged files openpyxl and zipfile raise whatever they stumble over
        raise UnreadableFile("unreadable-file", path.name) from error


def _sheets_of(path: Path) -> Iterator[Table]:
    with warnings.catch_warnings(), path.open("rb") as file:
        warnings.simplefilter("ignore")  # openpyxl warns of styles and drop-downs, which do not concern us
        workbook = load_workbook(file, read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what a file says about its size is often wrong
            yield Table(sheet.title, _written(enumerate(sheet.iter_rows(values_only=True), start=1)))


def _read_csv(path: Path) -> Table:
    _check_size(path)
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile("wrong-encoding", path.name) from error
    header = content.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    try:
        return Table(path.stem, _written(_numbered(content, delimiter)))
    except csv.Error as error:
        raise UnreadableFile("unreadable-file", path.name) from error


def _numbered(content: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1  # a quoted cell may span lines: count where the row begins


def _written(rows: Iterable[tuple[int, Iterable[Any]]]) -> tuple[Line, ...]:
    lines = (Line(number, tuple(cells)) for number, cells in rows)
    return tuple(line for line in lines if not all(is_blank(cell) for cell in line.cells))


def _check_size(path: Path) -> None:
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableFile("too-large", path.name)
