"""Questions to the gazetteer from a CSV file or workbook with a header line; all faults are told by line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from bot.domain.errors import FileRefused
from bot.domain.numbers import decimal
from bot.outside.answers import Cell
from bot.outside.limits import OFFICIAL
from bot.outside.reading import Outside
from bot.places.importing.tables import TableLine, text
from bot.texts.words import words

Row = dict[str, str]
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class NamedAnswer:
    query: str


@dataclass(frozen=True, slots=True)
class LocatedAnswer:
    lat: float
    lon: float


Question: TypeAlias = NamedAnswer | LocatedAnswer


class BadFile(ValueError):
    """The input cannot be used; `faults` are sentences, each with its line where there is one."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


async def read_names(path: Path) -> list[NamedAnswer]:
    """Column `query`."""
    return await _read(path, ("query",), lambda row: NamedAnswer(row["query"]))


def point(lat: str, lon: str) -> LocatedAnswer:
    """Two numbers of a terminal; raises `BadFile`."""
    row = {"lat": lat, "lon": lon}
    try:
        return _located(row)
    except ValueError as error:
        raise BadFile([str(error)]) from None


async def read_points(path: Path) -> list[LocatedAnswer]:
    """Columns `lat` and `lon`, degrees."""
    return await _read(path, ("lat", "lon"), _located)


async def read_asked(path: Path, known: Callable[[str], bool]) -> list[tuple[str, tuple[str, ...], str]]:
    """Columns `query`, `katottg` (codes with `|` between them; empty: no place is named) and `kind`; `known` tells
    whether a code is one of the gazetteer's."""

    def parse(row: Row) -> tuple[str, tuple[str, ...], str]:
        codes = tuple(filter(None, row["katottg"].split("|")))
        if not row["query"]:
            raise ValueError("query is empty")
        for code in codes:
            if not known(code):
                raise ValueError(f"no such katottg: «{code}»")
        return row["query"], codes, row["kind"]

    asked = await _read(path, ("query", "katottg", "kind"), parse)
    if not asked:
        raise BadFile([f"{path}, line 1: no questions below the header"])
    return asked


async def read_texts(path: Path) -> list[tuple[str, frozenset[str]]]:
    """Column `text`, and `kind` where there is one: kinds with `|` between them."""
    return await _read(path, ("text",), _judged, optional=("kind",))


def _judged(row: Row) -> tuple[str, frozenset[str]]:
    return row["text"], frozenset(filter(None, row.get("kind", "").split("|")))


async def _read(
    path: Path, columns: Sequence[str], parse: Callable[[Row], Kind], optional: Sequence[str] = ()
) -> list[Kind]:
    found: list[Kind] = []
    faults: list[str] = []
    header, body = await _table(path, columns)
    wanted = (*columns, *(each for each in optional if each in header.cells))
    for line in body:
        try:
            found.append(parse(_cells(line, header, wanted)))
        except ValueError as error:
            faults.append(f"{path}, line {line.number}: {error}")
    if faults:
        raise BadFile(faults)
    return found


async def _table(path: Path, columns: Sequence[str]) -> tuple[TableLine, Sequence[TableLine]]:
    """The header, and the lines below it."""
    try:
        tables = await Outside(OFFICIAL).tables(path)
    except FileRefused as refused:
        raise BadFile([words("en").plain("file-trouble", **{**refused.fields, "file": str(path)})]) from None
    lines = [TableLine(line.number, tuple(_written(cell) for cell in line.cells)) for line in tables[0].lines]
    header, *body = lines or [TableLine(1, ())]
    if missing := [column for column in columns if column not in header.cells]:
        raise BadFile([f"{path}, line {header.number}: no column {', '.join(missing)}"])
    return header, body


def _written(cell: Cell) -> str:
    """As it stands there but for the spaces around it: what is asked is what is answered."""
    return text(cell) if isinstance(cell, float) else str(cell if cell is not None else "").strip()


def _cells(line: TableLine, header: TableLine, columns: Sequence[str]) -> Row:
    """The wanted cells; raises ValueError for a row that is too short or too long for its header."""
    if len(line.cells) > len(header.cells):
        raise ValueError("more cells than columns: is there a comma or a semicolon without quotes?")
    places = {column: header.cells.index(column) for column in columns}
    if missing := [column for column, at in places.items() if at >= len(line.cells)]:
        raise ValueError(f"too few cells: no {', '.join(missing)}")
    return {column: line.cells[at] for column, at in places.items()}


def _located(row: Row) -> LocatedAnswer:
    return LocatedAnswer(_degrees(row, "lat", 90), _degrees(row, "lon", 180))


def _degrees(row: Row, column: str, most: float) -> float:
    try:
        value = decimal(row[column])
    except ValueError:
        raise ValueError(f"{column} is not a number: «{row[column]}»") from None
    if not -most <= value <= most:
        raise ValueError(f"{column} is not between -{most} and {most}: {row[column]}")
    return value
