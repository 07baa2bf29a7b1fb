"""The registry as people hand it in and take it away: files they make, changed here and there."""

import zipfile
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from bot.samples import ZHYTOMYR
from tests.journeys.conftest import Town
from tests.people import Person, file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Book = dict[str, list[list[str]]]


def sample() -> Book:
    """The sample registry, sheet by sheet, headers first."""
    read = {each.stem: each.read_text(encoding="utf-8").splitlines() for each in ZHYTOMYR.glob("*.csv")}
    return {name: [line.split(";") for line in lines] for name, lines in read.items()}


def part(hromada: str) -> Book:
    """What of the sample lies in a hromada: beats, and whom and what they name."""
    book = sample()
    beats = {row[0] for row in book["areas"] if row[1] == hromada}
    stations = {row[2] for row in book["beats"] if row[0] in beats}
    officers = {row[0] for row in book["posts"] if row[1] in beats}
    kept = {"beats": beats, "areas": beats, "stations": stations, "officers": officers, "posts": officers}
    return {name: [rows[0], *(row for row in rows[1:] if row[0] in kept[name])] for name, rows in book.items()}


def workbook(book: Book) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in book.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
            for cell in page[page.max_row]:
                cell.data_type = "s"  # words that look like a formula are words
    into = BytesIO()
    made.save(into)
    return into.getvalue()


def archive(book: Book, folder: str = "") -> bytes:
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as made:
        for name, rows in book.items():
            made.writestr(f"{folder}{name}.csv", "\n".join(";".join(row) for row in rows))
    return into.getvalue()


def row_of(book: Book, sheet: str, code: str) -> list[str]:
    return next(row for row in book[sheet] if row[0] == code)


async def sends_file(who: Person, content: bytes, name: str = "registry.xlsx") -> None:
    await who.sends_document(file=file(name, XLSX, content))


async def sheets_of(town: Town, message: dict[str, Any]) -> dict[str, list[list[str]]]:
    """The workbook in a message, as words; sheets by their first word."""
    content = await town.box.content(message["document"]["file_id"])
    book = load_workbook(BytesIO(content))
    return {
        page.title.split(" (")[0]: [[str(cell or "") for cell in row] for row in page.iter_rows(values_only=True)]
        for page in book.worksheets
    }


async def editions(town: Town) -> list[int]:
    """The generations of the registry, the first included."""
    rows = await town.rows("SELECT id FROM generations WHERE kind = 'registry' ORDER BY id")
    return [row["id"] for row in rows]
