"""An empty registry workbook that explains itself: notes on the headers, drop-downs, an example line in each sheet."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.services.registry.sheets import SHEETS, Sheet

PREPARED_ROWS: Final = 5000  # how far down the drop-downs and the text format reach
GUIDE_TITLE: Final = "Як заповнювати"
GUIDE: Final = (
    "Це весь реєстр: чого немає у файлі, те після завантаження буде вилучено (повідомлення та історія лишаються).",
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
            "Поліцейська станція № 1",
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
    "beats": (("ПРИКЛАД-Д1", "Дільниця № 1", "ПРИКЛАД-С1"),),
    "areas": (("ПРИКЛАД-Д1", "UA18020030000035625"),),
    "posts": (("ПРИКЛАД-О1", "ПРИКЛАД-Д1", "01.09.2026", ""),),
}
_HEADER_FILL = PatternFill("solid", fgColor="DDE7F3")
_GREY_ITALIC = Font(italic=True, color="808080")


def write_template(path: Path) -> None:
    """Write the workbook to `path`, over whatever is there."""
    workbook = Workbook()
    guide = workbook.worksheets[0]
    guide.title = GUIDE_TITLE
    _write_guide(guide)
    for sheet in SHEETS:
        _write_sheet(workbook.create_sheet(sheet.title), sheet)
    workbook.save(path)


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


def _write_sheet(page: Worksheet, sheet: Sheet) -> None:
    for place, column in enumerate(sheet.columns, start=1):
        cell = page.cell(1, place, column.title + " *" * column.required)
        cell.font, cell.fill, cell.alignment = Font(bold=True), _HEADER_FILL, Alignment(wrap_text=True)
        cell.comment = Comment(column.help, "")
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = 24
        page.column_dimensions[letter].number_format = "@"  # text: a spreadsheet must not eat a leading zero or plus
        if column.key in CHOICES:
            _offer(page, CHOICES[column.key], letter)
    for line, example in enumerate(EXAMPLES[sheet.key], start=2):
        for place, value in enumerate(example, start=1):
            cell = page.cell(line, place, value)
            cell.font, cell.number_format = _GREY_ITALIC, "@"
    page.freeze_panes = "A2"


def _offer(page: Worksheet, choices: str, letter: str) -> None:
    offered = DataValidation(type="list", formula1=choices, allow_blank=True)
    page.add_data_validation(offered)
    offered.add(f"{letter}2:{letter}{PREPARED_ROWS}")
