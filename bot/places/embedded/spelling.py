"""Compares names across alphabets: only to build the embedded tables, never to answer a person.

Romanisation: resolution № 55 of the Cabinet of Ministers (27.01.2010), without its word-initial forms, because
`skeleton` drops the very letters in which romanisations differ (y/i/j, doubled letters, signs).
"""

import re
import unicodedata
from typing import Final

_SINGLE: Final = dict(zip("абвгґдезийклмнопрстуфіїыэё", "abvhgdezyiklmnoprstufiiyee", strict=True))
_SEVERAL: Final = {"х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ж": "zh", "є": "ie", "ю": "iu", "я": "ia"}
_TO_ROMAN: Final = str.maketrans(_SINGLE | _SEVERAL)
_CYRILLIC: Final = re.compile(r"[а-яёіїєґ’'ʼ -]+", re.IGNORECASE)
_LATIN: Final = re.compile(r"[A-Za-z’'`\" -]+")


def is_cyrillic(name: str) -> bool:
    """Written in letters of the Ukrainian or Russian alphabet only."""
    return _CYRILLIC.fullmatch(name) is not None


def is_plain_latin(name: str) -> bool:
    return _LATIN.fullmatch(name) is not None


def plain(name: str) -> str:
    """Without stress marks, with one kind of apostrophe."""
    composed = unicodedata.normalize("NFC", name).replace("\N{COMBINING ACUTE ACCENT}", "")
    return re.sub(r"[`'ʼ”\"]", "’", composed).strip()


def letters(name: str) -> str:
    """Lower-case letters alone: two spellings with the same letters are one name."""
    return "".join(filter(str.isalpha, plain(name).lower()))


def skeleton(name: str) -> str:
    """What all romanisations of a name have in common: «Слов’янськ», Slov"yans'k and Sloviansk are `slovansk`."""
    roman = unicodedata.normalize("NFKD", name.lower().translate(_TO_ROMAN))
    bare = re.sub(r"[^a-z]", "", roman).replace("zgh", "zh")
    soft = re.sub(r"i+", "i", re.sub(r"[yj]", "i", bare))
    return re.sub(r"(.)\1", r"\1", re.sub(r"i(?=[aeu])", "", soft))
