"""Names of one sound are told apart by their letters."""

import pytest

from bot.places.likeness import is_romanised, is_spelled, spelled_off, stem_off


@pytest.mark.parametrize(
    ("asked", "nearer", "farther"),
    [
        ("глінка", "глінка", "глинка"),
        ("makiivske", "макіївське", "маківське"),
        ("hanusivka", "ганусівка", "ганнусівка"),
    ],
)
def test_the_spelling_that_was_typed_is_nearer(asked: str, nearer: str, farther: str) -> None:
    assert spelled_off(asked, nearer) < spelled_off(asked, farther)


@pytest.mark.parametrize(
    ("asked", "nearer", "farther"),
    [("пішках", "пішки", "пишки"), ("міньківців", "міньківці", "миньківці"), ("романьках", "романьки", "романки")],
)
def test_so_it_is_in_another_case(asked: str, nearer: str, farther: str) -> None:
    assert stem_off(asked, nearer) < stem_off(asked, farther)


@pytest.mark.parametrize(
    ("asked", "name", "spelled"),
    [
        ("емільчине", "ємільчине", True),
        ("степан", "степань", False),  # in a short name a letter makes another name
        ("ммакківв", "маків", False),
    ],
)
def test_one_letter_of_a_long_name_may_be_another(asked: str, name: str, spelled: bool) -> None:
    assert is_spelled(asked, name) is spelled


@pytest.mark.parametrize(
    ("asked", "name", "spelled"),
    [
        ("skrahlivka", "скраглівка", True),
        ("skraglivka", "скраглівка", True),
        ("lis", "ліс", True),
        ("les", "ліс", False),
    ],
)
def test_latin_letters_of_a_name(asked: str, name: str, spelled: bool) -> None:
    assert is_romanised(asked, name) is spelled
