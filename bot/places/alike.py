"""Guesses: names that resemble what was typed, with typing errors, Russian vowels, forms, all at once.

Only a question that nothing else could answer gets here. One pass of rapidfuzz over the names of nearly the same length
finds candidates (optimal string alignment: insertions, deletions, substitutions, neighbours swapped); the few that
remain are compared closely.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.places.forms import forms
from bot.places.russian import ukrainian

MOST: Final = 12
# Which vowels the neighbours' language or a careless ear has instead of each other: Харьков, Винница, Запарожье.
_LAX: Final = str.maketrans({"и": "о", "е": "о", "а": "о", "х": "г"})
_FEW_ERRORS: Final = ((4, 0), (6, 1), (11, 2))  # up to this many letters, so many errors
_MOST_ERRORS: Final = 3
_LAX_WEIGHT: Final = 0.6  # of the distance that counts vowels as equal; the rest is the plain distance
_FORM_OFF: Final = 0.25  # a misspelled form is a little less likely than a misspelled name
_SURE: Final = 0.9  # so near in the drawers that no pass over all names is needed


class Alike:
    """Folded names by length."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for name in names:
            self._by_length[len(name)].append(name)

    def rank(
        self,
        asked: Sequence[str],
        known: Mapping[str, tuple[str, ...]],
        words_of: Callable[[str], tuple[str, ...]],
    ) -> list[tuple[str, float]]:
        """Names with how far off they are, the nearest first; `known` are candidates that were found otherwise."""
        spellings = list(dict.fromkeys((tuple(asked), ukrainian(asked))))
        found = {text: _off(spellings, own) for text, own in known.items()}
        most = most_errors(len("".join(asked)))
        if min(found.values(), default=9.0) > _SURE:
            for spelling in spellings:
                for text in self._near("".join(spelling), most):
                    found.setdefault(text, _off(spellings, words_of(text)))
        fitting = [(text, off) for text, off in found.items() if off <= most + 0.5]
        return sorted(fitting, key=lambda each: each[1])[:MOST]

    def _near(self, asked: str, most: int) -> list[str]:
        if not most:
            return []
        pool = [name for size in range(len(asked) - most, len(asked) + most + 1) for name in self._by_length[size]]
        found = process.extract(asked, pool, scorer=OSA.distance, score_cutoff=most, limit=None)
        nearest = sorted(found, key=lambda each: each[1])
        return [text for text, _distance, _place in nearest[: 2 * MOST]]


def most_errors(length: int) -> int:
    """How many errors are forgiven in a name of this many letters."""
    return next((most for size, most in _FEW_ERRORS if length <= size), _MOST_ERRORS)


def _off(spellings: Iterable[Sequence[str]], own: Sequence[str]) -> float:
    """How far the nearest of the spellings is from the name or one of its forms."""
    return min(min(_distance("".join(each), "".join(own)), _off_of_form(each, own)) for each in spellings)


def _off_of_form(asked: Sequence[str], own: Sequence[str]) -> float:
    if len(asked) != len(own):
        return 99.0
    total = _FORM_OFF
    for word, name in zip(asked, own, strict=True):
        best, _score, _place = process.extractOne(word, (name, *forms(name)), scorer=OSA.distance)
        total += _distance(word, best)
    return total


def _distance(asked: str, name: str) -> float:
    plain = OSA.distance(asked, name)
    lax = OSA.distance(asked.translate(_LAX), name.translate(_LAX))
    return (1 - _LAX_WEIGHT) * plain + _LAX_WEIGHT * lax + 0.2 * float(JaroWinkler.distance(asked, name))
