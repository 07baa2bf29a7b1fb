"""Tables into rows of values: finds sheets and columns by their names and collects every fault on the way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.lookalikes import alike_in_any_case
from bot.outside.answers import Cell, ReadLine, ReadTable
from bot.services.registry.faults import Fault, WrongCell
from bot.services.registry.joined import JoinedTables
from bot.services.registry.sheets import EXAMPLE_CODES, NOTE_TITLES, SHEETS, Column, Sheet, normal
from bot.services.registry.values import is_blank, plain


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Values by column key; a column whose cell was at fault is absent."""

    line: int
    values: Mapping[str, Any]

    def has(self, *keys: str) -> bool:
        return all(key in self.values for key in keys)


@dataclass(slots=True)
class Parsed:
    """`names` are the sheets as the file calls them, `titles` its columns, both for pointing at faults."""

    rows: dict[str, list[SheetRow]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    titles: dict[tuple[str, str], str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, sheet: Sheet, *, line: int | None = None, column: str = "", **fields: str) -> None:
        title = self.titles.get((sheet.key, column), column)
        self.faults.append(Fault(code, self.names.get(sheet.key, sheet.title), line, title, fields))

    def in_order(self) -> tuple[Fault, ...]:
        """All faults as somebody going through the file would meet them."""
        order = {self.names.get(sheet.key, sheet.title): place for place, sheet in enumerate(SHEETS)}
        return tuple(sorted(self.faults, key=lambda fault: (order[fault.sheet], fault.line or 0)))


def parse(tables: Sequence[ReadTable]) -> Parsed:
    """Understand a file as far as each cell by itself goes."""
    parsed = Parsed(rows={sheet.key: [] for sheet in SHEETS})
    for sheet in SHEETS:
        named = [table for table in tables if normal(table.name) in (normal(sheet.title), normal(sheet.key))]
        if len(named) == 1:
            parsed.names[sheet.key] = named[0].name
            _parse_table(parsed, sheet, named[0])
        else:
            parsed.fault("sheet-twice" if named else "sheet-missing", sheet)
    return parsed


def _parse_table(parsed: Parsed, sheet: Sheet, table: ReadTable) -> None:
    if not table.lines:
        parsed.fault("header-missing", sheet)
        return
    header, *body = table.lines
    places = _columns(parsed, sheet, header)
    joined = JoinedTables(table.merged)
    for line in body:
        if not _is_example(line):
            parsed.rows[sheet.key].append(_row(parsed, sheet, places, line, joined))
    if not parsed.rows[sheet.key] and not sheet.may_be_empty:
        parsed.fault("sheet-empty", sheet)


def _columns(parsed: Parsed, sheet: Sheet, header: ReadLine) -> dict[int, Column]:
    """Which column stands where; unknown, repeated and missing ones are faults."""
    known = {normal(name): column for column in sheet.columns for name in (*column.aliases, column.key, column.title)}
    places: dict[int, Column] = {}
    for place, title in _titles(header):
        column = known.get(normal(title))
        if column is None:
            expected = ", ".join(each.title for each in sheet.columns)
            parsed.fault("column-unknown", sheet, line=header.number, column=title, expected=expected)
        elif column in places.values():
            parsed.fault("column-twice", sheet, line=header.number, column=title)
        else:
            places[place] = column
            parsed.titles[sheet.key, column.key] = title
    for column in sheet.columns:
        if column.required and column not in places.values():
            parsed.fault("column-missing", sheet, line=header.number, column=column.title)
    return places


def _titles(header: ReadLine) -> Iterator[tuple[int, str]]:
    for place, cell in enumerate(header.cells):
        if not is_blank(cell) and not normal(plain(cell)).startswith(tuple(map(normal, NOTE_TITLES))):
            yield place, " ".join(plain(cell).replace("*", "").split())


def _row(parsed: Parsed, sheet: Sheet, places: Mapping[int, Column], line: ReadLine, joined: JoinedTables) -> SheetRow:
    # Columns that the file does not have take their defaults; a missing required one is reported once, at the header.
    values = {column.key: column.default for column in sheet.columns if not column.required}
    for place, column in places.items():
        try:
            cell = line.cells[place] if place < len(line.cells) else None
            if is_blank(cell) and (first := joined.first(line.number, place)):
                raise WrongCell("merged", first=first)
            values[column.key] = _value(column, cell)
        except WrongCell as wrong:
            values.pop(column.key, None)
            parsed.fault(wrong.code, sheet, line=line.number, column=column.key, **wrong.fields)
    return SheetRow(line.number, values)


def _value(column: Column, cell: Cell) -> object:
    if not is_blank(cell) and plain(cell):
        return column.parse(cell)
    if column.required:
        raise WrongCell("required")
    return column.default


def _is_example(line: ReadLine) -> bool:
    cells: Iterable[Cell] = line.cells[:1]
    codes = tuple(map(alike_in_any_case, EXAMPLE_CODES))
    return any(alike_in_any_case(plain(cell)).startswith(codes) for cell in cells if not is_blank(cell))
