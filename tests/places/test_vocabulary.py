"""Words beside a name."""

import pytest

from bot.domain.places import PlaceCategory
from bot.places.fold import fold
from bot.places.vocabulary import ADJECTIVE, AREAS, BETWEEN, KINDS, is_small_talk
from bot.places.words import words

PLACES = {
    "M": "м місто город city",
    "X": "смт селище пгт сел",
    "C": "с село селі деревня village хутір сел",
}
AROUND = {
    "O": "область обл oblast region",
    "P": "район району raion",
    "B": "район district",
    "H": "громада громаді тг отг hromada",
}


@pytest.mark.parametrize(("kind", "said"), PLACES.items())
def test_kinds_of_places(kind: str, said: str) -> None:
    assert [word for word in said.split() if PlaceCategory(kind) not in KINDS[fold(word)]] == []


@pytest.mark.parametrize(("kind", "said"), AROUND.items())
def test_kinds_of_areas(kind: str, said: str) -> None:
    assert [word for word in said.split() if PlaceCategory(kind) not in AREAS[fold(word)]] == []


@pytest.mark.parametrize("word", ["територіальна", "міська", "сільської", "селищна", "городская"])
def test_words_between(word: str) -> None:
    assert BETWEEN.fullmatch(fold(word))


@pytest.mark.parametrize(
    ("word", "adjective"), [("Житомирська", True), ("Бердичівського", True), ("Винницкая", True), ("Малин", False)]
)
def test_adjectives(word: str, adjective: bool) -> None:
    assert bool(ADJECTIVE.search(fold(word.lower()))) is adjective


TALK = [
    "привіт",
    "Добрий день!",
    "Доброго вечора",
    "допоможіть",
    "як справи",
    "дякую",
    "help",
    "Привет",
    "Здравствуйте",
]
NO_TALK = ["Привітне", "Малин", "привіт, я з Малина", "вкрали велосипед", "Помічна"]


@pytest.mark.parametrize("text", TALK)
def test_small_talk(text: str) -> None:
    assert is_small_talk(words(text))


@pytest.mark.parametrize("text", NO_TALK)
def test_no_small_talk(text: str) -> None:
    assert not is_small_talk(words(text))
