"""Everything that can be wrong with a registry file: named with sheet, line, column and reason, all at once."""

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.commands.registry import worded
from bot.domain.errors import FileRefused
from bot.domain.places import PlaceCategory
from bot.outside.answers import Cell
from bot.outside.limits import OFFICIAL
from bot.outside.reading import Outside
from bot.services.registry.checking import check
from bot.services.registry.faults import Fault, of_file
from bot.services.registry.parsing import parse
from bot.texts.words import LANGUAGES, LOCALES, words
from tests.registry.conftest import HROMADA, PLACES, RAION
from tests.registry.files import GOOD, Book, with_row, write_csv, write_xlsx

UNKNOWN = "UA99999999999999999"

BAD_ROWS: dict[str, Book] = {
    "required": with_row("officers", "o3", "доп", "", "", "", ""),
    "too-long": with_row("officers", "o3", "доп", "", "З" * 201, "", ""),
    "formula-error": with_row("officers", "o3", "доп", "", "#REF!", "", ""),
    "not-a-role": with_row("officers", "o3", "маршал", "", "Зразок", "", ""),
    "not-a-phone": with_row("officers", "o3", "доп", "", "Зразок", "дзвоніть", ""),
    "too-many-phones": with_row("officers", "o3", "доп", "", "Зразок", "0000000007, 0000000008, 0000000009", ""),
    "not-words": with_row("stations", "s2", "С", "а", "", "", "18.09.2026", ""),
    "not-a-visibility": with_row("officers", "o3", "доп", "", "Зразок", "", "мабуть"),
    "not-a-katottg": with_row("areas", "b1", "1234"),
    "unknown-katottg": with_row("areas", "b1", UNKNOWN),
    "not-a-date": with_row("posts", "o2", "b1", "31.02.2026", ""),
    "dates-out-of-order": with_row("posts", "o2", "b1", "02.02.2026", "01.02.2026"),
    "area-too-wide": with_row("posts", "o1", "b2", "02.02.2026", ""),
    "repeated": with_row("posts", "o1", "b1", "2026-01-01", ""),
    "unknown-reference": with_row("posts", "o9", "b1", "01.01.2026", ""),
    "not-a-coordinate": with_row("stations", "s2", "С", "а", "північ", "28", "", ""),
    "outside-ukraine": with_row("stations", "s2", "С", "а", "28,6", "28,6", "", ""),
    "half-a-point": with_row("stations", "s2", "С", "а", "49,9", "", "", ""),
}
BAD_SHEETS: dict[str, Book] = {
    "sheet-missing": {key: rows for key, rows in GOOD.items() if key != "posts"},
    "sheet-twice": {**GOOD, "Призначення": GOOD["posts"]},
    "sheet-empty": {**GOOD, "posts": GOOD["posts"][:1]},
    "header-missing": {**GOOD, "posts": []},
    "column-missing": {**GOOD, "posts": [row[:2] for row in GOOD["posts"]]},
    "column-twice": {**GOOD, "posts": [(*GOOD["posts"][0], "Від"), *GOOD["posts"][1:]]},
    "column-unknown": {**GOOD, "posts": [(*GOOD["posts"][0], "Телефн"), *GOOD["posts"][1:]]},
}


CATEGORIES = {str(place["katottg"]): PlaceCategory(str(place["category"])) for place in PLACES}


async def faults(path: Path) -> tuple[Fault, ...]:
    try:
        parsed = parse(await Outside(OFFICIAL).tables(path))
    except FileRefused as error:
        return (of_file(error),)
    check(parsed, CATEGORIES)
    return parsed.in_order()


@pytest.mark.parametrize("code", BAD_ROWS)
async def test_a_bad_row_is_pointed_at(tmp_path: Path, code: str) -> None:
    (sheet,) = (key for key, rows in BAD_ROWS[code].items() if rows is not GOOD[key])
    (fault,) = await faults(write_csv(tmp_path / "r", BAD_ROWS[code]))
    assert (fault.code, fault.sheet, fault.line) == (code, sheet, len(BAD_ROWS[code][sheet]))
    assert fault.column in GOOD[sheet][0]


