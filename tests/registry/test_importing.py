"""A registry file becomes the edition in force, whole or not at all."""

import asyncio
from datetime import date, datetime
from pathlib import Path

import pytest

import db.editions
from bot.domain.people import Role, Visibility
from bot.domain.places import Point
from bot.domain.registry import Edition, PostEntry
from bot.services.registry.importing import ImportAccepted, ImportRefused, import_registry
from bot.services.registry.sheets import SHEETS
from bot.services.registry.template import EXAMPLES, write_template
from db.engine import Database
from tests.registry.conftest import HROMADA, RAION, Hands
from tests.registry.files import GOOD, Book, with_row, write_csv, write_xlsx


async def stored(desk: Database) -> Edition:
    async with desk.read():
        return await db.editions.load()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
async def test_csv_as_any_program_writes_it(
    desk: Database, clock: Hands, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    folder = write_csv(tmp_path / "registry", GOOD, delimiter=delimiter, encoding=encoding)
    assert isinstance(await import_registry(desk, clock, folder), ImportAccepted)
    edition = await stored(desk)
    station, officer, beat = edition.stations["s1"], edition.officers["o1"], edition.beats["b2"]
    assert (station.point, station.phone) == (Point(49.9, 28.6), "+380 00 000 00 01")
    assert (officer.role, officer.phone, officer.phone_seen) == (Role.COMMUNITY, "+380 00 000 00 02", Visibility.PUBLIC)
    assert (beat.station, beat.areas) == (None, frozenset({RAION}))
    assert beat.posts == {PostEntry("o2", date(2026, 1, 1), date(2027, 12, 31))}


async def test_a_workbook_says_the_same_as_csv(desk: Database, clock: Hands, tmp_path: Path) -> None:
    await import_registry(desk, clock, write_csv(tmp_path / "registry", GOOD))
    again = await import_registry(desk, clock, write_xlsx(tmp_path / "registry.xlsx", GOOD))
    assert isinstance(again, ImportAccepted)
    assert (again.changes.size, again.generation) == (0, None)


async def test_cells_of_a_workbook_keep_their_kinds(desk: Database, clock: Hands, tmp_path: Path) -> None:
    midnight = datetime(2026, 9, 1)  # noqa: DTZ001 - a spreadsheet's date has no zone
    book: Book = {
        **GOOD,
        "stations": [("code", "name", "address", "lat", "lon", "phone"), (7, "№ 7", 1.0, 49.9, 28.6, 380000000001)],
        "beats": [("code", "name", "station"), ("b1", 1, 7), ("b2", "Район", None)],
        "posts": [("officer", "beat", "since"), ("o1", "b1", midnight), ("o2", "b2", date(2026, 9, 1))],
    }
    assert isinstance(await import_registry(desk, clock, write_xlsx(tmp_path / "r.xlsx", book)), ImportAccepted)
    edition = await stored(desk)
    assert edition.stations["7"].address == "1"
    assert edition.stations["7"].phone == "+380 00 000 00 01"
    assert edition.beats["b1"].station == "7"
    assert edition.beats["b1"].posts == {PostEntry("o1", date(2026, 9, 1))}


async def test_a_check_says_what_would_change_and_changes_nothing(desk: Database, clock: Hands, tmp_path: Path) -> None:
    outcome = await import_registry(desk, clock, write_csv(tmp_path / "r", GOOD), dry_run=True)
    assert isinstance(outcome, ImportAccepted)
    assert [len(each.added) for _, each in outcome.changes.by_kind()] == [1, 2, 2]
    assert await stored(desk) == Edition()


async def test_one_fault_and_nothing_is_changed(desk: Database, clock: Hands, tmp_path: Path) -> None:
    await import_registry(desk, clock, write_csv(tmp_path / "r", GOOD))
    before = await stored(desk)
    worse = with_row("officers", "o3", "маршал", "", "Хтось", "", "")
    assert isinstance(await import_registry(desk, clock, write_csv(tmp_path / "r", worse)), ImportRefused)
    assert await stored(desk) == before


async def test_what_the_file_no_longer_names_is_retired(desk: Database, clock: Hands, tmp_path: Path) -> None:
    await import_registry(desk, clock, write_csv(tmp_path / "r", GOOD))
    smaller = {**GOOD, "stations": GOOD["stations"][:1], "beats": [("code", "name"), ("b1", "Інша"), ("b2", "Район")]}
    outcome = await import_registry(desk, clock, write_csv(tmp_path / "r", smaller))
    assert isinstance(outcome, ImportAccepted)
    assert outcome.changes.stations.retired == ("s1",)
    assert [beat.code for beat in outcome.changes.beats.changed] == ["b1"]
    assert (await stored(desk)).beats["b1"].station is None


async def test_two_who_load_at_once_do_not_mix(desk: Database, clock: Hands, tmp_path: Path) -> None:
    one = write_csv(tmp_path / "one", GOOD)
    other = write_csv(tmp_path / "other", with_row("officers", "o3", "доп", "", "Зразок Третій", "", ""))
    await asyncio.gather(*(import_registry(desk, clock, path) for path in (one, other) * 3))
    assert set((await stored(desk)).officers) in ({"o1", "o2"}, {"o1", "o2", "o3"})


async def test_headers_and_sheets_by_their_ukrainian_names(desk: Database, clock: Hands, tmp_path: Path) -> None:
    titles = {sheet.key: {column.key: f"{column.title} *" for column in sheet.columns} for sheet in SHEETS}
    named = {sheet.key: sheet.title.upper() for sheet in SHEETS}
    book: Book = {
        named[key]: [[titles[key][str(cell)] for cell in rows[0]] + ["Примітка"], *([*row, "…"] for row in rows[1:])]
        for key, rows in GOOD.items()
    }
    assert isinstance(await import_registry(desk, clock, write_xlsx(tmp_path / "r.xlsx", book)), ImportAccepted)


@pytest.mark.parametrize("title", ["Показувати телефон", "phone_public", "телефон видно"])
async def test_a_file_of_the_earlier_format_says_who_sees_the_phone(
    desk: Database, clock: Hands, tmp_path: Path, title: str
) -> None:
    header, first, second = GOOD["officers"]
    book: Book = {**GOOD, "officers": [(*header[:-1], title), (*first[:-1], "так"), (*second[:-1], "")]}
    assert isinstance(await import_registry(desk, clock, write_csv(tmp_path / "r", book)), ImportAccepted)
    seen = {code: officer.phone_seen for code, officer in (await stored(desk)).officers.items()}
    assert seen == {"o1": Visibility.PUBLIC, "o2": Visibility.OFFICERS}


async def test_who_sees_what_is_kept(desk: Database, clock: Hands, tmp_path: Path) -> None:
    (titles, station_row), (header, first, second) = GOOD["stations"], GOOD["officers"]
    book: Book = {
        **GOOD,
        "stations": [(*titles, "photo", "address_seen"), (*station_row, "https://x.example/s", "Офіцери")],
        "officers": [
            (*header, "name_seen", "photo_seen"),
            (*first, "АДМІНІСТРАТОРИ", "officers"),
            (*second, "", ""),
        ],
    }
    assert isinstance(await import_registry(desk, clock, write_csv(tmp_path / "r", book)), ImportAccepted)
    edition = await stored(desk)
    station, officer = edition.stations["s1"], edition.officers["o1"]
    assert (station.photo, station.address_seen) == ("https://x.example/s", Visibility.OFFICERS)
    assert (officer.name_seen, officer.photo_seen) == (Visibility.ADMINS, Visibility.OFFICERS)
    assert edition.officers["o2"].name_seen is Visibility.PUBLIC


async def test_names_may_contain_anything(desk: Database, clock: Hands, tmp_path: Path) -> None:
    name = '=HYPERLINK("x")\'; DROP TABLE officers; -- <b>О’Зразок</b> 🙂 «ім’я»'
    await import_registry(desk, clock, write_csv(tmp_path / "r", with_row("officers", "o3", "доп", "", name, "", "")))
    assert (await stored(desk)).officers["o3"].name == name


async def test_a_formula_is_read_as_its_value_never_as_words(desk: Database, clock: Hands, tmp_path: Path) -> None:
    book = with_row("officers", "o3", "доп", "", '=CONCAT("Зра","зок")', "", "")
    outcome = await import_registry(desk, clock, write_xlsx(tmp_path / "r.xlsx", book))
    assert isinstance(outcome, ImportRefused)  # nobody has computed it yet: there is no value
    assert [(fault.code, fault.line) for fault in outcome.faults] == [("required", 4)]


async def test_the_template_explains_itself_and_its_examples_are_not_loaded(
    desk: Database, clock: Hands, tmp_path: Path
) -> None:
    write_template(tmp_path / "t.xlsx")
    outcome = await import_registry(desk, clock, tmp_path / "t.xlsx")
    assert isinstance(outcome, ImportRefused)
    assert {fault.code for fault in outcome.faults} == {"sheet-empty"}


async def test_the_examples_of_the_template_would_be_good_rows(desk: Database, clock: Hands, tmp_path: Path) -> None:
    book = {
        sheet.key: [
            [column.title for column in sheet.columns],
            *([cell.replace("ПРИКЛАД-", "п") for cell in row] for row in EXAMPLES[sheet.key]),
        ]
        for sheet in SHEETS
    }
    assert isinstance(await import_registry(desk, clock, write_csv(tmp_path / "r", book)), ImportAccepted)
    assert (await stored(desk)).beats["пД1"].areas == {HROMADA}
