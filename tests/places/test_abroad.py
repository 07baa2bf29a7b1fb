"""The state border: a sentence abroad, a question at sea, and no Ukrainian village told that it is not in Ukraine."""

import asyncio
from datetime import date

import pytest
import shapely

from bot.domain.places import Ambiguous, Found, NotCovered, Point, Unit
from bot.places.embedded.files import read_abroad, read_units
from bot.places.importing import polygons
from bot.places.importing.plan import State
from bot.places.locate import Locator
from bot.places.points import Foreign
from bot.places.polygons import Area
from tests.conftest import SHARED_DATA
from tests.places.test_at import official_points

__all__ = ["official_points"]

OUTSIDE = NotCovered("outside-ukraine")
TOWNS = {
    "Rzeszów": (50.0413, 21.9990),
    "Przemyśl": (49.7839, 22.7678),
    "Brest": (52.0976, 23.7341),
    "Homiel": (52.4345, 30.9754),
    "Chișinău": (47.0105, 28.8638),
    "Tiraspol": (46.8403, 29.6433),
    "Soroca": (48.1558, 28.2950),
    "Sighetu Marmației": (47.9286, 23.8906),
    "Siret": (47.9530, 26.0720),
    "Tulcea": (45.1787, 28.8010),
    "Galați": (45.4353, 28.0080),
    "Michalovce": (48.7543, 21.9195),
    "Záhony": (48.4080, 22.1760),
    "Belgorod": (50.5997, 36.5983),
    "Shebekino": (50.4090, 36.8970),
    "Donetsk of Rostov oblast": (48.3350, 39.9460),
    "Taganrog": (47.2362, 38.8969),
    "Rostov": (47.2357, 39.7015),
    "the middle of the Black Sea": (43.5, 32.0),
}
SEA = {"3 km off Odesa": (46.45, 30.80), "12 km off Odesa": (46.40, 30.90), "the sea of Azov": (46.60, 36.90)}
TOLD_OUTSIDE = 8  # of all Ukrainian settlements, without polygons; two of them have a point, some kilometres off


@pytest.fixture(scope="module")
def units() -> list[Unit]:
    return read_units()


@pytest.fixture(scope="module")
def by_points(units: list[Unit]) -> Locator:
    return Locator(units)


@pytest.mark.parametrize("name", TOWNS)
def test_abroad_is_told(by_points: Locator, name: str) -> None:
    assert by_points.at(Point(*TOWNS[name])) == OUTSIDE


def test_every_place_abroad_is_known_as_such_or_asked_about(by_points: Locator) -> None:
    """Those right at the border are the ones asked about."""
    answers = [by_points.at(place.point) for place in read_abroad()]
    assert sum(answer == OUTSIDE for answer in answers) > 0.95 * len(answers)
    assert sum(isinstance(answer, Found) for answer in answers) <= 1


def sending(code: str, west: float, south: float, size: float = 0.2) -> Area:
    return Area(code, shapely.to_wkb(shapely.box(west, south, west + size, south + size)))


def test_beyond_polygons_towns_tell_land_from_sea(units: list[Unit]) -> None:
    """A hromada with the town of another country 5 km east of it, and nothing to the west."""
    hromada = "UA18020030000035625"
    own = [unit for unit in units if hromada in (unit.hromada, unit.katottg)]
    locator = Locator(own, [sending(hromada, 28.5, 49.8)], [Foreign(Point(49.9, 28.77), 3_000)])
    assert isinstance(locator.at(Point(49.9, 28.6)), Found)
    assert locator.at(Point(49.9, 28.75)) == OUTSIDE
    assert isinstance(locator.at(Point(49.9, 28.702)), Ambiguous)  # 150 m: nobody can tell
    assert isinstance(locator.at(Point(49.9, 28.40)), Ambiguous)  # 7 km out to sea
    assert locator.at(Point(49.9, 28.10)) == OUTSIDE  # beyond the territorial sea


# --- measured on official files --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def by_polygons(units: list[Unit], official_points: dict[str, Point]) -> Locator:
    state = State({unit.katottg: unit for unit in units}, {}, {}, "", date(2026, 11, 22))
    return Locator(units, asyncio.run(polygons.read(SHARED_DATA / "hromadas-100m.geojson")).plan(state).polygons)


@pytest.mark.slow
def test_with_polygons_too(by_polygons: Locator) -> None:
    for name, where in TOWNS.items():
        assert by_polygons.at(Point(*where)) == OUTSIDE, name
    for name, where in SEA.items():
        assert isinstance(by_polygons.at(Point(*where)), Ambiguous), name
    assert isinstance(by_polygons.at(Point(51.31, 30.31)), Ambiguous)  # the Chornobyl zone has no polygon


@pytest.mark.slow
def test_no_ukrainian_settlement_is_abroad(
    units: list[Unit], by_polygons: Locator, by_points: Locator, official_points: dict[str, Point]
) -> None:
    here = [point for u in units if u.is_settlement and (point := official_points.get(u.katottg[:12]))]
    assert len(here) > 29_000
    assert [point for point in here if by_polygons.at(point) == OUTSIDE] == []
    assert sum(by_points.at(point) == OUTSIDE for point in here) <= TOLD_OUTSIDE
