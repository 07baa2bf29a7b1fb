"""Opening a workbook, or CSV files in a folder or an archive: named tables of cells with their line numbers, whatever
is in them."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from openpyxl import load_workbook

from bot.services.registry.faults import UnreadableFile
from bot.services.registry.values import Cell, is_blank

MAX_BYTES: Final = 50_000_000
MAX_UNPACKED: Final = 200_000_000
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
    """Every sheet of an XLSX file, or every CSV file of a folder or a ZIP archive. Raises UnreadableFile."""
    if not path.exists():
        raise UnreadableFile("no-such-file", str(path))
    if path.is_dir():
        files = (file for file in sorted(path.iterdir()) if file.suffix.lower() == ".csv")
        return [_read_csv(file.name, _content(file)) for file in files]
    return opened(path.name, _content(path))


def opened(name: str, content: bytes) -> list[Table]:
    """The same of a file that is in memory: a workbook or an archive."""
    if len(content) > MAX_BYTES:
        raise UnreadableFile("too-large", name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:  # a workbook is an archive too
            if sum(each.file_size for each in archive.infolist()) > MAX_UNPACKED:
                raise UnreadableFile("too-large", name)
            if "[Content_Types].xml" not in archive.namelist():
                return _csv_files(archive, name)
        return list(_sheets_of(content))
    except UnreadableFile:
        raise
    except Exception as error:  # on damaged files openpyxl and zipfile raise whatever they stumble over
        raise UnreadableFile("unreadable-file", name) from error


def _csv_files(archive: zipfile.ZipFile, name: str) -> list[Table]:
    """In whatever folder they lie; what a Mac adds to an archive is left out."""
    paths = [PurePosixPath(name) for name in sorted(archive.namelist())]
    wanted = [path for path in paths if path.suffix.lower() == ".csv" and "__MACOSX" not in path.parts]
    if not wanted:
        raise UnreadableFile("unreadable-file", name)
    return [_read_csv(path.name, archive.read(str(path))) for path in wanted]


def _sheets_of(content: bytes) -> Iterator[Table]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and drop-downs, which do not concern us
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what a file says about its size is often wrong
            yield Table(sheet.title, _written(enumerate(sheet.iter_rows(values_only=True), start=1)))


def _read_csv(name: str, raw: bytes) -> Table:
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile("wrong-encoding", name) from error
    header = content.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    try:
        return Table(PurePosixPath(name).stem, _written(_numbered(content, delimiter)))
    except csv.Error as error:
        raise UnreadableFile("unreadable-file", name) from error


def _numbered(content: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1  # a quoted cell may span lines: count where the row begins


def _written(rows: Iterable[tuple[int, Iterable[Any]]]) -> tuple[Line, ...]:
    lines = (Line(number, tuple(cells)) for number, cells in rows)
    return tuple(line for line in lines if not all(is_blank(cell) for cell in line.cells))


def _content(path: Path) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableFile("too-large", path.name)
    return path.read_bytes()
