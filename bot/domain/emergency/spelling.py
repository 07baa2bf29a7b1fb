"""One spelling for what people write differently: apostrophes, soft signs, doubled letters and accents go, the letters
that Ukrainian and Russian keyboards swap become one, from the strictest spelling to the loosest."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

LONGEST_WORD: Final = 40
"""Letters of a word that are looked at."""

_SIGNS: Final = re.compile("[’'ʼ`´‘\u0300-\u0305\u0307\u0309-\u036f\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202eьъ]")
_ALIKE: Final = str.maketrans({"ё": "е", "э": "е", "є": "е", "ї": "і", "ы": "и", "ґ": "г", "ў": "в", "ѣ": "е"})
_HELD: Final = re.compile(r"(\D)\1+")
"""A held key; digits are meant as they stand: 10001 is a postcode, not 101."""
_SHAPES: Final = str.maketrans("abcehikmoptxy", "авсеніктортху")
_DIGITS: Final = str.maketrans("01346", "оізчб")
_HEARD: Final = str.maketrans("іеояю", "ииаау")
_SOUNDS: Final[Mapping[str, str]] = {
    **{"shch": "ш", "sch": "ш", "zh": "ж", "kh": "г", "ts": "ц", "ch": "ч", "sh": "ш", "4": "ч", "6": "ш"},
    **{"ya": "иа", "ia": "иа", "ja": "иа", "yu": "иу", "iu": "иу", "ju": "иу", "ye": "е", "ie": "е", "je": "е"},
    **{"yo": "ио", "yi": "и", "q": "к", "x": "г"},
    **dict(zip("abcdefghijklmnoprstuvwyz", "абцдефггииклмнопрстуввиз", strict=True)),
}
_SOUND: Final = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_CYRILLIC_SOUNDS: Final = str.maketrans({"х": "г", "і": "и", "й": "и", "щ": "ш", "я": "иа", "ю": "иу"})
_LATIN: Final = re.compile("[a-z]")
_CYRILLIC: Final = re.compile("[а-яіїєґё]")

_KEYS: Final = dict(zip("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхїфівапролджєячсмитьбю’", strict=True))
_LATIN_KEYS: Final = {ours: theirs for theirs, ours in _KEYS.items()}

Spelling = Callable[[str], str]


def is_latin(word: str) -> bool:
    """Whether a lower-case word has Latin letters and no Cyrillic one."""
    return bool(_LATIN.search(word)) and not _CYRILLIC.search(word)


def lowered(text: str) -> str:
    """Small letters, one code point a letter, without what is not seen."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).lower())


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """The strict spelling of one lower-case word: «б’ється» is «бется», «вннутри» is «внутри»."""
    if _LATIN.search(word) and _CYRILLIC.search(word):
        word = word.translate(_SHAPES)
    return _HELD.sub(r"\1", _SIGNS.sub("", word).translate(_ALIKE))


def unkeyed(text: str) -> str:
    """What was meant by Latin letters typed in the wrong layout: «gj;tf» is «пожежа»."""
    return "".join(_KEYS.get(each, each) for each in text.lower())


def keyed(text: str) -> str:
    """What was meant by Cyrillic letters typed in the wrong layout: «ашку» is «fire»."""
    return "".join(_LATIN_KEYS.get(each, each) for each in text.lower())


def heard(word: str) -> str:
    """The loose spelling of a strict one, by ear: vowels that sound alike without stress are one letter."""
    return _HELD.sub(r"\1", word.translate(_HEARD))


def without_digits(word: str) -> str:
    """Digits that stand for letters: «п0жежа», «4оловік», «6’ють»."""
    return word.translate(_DIGITS)


def sounded(word: str) -> str:
    """Latin letters by their sound and Cyrillic ones alike: «lyudyna» and «людина» are both «лиудина»."""
    if _LATIN.search(word):
        word = _SOUND.sub(lambda found: _SOUNDS[found[0]], word)
    return _HELD.sub(r"\1", plain(word).translate(_CYRILLIC_SOUNDS).replace("ие", "е"))