@pytest.mark.parametrize("code", BAD_SHEETS)
async def test_a_bad_sheet_is_named(tmp_path: Path, code: str) -> None:
    (fault,) = await faults(write_csv(tmp_path / "r", BAD_SHEETS[code]))
    assert fault.code == code
    assert fault.sheet in {"posts", "Призначення"}


async def test_all_faults_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    book = {
        **GOOD,
        "officers": [*GOOD["officers"], ("o1", "маршал", "", "", "?", "")],
        "areas": [*GOOD["areas"], ("b7", UNKNOWN), ("b1", HROMADA)],
        "posts": [*GOOD["posts"], ("o1", "b2", "ніколи", "")],
    }
    found = await faults(write_xlsx(tmp_path / "r.xlsx", book))
    assert [(fault.sheet, fault.line, fault.column, fault.code) for fault in found] == [
        ("officers", 4, "role", "not-a-role"),
        ("officers", 4, "name", "required"),
        ("officers", 4, "phone", "not-a-phone"),
        ("officers", 4, "code", "repeated"),
        ("areas", 4, "beat", "unknown-reference"),
        ("areas", 4, "katottg", "unknown-katottg"),
        ("areas", 5, "katottg", "repeated"),
        ("posts", 4, "since", "not-a-date"),
        ("posts", 4, "beat", "area-too-wide"),
    ]


async def test_a_row_at_fault_still_counts_as_there(tmp_path: Path) -> None:
    """One mistake, one fault: an officer with a wrong role does not make their posts dangle."""
    book = {**GOOD, "officers": [GOOD["officers"][0], ("o1", "маршал", "", "З", "", ""), GOOD["officers"][2]]}
    assert [fault.code for fault in await faults(write_csv(tmp_path / "r", book))] == ["not-a-role"]


async def test_lines_are_counted_where_rows_begin(tmp_path: Path) -> None:
    book = {
        **GOOD,
        "stations": [
            *GOOD["stations"],
            (),
            ("s2", "С", "два\nрядки", "", "", "пн\nвт", ""),
            ("s3", "", "а", "", "", "", ""),
        ],
    }
    (fault,) = await faults(write_csv(tmp_path / "r", book))
    assert (fault.line, fault.code) == (7, "required")


