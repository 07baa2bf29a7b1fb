"""Official files into the database: planned, written whole, once."""

import json
from collections.abc import Sequence
from csv import DictReader
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from openpyxl import Workbook

from bot.commands.official import summary, worded
from bot.domain.places import AliasKind, Point, Unit, candidates
from bot.places.codifier import CATEGORY, HEADER, NAME
from bot.places.gazetteer import Gazetteer
from bot.places.importing import aliases, codifier, coordinates, polygons, population
from bot.places.importing.plan import Plan
from bot.places.importing.run import Accepted, Reader, Refused, import_file
from bot.places.load import fill, read_gazetteer
from bot.texts.words import words
from db import gazetteer as shelf
from db.engine import Database, execute
from db.schema import unit_aliases

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OBLAST, RAION, H = "UA18000000000041385", "UA18020000000018875", "UA18020030000061163"
CITY, VILLAGE = "UA18020030010047029", "UA18020030020012345"
H2, TOWN = "UA18020050000061164", "UA18020050010047030"
ROWS = (
    (OBLAST, "", "", "", "", "O", "Житомирська"),
    (OBLAST, RAION, "", "", "", "P", "Бердичівський"),
    (OBLAST, RAION, H, "", "", "H", "Бердичівська "),
    (OBLAST, RAION, H, CITY, "", "M", "Бердичів"),
    (OBLAST, RAION, H, VILLAGE, "", "C", "Першотравневе"),
    (OBLAST, RAION, H2, "", "", "H", "Гришковецька"),
    (OBLAST, RAION, H2, TOWN, "", "T", "Гришківці"),
)


def csv(folder: Path, name: str, rows: Sequence[Sequence[str]], *, between: str = ";", mark: str = "") -> Path:
    path = folder / name
    lines = [between.join((*HEADER, CATEGORY, NAME)), *(between.join(row) for row in rows)]
    path.write_text(mark + "\r\n".join(lines) + "\r\n", encoding="utf-8")
    return path


def renamed(code: str, name: str) -> list[tuple[str, ...]]:
    return [(*row[:6], name) if code in row and row[-1] and row[5] in "CMT" and code == row[3] else row for row in ROWS]


async def load(database: Database, read: Reader, path: Path, **options: Any) -> Plan:
    """The plan of an import that was accepted."""
    outcome = await import_file(database, read, path, now=NOON, **options)
    assert isinstance(outcome, Accepted), outcome
    return outcome.plan


async def faults(database: Database, read: Reader, path: Path, **options: Any) -> list[tuple[str, int | None, str]]:
    outcome = await import_file(database, read, path, now=NOON, **options)
    assert isinstance(outcome, Refused)
    return [(fault.code, fault.line, fault.column) for fault in outcome.faults]


async def names(database: Database) -> dict[str, str]:
    return {unit.katottg: unit.name for unit in (await read_gazetteer(database)).units}


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
    told = summary(Accepted(plan, 1), words("uk").plain)
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
    assert isinstance(outcome, Refused)
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
    assert isinstance(outcome, Refused)
    assert [each.code for each in outcome.faults] == ["edition-in-future"]
    assert await names(database) == {}
    of_today = await import_file(database, codifier.read, path, now=late, edition="2026-11-23")
    assert isinstance(of_today, Accepted)


async def test_a_new_edition_keeps_points_and_population(database: Database, tmp_path: Path) -> None:
    await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", ROWS))
    async with database.write():
        known = {unit.katottg: unit for unit in await shelf.read_units()}
        village = replace(known[VILLAGE], point=Point(49.9, 28.6), population=500)
        assert [done async for done in shelf.write_units([village])] == [1]
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
    assert isinstance(checked, Accepted)
    assert isinstance(written, Accepted)
    assert isinstance(again, Accepted)
    assert (checked.generation, written.generation, again.generation) == (None, 1, None)
    assert (checked.plan.size, written.plan.size, again.plan.size) == (7, 7, 0)


@pytest.mark.parametrize("name", ["k.csv", "k.xlsx", "k.geojson"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b"{}", b'{"features": {}}'])
@pytest.mark.parametrize("module", [codifier, coordinates, aliases, population, polygons])
async def test_any_file_is_refused_in_words(tmp_path: Path, name: str, content: bytes, module: Any) -> None:
    """None of them is what the importer wants; none may end in a crash."""
    database = Database("sqlite+aiosqlite://")
    (tmp_path / name).write_bytes(content)
    assert len(await faults(database, module.read, tmp_path / name)) == 1
    assert await faults(database, module.read, tmp_path / "absent") == [("no-such-file", None, "")]
    await database.close()


