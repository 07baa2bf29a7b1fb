"""A lossy spelling that Ukrainian, Russian and Latin letters share: what people confuse becomes one letter.

и = і = ї = й = ы, г = ґ, е = є = э = ё, я = а, ю = у, щ = шч; no soft or hard sign, no doubled letters, no и before a
vowel. Latin letters are read as КМУ-55 (Cabinet resolution No. 55 of 27.01.2010) and its looser relatives spell them.
«Київ», «Kyiv» and «кіів» are all `кив`; «Мар’янівка» and «Marianivka» are `маранивка`.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final

_CYRILLIC: Final = str.maketrans(
    {"ґ": "г", "ё": "е", "є": "е", "э": "е", "і": "и", "ї": "и", "й": "и", "ы": "и", "ў": "в", "я": "а", "ю": "у"}
    | {"щ": "шч", "ь": "", "ъ": ""}
)
_LATIN: Final[Mapping[str, str]] = {
    **{"shch": "шч", "sch": "шч", "zgh": "зг", "zh": "ж", "kh": "х", "ts": "ц", "tz": "ц", "ch": "ч", "sh": "ш"},
    **{"ck": "к", "ph": "ф", "ce": "це", "ci": "ци", "cy": "ци", "x": "кс", "č": "ч", "š": "ш", "ž": "ж", "ć": "ц"},
    **dict(zip("abcdefghijklmnopqrstuvwyz", "абкдефггииклмнопкрстуввиз", strict=True)),
}
_LATIN_SOUND: Final = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)))
_HAS_LATIN: Final = re.compile("[a-zčšžćà-ž]")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_IOTATED: Final = re.compile("и+(?=[аеоу])")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=2048)
def fold(word: str) -> str:
    """The shared spelling of one lower-case word without apostrophes (`bot.places.words.words`)."""
    return _fold(word) or word


def fold_all(found: Sequence[str]) -> tuple[str, ...]:
    """Each word folded."""
    return tuple(map(fold, found))


def fold_name(found: Sequence[str]) -> tuple[str, ...]:
    """The same for the words of one of many names: all at once, which is quicker, and not remembered."""
    folded = tuple(_fold(" ".join(found)).split())
    return folded if len(folded) == len(found) else fold_all(found)


def _fold(text: str) -> str:
    if _HAS_LATIN.search(text):
        text = _from_latin(text)
    plain = _IOTATED.sub("", text.translate(_CYRILLIC).replace("сч", "шч"))
    return _DOUBLED.sub(itemgetter(1), plain)


def _from_latin(word: str) -> str:
    read = _LATIN_SOUND.sub(lambda sound: _LATIN[sound[0]], word)
    if not _HAS_LATIN.search(read):
        return read
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", read))
    return _LATIN_SOUND.sub(lambda sound: _LATIN[sound[0]], plain)
