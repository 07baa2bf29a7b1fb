"""Addresses that nothing marks as such: the settlement is what is known to be one."""

import pytest

from bot.places.address import read_address
from bot.places.gazetteer import Gazetteer
from bot.places.loose_address import known_address


@pytest.mark.parametrize(
    ("text", "street", "settlement"),
    [
        ("Вінниця Замостянська 34", "Замостянська 34", "Вінниця"),
        ("Житомир Покровська, 6", "Покровська 6", "Житомир"),
        ("Соборна 12а Луцьк", "Соборна 12а", "Луцьк"),
        ("Біла Церква Ярослава Мудрого 5 кв 7", "Ярослава Мудрого 5", "Біла Церква"),
        ("я живу Бердичів Європейська 14/2", "Європейська 14/2", "Бердичів"),
    ],
)
def test_the_settlement_is_told_from_the_street(gazetteer: Gazetteer, text: str, street: str, settlement: str) -> None:
    assert known_address(text, gazetteer.find) == (street, settlement)


@pytest.mark.parametrize(
    "text",
    [
        "Соборна 20",  # of which town?
        "Дніпро Перемога 6",  # a part of the city
        "Кривий Ріг Мудрьона 25",  # the same, and Кривий is a village
        "Суми 12 мікрорайон",
        "мені 30 років",
        "Малин",
    ],
)
def test_what_is_no_address(gazetteer: Gazetteer, text: str) -> None:
    assert known_address(text, gazetteer.find) is None


@pytest.mark.parametrize(
    ("text", "street", "settlement"),
    [
        ("Донецьке шосе 9 Дніпро", "шосе Донецьке 9", "Дніпро"),
        ("Київська вул. 5 Рівне", "вулиця Київська 5", "Рівне"),
        ("майдан Відродження 1, Кам’янець-Подільський", "майдан Відродження 1", "Кам’янець-Подільський"),
        ("Овідіопольська дорога 3 Одеса", "дорога Овідіопольська 3", "Одеса"),
        ("Кременчук Набережна 5", "набережна 5", "Кременчук"),
        ("Рівне вул. 8 Березня 5", "вулиця 8 Березня 5", "Рівне"),
    ],
)
def test_the_street_may_stand_before_its_kind(text: str, street: str, settlement: str) -> None:
    assert read_address(text) == (street, settlement)
