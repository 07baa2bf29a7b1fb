"""How far what was typed is from a name, counted in slips of the finger and of the ear.

A weighted optimal string alignment: letters missing, added, replaced, neighbours swapped. What happens often costs
little: a letter left out, a letter typed twice, the next key (ЙЦУКЕН), a vowel that sounds alike. The weights were
chosen on generated slips (`tests/places/make_queries.py`), on other seeds than those of the files there.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, permutations, product
from typing import Final

from rapidfuzz.distance import JaroWinkler

REPLACED: Final = 1.0
NEXT_KEY: Final = 0.8
ALIKE: Final = 0.5
ADDED: Final = 0.95
ADDED_TWICE: Final = 0.55
MISSING: Final = 0.6
MISSING_DOUBLE: Final = 0.35
SOFT_SIGN: Final = 0.4
SWAPPED: Final = 0.7
AT_THE_BEGINNING: Final = 0.2  # the first letter is rarely wrong: that much more
_BEGINNINGS: Final = 0.5  # of the Jaro-Winkler distance, which prefers names that begin alike
_SOUND_ALIKE: Final = ("иіїйы", "еєэёи", "гґх", "оа", "яа", "юу")
_KEYS: Final = ("йцукенгшщзхї", "фівапролджє", "ячсмитьбю")
_NEVER: Final = 99.0


def apart(typed: str, name: str) -> float:
    """0 for the name itself, about 1 for a wrong letter; both are keys (`bot.places.words`) or both are folded."""
    if typed == name:
        return 0.0
    beginning = AT_THE_BEGINNING if typed[:1] != name[:1] else 0.0
    return _aligned(*_unlike(typed, name)) + beginning + _BEGINNINGS * float(JaroWinkler.distance(typed, name))


def _unlike(typed: str, name: str) -> tuple[str, str]:
    """Without what both begin and end with, but for a letter on each side, which tells a doubled one."""
    shortest = min(len(typed), len(name))
    end = max(0, next((at for at in range(shortest) if typed[-1 - at] != name[-1 - at]), shortest) - 1)
    typed, name, shortest = typed[: len(typed) - end], name[: len(name) - end], shortest - end
    begin = next((at for at in range(shortest) if typed[at] != name[at]), shortest)
    return typed[max(0, begin - 1) :], name[max(0, begin - 1) :]


def _aligned(typed: str, name: str) -> float:
    missing = [_missing(before, letter) for before, letter in zip(" " + name, name, strict=False)]
    above: Sequence[float] = ()
    row = list(accumulate(missing, initial=0.0))
    before = ""
    for letter in typed:
        swapped = _swapped(above, before, letter, name)
        above, row = row, _row(letter, name, row, missing, swapped, added=_added(before, letter))
        before = letter
    return row[-1]


def _row(
    letter: str, name: str, above: Sequence[float], missing: Sequence[float], swapped: Sequence[float], *, added: float
) -> list[float]:
    """The next row of the table: the least cost of each beginning of the name, once this letter is typed."""
    least = above[0] + added
    row = [least]
    for at, own in enumerate(name):
        cost = above[at] if letter == own else above[at] + _REPLACED.get(letter + own, REPLACED)
        least = min(cost, above[at + 1] + added, least + missing[at])
        if swapped and swapped[at] < least:
            least = swapped[at]
        row.append(least)
    return row


def _swapped(above: Sequence[float], before: str, letter: str, name: str) -> list[float]:
    """What it costs to have typed two neighbours the wrong way round, by their place; mostly they are not there."""
    if not above or letter == before or letter + before not in name:
        return []
    wanted = letter + before
    return [above[at - 1] + SWAPPED if name[at - 1 : at + 1] == wanted else _NEVER for at in range(len(name))]


def _missing(before: str, letter: str) -> float:
    return SOFT_SIGN if letter == "ь" else MISSING_DOUBLE if letter == before else MISSING


def _added(before: str, letter: str) -> float:
    return SOFT_SIGN if letter == "ь" else ADDED_TWICE if letter == before else ADDED


def _next_keys() -> Iterator[str]:
    placed = {letter: (row, column) for row, keys in enumerate(_KEYS) for column, letter in enumerate(keys)}
    for one, other in permutations(placed, 2):
        if all(abs(here - there) <= 1 for here, there in zip(placed[one], placed[other], strict=True)):
            yield one + other


_REPLACED: Final = {
    **dict.fromkeys(_next_keys(), NEXT_KEY),
    **{one + other: ALIKE for group in _SOUND_ALIKE for one, other in product(group, repeat=2)},
}