# --- coordinates, names, polygons ------------------------------------------------------------------------------------


@pytest.fixture
async def known(database: Database, tmp_path: Path) -> Database:
    await load(database, codifier.read, csv(tmp_path, "k-2024-01.csv", ROWS))
    return database


async def unit(database: Database, code: str) -> Unit:
    return (await read_gazetteer(database)).unit(code)


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


def geojson(folder: Path, *shapes: tuple[str, Any], kind: str = "Polygon") -> Path:
    features = [
        {"type": "Feature", "properties": {"katottg": code}, "geometry": {"type": kind, "coordinates": rings}}
        for code, rings in shapes
    ]
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


SQUARE = [[[28.5, 49.8], [28.7, 49.8], [28.7, 50.0], [28.5, 50.0], [28.5, 49.8]]]
BOW = [[[28.7, 49.8], [28.9, 50.0], [28.9, 49.8], [28.7, 50.0], [28.7, 49.8]]]


async def test_polygons_are_repaired_and_kept(known: Database, tmp_path: Path) -> None:
    path = geojson(tmp_path, (H, SQUARE), (H2, BOW), ("", SQUARE), ("UA99999999999999999", SQUARE), (OBLAST, SQUARE))
    plan = await load(known, polygons.read, path)
    assert (plan.counts["added"], plan.counts["repaired"], len(plan.unmatched)) == (2, 1, 3)
    assert (await read_gazetteer(known)).polygons == {H, H2}
    assert (await load(known, polygons.read, path)).size == 0


async def test_a_second_file_of_polygons_leaves_the_first(known: Database, tmp_path: Path) -> None:
    await load(known, polygons.read, geojson(tmp_path, (H, SQUARE)))
    await load(known, polygons.read, geojson(tmp_path, (H2, BOW)))
    places = await read_gazetteer(known)
    assert places.polygons == {H, H2}
    moved = [[[lon + 0.01, lat] for lon, lat in SQUARE[0]]]
    plan = await load(known, polygons.read, geojson(tmp_path, (H, moved)))
    assert plan.counts["changed"] == 1
    assert (await read_gazetteer(known)).polygons == {H, H2}


async def test_wrong_polygons(known: Database, tmp_path: Path) -> None:
    far = [[[0, 0], [1, 0], [1, 1], [0, 0]]]
    path = geojson(tmp_path, (H, SQUARE), (H, SQUARE), (H2, far), (H2, []))
    assert await faults(known, polygons.read, path) == [
        ("outside-ukraine", 3, "geometry"),
        ("no-geometry", 4, "geometry"),
        ("repeated-feature", 2, "katottg"),
    ]
    path = geojson(tmp_path, (H, [28.5, 49.8]), kind="Point")
    assert await faults(known, polygons.read, path) == [("not-a-polygon", 1, "geometry")]


async def test_a_feature_without_geometry_is_named_and_left_out(known: Database, tmp_path: Path) -> None:
    path = geojson(tmp_path, (H, SQUARE))
    content = json.loads(path.read_text("utf-8"))
    content["features"] += [
        {"type": "Feature", "properties": {"katottg": H2, "pcode": TOWN}, "geometry": None},
        {"type": "Feature", "properties": None, "geometry": None},
    ]
    path.write_text(json.dumps(content), "utf-8")
    plan = await load(known, polygons.read, path)
    assert (plan.counts["added"], plan.unmatched) == (1, [f"2: {H2} (geometry: null)", "3:  (geometry: null)"])
    content["features"][0]["properties"] = {"katottg": CITY}
    path.write_text(json.dumps(content), "utf-8")
    plan = await load(known, coordinates.read, path)
    assert (plan.counts, len(plan.unmatched)) == ({"added": 1, "changed": 0, "same": 0}, 2)


@pytest.mark.parametrize(
    ("crs", "good"),
    [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", True),
        ("urn:ogc:def:crs:EPSG::4326", True),
        ("EPSG:4326", True),
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", True),
        ("urn:ogc:def:crs:EPSG::3857", False),
        ("EPSG:4284", False),
        ("EPSG:14326", False),
    ],
)
async def test_other_systems_of_coordinates(known: Database, tmp_path: Path, crs: str, *, good: bool) -> None:
    path = geojson(tmp_path, (H, SQUARE))
    content = json.loads(path.read_text("utf-8")) | {"crs": {"type": "name", "properties": {"name": crs}}}
    path.write_text(json.dumps(content), "utf-8")
    for read in (polygons.read, coordinates.read):
        outcome = await import_file(known, read, path, now=NOON, dry_run=True)
        told = [(each.code, each.fields.get("crs")) for each in outcome.faults] if isinstance(outcome, Refused) else []
        assert (("other-crs", crs) in told) is not good
    path.write_text(json.dumps(content | {"crs": {"type": "link", "properties": {"href": "x"}}}), "utf-8")
    assert await faults(known, polygons.read, path) == [("other-crs", None, "")]


