"""The raions of before 2020: people still say where a place lies by them («Лиман, Зміївський район»)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from bot.places.fold import fold_all
from bot.places.stems import bare, bare_each, drawer
from bot.places.words import words

Codes = frozenset[str]
_MOST_ERRORS: Final = 2
_SHORTEST_GUESSED: Final = 6


class OldRaion(NamedTuple):
    """`names`: its adjective, and those it had before; `centre`: a settlement's name; `hromadas`: codes of all that now
    hold a part of it."""

    names: Sequence[str]
    centre: str
    hromadas: Codes


class OldRaions:
    """What lies where an old raion lay, by its name or its centre's."""

    def __init__(self, raions: Iterable[OldRaion]) -> None:
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._called: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._centres: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for raion in raions:
            for name in raion.names:
                folded = fold_all(words(name))
                self._exact[bare(folded)].update(raion.hromadas)
                self._called[drawer(folded)][bare_each(folded)].update(raion.hromadas)
            centre = fold_all(words(raion.centre))
            self._centres[drawer(centre)][bare_each(centre)].update(raion.hromadas)

    def named(self, folded: Sequence[str]) -> Codes:
        """Hromadas of the raions with just this adjective, but for the ending."""
        return frozenset(self._exact.get(bare(folded), ()))

    def alike(self, folded: Sequence[str]) -> Codes:
        """Hromadas of the raions with this adjective in any spelling."""
        return _near(self._called.get(drawer(folded), {}), bare_each(folded))

    def around(self, folded: Sequence[str]) -> Codes:
        """Hromadas of the raions whose centre is called so, in any case."""
        return _near(self._centres.get(drawer(folded), {}), bare_each(folded))


def _near(called: dict[str, set[str]], asked: str) -> Codes:
    most = _MOST_ERRORS if len(asked) >= _SHORTEST_GUESSED else 1
    found = (codes for name, codes in called.items() if OSA.distance(asked, name, score_cutoff=most) <= most)
    return frozenset(code for codes in found for code in codes)
