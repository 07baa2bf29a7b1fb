"""What is a likelier slip costs less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places.slips import apart

NEARER = [
    # (typed, the likelier name, the less likely one)
    ("жиомир", "житомир", "жаомир"),  # a letter left out, a letter replaced
    ("жиотмир", "житомир", "жиотмар"),  # neighbours swapped
    ("харрків", "харків", "хагрків"),  # a letter typed twice
    ("життомир", "житомир", "жиктомир"),
    ("зарків", "харків", "марків"),  # the next key
    ("миколаив", "миколаїв", "миколакв"),  # a vowel that sounds alike
    ("сміла", "сміла", "смила"),  # the name itself
    ("тернопіл", "тернопіль", "тернопілн"),  # the soft sign
    ("багинвка", "багнивка", "багизвка"),
]


@pytest.mark.parametrize(("typed", "likely", "unlikely"), NEARER)
def test_what_is_likelier_is_nearer(typed: str, likely: str, unlikely: str) -> None:
    assert apart(typed, likely) < apart(typed, unlikely)


@pytest.mark.parametrize(
    ("typed", "name", "least", "most"),
    [
        ("житомир", "житомир", 0.0, 0.0),
        ("жиомир", "житомир", 0.5, 0.8),
        ("жтоммр", "житомир", 1.2, 1.9),
        ("", "суми", 2.0, 3.5),
        ("суми", "", 2.0, 5.0),
    ],
)
def test_about_one_for_a_wrong_letter(typed: str, name: str, least: float, most: float) -> None:
    assert least <= apart(typed, name) <= most


@given(st.text(alphabet="абвгиіїь", max_size=8), st.text(alphabet="абвгиіїь", max_size=8))
def test_only_the_name_itself_is_no_way_off(typed: str, name: str) -> None:
    assert (apart(typed, name) == 0) is (typed == name)
