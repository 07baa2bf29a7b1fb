"""The consonants of a word without its case ending: the drawer in which all forms and spellings of a name lie.

All words here are folded (`bot.places.fold`). The key is deliberately coarse: «Чернівці», «Чернівцях», «Черновцы» and
«Chernovtsy» meet in one drawer; which name of the drawer is meant is decided by its forms (`bot.places.forms`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_CASES: Final = frozenset(
    {"ого", "его", "ому", "ему", "ами", "ими", "ови", "еви"}
    | {"оу", "еу", "ои", "еи", "ое", "ее", "ах", "ам", "их", "им", "ом", "ем", *"аеиоу"}
)
_ADJECTIVE: Final = re.compile("(?<=..)(?:жс|зс|[сзц])к[аио]?$")
_POSSESSIVE: Final = ("ив", "ев", "ов")
_VOWELS: Final = str.maketrans({"а": "", "е": "", "и": "", "о": "", "х": "г"})
# The last consonant changes before -і and -ин: Іванівка - в Іванівці, Рига - в Ризі, Волноваха - у Волновасі.
_LAST: Final = {"ц": "к", "ч": "к", "з": "г", "ж": "г", "с": "г", "ш": "г"}


def without_case(word: str) -> str:
    """The word without the ending of its case, the longest that leaves two letters at least."""
    for size in (3, 2, 1):
        if word[-size:] in _CASES and len(word) >= size + 2:
            return word[:-size]
    return word


def bare(words: Sequence[str]) -> str:
    """An area's name without the case ending of its adjective."""
    return without_case("".join(words))


def bare_each(words: Sequence[str]) -> str:
    """All words without their case endings; «запорожск-» and «запорізьк-» end alike."""
    return "".join(_ADJECTIVE.sub("ск", without_case(word)) for word in words)


def _without_possessive(word: str) -> str:
    return word[:-2] if len(word) >= 5 and word.endswith(_POSSESSIVE) else word


def _without_vowel(word: str) -> str:
    return word[:-1] if len(word) >= 3 and word[-1] in "аеиоу" else word


def drawer(words: Sequence[str]) -> str:
    """The drawer of a name or a question, whatever its case."""
    return "".join(map(_drawer_of_word, words))


@lru_cache(maxsize=2048)
def _drawer_of_word(word: str) -> str:
    return _sound(_without_possessive(without_case(word)))


def drawers_of_name(words: Sequence[str]) -> set[str]:
    """Where a name is put: names that look inflected («Любим», «Добрянів») are found by their forms as well."""
    inflectable = [word + "а" if word[-1:] not in "аеиоу" else word for word in words]
    return {drawer(words), drawer(inflectable)} if inflectable != list(words) else {drawer(words)}


def drawers_of_question(words: Sequence[str]) -> list[str]:
    """Where to look, the likeliest first."""
    plain = "".join(_sound(_without_possessive(_without_vowel(word))) for word in words)
    return list(dict.fromkeys((drawer(words), plain, "".join(map(_sound, words)))))


def _sound(stem: str) -> str:
    """Consonants and у; a vowel at the beginning counts as one letter whichever it is."""
    first = "а" if stem[:1] in "аеиоу" else ""
    rest = stem[1:] if first else stem
    sound = rest.translate(_VOWELS)
    return first + sound[:-1] + _LAST.get(sound[-1:], sound[-1:])
