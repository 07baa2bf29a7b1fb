"""Polygons: repaired, kept, and refused when they cannot be areas of Ukraine."""

import json
from pathlib import Path
from typing import Any

from bot.places.importing import polygons
from bot.places.load import read_gazetteer
from db.engine import Database
from tests.places.importing.files import (
    H2,
    OBLAST,
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
        ("repeated", 2, "katottg"),
    ]
    path = geojson(tmp_path, (H, [28.5, 49.8]), kind="Point")
    assert await faults(known, polygons.read, path) == [("not-a-polygon", 1, "geometry")]
