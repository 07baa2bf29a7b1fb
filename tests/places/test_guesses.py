"""Misspelled names: what is meant comes first, and a guess is asked back."""

import pytest

from bot.domain.places import Ambiguous, Found
from bot.places.gazetteer import Gazetteer
from tests.places.conftest import Offered

MISSPELLED = [
    # one slip
    ("Жиотмир", "Житомир"),
    ("Харркыв", "Харків"),
    ("Винниця", "Вінниця"),
    ("Бердчів", "Бердичів"),
    ("Ьердичів", "Бердичів"),
    # two
    ("Жиоттмир", "Житомир"),
    ("Кремнечк", "Кременчук"),
    ("Кропивиньцкий", "Кропивницький"),
    ("Радомшиль", "Радомишль"),
    ("Новград-Воинський", "Звягель"),
    ("Білгородністровськй", "Білгород-Дністровський"),
    # with words around
    ("в Жиомирі", "Житомир"),
    ("Кароостишів Житомирська область", "Коростишів"),
    ("Нвоий Розділ Львівська", "Новий Розділ"),
    # other alphabets and layouts
    ("Zhytommyr", "Житомир"),
    ("Berdychv", "Бердичів"),
    (";bnvbh", "Житомир"),
    ("Бердичевв", "Бердичів"),
]


@pytest.mark.parametrize(("asked", "name"), MISSPELLED)
def test_guessed(gazetteer: Gazetteer, offered: Offered, asked: str, name: str) -> None:
    assert offered(gazetteer.find(asked))[0].unit.name == name


# Here the misspelled name sounds like another, or begins one: it is asked back all the same.
ASKED_BACK = ["Жиотмир", "Бердчів", "Кремнечк", "Грималів", "Цуурне", "Калівці", "в Жиомирі", ";bnvbh"]


@pytest.mark.parametrize("asked", ASKED_BACK)
def test_a_guess_is_asked_back(gazetteer: Gazetteer, asked: str) -> None:
    assert isinstance(gazetteer.find(asked), Ambiguous)


# Not a letter of the name itself was missed, only how it is spelled: no question is needed.
CLEAR = ["Винниця", "Харркив", "Zhytommyr", "Бердичевв", "Запоріжя", "Камьянське"]


@pytest.mark.parametrize("asked", CLEAR)
def test_what_only_sounds_so_is_clear(gazetteer: Gazetteer, asked: str) -> None:
    assert isinstance(gazetteer.find(asked), Found)
