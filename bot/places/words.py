"""Turns what people type into comparable keys: case, apostrophes, hyphens, spaces, look-alike letters.

`key` is the same for all spellings of one name: «Кам’янець - Подільський» and «камянець подільський» are both
`камянецьподільський`.
"""

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = re.compile("[’'ʼ`´‘ʹ′＇\"“”ˈ*\u0301]")
_SHORT_WORDS: Final = (
    (re.compile(r"\b(?:р\s*[-./]\s*н|r\s*[-./]\s*n)(?:у|і|a|u|i)?\b"), "район"),
    (re.compile(r"\bс\s*-\s*ще\b"), "селище"),
    (re.compile(r"\bж\s*[-./]\s*д\b"), "вокзал"),
    (re.compile(r"\bж\s*[-./]\s*м\b"), "масив"),
    (re.compile(r"\b(?:мк?р?\s*[-/]\s*(?:р|н|он|рн)|м\s*/\s*р-н)\b"), "мікрорайон"),
    (re.compile(r"\bо\.\s?т\.\s?г\b|\bт\.\s?г\b"), "громада"),
)
_SIGNS: Final = frozenset("-./")
_WORD: Final = re.compile(r"[^\W_]+")
_CYRILLIC: Final = re.compile("[а-яёіїєґў]")
_LATIN: Final = re.compile("[a-zï]")
_TWINS: Final = ("aceiïopxykmthb", "асеіїорхукмтнв")
_TO_CYRILLIC: Final = str.maketrans(*_TWINS)
_TO_LATIN: Final = str.maketrans(_TWINS[1], _TWINS[0])
_TWINS_ONLY: Final = re.compile(f"[{_TWINS[0]}]+")
_LATIN_ONLY: Final = re.compile("[dfgjlnqrsuvwz]")
_CYRILLIC_ONLY: Final = re.compile("[бгґдєжзийлпфцчшщьъыэюяё]")


def words(text: str) -> list[str]:
    """Lower-case words without apostrophes, each in one alphabet."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text).lower())
    plain = unicodedata.normalize("NFC", plain)
    found: list[str] = _WORD.findall(plain)
    mixed = _LATIN.search(plain) and _CYRILLIC.search(plain)
    return [_of_twins(_one_alphabet(word)) for word in found] if mixed else found


def as_typed(text: str) -> list[str]:
    """The same words with their capitals, and the letters of any alphabet."""
    return _WORD.findall(_APOSTROPHES.sub("", unicodedata.normalize("NFC", text)))


def spelled_out(text: str) -> str:
    """The text with abbreviations that have signs inside as words: «р-н», «с-ще», «т. г.»."""
    plain = text.lower()
    if _SIGNS.isdisjoint(plain):
        return plain
    for short, whole in _SHORT_WORDS:
        plain = short.sub(whole, plain)
    return plain


def key(text: str) -> str:
    """What is compared: all words in one."""
    return "".join(words(text))


def _one_alphabet(word: str) -> str:
    """A word with a Cyrillic letter is Cyrillic, unless only its letters of double look are: «Іrpin»."""
    if not _CYRILLIC.search(word):
        return word
    if _LATIN_ONLY.search(word) and not _CYRILLIC_ONLY.search(word):
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC)


def _of_twins(word: str) -> str:
    """A Latin word that looks Cyrillic, beside Cyrillic words, is one: the «c» of «c. Вереси»."""
    return word.translate(_TO_CYRILLIC) if _TWINS_ONLY.fullmatch(word) else word
