"""The order in which Ukrainians look for a name."""

from typing import Final

ALPHABET: Final = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_PLACES: Final = {letter: 0x10000 + at for at, letter in enumerate(ALPHABET)}


def alphabetical(name: str) -> list[int]:
    """The order of the Ukrainian alphabet, for `sorted`: «Івано-Франківська» stands after «Житомирська»."""
    return [_PLACES.get(letter, ord(letter)) for letter in name.casefold() if letter not in "’'-"]
