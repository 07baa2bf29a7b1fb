"""Areas by what people call them."""

import pytest

from bot.domain.places import PlaceCategory
from bot.places.areas import WIDER, Areas
from bot.places.embedded.files import read_former, read_neighbourhoods, read_old_raions
from bot.places.fold import fold_all
from bot.places.gazetteer import Gazetteer
from bot.places.words import words

KINDS = {
    "O": {PlaceCategory.OBLAST},
    "P": {PlaceCategory.RAION},
    "H": {PlaceCategory.HROMADA},
    "B": {PlaceCategory.DISTRICT},
}


@pytest.fixture(scope="module")
def areas(gazetteer: Gazetteer) -> Areas:
    return Areas(gazetteer.units, [*read_former(), *read_neighbourhoods()], read_old_raions())


CALLED = [
    # (as said, kind, name)
    ("Житомирська", "O", "Житомирська"),
    ("Житомирської", "O", "Житомирська"),
    ("Житомир", "O", "Житомирська"),
    ("Запорожская", "O", "Запорізька"),
    ("Черновицкая", "O", "Чернівецька"),
    ("Ровенской", "O", "Рівненська"),
    ("Chernihivska", "O", "Чернігівська"),
    ("Прикарпаття", "O", "Івано-Франківська"),
    ("Бердичівського", "P", "Бердичівський"),
    ("Бердичев", "P", "Бердичівський"),
    ("Berdychiv", "P", "Бердичівський"),
    ("Черняхівського", "P", "Черняхівська"),  # until 2020: what lay there
    ("Змиевского", "P", "Слобожанська"),
    ("Красноградський", "P", "Берестинський"),  # until 2024
    ("Червонослобідської", "H", "Слобідська"),
    ("Малинській", "H", "Малинська"),
    ("Малин", "H", "Малинська"),
    ("Салтовский", "B", "Салтівський"),
    ("Московський", "B", "Салтівський"),  # until 2024
    ("Салтівка", "B", "Салтівський"),
    ("Дарница", "B", "Дарницький"),
]


@pytest.mark.parametrize(("said", "kind", "name"), CALLED)
def test_called(gazetteer: Gazetteer, areas: Areas, said: str, kind: str, name: str) -> None:
    codes = areas.called(fold_all(words(said)), frozenset(KINDS[kind]))
    assert name in {gazetteer.unit(code).name for code in codes}


@pytest.mark.parametrize("said", ["Чорнс", "Велике", "Яблуко"])
def test_nothing_is_called_so(areas: Areas, said: str) -> None:
    assert areas.called(fold_all(words(said)), WIDER) == frozenset()


@pytest.mark.parametrize(
    ("said", "oblast"),
    [("Полтавщина", "UA53"), ("Полтавщині", "UA53"), ("Закарпаття", "UA21"), ("Буковині", "UA73"), ("Малин", None)],
)
def test_nicknames(areas: Areas, said: str, oblast: str | None) -> None:
    codes = areas.nickname(fold_all(words(said))[0])
    assert {code[:4] for code in codes} == ({oblast} if oblast else set())


@pytest.mark.parametrize(("said", "alone"), [("Житомирська", True), ("Житомир", False), ("Малинська", False)])
def test_an_oblast_alone(areas: Areas, said: str, alone: bool) -> None:
    assert areas.is_oblast(fold_all(words(said))) is alone
