"""Street addresses among typed words."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.places.address import StreetAddress, read_address
from bot.places.embedded import files

KYIVSKA = StreetAddress("вулиця Київська 5", "Житомир")


@pytest.mark.parametrize(
    "text",
    [
        "вул. Київська 5, Житомир",
        "Вулиця Київська, 5, Житомир",
        "Житомир, вул. Київська, 5",
        "Житомир вул Київська 5",
        "вул Київська 5 Житомир",
        "вул. Київська, буд. 5, кв. 12, Житомир",
        "10014, Україна, Житомир, вул. Київська, 5, під’їзд 2",
        "Київська вул., 5, Житомир",
        "живу на вулиці Київській 5 у Житомир",
        "вул. Київська 5\nЖитомир",
    ],
)
def test_one_address_in_many_ways(text: str) -> None:
    assert read_address(text) == KYIVSKA


@pytest.mark.parametrize(
    ("text", "street", "settlement"),
    [
        ("просп. Свободи 15а, Львів", "проспект Свободи 15а", "Львів"),
        ("пр-т Миру 3/5 Київ", "проспект Миру 3/5", "Київ"),
        ("пл. Соборна 1, м. Бердичів", "площа Соборна 1", "м. Бердичів"),
        ("б-р Шевченка, Київ", "бульвар Шевченка", "Київ"),
        ("пров. 2-й Київський 4, Житомир", "провулок 2-й Київський 4", "Житомир"),
        ("вул. 1 Травня 5, Малин", "вулиця 1 Травня 5", "Малин"),
        ("вулиця 8 Березня, Житомир", "вулиця 8 Березня", "Житомир"),
        ("Житомирська обл., м. Малин, вул. Миру 10", "вулиця Миру 10", "Житомирська обл, м. Малин"),
        ("на вулиці Соборній у Житомирі", "вулиця Соборна", "Житомирі"),
        ("с. Вереси, вул. Лісова 3", "вулиця Лісова 3", "с. Вереси"),
        ("ул. Пушкинская, дом 12, Харьков", "вулиця Пушкинская 12", "Харьков"),
        ("Kyivska St. 5, Zhytomyr", "вулиця Kyivska 5", "Zhytomyr"),
        ("vul. Kyivska 5, Zhytomyr", "вулиця Kyivska 5", "Zhytomyr"),
        ("Київська 5, Житомир", "Київська 5", "Житомир"),
        ("Житомир, Київська, 5-А", "Київська 5-А", "Житомир"),
        ("вул. Київська 5", "вулиця Київська 5", ""),
        ("вул. Січових Стрільців", "вулиця Січових Стрільців", ""),
        ("Умань на вулиці Садовій", "вулиця Садова", "Умань"),
        ("в городе Изюм на улице Мира 4", "вулиця Мира 4", "городе Изюм"),
    ],
)
def test_street_and_settlement(text: str, street: str, settlement: str) -> None:
    assert read_address(text) == StreetAddress(street, settlement)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Житомир",
        "Житомир, 5",
        "Майдан",
        "Площа",
        "вул.",
        "вулиця 5",
        "50.25, 28.66",
        "с. Іванівка, 5, Бердичівський район",
        "Бердичів, Житомирська область",
        "У нас на вулиці Київській, 5 хтось палить сміття біля дитячого майданчика, у Житомирі дихати нічим. " * 2,
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert read_address(text) is None


def test_no_name_of_a_place_is_an_address() -> None:
    names = {unit.name for unit in files.read_units()} | {alias.name for alias in files.read_aliases()}
    assert [name for name in names if read_address(name)] == []


@pytest.mark.parametrize("file", sorted(Path(__file__).parent.glob("*.csv")), ids=lambda file: file.stem)
def test_no_question_about_a_name_is_an_address(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        assert [row["query"] for row in csv.DictReader(lines) if read_address(row["query"])] == []


@settings(max_examples=500)
@given(st.text("вул. 5,КиївськаЖитомир/-аб\n", max_size=130))
def test_anything_can_be_read(text: str) -> None:
    found = read_address(text)
    assert found is None or found.street
