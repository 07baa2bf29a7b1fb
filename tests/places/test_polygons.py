"""Points and polygons: a chess board of four hromadas, of which one has no polygon."""

from collections.abc import Iterator

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.places import Ambiguous, Found, NearBorder, NotCovered, PlaceCategory, Point, Unit
from bot.places.gazetteer import Gazetteer
from bot.places.locate import Locator
from bot.places.polygons import Area, PolygonIndex

# A degree of latitude is 111.2 km, one of longitude 71.5 km at 50° N.
WEST, EAST = "UA18040190010000001", "UA18040210010000002"
NORTH = "UA18040230010000003"


def sending(code: str, west: float, south: float, side: float = 0.2) -> Area:
    return Area(code, shapely.to_wkb(shapely.box(west, south, west + side, south + side)))


def hromada(code: str, name: str) -> Unit:
    return Unit(code, PlaceCategory.HROMADA, name)


def village(code: str, name: str, within: str, point: Point | None = None) -> Unit:
    return Unit(code, PlaceCategory.VILLAGE, name, hromada=within, point=point)


UNITS = [
    hromada(WEST, "Західна"),
    hromada(EAST, "Східна"),
    hromada(NORTH, "Північна"),
    village("UA18040190010100004", "Захід", WEST, Point(50.1, 28.1)),
    village("UA18040190020100005", "Край", WEST, Point(50.1, 28.19)),
    village("UA18040190030100006", "Хутір", WEST),
    village("UA18040210010100007", "Схід", EAST),
    village("UA18040210020100008", "Дальня", EAST),
    village("UA18040230010100009", "Північ", NORTH, Point(50.25, 28.1)),
]
AREAS = [sending(WEST, 28.0, 50.0), sending(EAST, 28.2, 50.0)]


@pytest.fixture(scope="module")
def board() -> Locator:
    return Locator(UNITS, AREAS)


def test_inside_the_likely_settlement_is_first(board: Locator) -> None:
    answer = board.at(Point(50.1, 28.11))
    assert isinstance(answer, Found)
    assert [each.unit.name for each in (answer.candidate, *answer.others)] == ["Захід", "Край", "Хутір"]
    assert answer.candidate.distance_m == pytest.approx(713, rel=0.01)


def test_without_any_point_the_centre_is_first(board: Locator) -> None:
    answer = board.at(Point(50.1, 28.3))
    assert isinstance(answer, Found)
    assert [each.unit.name for each in (answer.candidate, *answer.others)] == ["Схід", "Дальня"]
    assert answer.candidate.distance_m is None


def test_near_a_border_it_asks_and_says_how_far(board: Locator) -> None:
    answer = board.at(Point(50.1, 28.1993))  # 50 m west of it
    assert isinstance(answer, NearBorder)
    assert [(each.unit.name, each.distance_m) for each in answer.candidates] == [
        ("Край", 0.0),
        ("Схід", pytest.approx(50, abs=1)),
    ]


@pytest.mark.parametrize(("accuracy", "asks"), [(10, False), (49, False), (51, True), (500, True), (None, True)])
def test_the_accuracy_decides(board: Locator, accuracy: float | None, asks: bool) -> None:
    assert isinstance(board.at(Point(50.1, 28.1993), accuracy), NearBorder) is asks


def test_a_hundred_metres_where_telegram_tells_no_accuracy(board: Locator) -> None:
    assert isinstance(board.at(Point(50.1, 28.1987)), NearBorder)  # 93 m
    assert isinstance(board.at(Point(50.1, 28.1985)), Found)  # 107 m


def test_outside_the_nearest_is_asked_about(board: Locator) -> None:
    answer = board.at(Point(49.95, 28.3))  # 5.6 km to the south
    assert isinstance(answer, Ambiguous)
    nearest = answer.candidates[0]
    assert nearest.unit.name == "Схід"
    assert nearest.distance_m == pytest.approx(5_560, rel=0.01)


def test_a_hromada_without_polygon_is_found_by_its_points(board: Locator) -> None:
    answer = board.at(Point(50.25, 28.1))
    assert isinstance(answer, Ambiguous)
    assert answer.candidates[0].unit.name == "Північ"


def test_far_away(board: Locator) -> None:
    assert board.at(Point(52.23, 21.0)) == NotCovered("outside-ukraine")
    assert board.at(Point(-90.0, 0.0)) == NotCovered("outside-ukraine")


def test_scores_fall(board: Locator) -> None:
    answer = board.at(Point(49.99, 28.19))
    assert isinstance(answer, Ambiguous)
    scores = [each.score for each in answer.candidates]
    assert scores == sorted(scores, reverse=True)


