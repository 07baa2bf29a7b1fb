"""What goes from the child to its parent: JSON, one value a line, nothing that could be code.

A table begins with `{"table": name, "merged": […]}`, its lines are `[number, [cells…]]`; a feature is a dict of its
own. The last line is `{"end": true}` or `{"refused": what, "limit": …, "at": …}`; without it the child broke off.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final, TypeAlias

from bot.outside.limits import FileLimits, megabytes
from bot.outside.refusing import Refusal

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
TABLES: Final = "tables"
FEATURES: Final = "features"
"""What a child is asked for."""
END: Final = {"end": True}


@dataclass(frozen=True, slots=True)
class ReadLine:
    """`number` as people count it in their program, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells joined into one, from top left to bottom right: lines from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class ReadTable:
    """A sheet or a CSV file: its lines that are not blank."""

    name: str
    lines: list[ReadLine] = field(default_factory=list)
    merged: tuple[Merged, ...] = ()


def letters(column: int) -> str:
    """What a program calls a column, from 0: A, B … XFD."""
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


class Answer:
    """Collects the lines in the child; raises `Refusal` when there are too many."""

    def __init__(self, limits: FileLimits) -> None:
        self._limits = limits
        self._parts: list[bytes] = []
        self._size = 0

    def say(self, value: object) -> None:
        line = json.dumps(value, default=_plain, separators=(",", ":"), ensure_ascii=False)
        self._parts.append(said := line.encode("utf-8", "backslashreplace") + b"\n")
        self._size += len(said)
        if self._size > self._limits.answer:
            raise Refusal("unpacked", limit=megabytes(self._limits.answer))

    def content(self) -> bytes:
        return b"".join(self._parts)


def lines_of(answer: bytes) -> Iterator[Any]:
    """What was said, in order; raises ValueError for what no child of ours says."""
    for line in answer.split(b"\n"):
        if line:
            yield json.loads(line, object_hook=_cell)


def tables_of(answer: bytes) -> list[ReadTable]:
    """Raises ValueError."""
    tables: list[ReadTable] = []
    for said in lines_of(answer):
        match said:
            case {"table": str(name), "merged": [*merged]}:
                tables.append(ReadTable(name, merged=tuple(Merged(*each) for each in merged)))
            case [int(number), [*cells]]:
                tables[-1].lines.append(ReadLine(number, tuple(cells)))
    return tables


def _plain(cell: object) -> dict[str, Any]:
    match cell:
        case datetime():
            return {"moment": cell.isoformat()}
        case date():
            return {"day": cell.isoformat()}
        case time():
            return {"time": cell.isoformat()}
        case timedelta():
            return {"seconds": cell.total_seconds()}
    raise TypeError(type(cell).__name__)


def _cell(said: dict[str, Any]) -> Any:
    match said:
        case {"moment": str(written)}:
            return datetime.fromisoformat(written)
        case {"day": str(written)}:
            return date.fromisoformat(written)
        case {"time": str(written)}:
            return time.fromisoformat(written)
        case {"seconds": int(seconds) | float(seconds)}:
            return timedelta(seconds=seconds)
    return said
