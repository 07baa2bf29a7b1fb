"""Turns what people type into comparable keys: case, apostrophes, hyphens, spaces, look-alike letters.

`key` is idempotent and the same for all spellings of one name: «Кам’янець - Подільський» and «камянець подільський»
are both `камянецьподільський`.
"""

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = re.compile("[’'ʼ`´‘ʹ′＇\"“”ˈ*\u0301]")
_SHORT_WORDS: Final = (
    (re.compile(r"\b(?:р\s*[-./]\s*н|r\s*[-./]\s*n)(?:у|і|a|u|i)?\b"), "район"),
    (re.compile(r"\bс\s*-\s*ще\b"), "селище"),
    (re.compile(r"\bо\.\s?т\.\s?г\b|\bт\.\s?г\b"), "громада"),
)
_WORD: Final = re.compile(r"[^\W_]+")
_CYRILLIC: Final = re.compile("[а-яёіїєґў]")
_LATIN_TWINS: Final = str.maketrans("aceiïopxykmthb", "асеіїорхукмтнв")


def words(text: str) -> list[str]:
    """Lower-case words without apostrophes; a word with a Cyrillic letter is Cyrillic throughout."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text).lower())
    plain = unicodedata.normalize("NFC", plain)
    return [_one_alphabet(word) for word in _WORD.findall(plain)]


def spelled_out(text: str) -> str:
    """The text with abbreviations that have signs inside as words: «р-н», «с-ще», «т. г.»."""
    plain = text.lower()
    for short, whole in _SHORT_WORDS:
        plain = short.sub(whole, plain)
    return plain


def key(text: str) -> str:
    """What is compared: all words in one."""
    return "".join(words(text))


def _one_alphabet(word: str) -> str:
    return word.translate(_LATIN_TWINS) if _CYRILLIC.search(word) else word
