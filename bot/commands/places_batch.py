"""Questions to the gazetteer from a CSV file (UTF-8, `,` or `;`, a header line); all faults are told by line."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

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


def read_points(path: Path) -> list[Located]:
    """Columns `lat` and `lon`, degrees."""
    return _read(path, ("lat", "lon"), lambda row: Located(_degrees(row, "lat", 90), _degrees(row, "lon", 180)))


def read_asked(path: Path, known: Callable[[str], bool]) -> list[tuple[str, str, str]]:
    """Columns `query`, `katottg` and `kind`; `known` tells whether a code is one of the gazetteer's."""

    def parse(row: Row) -> tuple[str, str, str]:
        if not known(row["katottg"]):
            raise ValueError(f"no such katottg: «{row['katottg']}»")
        return row["query"], row["katottg"], row["kind"]

    return _read(path, ("query", "katottg", "kind"), parse)


def _read(path: Path, columns: Sequence[str], parse: Callable[[Row], Kind]) -> list[Kind]:
    found: list[Kind] = []
    faults: list[str] = []
    for line, row in _rows(path, columns):
        try:
            found.append(parse(row))
        except ValueError as error:
            faults.append(f"{path}, line {line}: {error}")
    if faults:
        raise BadFile(faults)
    return found


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Rows with their line numbers, cells trimmed."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile([f"{path}: cannot be read: {error}"]) from error
    header = text.split("\n", 1)[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if header.count(";") > header.count(",") else ",")
    if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
        raise BadFile([f"{path}, line 1: no column {', '.join(missing)}"])
    for row in reader:
        yield reader.line_num, {column: (row[column] or "").strip() for column in columns}


def _degrees(row: Row, column: str, most: float) -> float:
    try:
        value = float(row[column].replace(",", "."))
    except ValueError:
        raise ValueError(f"{column} is not a number: «{row[column]}»") from None
    if not -most <= value <= most:
        raise ValueError(f"{column} is not between -{most} and {most}: {row[column]}")
    return value
