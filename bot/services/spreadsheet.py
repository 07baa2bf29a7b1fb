"""What all workbooks share: somebody's words in a cell stay words, headings look alike, a workbook becomes bytes."""

from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill

RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""How a text begins that a spreadsheet might compute, in a workbook or in a CSV made of it."""
CELL_LIMIT: Final = 32_000  # Excel's is 32,767
_HEADER_FILL: Final = "DDE7F3"


def clean(text: str) -> str:
    """Spaces for the control characters that no workbook may hold, and no longer than a cell takes."""
    return ILLEGAL_CHARACTERS_RE.sub(" ", text)[:CELL_LIMIT]


def guard(cell: Cell, text: str) -> None:
    """Words into a cell: they stay words, also when they begin like a formula, and also after somebody has edited the
    cell. What is read back is what was written."""
    words = clean(text)
    cell.value = words
    cell.data_type = "s"
    cell.quotePrefix = words.startswith(RISKY)


def quoted(text: str) -> str:
    """Words for a table that is only read: with an apostrophe before what looks like a formula, so that they stay words
    in a CSV made of it, too."""
    words = clean(text)
    return f"'{words}" if words.startswith(RISKY) else words


def head(cell: Cell) -> None:
    """As headings look."""
    cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEADER_FILL)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def saved(book: Workbook) -> bytes:
    """The file."""
    into = BytesIO()
    book.save(into)
    return into.getvalue()
