"""Editions of the codifier: of any shape, newer and older, written whole or not at all."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from openpyxl import Workbook

import db.gazetteer
from bot.commands.official import summary
from bot.domain.places import AliasKind, Point
from bot.places.codifier import CATEGORY, HEADER, NAME
from bot.places.importing import codifier
from bot.places.importing.run import PlacesAccepted, PlacesRefused, import_file
from bot.places.load import read_gazetteer
from bot.texts.words import words
from db.engine import Database, execute
from db.schema import unit_aliases
from tests.places.importing.files import (
    CITY,
    NOON,
    OBLAST,
    RAION,
    ROWS,
    TOWN,
    VILLAGE,
    H,
    csv,
    faults,
    load,
    names,
    renamed,
)


async def test_an_edition_of_any_shape(database: Database, tmp_path: Path) -> None:
    plan = await load(database, codifier.read, csv(tmp_path, "katottg-2024-01.csv", ROWS, between=",", mark="\ufeff"))
    assert plan.counts == {"added": 7, "renamed": 0, "changed": 0, "withdrawn": 0}
    places = await read_gazetteer(database)
    assert places.unit(TOWN).category == "X"
    assert places.unit(H).name == "Бердичівська"
    assert [unit.name for unit in places.chain(places.unit(CITY))] == [
        "Бердичів",
        "Бердичівська",
        "Бердичівський",
        "Житомирська",
    ]


async def test_a_workbook_with_a_title_block(database: Database, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A2"] = "в редакції наказу Міністерства від 19 січня \n2024 року № 48"
    for row in ((*HEADER, "Категорія об'єкта", f" {NAME} "), *ROWS):
        sheet.append([cell or None for cell in row])
    book.save(tmp_path / "codifier.xlsx")
    plan = await load(database, codifier.read, tmp_path / "codifier.xlsx")
    assert (plan.label, plan.counts["added"]) == ("2024-01-19", 7)


@pytest.mark.parametrize(
    ("name", "given", "label"),
    [
        ("katottg-2026-07.csv", None, "2026-07"),
        ("k.csv", "2026-07-07", "2026-07-07"),
        ("07.07.2026.csv", None, "2026-07-07"),
    ],
)
async def test_the_edition(database: Database, tmp_path: Path, name: str, given: str | None, label: str) -> None:
    plan = await load(database, codifier.read, csv(tmp_path, name, ROWS), edition=given, dry_run=True)
    assert plan.label == label


async def test_an_edition_without_a_date(database: Database, tmp_path: Path) -> None:
    assert await faults(database, codifier.read, csv(tmp_path, "k.csv", ROWS)) == [("edition-missing", None, "")]


async def test_a_newer_edition_keeps_old_names_and_codes(database: Database, tmp_path: Path) -> None:
    await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", ROWS))
    newer = [row for row in renamed(VILLAGE, "Садове") if TOWN not in row]
    plan = await load(database, codifier.read, csv(tmp_path, "k-2026-07.csv", newer))
    assert plan.counts == {"added": 0, "renamed": 1, "changed": 0, "withdrawn": 1}
    assert plan.unmatched == [f"{TOWN} Гришківці"]
    places = await read_gazetteer(database)
    assert places.unit(VILLAGE).name == "Садове"
    assert [(each.name, each.kind) for each in places.aliases] == [("Першотравневе", AliasKind.FORMER)]
    async with database.read():
        assert (await execute(sa.select(unit_aliases.c.source))).scalars().all() == ["codifier 2024-01"]
    assert places.unit(TOWN).withdrawn_in == "2026-07"
    assert TOWN not in await names(database)


async def test_an_older_edition_only_adds_names(database: Database, tmp_path: Path) -> None:
    await load(database, codifier.read, csv(tmp_path, "k-2026-07.csv", renamed(VILLAGE, "Садове")[:-1]))
    before = await names(database)
    plan = await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", ROWS))
    assert (plan.kind, plan.counts, plan.unmatched) == ("aliases", {"aliases": 1}, [f"{TOWN} Гришківці"])
    told = summary(PlacesAccepted(plan, 1), words("uk").plain)
    assert told[2] == "Чинна редакція новіша (2026-07): із цієї взято лише колишні назви."
    assert await names(database) == before


async def test_what_comes_back_is_in_force_again(database: Database, tmp_path: Path) -> None:
    for edition, rows in (("2024-01", ROWS), ("2025-01", ROWS[:-1]), ("2026-01", ROWS)):
        await load(database, codifier.read, csv(tmp_path, f"k-{edition}.csv", rows))
    assert TOWN in await names(database)


def many(count: int) -> list[tuple[str, ...]]:
    """The same with so many villages more."""
    return [
        *ROWS,
        *((OBLAST, RAION, H, f"UA1802003{at:03}0099999", "", "C", f"Село {at}") for at in range(100, 100 + count)),
    ]


async def test_a_part_of_an_edition_is_refused_whole(database: Database, tmp_path: Path) -> None:
    await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", many(193)))  # 200 units: 2 % are 4
    before = await names(database)
    cut = csv(tmp_path, "k-2026-07.csv", many(188))
    assert await faults(database, codifier.read, cut) == [("too-many-withdrawn", None, "")]
    assert await faults(database, codifier.read, cut, dry_run=True) == [("too-many-withdrawn", None, "")]
    assert await names(database) == before
    enough = await load(database, codifier.read, csv(tmp_path, "k-2026-06.csv", many(189)))
    assert enough.counts["withdrawn"] == 4
    assert (
        await load(database, partial(codifier.read, shrink=True), csv(tmp_path, "k-2026-07.csv", many(9)))
    ).size == 180


async def test_an_edition_without_a_whole_oblast_is_refused(database: Database, tmp_path: Path) -> None:
    city = ("UA85000000000065278", "", "", "", "", "K", "Севастополь")
    await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", [*many(193), city]))
    whole = csv(tmp_path, "k-2026-07.csv", many(193))  # one unit fewer: a small share, but a whole first level
    outcome = await import_file(database, codifier.read, whole, now=NOON)
    assert isinstance(outcome, PlacesRefused)
    assert [(each.code, each.fields) for each in outcome.faults] == [
        ("oblasts-missing", {"oblasts": "Севастополь", "gone": "1", "count": "201"})
    ]
    assert (await load(database, partial(codifier.read, shrink=True), whole)).counts["withdrawn"] == 1


@pytest.mark.parametrize(
    ("name", "given"), [("k-2026-12.csv", None), ("k-2026-11.csv", "2026-11-24"), ("k-2027-09.csv", None)]
)
async def test_an_edition_of_tomorrow_is_refused(
    database: Database, tmp_path: Path, name: str, given: str | None
) -> None:
    path = csv(tmp_path, name, ROWS)
    late = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)  # the 23rd in Kyiv
    outcome = await import_file(database, codifier.read, path, now=late, edition=given)
    assert isinstance(outcome, PlacesRefused)
    assert [each.code for each in outcome.faults] == ["edition-in-future"]
    assert await names(database) == {}
    of_today = await import_file(database, codifier.read, path, now=late, edition="2026-11-23")
    assert isinstance(of_today, PlacesAccepted)


async def test_a_new_edition_keeps_points_and_population(database: Database, tmp_path: Path) -> None:
    await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", ROWS))
    async with database.write():
        known = {unit.katottg: unit for unit in await db.gazetteer.read_units()}
        village = replace(known[VILLAGE], point=Point(49.9, 28.6), population=500)
        assert [done async for done in db.gazetteer.write_units([village])] == [1]
    await load(database, codifier.read, csv(tmp_path, "k-2026-07.csv", renamed(VILLAGE, "Садове")))
    found = (await read_gazetteer(database)).unit(VILLAGE)
    assert (found.name, found.point, found.population) == ("Садове", Point(49.9, 28.6), 500)


async def test_every_wrong_line_is_told_and_nothing_written(database: Database, tmp_path: Path) -> None:
    wrong = [
        *ROWS,
        (OBLAST, RAION, H, "UA12", "", "C", "Село"),
        (OBLAST, RAION, H, CITY, "", "Z", ""),
        (OBLAST, RAION, H, VILLAGE, "", "С", "А"),
    ]
    assert await faults(database, codifier.read, csv(tmp_path, "k-2024-01.csv", wrong)) == [
        ("not-a-katottg", 9, "Четвертий рівень"),
        ("repeated", 10, "Четвертий рівень"),
        ("not-a-category", 10, CATEGORY),
        ("required", 10, NAME),
        ("repeated", 11, "Четвертий рівень"),
    ]
    assert await names(database) == {}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ((OBLAST, RAION, H, "UA18020030030012345", "", "C", "Д" * 101), ("too-long", 9, NAME)),
        ((OBLAST, RAION, H, "UA18020030030012345", "", "B", "Село"), ("not-of-category", 9, CATEGORY)),
        ((OBLAST, RAION, H, "UA18020030000012345", "", "C", "Село"), ("not-of-category", 9, CATEGORY)),
        ((OBLAST, "", "", "UA18000000010012345", "", "H", "Місто"), ("not-of-category", 9, CATEGORY)),
    ],
)
async def test_a_name_without_end_and_a_category_of_another_level(
    database: Database, tmp_path: Path, row: tuple[str, ...], fault: tuple[str, int, str]
) -> None:
    assert await faults(database, codifier.read, csv(tmp_path, "k-2024-01.csv", [*ROWS, row])) == [fault]


async def test_killed_half_way_the_old_edition_is_intact(database: Database, tmp_path: Path) -> None:
    await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", ROWS))

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await import_file(
            database,
            codifier.read,
            csv(tmp_path, "k-2026-07.csv", renamed(VILLAGE, "Садове")),
            now=NOON,
            progress=stop,
        )
    places = await read_gazetteer(database)
    assert (places.unit(VILLAGE).name, places.aliases, places.generation) == ("Першотравневе", [], 1)


async def test_a_check_and_a_second_run_write_nothing(database: Database, tmp_path: Path) -> None:
    path = csv(tmp_path, "k-2024-01.csv", ROWS)
    checked = await import_file(database, codifier.read, path, now=NOON, dry_run=True)
    written = await import_file(database, codifier.read, path, now=NOON)
    again = await import_file(database, codifier.read, path, now=NOON)
    assert isinstance(checked, PlacesAccepted)
    assert isinstance(written, PlacesAccepted)
    assert isinstance(again, PlacesAccepted)
    assert (checked.generation, written.generation, again.generation) == (None, 1, None)
    assert (checked.plan.size, written.plan.size, again.plan.size) == (7, 7, 0)