async def test_brackets_without_end_are_no_geojson(known: Database, tmp_path: Path) -> None:
    path = tmp_path / "deep.geojson"
    path.write_text("[" * 200_000, "utf-8")
    assert await faults(known, polygons.read, path) == [("not-geojson", None, "")]


async def test_a_fault_says_whether_it_is_a_line_or_a_feature(known: Database, tmp_path: Path) -> None:
    path = geojson(tmp_path, (H, SQUARE), (H, SQUARE), ("UA1", SQUARE))
    say = words("uk").plain
    told = []
    for read in (polygons.read, coordinates.read):
        outcome = await import_file(known, read, path, now=NOON)
        assert isinstance(outcome, Refused)
        told += [worded(each, say) for each in outcome.faults]
    assert told[0] == f"об’єкт 2: katottg: «{H}» уже є в об’єкті 1"
    assert told[1:3] == [
        f"об’єкт 2: p-code: «{H}» уже є в об’єкті 1",
        "об’єкт 3: p-code: «UA1» не схоже на код населеного пункту (UA і 10 цифр) чи код КАТОТТГ",
    ]


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


# --- the real files --------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the small files above go into both
async def test_the_real_files(database: Database, official_files: Path, gazetteer: Gazetteer) -> None:
    official = official_files / "official"
    plan = await load(database, codifier.read, official / "katottg-2024-01.csv")
    assert plan.counts["added"] == 31_752
    plan = await load(database, codifier.read, official / "katottg-2026-07.xlsx")
    assert (plan.counts["added"], plan.counts["withdrawn"]) == (1, 9)
    assert plan.counts["renamed"] == len(plan.aliases) > 500
    assert await names(database) == {unit.katottg: unit.name for unit in gazetteer.units}
    for read, name, least, unmatched in (
        (codifier.read, "official/katottg-2025-05.csv", 0, 4),
        (polygons.read, "hromadas-100m.geojson", 1_766, 1),
        (polygons.read, "city-districts.geojson", 75, 0),
        (coordinates.read, "official/cod-ab-ukraine-2026-02.xlsx", 29_700, 3),
        (population.read, "official/population-2022.xlsx", 2_700, 12),
        (aliases.read, "aliases-official.csv", 0, 0),
    ):
        plan = await load(database, read, official_files / name)
        assert plan.size >= least, name
        assert len(plan.unmatched) <= unmatched, name
        assert (await load(database, read, official_files / name)).size == 0, name


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_official_former_names(database: Database, official_files: Path) -> None:
    """574 former names by comparing five editions: two older ones and the file bring all of them; people find them."""
    await fill(database, now=NOON)
    with (official_files / "aliases-official.csv").open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file))
    wanted = {(row["katottg"], row["old_name_uk"]) for row in rows}
    known = []
    for read, name in (
        (codifier.read, "official/katottg-2025-05.csv"),
        (codifier.read, "official/katottg-2024-01.csv"),
        (aliases.read, "aliases-official.csv"),
    ):
        await load(database, read, official_files / name)
        places = await read_gazetteer(database)
        known.append(len(wanted & {(each.katottg, each.name) for each in places.aliases}))
    print(f"{len(wanted)} former names, known after each file: {known}")  # noqa: T201
    assert known[1] >= 540
    assert known[2] == len(wanted)
    settlements = [row for row in rows if places.unit(row["katottg"]).is_settlement]
    offered = [_rank(places, row) for row in settlements]
    print(f"{len(offered)} of settlements: {sum(0 < each <= 5 for each in offered)} among the first five")  # noqa: T201
    assert sum(0 < each <= 5 for each in offered) >= 0.96 * len(offered)


def _rank(places: Gazetteer, row: dict[str, str]) -> int:
    """The place of the present settlement when its former name is asked for with the oblast; 0: not offered."""
    unit = places.unit(row["katottg"])
    answer = places.find(f"{row['old_name_uk']}, {places.unit(unit.oblast or '').name} область")
    codes = [each.unit.katottg for each in candidates(answer)]
    return codes.index(unit.katottg) + 1 if unit.katottg in codes else 0