def test_the_district_around_the_point() -> None:
    city = Unit("UA18040190010057814", PlaceCategory.CITY, "Місто", hromada=WEST, point=Point(50.1, 28.1))
    district = Unit("UA18040190010157815", PlaceCategory.DISTRICT, "Заводський", settlement=city.katottg, hromada=WEST)
    board = Locator([*UNITS, city, district], [*AREAS, sending(district.katottg, 28.1, 50.1, 0.02)])
    inside, beside = board.at(Point(50.11, 28.11)), board.at(Point(50.09, 28.09))
    assert isinstance(inside, Found)
    assert isinstance(beside, Found)
    assert inside.candidate.unit == beside.candidate.unit == city
    assert (inside.candidate.districts, beside.candidate.districts) == ((district,), ())


def test_near_the_border_of_districts_both_are_told() -> None:
    city = Unit("UA18040190010057814", PlaceCategory.CITY, "Місто", hromada=WEST, point=Point(50.1, 28.1))
    west, east = (
        Unit(code, PlaceCategory.DISTRICT, name, settlement=city.katottg, hromada=WEST)
        for code, name in (("UA18040190010157815", "Західний"), ("UA18040190010257815", "Східний"))
    )
    areas = [sending(west.katottg, 28.08, 50.1, 0.02), sending(east.katottg, 28.1, 50.1, 0.02)]
    board = Locator([*UNITS, city, west, east], [*AREAS, *areas])
    for lon, accuracy, told in ((28.1003, None, (east, west)), (28.0997, None, (west, east)), (28.1003, 5, (east,))):
        answer = board.at(Point(50.11, lon), accuracy)
        assert isinstance(answer, Found)
        assert answer.candidate.districts == told


def test_at_a_border_the_next_best_of_each_hromada_follow(board: Locator) -> None:
    answer = board.at(Point(50.1, 28.1993))
    assert isinstance(answer, NearBorder)
    shown = {each.unit for each in answer.candidates}
    assert answer.others
    assert shown.isdisjoint(each.unit for each in answer.others)
    assert {each.unit.hromada for each in answer.others} == {WEST, EAST}


def test_withdrawn_units_are_known_by_code_and_not_offered() -> None:
    gone = Unit("UA18040190040100010", PlaceCategory.VILLAGE, "Зникле", hromada=WEST, withdrawn_in="2026-07-07")
    places = Gazetteer([*UNITS, gone], [], AREAS)
    assert places.get(gone.katottg) == gone
    assert gone not in places.units
    assert isinstance(places.find("Зникле"), NotCovered)
    assert gone not in places.settlements_of(UNITS[0])


@settings(max_examples=200, deadline=None)
@given(lat=st.floats(49.9, 50.3), lon=st.floats(27.9, 28.5))
def test_it_agrees_with_shapely(lat: float, lon: float) -> None:
    index = PolygonIndex(AREAS)
    inside = {area.katottg for area in AREAS if shapely.from_wkb(area.wkb).covers(shapely.Point(lon, lat))}
    assert {near.katottg for near in index.around(Point(lat, lon), 0.001).measured()} >= inside


def test_no_polygons_at_all() -> None:
    empty: Iterator[Area] = iter(())
    index = PolygonIndex(empty)
    assert len(index) == 0
    assert index.around(Point(50, 28), 100).codes() == []


def test_in_a_district_of_a_city_its_villages_are_no_nearer() -> None:
    city = Unit(
        "UA18040190010000010", PlaceCategory.CITY, "Місто", hromada=WEST, point=Point(50.05, 28.05), population=9_000
    )
    district = Unit("UA18040190010100011", PlaceCategory.DISTRICT, "Крайовий", hromada=WEST, settlement=city.katottg)
    divided = Locator([*UNITS, city, district], [*AREAS, sending(district.katottg, 28.0, 50.0, side=0.15)])
    at_the_village = divided.at(Point(50.1, 28.1))
    assert isinstance(at_the_village, Found)
    assert at_the_village.candidate.unit == city
    assert at_the_village.candidate.districts == (district,)
    assert [each.unit.name for each in at_the_village.others] == ["Захід", "Край", "Хутір"]
    scores = [each.score for each in (at_the_village.candidate, *at_the_village.others)]
    assert scores == sorted(scores, reverse=True)
    beside = divided.at(Point(50.1, 28.185))
    assert isinstance(beside, Found)
    assert beside.candidate.unit.name == "Край"
