"""What sounds like danger and is the name of a place, and what is both."""

import pytest

from bot.domain.emergency import alarm_of
from bot.places.cries import is_cry
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer

CRY_FIRST = {"Пожежа"}
"""Villages whose name alone is rather a cry."""


def test_a_name_alone_says_where_and_not_what() -> None:
    sounding = {unit.name for unit in files.read_units() if alarm_of(unit.name)}
    assert sounding == CRY_FIRST


def test_former_names_too() -> None:
    assert not [alias.name for alias in files.read_former() if alarm_of(alias.name)]


@pytest.mark.parametrize(
    "said",
    ["Рокитне", "до Ружина", "з Сокирниці", "Ружин Житомирщина", "prut", "село Пожежа", "с. Пожежа", "Волинське"],
)
def test_a_place(gazetteer: Gazetteer, said: str) -> None:
    assert not is_cry(gazetteer, said)


@pytest.mark.parametrize(
    "said",
    [
        *("Пожежа", "112", "рятуйте", "поліція", "міна!!!", "граната", "вбивають"),
        *("Бердичів, вбивають", "Бердичів пожежа", "село Вікторівка, пожежа", "пожежа в Бердичеві"),
    ],
)
def test_a_cry(gazetteer: Gazetteer, said: str) -> None:
    assert is_cry(gazetteer, said)
