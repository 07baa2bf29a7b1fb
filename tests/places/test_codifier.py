"""The codifier's table in the shapes it comes in."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.domain.places import PlaceCategory
from bot.places.codifier import CATEGORY, HEADER, NAME, NotACodifier, read_table
from bot.places.embedded import files

TITLE = ("Кодифікатор адміністративно-територіальних одиниць", None, None, None, None, None, None)
OBLAST = "UA18000000000041385"
RAION = "UA18020000000018875"
HROMADA = "UA18020030000061163"
CITY = "UA18020030010047029"


def table(*rows: tuple[str | None, ...]) -> list[tuple[str | None, ...]]:
    return [(None,) * 7, TITLE, (*HEADER, CATEGORY, NAME), *rows, (None,) * 7]


def test_parents_are_read_from_the_code() -> None:
    units = read_table(
        table(
            (OBLAST, RAION, HROMADA, CITY, None, "M", "Бердичів"),
            (OBLAST, None, None, None, None, "O", "Житомирська"),
            (OBLAST, RAION, None, None, None, "P", "Бердичівський"),
            (OBLAST, RAION, HROMADA, None, None, "H", "Бердичівська "),
        )
    )
    assert [unit.name for unit in units] == ["Житомирська", "Бердичівський", "Бердичівська", "Бердичів"]
    assert units[-1].areas == (CITY, HROMADA, RAION, OBLAST)


@pytest.mark.parametrize(
    ("letter", "category"),
    [
        ("О", "O"),
        ("К", "K"),
        ("Р", "P"),
        ("Н", "H"),
        ("М", "M"),
        ("Х", "X"),
        ("С", "C"),
        ("В", "B"),
        (" T ", "X"),
        ("Т", "X"),
    ],
)
def test_letters_may_be_cyrillic_or_old(letter: str, category: str) -> None:
    (unit,) = read_table(table((OBLAST, RAION, HROMADA, CITY, None, letter, "Назва")))
    assert unit.category is PlaceCategory(category)


def test_a_table_without_header_is_not_a_codifier() -> None:
    with pytest.raises(NotACodifier):
        read_table([TITLE, (OBLAST, None, None, None, None, "O", "Житомирська")])


def test_an_unknown_letter_is_an_error() -> None:
    with pytest.raises(ValueError, match="Q"):
        read_table(table((OBLAST, None, None, None, None, "Q", "Житомирська")))


@pytest.mark.slow
def test_the_official_workbook_is_the_embedded_edition(official_files: Path) -> None:
    book = load_workbook(official_files / "official" / "katottg-2026-07.xlsx", read_only=True)
    units = read_table(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    embedded = [(unit.katottg, unit.category, unit.name, unit.areas) for unit in files.read_units()]
    assert [(unit.katottg, unit.category, unit.name, unit.areas) for unit in units] == embedded
