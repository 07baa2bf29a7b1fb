"""Tables as an XLSX workbook. What people wrote stays text: no name, however it begins, becomes a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from bot.domain.clock import KYIV
from bot.services.spreadsheet import RISKY, clean, guard, head, saved

Cell: TypeAlias = str | int | float | date | datetime | None
WIDEST: Final = 60
NARROWEST: Final = 10


@dataclass(frozen=True, slots=True)
class FiguresSheet:
    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def workbook(sheets: Iterable[FiguresSheet]) -> bytes:
    """The file. Times are Kyiv's."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(clean(sheet.title)[:31]), sheet)
    return saved(book)


def _write(page: Any, sheet: FiguresSheet) -> None:
    for at, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(at)].width = width
    page.freeze_panes = "A2"
    if sheet.rows:
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.header))}{len(sheet.rows) + 1}"
    page.append([_header(page, each) for each in sheet.header])
    for row in sheet.rows:
        page.append([_cell(page, each) for each in row])


def _header(page: Any, text: str) -> Any:
    cell = WriteOnlyCell(page, text)
    head(cell)
    return cell


def _cell(page: Any, value: Cell) -> Any:
    """A cell that says what it says."""
    if isinstance(value, datetime):
        return value.astimezone(KYIV).replace(tzinfo=None)
    if not isinstance(value, str):
        return value
    if not clean(value).startswith(RISKY):
        return clean(value)
    cell = WriteOnlyCell(page)
    guard(cell, value)
    return cell


def _widths(sheet: FiguresSheet) -> list[int]:
    """By the longest of the first rows."""
    looked_at = sheet.rows[:200]
    found = []
    for at, title in enumerate(sheet.header):
        longest = max((len(str(row[at])) for row in looked_at if row[at] is not None), default=0)
        found.append(max(NARROWEST, min(WIDEST, max(longest, len(title) // 2) + 2)))
    return found
