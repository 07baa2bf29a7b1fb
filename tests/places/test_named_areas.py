"""Areas by what an admin types. «P Бердичівський»: the category's letter and the name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.places import PlaceCategory, Unit
from bot.places.gazetteer import Gazetteer
from bot.places.named_areas import LEVELS, ORDER, says_area
from bot.services.area_finder import AREAS

CALLED = [
    # (typed, what is called so)
    ("Житомирська область", "O Житомирська"),
    ("Житомирська", "O Житомирська, P Житомирський, H Житомирська"),
    ("Zhytomyrska oblast", "O Житомирська"),
    ("львовская обл.", "O Львівська"),
    ("Житомирщина", "O Житомирська"),
    ("Закарпаття", "O Закарпатська"),
    ("АРК", "O Автономна Республіка Крим"),
    ("Вінниця", "O Вінницька, P Вінницький, H Вінницька"),
    ("Бердичівський р-н", "P Бердичівський"),
    ("Черняхівський район", "P Житомирський"),  # until 2020
    ("Бердичів", "P Бердичівський, H Бердичівська"),
    ("громада Бердичів", "H Бердичівська"),
    ("Новоборівська селищна тг", "H Новоборівська"),
    ("Житомирська громада", "H Житомирська"),
    ("Київ", "K Київ"),
    ("м. Київ", "K Київ"),
    ("Київська", "O Київська"),
    ("UA18000000000041385", "O Житомирська"),
    (" ua18000000000041385\n", "O Житомирська"),
    # what it lies in
    ("Малинська громада, Житомирська область", "H Малинська"),
    ("Житомирська область, Малинська громада", "H Малинська"),
    ("Малинська громада; Коростенський район", "H Малинська"),
    ("Іванівська Одеська", "H Іванівська"),
    ("Іванівська Одещина", "H Іванівська"),
    ("Іванівська громада Одеська область", "H Іванівська"),
    ("Малинська громада, Одеська область", ""),
    # misspelled, and said to be an area
    ("Малінська тг, Житомирщина", "H Малинська"),
    ("Житомерська область", "O Житомирська"),
    # a district of a city only where the word says so
    ("Салтівський", ""),
    ("Салтівський район", "B Салтівський"),
    ("Московський район, Харків", "B Салтівський"),  # until 2024
    ("Шевченківський район, Київ", "B Шевченківський"),
    # no area
    ("село Вереси", ""),
    ("на Житомирщині", ""),
    ("Бозна-що громада", ""),
    ("Нова Борова", ""),
    ("громада", ""),
    ("UA18", ""),
    ("UA18060130010010134", ""),
    ("", ""),
    (" ,;", ""),
]
TYPED = [
    # (typed, what may be meant)
    ("Бердичів", "P Бердичівський, H Бердичівська"),
    ("Бердичівська", "H Бердичівська"),
    ("Житомирська", "O Житомирська, H Житомирська"),
    ("Жит", "O Житомирська, P Житомирський, H Житомирська"),
    ("білоцер район", "P Білоцерківський"),
    ("Білоцерк Київ", "P Білоцерківський, H Білоцерківська"),
    ("Івано-Франків район", "P Івано-Франківський"),
    ("Київ", "K Київ, O Київська, H Ківерцівська"),
    ("Полтава", "O Полтавська, P Полтавський, H Полтавська"),
    ("Буковина", "O Чернівецька"),
    ("Овруч", "H Овруцька"),
    ("Салтівський район", ""),
    ("Жи", ""),
    ("Ніякої", ""),
    ("UA18000000000041385", "O Житомирська"),
]


def told(units: list[Unit]) -> str:
    return ", ".join(f"{unit.category.value} {unit.name}" for unit in units)


@pytest.mark.parametrize(("typed", "areas"), CALLED)
def test_what_is_called_so_the_widest_first(gazetteer: Gazetteer, typed: str, areas: str) -> None:
    assert told(gazetteer.named_areas.called(typed, ORDER)) == areas


@pytest.mark.parametrize(("typed", "areas"), TYPED)
def test_what_may_be_meant_whole_names_first(gazetteer: Gazetteer, typed: str, areas: str) -> None:
    assert told(gazetteer.named_areas.typed(typed, LEVELS)) == areas


def test_namesakes_are_all_there(gazetteer: Gazetteer) -> None:
    for found in (gazetteer.named_areas.called, gazetteer.named_areas.typed):
        assert told(found("Михайлівська громада", LEVELS)) == ", ".join(["H Михайлівська"] * 5)


def test_kyiv_is_no_area_of_an_audience(gazetteer: Gazetteer) -> None:
    """It is found among the settlements, as the city."""
    assert told(gazetteer.named_areas.called("м. Київ", AREAS)) == ""


def test_what_the_codifier_has_withdrawn_is_not_found() -> None:
    gone = Unit("UA18000000000041385", PlaceCategory.OBLAST, "Житомирська", withdrawn_in="2026-01")
    areas = Gazetteer([gone]).named_areas
    assert areas.called(gone.katottg, LEVELS) == areas.typed("Житомирська область", LEVELS) == []


def test_whether_an_area_is_said() -> None:
    assert says_area("Житомирська громада")
    assert not says_area("Житомир")


def test_every_area_is_found_by_its_own_name(gazetteer: Gazetteer) -> None:
    """Also «Хутір-Михайлівська», whose name begins with a word for a kind of place."""
    areas = gazetteer.named_areas
    for unit in (unit for unit in gazetteer.units if unit.category in LEVELS):
        assert unit in areas.called(unit.name, LEVELS)
        assert unit in areas.typed(unit.name, LEVELS)
        assert areas.called(unit.katottg, {unit.category}) == [unit]


@settings(max_examples=200)
@given(typed=st.text(max_size=60))
def test_nothing_typed_breaks_it(gazetteer: Gazetteer, typed: str) -> None:
    kinds = {PlaceCategory.HROMADA}
    found = [*gazetteer.named_areas.called(typed, kinds), *gazetteer.named_areas.typed(typed, kinds)]
    assert {unit.category for unit in found} <= kinds
