"""How likely a text speaks of each danger, by the pieces of words that examples taught (`learning`).

The tables know what is said of danger; the weights know how people speak when it is so, and how when it is a joke,
a question, a place, an old story. Plain sums: what a text has adds to a kind or takes from it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp
from typing import Final

from bot.domain.emergency.alarm import Danger
from bot.domain.emergency.spelling import LONGEST_WORD, heard, is_latin, lowered, plain, sounded

CLASSES: Final[Sequence[Danger | None]] = (None, *Danger)
"""The columns of the weights; None is harmless."""
SCALE: Final = 20
"""What a weight of 1.0 is in the table."""
LENGTH: Final = 0.6
"""A text of many pieces is not surer of itself: each counts for one part in their number to this power."""
ANY: Final = "ANY"
"""A mark of every text."""
SHORTEST: Final = 3
LONGEST: Final = 5
_STEM: Final = 5
"""Letters of a word that count when it stands beside another."""
_MOST: Final = 400
"""Words of a text that are weighed."""

_WORD: Final = re.compile(r"\w+|[?!]")
_ALIKE: Final = str.maketrans({"щ": "ш", "х": "г", "й": "и", "ю": "у", "я": "а"})
Row = tuple[int, ...]
Shares = Mapping[Danger | None, float]
_NONE: Final[Row] = (0,) * len(CLASSES)


def pieces(text: str) -> list[str]:
    """Pieces of words («_» is the edge of one), and words that stand beside one another («не+б») or nearly («не-б»)."""
    words = _words(text)
    return [*(piece for word in words for piece in _of_word(word)), *_neighbours(words)]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the pieces of a text add to each of `CLASSES`, how many of them have weights, and how many there are."""

    sums: Row
    known: int
    had: int


class Weighing:
    """The weights, ready to be asked."""

    def __init__(self, table: str) -> None:
        self._weights = {piece: tuple(map(int, weights)) for piece, *weights in map(str.split, table.splitlines())}
        self._word = lru_cache(maxsize=8192)(lambda word: self._weighed(list(_of_word(word))))

    def weigh(self, text: str) -> Weighed:
        """The pieces of a text, weighed."""
        words = _words(text)
        parts = [*map(self._word, words), self._weighed(list(_neighbours(words)))]
        return Weighed(_sum([each.sums for each in parts]), sum(p.known for p in parts), sum(p.had for p in parts))

    def shares(self, weighed: Weighed, marks: Iterable[str]) -> Shares:
        """How likely each kind is, and None: the shares of 1. The marks are what the tables found."""
        marked = _sum([self._weights[each] for each in marks if each in self._weights])
        length = (weighed.known or 1) ** LENGTH
        scores = [(told / length + mark) / SCALE for told, mark in zip(weighed.sums, marked, strict=True)]
        return dict(zip(CLASSES, softened(scores), strict=True))

    def _weighed(self, pieces: Sequence[str]) -> Weighed:
        known = [self._weights[each] for each in pieces if each in self._weights]
        return Weighed(_sum(known), len(known), len(pieces))


def softened(scores: Sequence[float]) -> list[float]:
    """Scores as shares of 1."""
    most = max(scores)
    powers = [exp(each - most) for each in scores]
    total = sum(powers)
    return [each / total for each in powers]


def _words(text: str) -> list[str]:
    return [_spelt(word[:LONGEST_WORD]) for word in _WORD.findall(lowered(text))[:_MOST]]


@lru_cache(maxsize=8192)
def _spelt(word: str) -> str:
    """The loosest spelling: Latin and Cyrillic, Ukrainian and Russian alike."""
    return heard(sounded(word) if is_latin(word) else plain(word).translate(_ALIKE))


def _neighbours(words: Iterable[str]) -> Iterator[str]:
    stems = [word[:_STEM] for word in words]
    yield from (f"{one}+{other}" for one, other in pairwise(stems))
    yield from (f"{one}-{other}" for one, other in zip(stems, stems[2:], strict=False))


def _of_word(word: str) -> Iterator[str]:
    edged = f"_{word}_"
    if len(edged) <= LONGEST:
        yield edged
    for length in range(SHORTEST, LONGEST + 1):
        for start in range(len(edged) - length + 1):
            yield edged[start : start + length]


def _sum(rows: Sequence[Row]) -> Row:
    return tuple(map(sum, zip(*rows, strict=True))) if rows else _NONE
