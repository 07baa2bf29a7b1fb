"""What an admin of a territory means by a name: areas and places together. «P Бердичівський»: letter and name."""

from itertools import islice

import pytest

from bot.domain.admins import EVERYWHERE, Scope
from bot.domain.places import Unit
from bot.places.gazetteer import Gazetteer
from bot.services.area_finder import AreaFinder

ZHYTOMYR = Scope(frozenset({"UA18000000000041385"}))


@pytest.fixture
def finder(gazetteer: Gazetteer) -> AreaFinder:
    return AreaFinder(lambda: gazetteer)


def told(units: list[Unit]) -> str:
    return ", ".join(f"{unit.category.value} {unit.name}" for unit in units)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Бердичівська громада", "H Бердичівська"),
        ("Житомирщина", "O Житомирська"),
        ("Бердичів", "P Бердичівський, H Бердичівська, M Бердичів"),
        ("Салтівський район", ""),  # a district of Kharkiv
        ("Ніякої", ""),
    ],
)
def test_what_is_clearly_meant_in_the_territory(finder: AreaFinder, typed: str, meant: str) -> None:
    assert told(finder.find(typed, ZHYTOMYR)) == meant


def test_to_choose_from_each_settlement_comes_with_its_hromada(finder: AreaFinder) -> None:
    found = finder.offered("Скраглівка", ZHYTOMYR)
    assert told(found[:2]) == "C Скраглівка, H Бердичівська"


@pytest.mark.parametrize("typed", ["Житомирської області", "Житомирщина", "Zhytomyrska oblast"])
def test_an_area_for_a_beat_is_found_however_it_is_called(finder: AreaFinder, typed: str) -> None:
    assert told(finder.offered(typed, ZHYTOMYR)) == "O Житомирська"


def test_a_code_is_what_it_is_inside_the_territory_only(finder: AreaFinder, gazetteer: Gazetteer) -> None:
    for unit in islice(gazetteer.units, 200):
        assert finder.offered(f" {unit.katottg.lower()} ", EVERYWHERE) == [unit]
        inside = ZHYTOMYR.covers(unit.areas)
        assert finder.offered(unit.katottg, ZHYTOMYR) == ([unit] if inside else [])


def test_a_poster_is_for_a_hromada(finder: AreaFinder) -> None:
    assert told(finder.hromadas("Бердичів", ZHYTOMYR)) == "H Бердичівська"
    assert told(finder.hromadas("бердич", ZHYTOMYR)) == "H Бердичівська"
    assert told(finder.hromadas("Київ", EVERYWHERE)).startswith("K Київ")
    assert finder.hromadas("Київ", ZHYTOMYR) == []
