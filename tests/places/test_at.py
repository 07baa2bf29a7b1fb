"""Questions by point."""

import asyncio
import json
import random
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from math import cos, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.domain.places import Ambiguous, Found, NearBorder, NotCovered, PlaceCategory, Point, Unit
from bot.places.gazetteer import Gazetteer
from bot.places.importing import polygons
from bot.places.importing.plan import State
from bot.places.size import people
from tests.conftest import SHARED_DATA
from tests.places.conftest import Offered


@pytest.mark.parametrize(
    ("lat", "lon", "name"),
    [
        (50.2547, 28.6587, "Житомир"),
        (49.8967, 28.5833, "Бердичів"),
        (50.4500, 30.5200, "Київ"),
        (50.5100, 30.4900, "Київ"),  # Оболонь: 6 km from the centre
        (49.9935, 36.2304, "Харків"),
        (44.6000, 33.5300, "Севастополь"),
        (51.2701, 30.2197, "Чорнобиль"),
    ],
)
def test_a_city_is_found_in_it(gazetteer: Gazetteer, offered: Offered, lat: float, lon: float, name: str) -> None:
    first = offered(gazetteer.at(Point(lat, lon)))[0]
    assert first.unit.name == name
    assert first.distance_m is not None
    assert first.distance_m < 8_000


@pytest.mark.parametrize(
    ("lat", "lon"), [(55.75, 37.6), (52.23, 21.0), (43.0, 31.0), (0.0, 0.0), (90.0, 0.0), (-90.0, 180.0)]
)
def test_far_from_ukraine(gazetteer: Gazetteer, lat: float, lon: float) -> None:
    assert gazetteer.at(Point(lat, lon)) == NotCovered("outside-ukraine")


def test_every_settlement_is_first_at_its_own_point(gazetteer: Gazetteer, offered: Offered) -> None:
    located = [unit for unit in gazetteer.units if unit.is_settlement and unit.point]
    assert len(located) > 4_000
    for unit in located:
        assert unit.point is not None
        assert offered(gazetteer.at(unit.point))[0].unit == unit


def test_each_hromada_is_offered_once(gazetteer: Gazetteer, offered: Offered) -> None:
    candidates = offered(gazetteer.at(Point(50.2547, 28.7587)))
    areas = [candidate.unit.hromada for candidate in candidates]
    assert 2 <= len(areas) <= 6
    assert len(areas) == len(set(areas))


def test_between_two_towns_it_asks(gazetteer: Gazetteer) -> None:
    answer = gazetteer.at(Point(50.06, 28.62))  # half-way from Житомир to Бердичів
    assert isinstance(answer, Ambiguous)


def test_a_vague_location_is_less_sure(gazetteer: Gazetteer, offered: Offered) -> None:
    here = Point(49.8967, 28.5833)
    sharp, vague = gazetteer.at(here, accuracy_m=10), gazetteer.at(here, accuracy_m=8_000)
    assert isinstance(sharp, Found)
    assert offered(vague)[0].score < sharp.candidate.score


def test_without_any_point_nothing_is_near() -> None:
    village = Unit("UA00000000000000001", PlaceCategory.VILLAGE, "Десь")
    assert Gazetteer([village]).at(Point(49.0, 31.0)) == NotCovered("outside-ukraine")


@settings(max_examples=300, deadline=None)
@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180), accuracy=st.none() | st.floats(0, 20_000))
def test_any_point_gets_an_answer(
    gazetteer: Gazetteer, offered: Offered, lat: float, lon: float, accuracy: float | None
) -> None:
    candidates = offered(gazetteer.at(Point(lat, lon), accuracy))
    assert sum(candidate.score for candidate in candidates) <= 1.001


