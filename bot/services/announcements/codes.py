"""Station codes in a file: a column of them in a workbook or a CSV, under a header or without one."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from bot.domain.errors import FileRefused, UnreadableCodes
from bot.domain.lookalikes import alike_in_any_case
from bot.outside.answers import ReadTable
from bot.outside.limits import counted
from bot.services.registry.sheets import SHEET, normal
from bot.services.registry.values import is_blank, plain

MOST_ROWS: Final = 5000


def codes_in(tables: Sequence[ReadTable], file: str) -> list[str]:
    """What stands in the column of codes, in order, each once: the column a header calls so, else the first one.
    Raises `UnreadableCodes`, and `FileRefused` for far more lines than there are stations."""
    rows = [line.cells for table in tables[:1] for line in table.lines]
    if not rows:
        raise UnreadableCodes
    if len(rows) > MOST_ROWS:
        raise FileRefused(file=file, what="rows", limit=counted(MOST_ROWS), at=counted(len(rows)))
    at = next((n for n, cell in enumerate(rows[0]) if not is_blank(cell) and normal(plain(cell)) in _titles()), None)
    column = (row[at or 0] for row in rows[0 if at is None else 1 :] if len(row) > (at or 0))
    written = (plain(cell) for cell in column if not is_blank(cell))
    return list(dict.fromkeys(each for each in written if each))


def sort_out(written: Iterable[str], known: Collection[str]) -> tuple[list[str], list[str]]:
    """Codes that are known, whatever their case and whichever alphabet their letters are of, and what is not."""
    by_look = {alike_in_any_case(code): code for code in known} | {code: code for code in known}
    found: list[str] = []
    unknown: list[str] = []
    for each in written:
        code = by_look.get(each) or by_look.get(alike_in_any_case(each))
        (found if code else unknown).append(code or each)
    return found, unknown


def _titles() -> set[str]:
    """What a column of station codes may be called."""
    columns = (SHEET["stations"].columns[0], next(each for each in SHEET["beats"].columns if each.key == "station"))
    return {normal(name) for column in columns for name in ("code", *column.aliases, column.key, column.title)}
