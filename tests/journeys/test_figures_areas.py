"""An area as admins type it, on the real gazetteer."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.admins import EVERYWHERE, Scope
from bot.domain.clock import utc_now
from bot.domain.errors import AreaUnknown, OutOfScope
from bot.places.gazetteer import Gazetteer
from bot.places.named_areas import LEVELS
from bot.services.directory import DirectoryService
from bot.services.figures.areas import HOME, Extents
from bot.services.lookup import Lookup
from db.engine import Database

ZHYTOMYR = Scope(frozenset({"UA18000000000041385"}))


@pytest.fixture(scope="session")
def extents(country: tuple[Path, Gazetteer]) -> Extents:
    gazetteer = country[1]
    nobody = Database("sqlite://")  # names only: nobody opens it
    directory = DirectoryService(nobody, utc_now, lambda: gazetteer)
    return Extents(lambda: gazetteer, Lookup(lambda: gazetteer, directory))


def named(extents: Extents, text: str, within: Scope = EVERYWHERE) -> list[str]:
    found = extents.of_words(within, text)
    codes = sorted(found.codes) if isinstance(found, Scope) else [unit.katottg for unit in found]
    places = [extents.place(code) for code in codes]
    return [f"{place.category} {place.name}" for place in places if place]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Житомирська", "O Житомирська"),
        ("житомирський район", "P Житомирський"),
        ("Коростенський р-н", "P Коростенський"),
        ("Житомирщина", "O Житомирська"),
        ("Житомирська громада", "H Житомирська"),
        ("Закарпаття", "O Закарпатська"),
        ("Крим", "O Автономна Республіка Крим"),
        ("Київ", "K Київ"),
        ("Київська обл.", "O Київська"),
        ("Глибочицька", "H Глибочицька"),
        ("UA18000000000041385", "O Житомирська"),
        ("Zhytomyrska", "O Житомирська"),
    ],
)
def test_an_area_is_found_as_people_call_it(extents: Extents, text: str, area: str) -> None:
    assert named(extents, text) == [area]


def test_namesakes_are_offered(extents: Extents) -> None:
    assert named(extents, "Михайлівська громада") == ["H Михайлівська"] * 5


def test_of_namesakes_only_ones_own(extents: Extents) -> None:
    assert named(extents, "Малинська громада", ZHYTOMYR) == ["H Малинська"]
    with pytest.raises(OutOfScope):
        extents.of_words(ZHYTOMYR, "Рівненська область")


@settings(max_examples=200)
@given(data=st.data())
def test_no_code_leads_outside(country: tuple[Path, Gazetteer], extents: Extents, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from([unit for unit in country[1].units if unit.category in LEVELS]))
    if ZHYTOMYR.covers(unit.areas):
        assert extents.of_code(ZHYTOMYR, unit.katottg) == Scope(frozenset({unit.katottg}))
    else:
        with pytest.raises(OutOfScope):
            extents.of_code(ZHYTOMYR, unit.katottg)


@pytest.mark.parametrize("code", ["", "UA", "UA18060130010010134", "UA99999999999999999", "none"])
def test_what_is_no_area_is_refused(extents: Extents, code: str) -> None:
    with pytest.raises(AreaUnknown):
        extents.of_code(ZHYTOMYR, code)


def test_home_is_all_of_ones_own(extents: Extents) -> None:
    assert extents.of_code(ZHYTOMYR, HOME) == ZHYTOMYR
    assert extents.of_words(ZHYTOMYR, "") == ZHYTOMYR
    assert extents.extent(ZHYTOMYR, ZHYTOMYR).home
    assert not extents.extent(Scope(frozenset({"UA18020000000072859"})), ZHYTOMYR).home
