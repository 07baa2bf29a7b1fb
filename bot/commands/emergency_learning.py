"""The weights of `bot.domain.emergency.weighing`, learned from texts that people have judged.

Multinomial logistic regression, held small by a penalty, to its one optimum: the same texts give the same weights.
For `python -m bot emergency FILE --learn EXAMPLES`; the bot itself never learns. numpy comes with shapely.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.domain.emergency import Danger
from bot.domain.emergency.weighing import ANY, CLASSES, LENGTH, SCALE

ROUNDS: Final = 150
PENALTY: Final = 0.2
"""What a weight costs: less, and the weights know the examples by heart."""
_RARE: Final = 2
"""Texts that must have a piece for it to have a weight."""
_SEEN: Final = 0.4
"""How much the rarity of a piece counts."""
_MARK: Final = 0.2
"""How much what the tables found counts."""
_MEMORY: Final = 10

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A judged text: its pieces, what the tables found, and what it is."""

    pieces: Collection[str]
    marks: Collection[str]
    kind: Danger | None


def learned(lessons: Sequence[Lesson]) -> Mapping[str, Sequence[int]]:
    """The table: for each piece a weight for each of `CLASSES`; what weighs nothing is left out."""
    texts = Counter(piece for each in lessons for piece in {*each.pieces, *each.marks})
    worth = {piece: _worth(piece, n, len(lessons)) for piece, n in sorted(texts.items()) if n >= _RARE}
    weights = _Examples(lessons, worth).weights()
    scaled = [[round(each) for each in row] for row in weights * SCALE * np.array(list(worth.values()))[:, None]]
    return {piece: row for piece, row in zip(worth, scaled, strict=True) if any(row)}


def _worth(piece: str, n: int, of: int) -> float:
    if piece == ANY:
        return 1.0
    return _MARK if piece.isupper() else _SEEN * log(of / n)


class _Examples:
    """The lessons as numbers: (text, piece, value), and what each text is."""

    def __init__(self, lessons: Sequence[Lesson], worth: Mapping[str, float]) -> None:
        places = {piece: place for place, piece in enumerate(worth)}
        entries = [(text, places[piece], v) for text, each in enumerate(lessons) for piece, v in _valued(each, worth)]
        self._texts, self._pieces = (np.array([entry[column] for entry in entries]) for column in (0, 1))
        self._values = np.array([entry[2] for entry in entries])
        self._right = np.eye(len(CLASSES))[[CLASSES.index(each.kind) for each in lessons]]
        self._shape = (len(worth), len(CLASSES))

    def weights(self) -> Array:
        """The weights that cost least, by L-BFGS."""
        at = np.zeros(self._shape)
        cost, slope = self._cost(at)
        past: list[tuple[Array, Array]] = []
        for _ in range(ROUNDS):
            way, stride = _way(slope, past), 1.0 if past else 1e-3
            while (there := self._cost(at + stride * way))[0] > cost + 1e-4 * stride * float((slope * way).sum()):
                stride /= 2
                if stride < 1e-9:
                    return at
            past = [*past, (stride * way, there[1] - slope)][-_MEMORY:]
            at, (cost, slope) = at + stride * way, there
        return at

    def _cost(self, weights: Array) -> tuple[float, Array]:
        texts, pieces = self._shape[1], self._shape[0]
        sums = np.stack(
            [np.bincount(self._texts, self._values * weights[self._pieces, k], len(self._right)) for k in range(texts)],
            axis=1,
        )
        sums -= sums.max(axis=1, keepdims=True)
        shares = np.exp(sums) / np.exp(sums).sum(axis=1, keepdims=True)
        wrong = shares - self._right
        slope = np.stack(
            [np.bincount(self._pieces, self._values * wrong[self._texts, k], pieces) for k in range(texts)], axis=1
        )
        cost = -np.log((shares * self._right).sum(axis=1)).sum() + PENALTY / 2 * (weights**2).sum()
        return float(cost), slope + PENALTY * weights


def _way(slope: Array, past: list[tuple[Array, Array]]) -> Array:
    """Where the cost falls, as the last steps taught (the two loops of L-BFGS)."""
    way, drawn = -slope, []
    for step, change in reversed(past):
        drawn.append((step * way).sum() / (step * change).sum())
        way = way - drawn[-1] * change
    if past:
        step, change = past[-1]
        way = way * ((step * change).sum() / (change * change).sum())
    for (step, change), before in zip(past, reversed(drawn), strict=True):
        way = way + step * (before - (change * way).sum() / (step * change).sum())
    return way


def _valued(lesson: Lesson, worth: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    known = [each for each in lesson.pieces if each in worth]
    length = (len(known) or 1) ** LENGTH
    yield from ((each, worth[each] / length) for each in known)
    yield from ((each, worth[each]) for each in lesson.marks if each in worth)
