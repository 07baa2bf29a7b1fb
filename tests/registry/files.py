"""Registry files for the tests: rows by sheet, written as CSV or as a workbook."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from bot.outside.answers import Cell
from tests.registry.conftest import HROMADA, RAION

Rows = Sequence[Sequence[Cell]]
Book = Mapping[str, Rows]

GOOD: Book = {
    "stations": [
        ("code", "name", "address", "lat", "lon", "hours", "phone"),
        ("s1", "Станція", "вул. Зразкова, 1", "49,9", "28.6", "пн–пт 9–18", "0 (00) 000-00-01"),
    ],
    "officers": [
        ("code", "role", "rank", "name", "phone", "phone_seen"),
        ("o1", "офіцер громади", "капітан поліції", "Зразок Перший", "+380000000002", "усі"),
        ("o2", "duty", "", "Чергова частина", "102", "public"),
    ],
    "beats": [("code", "name", "station"), ("b1", "Дільниця 1", "s1"), ("b2", "Район", "")],
    "areas": [("beat", "katottg"), ("b1", HROMADA), ("b2", RAION)],
    "posts": [
        ("officer", "beat", "since", "until"),
        ("o1", "b1", "01.01.2026", ""),
        ("o2", "b2", "2026-01-01", "31.12.2027"),
    ],
}


def with_row(sheet: str, *cells: Cell) -> Book:
    """The good book with one more row."""
    return {**GOOD, sheet: [*GOOD[sheet], cells]}


def write_csv(folder: Path, book: Book, *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    folder.mkdir(exist_ok=True)
    for sheet, rows in book.items():
        with (folder / f"{sheet}.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    return folder


def write_xlsx(path: Path, book: Book) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet, rows in book.items():
        page = workbook.create_sheet(sheet)
        for row in rows:
            page.append(row)
    workbook.save(path)
    return path
