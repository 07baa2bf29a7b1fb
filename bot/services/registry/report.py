"""What a file would change, as a workbook: what is added, what changes with before and after, what goes, what is
wrong. Blocking: a large one takes seconds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.registry import AnyEntry, DirectoryKind, OfficerEntry, StationEntry
from bot.services import spreadsheet
from bot.services.registry.faults import Fault
from bot.services.registry.planning import Plan
from bot.services.registry.sheets import SHEET
from bot.services.registry.showing import Names, differing, value

Say: TypeAlias = Callable[..., str]
"""`say(text_id, **variables)`: the sentence, plain, in the reader's language."""
Line: TypeAlias = tuple[str, ...]

WIDTHS: Final = (18, 22, 40, 26, 46, 46)


def report(plan: Plan, say: Say, names: Names) -> bytes:
    """The workbook. `names`: of KATOTTG codes."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    pages: dict[str, Iterable[Line]] = {
        "errors": _faults(plan.faults, say),
        "added": _added(plan, names),
        "changed": _changed(plan, names),
        "missing": _retired(plan),
    }
    for name, lines in pages.items():
        head = say(f"report-{name}-columns").split("|")
        listed = list(lines)
        _write(workbook.create_sheet(f"{say(f'report-{name}')} ({len(listed)})"), head, listed)
    workbook.active = 0 if plan.faults else 1
    return spreadsheet.saved(workbook)


def _added(plan: Plan, names: Names) -> Iterator[Line]:
    for kind, difference in plan.changes.by_kind():
        for entry in difference.added:
            yield _kind(kind), entry.code, entry.name, _about(entry, names)


def _about(entry: AnyEntry, names: Names) -> str:
    """What tells it from others of its name."""
    if isinstance(entry, StationEntry):
        return entry.address
    if isinstance(entry, OfficerEntry):
        return f"{value(entry.role, names)} {entry.rank}".strip()
    return value(entry.areas, names)


def _changed(plan: Plan, names: Names) -> Iterator[Line]:
    for kind, difference in plan.changes.by_kind():
        for entry in difference.changed:
            before = plan.old.of(kind)[entry.code]
            for field, old, new in differing(kind, before, entry, names):
                yield _kind(kind), entry.code, entry.name, field, old, new


def _retired(plan: Plan) -> Iterator[Line]:
    for kind, difference in plan.changes.by_kind():
        for code in difference.retired:
            yield _kind(kind), code, plan.old.of(kind)[code].name


def _kind(kind: DirectoryKind) -> str:
    return SHEET[kind.value].title


def _faults(faults: Sequence[Fault], say: Say) -> Iterator[Line]:
    for fault in faults:
        reason = say(f"registry-error-{fault.code}", **fault.fields)
        yield fault.sheet, str(fault.line or ""), fault.column, reason


def _write(page: Worksheet, head: Sequence[str], lines: Sequence[Line]) -> None:
    for place, text in enumerate(head, start=1):
        title = page.cell(1, place, text)
        if isinstance(title, Cell):
            spreadsheet.head(title)
        wide = 70 if place == len(head) == 4 else WIDTHS[place - 1]
        page.column_dimensions[get_column_letter(place)].width = wide
    for number, line in enumerate(lines, start=2):
        for place, text in enumerate(line, start=1):
            cell = page.cell(number, place)
            if isinstance(cell, Cell):  # no merged ones here
                write_words(cell, text)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


def write_words(cell: Cell, text: str) -> None:
    """Somebody else's words into a cell, all of them to be seen."""
    spreadsheet.guard(cell, text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
