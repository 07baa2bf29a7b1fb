"""Every normalising rule has its examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places.words import key, spelled_out, words

SAME = [
    # case
    ("Житомир", "ЖИТОМИР"),
    ("Житомир", "житомир"),
    # apostrophes: any, or none
    ("Кам’янка", "Кам'янка"),
    ("Кам’янка", "Камʼянка"),
    ("Кам’янка", "Кам`янка"),
    ("Кам’янка", "Кам´янка"),
    ("Кам’янка", 'Кам"янка'),
    ("Кам’янка", "Камянка"),
    # hyphens, dashes, spaces
    ("Івано-Франківськ", "Івано Франківськ"),
    ("Івано-Франківськ", "івано – франківськ"),
    ("Івано-Франківськ", "  Івано\u00a0-\u00a0Франківськ "),
    ("Івано-Франківськ", "ІваноФранківськ"),
    # stress marks, letters made of two signs
    ("Житомир", "Жито\u0301мир"),
    ("Київ", "Киі\u0308в"),
    ("Йосипівка", "И\u0306осипівка"),
    # Latin look-alikes inside a Cyrillic word
    ("Київ", "Kиїв"),
    ("Одеса", "Oдeca"),
    ("Іванівка", "Iванiвка"),
    # punctuation
    ("Житомир", "«Житомир»!"),
]
APART = [("Житомир", "Житомирка"), ("Малин", "Мален"), ("Kyiv", "Київ"), ("Ґринів", "Гринів")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize("text", ["", " ", "\n", "-", "’", "…", "👍"])
def test_nothing_is_nothing(text: str) -> None:
    assert key(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Бердичівський р-н", ["бердичівський", "район"]),
        ("Бердичівського р/ну", ["бердичівського", "район"]),
        ("с-ще Іршанськ", ["селище", "іршанськ"]),
        ("м.Малин", ["м", "малин"]),
        ("c. Вереси", ["с", "вереси"]),  # a Latin «c»
        ("м. Kyiv", ["м", "kyiv"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(spelled_out(text)) == expected


@given(st.text() | st.text(alphabet="abcikxABкКіІїЇєд’ .-\u0301\u0308"))
def test_words_are_their_own_words(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАЄІЇҐ’'ʼ -"))
def test_case_does_not_matter(text: str) -> None:
    assert key(text.upper()) == key(text.lower())
