"""Latin letters that other spellings than KMU-55 use for other sounds: «Harkiv», «Jitomir», «Vynnycia», «Donieck»,
and the pairs of Polish: «Czerkasy», «Woronczyn»."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from bot.places.fold import fold_all

# h is х without the k, j is ж (or a part of дж), c is ц as in Polish.
_LOOSE: Final = (("c", "ts"), ("j", "zh"), ("h", "kh"))
_POLISH: Final = (("szcz", "shch"), ("cz", "ch"), ("sz", "sh"), ("rz", "r"))
_MARKS: Final = {"ch": "\x01", "sh": "\x02", "zh": "\x03", "kh": "\x04"}


def looser(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Folded words with one of the letters read so, then with several; nothing when there is none of them."""
    respelled = [_without_pairs(word) for word in words]
    if respelled != list(words):
        yield fold_all(respelled)
    marked = [_mark(word) for word in respelled]
    found = [(letter, sound) for letter, sound in _LOOSE if any(letter in word for word in marked)]
    for count in range(1, len(found) + 1):
        for chosen in combinations(found, count):
            sounds = str.maketrans(dict(chosen))
            yield fold_all([_unmark(word.translate(sounds)) for word in marked])


def _without_pairs(word: str) -> str:
    for pair, letters in _POLISH:
        word = word.replace(pair, letters)
    return word


def _mark(word: str) -> str:
    """Pairs of letters that are one sound stay as they are."""
    for pair, mark in _MARKS.items():
        word = word.replace(pair, mark)
    return word


def _unmark(word: str) -> str:
    for pair, mark in _MARKS.items():
        word = word.replace(mark, pair)
    return word
