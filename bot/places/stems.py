"""The consonants of a word without its case ending: the drawer in which all forms and spellings of a name lie.

All words here are folded (`bot.places.fold`). The key is deliberately coarse: «Чернівці», «Чернівцях», «Черновцы» and
«Chernovtsy» meet in one drawer; which name of the drawer is meant is decided by its forms (`bot.places.forms`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_CASE: Final = re.compile("(?<=..)(?:ого|его|ому|ему|ами|ими|ови|еви|оу|еу|ои|еи|ое|ее|ах|ам|их|им|ом|ем|[аеиоу])$")
_POSSESSIVE: Final = re.compile("(?<=...)[иео]в$")
_VOWEL_END: Final = re.compile("(?<=..)[аеиоу]$")
_VOWELS: Final = str.maketrans({"а": "", "е": "", "и": "", "о": "", "х": "г"})
# The last consonant changes before -і and -ин: Іванівка - в Іванівці, Рига - в Ризі, Волноваха - у Волновасі.
_LAST: Final = {"ц": "к", "ч": "к", "з": "г", "ж": "г", "с": "г", "ш": "г"}


def without_case(word: str) -> str:
    """The word without the ending of its case."""
    return _CASE.sub("", word)


def drawer(words: Sequence[str]) -> str:
    """The drawer of a name or a question, whatever its case."""
    return "".join(map(_drawer_of_word, words))


@lru_cache(maxsize=2048)
def _drawer_of_word(word: str) -> str:
    return _sound(_POSSESSIVE.sub("", without_case(word)))


def drawers_of_name(words: Sequence[str]) -> set[str]:
    """Where a name is put: names that look inflected («Любим», «Добрянів») are found by their forms as well."""
    inflectable = [word + "а" if word[-1:] not in "аеиоу" else word for word in words]
    return {drawer(words), drawer(inflectable)} if inflectable != list(words) else {drawer(words)}


def drawers_of_question(words: Sequence[str]) -> list[str]:
    """Where to look, the likeliest first."""
    plain = "".join(_sound(_POSSESSIVE.sub("", _VOWEL_END.sub("", word))) for word in words)
    return list(dict.fromkeys((drawer(words), plain, "".join(map(_sound, words)))))


def _sound(stem: str) -> str:
    """Consonants and у; a vowel at the beginning counts as one letter whichever it is."""
    first = "а" if stem[:1] in "аеиоу" else ""
    rest = stem[1:] if first else stem
    sound = rest.translate(_VOWELS)
    return first + sound[:-1] + _LAST.get(sound[-1:], sound[-1:])
