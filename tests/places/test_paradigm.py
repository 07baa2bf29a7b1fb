"""A case of a name is one that its own declension has."""

import pytest

from bot.places.paradigm import is_case
from bot.places.words import words

CASES = [
    ("Каневі", "Канів"),
    ("Бобринця", "Бобринець"),
    ("Кочетку", "Кочеток"),
    ("Острозі", "Острог"),
    ("Тернополя", "Тернопіль"),
    ("Чайок", "Чайки"),
    ("Лубен", "Лубни"),
    ("Моринців", "Моринці"),
    ("Нової Борової", "Нова Борова"),
    ("Великих Сорочинців", "Великі Сорочинці"),
    ("Камʼянцем-Подільським", "Кам’янець-Подільський"),
    ("Чучевому", "Чучеве"),
    ("Зазимʼї", "Зазим’я"),
    ("Берестечку", "Берестечко"),
    ("Рогані", "Рогань"),
    ("Гуйве", "Гуйва"),  # Russian
    ("Вышгороде", "Вишгород"),
]
NO_CASES = [
    ("селі", "Сіль"),
    ("Віра", "Вир"),
    ("мостом", "Мости"),
    ("здоров", "Здоровець"),
    ("Вознесенську", "Вознесенський"),
    ("вірого", "Вири"),  # a plural noun takes no endings of adjectives
    ("Білгород", "Болград"),
]


@pytest.mark.parametrize(("asked", "name"), CASES)
def test_a_case(asked: str, name: str) -> None:
    assert is_case(words(asked), words(name))


@pytest.mark.parametrize(("asked", "name"), NO_CASES)
def test_no_case(asked: str, name: str) -> None:
    assert not is_case(words(asked), words(name))
