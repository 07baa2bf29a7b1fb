"""Polygons: repaired, kept, and refused when they cannot be areas of Ukraine."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.commands.official import worded
from bot.places.importing import coordinates, polygons
from bot.places.importing.run import PlacesRefused, import_file
from bot.places.load import read_gazetteer
from bot.texts.words import words
from db.engine import Database
from tests.places.importing.files import (
    CITY,
    H2,
    NOON,
    OBLAST,
    TOWN,
    H,
    faults,
    load,
)


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
        told = (
            [(each.code, each.fields.get("at")) for each in outcome.faults]
            if isinstance(outcome, PlacesRefused)
            else []
        )
        assert (("file", crs) in told) is not good
    path.write_text(json.dumps(content | {"crs": {"type": "link", "properties": {"href": "x"}}}), "utf-8")
    assert await faults(known, polygons.read, path) == [("file", None, "")]


async def test_brackets_without_end_are_no_geojson(known: Database, tmp_path: Path) -> None:
    path = tmp_path / "deep.geojson"
    path.write_text("[" * 200_000, "utf-8")
    assert await faults(known, polygons.read, path) == [("file", None, "")]


async def test_a_fault_says_whether_it_is_a_line_or_a_feature(known: Database, tmp_path: Path) -> None:
    path = geojson(tmp_path, (H, SQUARE), (H, SQUARE), ("UA1", SQUARE))
    say = words("uk").plain
    told = []
    for read in (polygons.read, coordinates.read):
        outcome = await import_file(known, read, path, now=NOON)
        assert isinstance(outcome, PlacesRefused)
        told += [worded(each, say) for each in outcome.faults]
    assert told[0] == f"об’єкт 2: katottg: «{H}» уже є в об’єкті 1"
    assert told[1:3] == [
        f"об’єкт 2: p-code: «{H}» уже є в об’єкті 1",
        "об’єкт 3: p-code: «UA1» не схоже на код населеного пункту (UA і 10 цифр) чи код КАТОТТГ",
    ]
