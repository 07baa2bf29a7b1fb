"""Tables as an XLSX workbook. What people wrote stays text: no name, however it begins, becomes a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from bot.domain.clock import KYIV

Cell: TypeAlias = str | int | float | date | datetime | None
DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""How a text begins that a spreadsheet might compute, in this workbook or in a CSV made of it."""
WIDEST: Final = 60
NARROWEST: Final = 10
_HEADER_FILL: Final = "DDE7F3"


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The file. Times are Kyiv's."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(ILLEGAL_CHARACTERS_RE.sub("", sheet.title)[:31]), sheet)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _write(page: Any, sheet: Sheet) -> None:
    for at, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(at)].width = width
    page.freeze_panes = "A2"
    if sheet.rows:
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.header))}{len(sheet.rows) + 1}"
    page.append([_header(page, each) for each in sheet.header])
    for row in sheet.rows:
        page.append([guarded(page, each) for each in row])


def _header(page: Any, text: str) -> Any:
    cell = WriteOnlyCell(page, text)
    cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEADER_FILL)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def guarded(page: Any, value: Cell) -> Any:
    """A cell that says what it says: control characters are left out, text is text, and marked as such where it looks
    like a formula."""
    if isinstance(value, datetime):
        return value.astimezone(KYIV).replace(tzinfo=None)
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    if not text.startswith(DANGEROUS):
        return text
    cell = WriteOnlyCell(page, text)
    cell.data_type, cell.quotePrefix = "s", True
    return cell


def _widths(sheet: Sheet) -> list[int]:
    """By the longest of the first rows."""
    looked_at = sheet.rows[:200]
    found = []
    for at, title in enumerate(sheet.header):
        longest = max((len(str(row[at])) for row in looked_at if row[at] is not None), default=0)
        found.append(max(NARROWEST, min(WIDEST, max(longest, len(title) // 2) + 2)))
    return found
