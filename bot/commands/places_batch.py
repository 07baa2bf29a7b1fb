"""Questions to the gazetteer from a CSV file (UTF-8, `,` or `;`, a header line); all faults are told by line."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from bot.domain.numbers import decimal

Row = dict[str, str]
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Named:
    query: str


@dataclass(frozen=True, slots=True)
class Located:
    lat: float
    lon: float


Question: TypeAlias = Named | Located


class BadFile(ValueError):
    """The input cannot be used; `faults` are sentences, each with its line where there is one."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def read_names(path: Path) -> list[Named]:
    """Column `query`."""
    return _read(path, ("query",), lambda row: Named(row["query"]))


def point(lat: str, lon: str) -> Located:
    """Two numbers of a terminal; raises `BadFile`."""
    row = {"lat": lat, "lon": lon}
    try:
        return _located(row)
    except ValueError as error:
        raise BadFile([str(error)]) from None


def read_points(path: Path) -> list[Located]:
    """Columns `lat` and `lon`, degrees."""
    return _read(path, ("lat", "lon"), _located)


def read_asked(path: Path, known: Callable[[str], bool]) -> list[tuple[str, str, str]]:
    """Columns `query`, `katottg` and `kind`; `known` tells whether a code is one of the gazetteer's."""

    def parse(row: Row) -> tuple[str, str, str]:
        if not row["query"]:
            raise ValueError("query is empty")
        if not known(row["katottg"]):
            raise ValueError(f"no such katottg: «{row['katottg']}»")
        return row["query"], row["katottg"], row["kind"]

    asked = _read(path, ("query", "katottg", "kind"), parse)
    if not asked:
        raise BadFile([f"{path}, line 1: no questions below the header"])
    return asked


def read_texts(path: Path) -> list[tuple[str, frozenset[str]]]:
    """Column `text`, and `kind` where there is one: kinds with `|` between them."""
    optional = ("text", "kind") if _has_column(path, "kind") else ("text",)
    return _read(path, optional, lambda row: (row["text"], frozenset(filter(None, row.get("kind", "").split("|")))))


def _has_column(path: Path, name: str) -> bool:
    try:
        first = path.read_text(encoding="utf-8-sig").partition("\n")[0]
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile([f"{path}: cannot be read: {error}"]) from error
    return name in re.split("[,;]", first.strip())


def _read(path: Path, columns: Sequence[str], parse: Callable[[Row], Kind]) -> list[Kind]:
    found: list[Kind] = []
    faults: list[str] = []
    for line, row in _rows(path, columns):
        try:
            found.append(parse(_cells(row, columns)))
        except ValueError as error:
            faults.append(f"{path}, line {line}: {error}")
    if faults:
        raise BadFile(faults)
    return found


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str | None, Any]]]:
    """Rows with their line numbers, as `DictReader` makes them."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile([f"{path}: cannot be read: {error}"]) from error
    header = text.split("\n", 1)[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if header.count(";") > header.count(",") else ",")
    try:
        if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
            raise BadFile([f"{path}, line 1: no column {', '.join(missing)}"])
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise BadFile([f"{path}, line {reader.line_num + 1}: {error}"]) from error


def _cells(row: Mapping[str | None, Any], columns: Sequence[str]) -> Row:
    """The wanted cells, trimmed; raises ValueError for a row that is too short or too long for its header."""
    if None in row:
        raise ValueError("more cells than columns: is there a comma or a semicolon without quotes?")
    if missing := [column for column in columns if row[column] is None]:
        raise ValueError(f"too few cells: no {', '.join(missing)}")
    return {column: row[column].strip() for column in columns}


def _located(row: Row) -> Located:
    return Located(_degrees(row, "lat", 90), _degrees(row, "lon", 180))


def _degrees(row: Row, column: str, most: float) -> float:
    try:
        value = decimal(row[column])
    except ValueError:
        raise ValueError(f"{column} is not a number: «{row[column]}»") from None
    if not -most <= value <= most:
        raise ValueError(f"{column} is not between -{most} and {most}: {row[column]}")
    return value