async def test_a_workbook_counts_blank_rows_too(tmp_path: Path) -> None:
    book = {**GOOD, "officers": [*GOOD["officers"], (), (None, None), ("o3", "доп", "", None, "", "")]}
    (fault,) = await faults(write_xlsx(tmp_path / "r.xlsx", book))
    assert (fault.line, fault.code) == (6, "required")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("absent.xlsx", None, "absent"),
        ("words.xlsx", b"just words", "kind"),
        ("blank.xlsx", b"", "empty"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "damaged"),
        ("zip.xlsx", b"PK\x05\x06" + bytes(18), "kind"),
    ],
)
async def test_not_a_workbook(tmp_path: Path, name: str, content: bytes | None, code: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (fault,) = await faults(tmp_path / name)
    assert (fault.code, fault.fields["what"]) == ("file", code)


@pytest.mark.parametrize("broken", [0.2, 0.5, 0.9])
async def test_a_workbook_cut_short(tmp_path: Path, broken: float) -> None:
    whole = write_xlsx(tmp_path / "r.xlsx", GOOD).read_bytes()
    (tmp_path / "r.xlsx").write_bytes(whole[: int(len(whole) * broken)])
    (fault,) = await faults(tmp_path / "r.xlsx")
    assert (fault.code, fault.fields["what"]) == ("file", "damaged")


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig"])
async def test_csv_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    book = {key: [[str(cell).replace("–", "-") for cell in row] for row in rows] for key, rows in GOOD.items()}
    assert await faults(write_csv(tmp_path / "r", book, encoding=encoding)) == ()


async def test_csv_in_an_unknown_encoding(tmp_path: Path) -> None:
    book = {key: [[str(cell).replace("–", "-") for cell in row] for row in rows] for key, rows in GOOD.items()}
    (fault,) = await faults(write_csv(tmp_path / "r", book, encoding="koi8-u"))
    assert (fault.code, fault.fields["what"]) == ("file", "encoding")


async def test_csv_with_a_quote_left_open(tmp_path: Path) -> None:
    write_csv(tmp_path / "r", GOOD)
    (tmp_path / "r" / "posts.csv").write_text('officer,beat,since\no1,"b1,2026-01-01\n', encoding="utf-8")
    (fault,) = await faults(tmp_path / "r")
    assert (fault.code, fault.fields["file"]) == ("file", "r")


async def test_an_empty_folder_holds_no_tables(tmp_path: Path) -> None:
    assert [(fault.code, fault.fields["what"]) for fault in await faults(tmp_path)] == [("file", "kind")]


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_every_fault_has_its_sentence(tmp_path: Path, locale: str) -> None:
    found = [Fault("file", fields={"file": "r.xlsx", "what": "empty", "limit": "", "at": ""})]
    for number, book in enumerate((BAD_ROWS | BAD_SHEETS).values()):
        found += await faults(write_csv(tmp_path / str(number), book))
    found += await faults(merged(tmp_path / "m.xlsx"))
    lines = [worded(fault, words(locale).plain) for fault in found]
    assert all(fault.sheet in line and fault.column in line for fault, line in zip(found, lines, strict=True))
    source = "".join((LOCALES / locale / name).read_text(encoding="utf-8") for name in ("registry.ftl", "files.ftl"))
    codes = {fault.code for fault in found}
    assert set(re.findall(r"^registry-error-(\S+) =", source, re.MULTILINE)) == codes


async def test_cells_that_are_merged_are_named_as_such(tmp_path: Path) -> None:
    found = await faults(merged(tmp_path / "r.xlsx"))
    assert [(fault.code, fault.sheet, fault.line, fault.column, fault.fields) for fault in found] == [
        ("merged", "beats", 3, "station", {"first": "C2"}),  # may be blank: it would be nobody's station in silence
        ("merged", "areas", 3, "beat", {"first": "A2"}),
    ]


def merged(path: Path) -> Path:
    """The good book, with cells joined over two rows."""
    book = load_workbook(write_xlsx(path, GOOD))
    book["beats"].merge_cells("C2:C3")
    book["areas"].merge_cells("A2:A3")
    book.save(path)
    return path


@pytest.mark.parametrize("cell", [date(2026, 9, 18), time(9), timedelta(hours=9), 0.375, 9, True])
async def test_what_a_spreadsheet_makes_of_hours_is_refused(tmp_path: Path, cell: Cell) -> None:
    book = with_row("stations", "s2", "С", "а", None, None, cell, None)
    (fault,) = await faults(write_xlsx(tmp_path / "r.xlsx", book))
    assert (fault.code, fault.line, fault.column) == ("not-words", 3, "hours")


async def test_headers_roles_and_codes_of_the_codifier_in_the_other_alphabet(tmp_path: Path) -> None:
    """Latin letters where Cyrillic ones belong, and the other way round."""
    officers = [("сode", "Pоль", "rаnk", "Iм’я тa прiзвище", "phоne", "phone_seen"), *GOOD["officers"][1:]]
    book = {
        **GOOD,
        "officers": [*officers, ("o3", "Oфiцеp грoмaди", "", "Зразок", "", "yci")],
        "areas": [*GOOD["areas"][:2], ("b2", RAION.replace("UA", "UА"))],
    }
    assert await faults(write_csv(tmp_path / "r", book)) == ()


def test_the_wide_area_is_named() -> None:
    fault = Fault("area-too-wide", "Призначення", 3, "Код дільниці", {"value": RAION})
    assert worded(fault, words("uk").plain).startswith("Аркуш «Призначення», рядок 3, стовпець «Код дільниці»:")
