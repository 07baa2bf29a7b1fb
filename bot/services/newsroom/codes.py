"""Station codes in a file: a column of them in a workbook or a CSV, under a header or without one."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from bot.domain.errors import UnreadableCodes
from bot.services.registry.sheets import SHEET, normal
from bot.services.registry.values import Cell, is_blank, plain

ENCODINGS: Final = ("utf-8-sig", "cp1251")
DELIMITERS: Final = ";,\t"
MOST_ROWS: Final = 5000


def codes_in(content: bytes) -> list[str]:
    """What stands in the column of codes, in order, each once: the column a header calls so, else the first one.
    Raises `UnreadableCodes`."""
    rows = [row for row in _rows(content) if not all(is_blank(cell) for cell in row)][:MOST_ROWS]
    if not rows:
        raise UnreadableCodes
    at = next((n for n, cell in enumerate(rows[0]) if not is_blank(cell) and normal(plain(cell)) in _titles()), None)
    column = (row[at or 0] for row in rows[0 if at is None else 1 :] if len(row) > (at or 0))
    written = (plain(cell) for cell in column if not is_blank(cell))
    return list(dict.fromkeys(each for each in written if each))


def sort_out(written: Iterable[str], known: Collection[str]) -> tuple[list[str], list[str]]:
    """Codes that are known, whatever their case, and what is not."""
    by_case = {code.casefold(): code for code in known}
    found: list[str] = []
    unknown: list[str] = []
    for each in written:
        code = by_case.get(each.casefold())
        (found if code else unknown).append(code or each)
    return found, unknown


def _titles() -> set[str]:
    """What a column of station codes may be called."""
    columns = (SHEET["stations"].columns[0], next(each for each in SHEET["beats"].columns if each.key == "station"))
    return {normal(name) for column in columns for name in (*column.aliases, column.key, column.title)} | {"code"}


def _rows(content: bytes) -> Iterator[Sequence[Cell]]:
    if content.startswith(b"PK"):
        yield from _workbook(content)
    else:
        yield from _csv(content)


def _workbook(content: bytes) -> Iterator[Sequence[Cell]]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in workbook.sheet_names[:1]:
            yield from workbook.get_sheet_by_name(name).to_python(nrows=MOST_ROWS)
    except (CalamineError, OSError) as error:
        raise UnreadableCodes from error


def _csv(content: bytes) -> Iterator[Sequence[Cell]]:
    text = _decoded(content)
    delimiter = max(DELIMITERS, key=text.lstrip().partition("\n")[0].count)
    try:
        yield from (list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableCodes from error


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableCodes
