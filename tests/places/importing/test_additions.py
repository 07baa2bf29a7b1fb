"""What is known of places besides their names in force: points, other names, population."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.domain.places import AliasKind, Point
from bot.places.importing import aliases, coordinates, population
from bot.places.load import read_gazetteer
from db import audit
from db.engine import Database
from tests.places.importing.files import (
    CITY,
    TOWN,
    VILLAGE,
    H,
    faults,
    load,
    unit,
)


async def test_coordinates_by_p_code(known: Database, tmp_path: Path) -> None:
    path = tmp_path / "cod.csv"
    path.write_text(
        f"Settlement UKR,Admin4 Pcode,LAT,LON\nБердичів,{CITY[:12]},49.9,28.6\nНіде,UA9999999999,49,29\n", "utf-8"
    )
    plan = await load(known, coordinates.read, path)
    assert (plan.counts["added"], plan.unmatched) == (1, ["3: UA9999999999 Ніде"])
    assert (await unit(known, CITY)).point == Point(49.9, 28.6)
    assert (await load(known, coordinates.read, path)).size == 0


async def test_coordinates_from_geojson(known: Database, tmp_path: Path) -> None:
    feature = {"properties": {"ADM4_PCODE": CITY[:12]}, "geometry": {"type": "Point", "coordinates": [28.6, 49.9]}}
    (tmp_path / "p.geojson").write_text(json.dumps({"features": [feature | {"type": "Feature"}]}))
    await load(known, coordinates.read, tmp_path / "p.geojson")
    assert (await unit(known, CITY)).point == Point(49.9, 28.6)


async def test_wrong_coordinates(known: Database, tmp_path: Path) -> None:
    path = tmp_path / "cod.csv"
    path.write_text(f"Admin4 Pcode;LAT;LON\n{CITY[:12]};28,6;49,9\nUA1;x;28\n{CITY[:12]};49,9;28,6\n", "utf-8")
    assert await faults(known, coordinates.read, path) == [
        ("outside-ukraine", 2, "LAT"),
        ("outside-ukraine", 2, "LON"),
        ("not-a-pcode", 3, "Admin4 Pcode"),
        ("not-a-coordinate", 3, "LAT"),
        ("repeated", 4, "Admin4 Pcode"),
    ]


async def test_a_full_code_must_be_the_settlements_own(known: Database, tmp_path: Path) -> None:
    path = tmp_path / "cod.csv"
    wrong = f"{CITY[:-5]}99999"
    path.write_text(f"Admin4 Pcode,LAT,LON\n{wrong},49.9,28.6\n{VILLAGE},49.8,28.5\n", "utf-8")
    plan = await load(known, coordinates.read, path)
    assert (plan.counts["added"], plan.unmatched) == (1, [f"2: {wrong}"])
    assert ((await unit(known, CITY)).point, (await unit(known, VILLAGE)).point) == (None, Point(49.8, 28.5))


@pytest.mark.parametrize("written", ["5_0.25", "nan", "inf", "1e400", "٥٠", "0x32"])
async def test_only_digits_are_a_number(known: Database, tmp_path: Path, written: str) -> None:
    path = tmp_path / "cod.csv"
    path.write_text(f"Admin4 Pcode;LAT;LON\n{CITY[:12]};{written};28.6\n", "utf-8")
    assert await faults(known, coordinates.read, path) == [("not-a-coordinate", 2, "LAT")]


async def test_other_names(known: Database, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f"katottg,old_name_uk,kind\n{CITY},Berdyczów,foreign\n{VILLAGE},Зоря,\nUA{'0' * 17},Х,\n", "utf-8")
    plan = await load(known, aliases.read, path)
    assert (plan.counts, len(plan.unmatched)) == ({"aliases": 2, "same": 0}, 1)
    assert (await load(known, aliases.read, path)).size == 0
    found = {(each.name, each.kind) for each in (await read_gazetteer(known)).aliases}
    assert found == {("Berdyczów", AliasKind.FOREIGN), ("Зоря", AliasKind.FORMER)}


async def test_population_by_name(known: Database, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("5. Чисельність наявного населення в розрізі регіонів", None),
        ("Житомирська область", 1_000_000),
        ("Бердичівський район", 100_000),
        ("Міське населення", 80_000),
        ("м. Бердичів", 73_000),
        ("смт Гришківці 1", 4_000),
        ("Бердичівська міська ТГ", 75_000),
        ("смт Нема", 7),
    ):
        sheet.append(row)
    book.save(tmp_path / "people.xlsx")
    plan = await load(known, population.read, tmp_path / "people.xlsx")
    assert (plan.counts["added"], len(plan.unmatched)) == (3, 1)
    assert [(await unit(known, code)).population for code in (CITY, TOWN, H)] == [73_000, 4_000, 75_000]
    assert (await load(known, population.read, tmp_path / "people.xlsx")).size == 0


async def test_what_was_loaded_stands_in_the_log_of_changes(known: Database, tmp_path: Path) -> None:
    path = tmp_path / "cod.csv"
    path.write_text(f"Admin4 Pcode,LAT,LON\n{CITY[:12]},49.9,28.6\n", "utf-8")
    for _ in range(2):  # the second time there is nothing to change
        await load(known, coordinates.read, path)
    async with known.read():
        noted = await audit.newest(most=9)
    assert [(each.action, each.subject, each.after) for each in noted] == [
        ("places-imported", "places:coordinates", {"label": "cod.csv"}),
        ("places-imported", "places:codifier", {"label": "2024-01"}),
    ]
