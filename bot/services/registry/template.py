"""An empty registry workbook that explains itself: notes on the headers, drop-downs, an example line in each sheet."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.clock import shown_day
from bot.domain.registry import Edition
from bot.services.registry.report import write_words
from bot.services.registry.rows import rows_of
from bot.services.registry.sheets import SHEET, SHEETS, Sheet
from bot.services.registry.showing import WORDS
from bot.services.spreadsheet import head, saved

PREPARED_ROWS: Final = 5000  # how far down the drop-downs and the text format reach
NOTE_TITLE: Final = "Примітка"
GUIDE_TITLE: Final = "Як заповнювати"
GUIDE: Final = (
    "Це весь довідник: чого немає у файлі, те після завантаження буде вилучено (повідомлення та історія лишаються).",
    "Поля із зірочкою обов’язкові. Рядки, код яких починається з «ПРИКЛАД», і стовпці «Примітка» не читаються.",
    "Дати — 01.09.2026, телефони — +380 00 000 00 01, координати — у градусах. Формули читаються як значення.",
    "Якщо є хоч одна помилка, нічого не зміниться: ви побачите всі помилки одразу — аркуш, рядок, стовпець, причину.",
    "Хто бачить поле: «усі» — мешканці теж, «офіцери» — лише колеги, «адміністратори» — лише ті, хто веде довідник.",
    "Замість книги можна надіслати архів ZIP із файлами CSV (UTF-8): stations.csv, officers.csv, beats.csv, areas.csv, "
    "posts.csv. Для команди в терміналі — також теку з ними.",
)
CHOICES: Final[Mapping[str, str]] = {
    "role": '"офіцер громади,дільничний,черговий"',
    **dict.fromkeys(("address_seen", "name_seen", "phone_seen", "photo_seen"), '"усі,офіцери,адміністратори"'),
}
EXAMPLES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "stations": (
        (
            "ПРИКЛАД-С1",
            "Поліцейська станція №\u00a01",
            "вул. Зразкова, 1, м. Бердичів",
            "49,8992",
            "28,6024",
            "пн–пт 09:00–18:00",
            "+380 00 000 00 01",
            "",
            "усі",
            "усі",
        ),
    ),
    "officers": (
        (
            "ПРИКЛАД-О1",
            "офіцер громади",
            "капітан поліції",
            "Зразок Перший",
            "+380 00 000 00 02",
            "",
            "усі",
            "офіцери",
            "усі",
        ),
        ("ПРИКЛАД-О2", "черговий", "", "Чергова частина", "102", "", "усі", "усі", "усі"),
    ),
    "beats": (("ПРИКЛАД-Д1", "Дільниця №\u00a01", "ПРИКЛАД-С1"),),
    "areas": (("ПРИКЛАД-Д1", "UA18020030000035625"),),
    "posts": (("ПРИКЛАД-О1", "ПРИКЛАД-Д1", "01.09.2026", ""),),
}
_GREY_ITALIC = Font(italic=True, color="808080")


def write_template(path: Path) -> None:
    """Write the workbook to `path`, over whatever is there."""
    path.write_bytes(template_workbook())


def template_workbook() -> bytes:
    """Without entries, with examples that are not read."""
    return _workbook({sheet.key: EXAMPLES[sheet.key] for sheet in SHEETS}, _GREY_ITALIC)


def filled_workbook(edition: Edition, names: Callable[[str], str]) -> bytes:
    """With all entries of an edition: loaded again, it changes nothing. `names`: of KATOTTG codes, as notes."""
    rows = {
        key: [tuple(_written(values[column.key]) for column in SHEET[key].columns) for values in listed]
        for key, listed in rows_of(edition).items()
    }
    rows["areas"] = [(beat, code, names(code)) for beat, code in rows["areas"]]
    return _workbook(rows, Font())


def _written(value: Any) -> str:
    match value:
        case None:
            return ""
        case date():
            return shown_day(value)
        case Enum():
            return WORDS[value]
        case float():
            return f"{value:.6f}".rstrip("0").replace(".", ",")
        case _:
            return str(value)


def _workbook(rows: Mapping[str, Sequence[tuple[str, ...]]], font: Font) -> bytes:
    workbook = Workbook()
    guide = workbook.worksheets[0]
    guide.title = GUIDE_TITLE
    _write_guide(guide)
    for sheet in SHEETS:
        _write_sheet(workbook.create_sheet(sheet.title), sheet, rows[sheet.key], font)
    return saved(workbook)


def _write_guide(page: Worksheet) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 110
    for sentence in GUIDE:
        page.append((sentence,))
    for sheet in SHEETS:
        page.append(())
        page.append((sheet.title, sheet.help))
        page.cell(page.max_row, 1).font = Font(bold=True)
        for column in sheet.columns:
            page.append((column.title + " *" * column.required, column.help))


def _write_sheet(page: Worksheet, sheet: Sheet, rows: Sequence[tuple[str, ...]], font: Font) -> None:
    for place, column in enumerate(sheet.columns, start=1):
        cell = page.cell(1, place, column.title + " *" * column.required)
        if isinstance(cell, Cell):
            head(cell)
        cell.comment = Comment(column.help, "")
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = 24
        page.column_dimensions[letter].number_format = "@"  # text: a spreadsheet must not eat a leading zero or plus
        if column.key in CHOICES:
            _offer(page, CHOICES[column.key], letter)
    if any(len(row) > len(sheet.columns) for row in rows):
        page.cell(1, len(sheet.columns) + 1, NOTE_TITLE)
    for line, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            written = page.cell(line, place)
            if isinstance(written, Cell):  # no merged ones here
                write_words(written, value)
            written.font, written.number_format = font, "@"
    page.freeze_panes = "A2"


def _offer(page: Worksheet, choices: str, letter: str) -> None:
    offered = DataValidation(type="list", formula1=choices, allow_blank=True)
    page.add_data_validation(offered)
    offered.add(f"{letter}2:{letter}{PREPARED_ROWS}")
