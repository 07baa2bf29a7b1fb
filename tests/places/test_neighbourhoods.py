"""Parts of cities: the table agrees with the codifier, and the search knows them alone, beside their city, unknown."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from bot.domain.places import PARTS_OF_CITIES, AliasKind, Found, PlaceCategory, Unit, candidates
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer
from bot.places.reader import read

FOLDER = Path(__file__).parent


def rows() -> list[list[str]]:
    with (files.FOLDER / files.NEIGHBOURHOODS).open(encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")][1:]


def test_every_line_names_its_city_and_district(gazetteer: Gazetteer) -> None:
    for code, city, district, kind, name, _also in rows():
        unit = gazetteer.unit(code)
        assert AliasKind(kind) in PARTS_OF_CITIES
        if district:
            assert (unit.category, unit.name) == (PlaceCategory.DISTRICT, district), name
            assert gazetteer.unit(unit.settlement or "").name == city
        else:
            assert (unit.is_settlement, unit.name) == (True, city), name


def test_no_name_stands_twice_in_a_city() -> None:
    names = Counter((row[1], name) for row in rows() for name in (row[4], *filter(None, row[5].split(", "))))
    assert [named for named, count in names.items() if count > 1] == []


def test_no_part_is_called_like_a_settlement_of_the_same_hromada(gazetteer: Gazetteer) -> None:
    near = {(unit.hromada, unit.name) for unit in gazetteer.units if unit.is_settlement}
    parts = [(gazetteer.unit(alias.katottg).hromada, alias.name) for alias in files.read_neighbourhoods()]
    assert near & set(parts) == set()


@pytest.mark.parametrize(
    ("query", "city"),
    [
        ("Троєщина", "Київ"),
        ("живу на салтівці", "Харків"),
        ("Сыхов", "Львів"),
        ("садгра", "Чернівці"),  # misspelt
        ("Садгора", "Чернівці"),
        ("Суми, Баси", "Суми"),  # there is a village Баси elsewhere
        ("полтава браїлки", "Полтава"),  # and a village Браїлки beside Полтава
    ],
)
def test_a_part_of_a_city(gazetteer: Gazetteer, query: str, city: str) -> None:
    assert _city(gazetteer, candidates(gazetteer.find(query))[0].unit) == city


@pytest.mark.parametrize(
    ("query", "certain"),
    [
        ("Салтівка", True),
        ("Троєщина", False),  # there is a village, too
        ("Чернівці, Роша", True),
        ("Олексіївка", False),  # many villages
        ("Парус", False),  # a word as well
        ("Дніпро, Парус", True),
        ("Черемушки", False),  # of several cities
    ],
)
def test_certain_where_nothing_else_is_called_so(gazetteer: Gazetteer, query: str, certain: bool) -> None:
    assert isinstance(gazetteer.find(query), Found) is certain


def test_of_two_cities_the_bigger_is_first(gazetteer: Gazetteer) -> None:
    offered = [_city(gazetteer, each.unit) for each in candidates(gazetteer.find("Черемушки"))]
    assert offered.index("Одеса") < offered.index("Кропивницький")


def test_a_town_is_meant_by_its_own_name(gazetteer: Gazetteer) -> None:
    assert candidates(gazetteer.find("Бобровиця"))[0].unit.category is PlaceCategory.CITY


@pytest.mark.parametrize("query", ["Чернівці Ґардозія", "Чернівці, мікрорайон Ґардозія", "м. Чернівці 14 квартал"])
def test_an_unknown_part_beside_a_city_is_the_city(gazetteer: Gazetteer, query: str) -> None:
    answer = gazetteer.find(query)
    assert isinstance(answer, Found)
    assert answer.candidate.unit.name == "Чернівці"


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Верси Житомир", "Вереси"),  # a village of the oblast, misspelt
        ("Пісочин під Харковом", "Пісочин"),
        ("Ґардозія Чернівецька", None),
    ],
)
def test_not_every_city_is_meant(gazetteer: Gazetteer, query: str, name: str | None) -> None:
    first = next(iter(candidates(gazetteer.find(query))), None)
    assert (first and first.unit.name) == name


@pytest.mark.parametrize(("half", "floor"), [("tuned", 0.94), ("unseen", 0.9)])
def test_floors(gazetteer: Gazetteer, half: str, floor: float) -> None:
    """Questions written before the table: `katottg` lists all codes that are right, the city's among them."""
    right: dict[str, list[bool]] = {}
    with (FOLDER / "parts" / f"{half}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            first = next(iter(candidates(read(gazetteer, row["query"]).answer)), None)
            codes = set(row["katottg"].split("|"))
            right.setdefault(row["kind"], []).append(first is not None and not codes.isdisjoint(first.unit.areas))
    shares = {kind: sum(each) / len(each) for kind, each in right.items()}
    assert {kind: share for kind, share in shares.items() if share < floor - 0.1 * (kind == "nb_bare")} == {}


def _city(gazetteer: Gazetteer, unit: Unit) -> str:
    return gazetteer.unit(unit.settlement or unit.katottg).name