@settings(max_examples=300, deadline=None)
@given(lat=st.floats(44.5, 52.3), lon=st.floats(22.2, 40.1))
def test_scores_are_ordered_shares(gazetteer: Gazetteer, offered: Offered, lat: float, lon: float) -> None:
    candidates = offered(gazetteer.at(Point(lat, lon)))
    scores = [candidate.score for candidate in candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(candidate.distance_m is not None and candidate.distance_m < 41_000 for candidate in candidates)


# --- measured on official files --------------------------------------------------------------------------------------

SAMPLE = 5_000
FLOOR_FIRST = 0.84
FLOOR_THREE = 0.95
MOST_WRONG = 0.005  # of the embedded points more than 5 km off
Ring = list[list[float]]


@pytest.fixture(scope="module")
def official_points(request: pytest.FixtureRequest) -> dict[str, Point]:
    """COD-AB: the first 12 characters of a settlement's code to its point."""
    folder = SHARED_DATA
    if not folder.is_dir():
        pytest.skip("the official files are not here")
    book = load_workbook(folder / "official" / "cod-ab-ukraine-2026-02.xlsx", read_only=True)
    rows = book["Admin 4"].iter_rows(min_row=2, values_only=True)
    points = {str(row[4]): Point(float(str(row[8])), float(str(row[9]))) for row in rows}
    book.close()
    return points


@pytest.mark.slow
def test_embedded_points_agree_with_official_ones(gazetteer: Gazetteer, official_points: dict[str, Point]) -> None:
    pairs = [
        (unit.point, official_points[unit.katottg[:12]])
        for unit in gazetteer.units
        if unit.point and unit.katottg[:12] in official_points
    ]
    wrong = sum(_km(one, other) > 5 for one, other in pairs)
    assert len(pairs) > 4_000
    assert wrong / len(pairs) <= MOST_WRONG


@pytest.mark.slow
def test_share_of_right_hromadas(
    gazetteer: Gazetteer, offered: Offered, official_points: dict[str, Point], official_files: Path
) -> None:
    """Points scattered over the settlements, weighted by people, judged by polygons: held-out points, as it were."""
    polygons = _polygons(official_files / "hromadas-100m.geojson")
    first = three = count = 0
    for point in _scattered(gazetteer, official_points):
        if (right := _hromada(polygons, point)) is None:
            continue
        codes = [(candidate.unit.hromada or "") for candidate in offered(gazetteer.at(point))]
        count += 1
        first += codes[:1] == [right]
        three += right in codes[:3]
    print(f"{count} points: {first / count:.1%} first, {three / count:.1%} among three")  # noqa: T201
    assert first / count >= FLOOR_FIRST
    assert three / count >= FLOOR_THREE


@pytest.mark.slow
def test_share_of_right_hromadas_by_polygons(
    gazetteer: Gazetteer, offered: Offered, official_points: dict[str, Point], official_files: Path
) -> None:
    """The same points with the polygons loaded; judged by our own ray casting, not by shapely."""
    state = State({unit.katottg: unit for unit in gazetteer.units}, {}, {}, "", date(2026, 11, 22))
    areas = asyncio.run(polygons.read(official_files / "hromadas-100m.geojson")).plan(state).polygons
    places = Gazetteer(gazetteer.units, areas=areas)
    shapes = _polygons(official_files / "hromadas-100m.geojson")
    right = count = asked = 0
    for point in _scattered(gazetteer, official_points):
        if (hromada := _hromada(shapes, point)) is None:
            continue
        answer = places.at(point)
        count += 1
        right += offered(answer)[0].unit.hromada == hromada
        asked += isinstance(answer, NearBorder)
    print(f"{count} points: {right / count:.2%} right, {asked / count:.1%} asked")  # noqa: T201
    assert right / count >= 0.999
    assert asked / count <= 0.05


def _km(one: Point, other: Point) -> float:
    return 111.2 * sqrt((one.lat - other.lat) ** 2 + ((one.lon - other.lon) * cos(radians(one.lat))) ** 2)


def _scattered(gazetteer: Gazetteer, official: dict[str, Point]) -> Iterator[Point]:
    """Somewhere in the disc a settlement's people need: 1,000 to 4,000 live on a sending kilometre of it."""
    known = [unit for unit in gazetteer.units if unit.is_settlement and unit.katottg[:12] in official]
    dice = random.Random(1)
    for unit in dice.choices(known, weights=[people(unit) for unit in known], k=SAMPLE):
        centre = official[unit.katottg[:12]]
        dense = 1_000 if people(unit) < 5_000 else 2_000 if people(unit) < 50_000 else 4_000
        km = sqrt(people(unit) / dense / pi * dice.random())
        angle = dice.random() * 2 * pi
        yield Point(
            centre.lat + km * cos(angle) / 111.2, centre.lon + km * sin(angle) / 111.2 / cos(radians(centre.lat))
        )


def _polygons(file: Path) -> list[tuple[str, tuple[float, float, float, float], list[Ring]]]:
    """Code, bounds (west, south, east, north) and rings of each part of each hromada."""
    found = []
    for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
        geometry: dict[str, Any] = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for rings in parts:
            xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
            found.append((feature["properties"]["katottg"], (min(xs), min(ys), max(xs), max(ys)), rings))
    return found


def _hromada(polygons: list[tuple[str, tuple[float, float, float, float], list[Ring]]], point: Point) -> str | None:
    for code, (west, south, east, north), rings in polygons:
        inside_box = west <= point.lon <= east and south <= point.lat <= north
        if code and inside_box and sum(_crosses(ring, point) for ring in rings) % 2:
            return code
    return None


def _crosses(ring: Ring, point: Point) -> int:
    """How often a ray to the east crosses the ring."""
    return sum(
        (y > point.lat) != (v > point.lat) and point.lon < (u - x) * (point.lat - y) / (v - y) + x
        for (x, y), (u, v) in pairwise(ring)
    )
