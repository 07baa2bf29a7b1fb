"""The wrong keyboard layout: what the same keys would have typed on the right one.

Layouts: Ukrainian (DSTU 3470) and Russian against US QWERTY.
"""

import re
from collections.abc import Iterator
from typing import Final

_KEYS: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\`"
_SHIFTED: Final = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>|~'
_UKRAINIAN: Final = "йцукенгшщзхїфівапролджєячсмитьбюґ'"
_RUSSIAN: Final = "йцукенгшщзхъфывапролджэячсмитьбю\\ё"
_TO_UKRAINIAN: Final = str.maketrans(_KEYS + _SHIFTED, _UKRAINIAN * 2)
_TO_RUSSIAN: Final = str.maketrans(_KEYS + _SHIFTED, _RUSSIAN * 2)
_TO_LATIN: Final = str.maketrans(_UKRAINIAN[:32] + "ыэъ", _KEYS[:32] + "s']")
# The keys that differ between the two Cyrillic layouts: ы is where і should be, and so on.
_CYRILLIC: Final = str.maketrans("ыэъё", "ієї'")
_HAS_CYRILLIC: Final = re.compile("[а-яёіїєґ]", re.IGNORECASE)
_HAS_RUSSIAN: Final = re.compile("[ыэъё]", re.IGNORECASE)
_HAS_LETTER: Final = re.compile("[a-z]", re.IGNORECASE)
_STOPS: Final = re.compile(r"[,.](?=\s)")


def retyped(text: str) -> Iterator[str]:
    """The text as the right layout would have it, the likeliest first; nothing when there is no sign of a wrong one."""
    if not _HAS_CYRILLIC.search(text):
        if _HAS_LETTER.search(text):
            yield from _from_latin(text)
    elif _HAS_RUSSIAN.search(text):
        yield text.lower().translate(_CYRILLIC)


def in_latin(text: str) -> str:
    """A Latin name typed on Cyrillic keys; rare, so it is asked last."""
    return text.lower().translate(_TO_LATIN)


def is_latin(text: str) -> bool:
    """Whether the text may have been meant for another layout altogether."""
    return not _HAS_CYRILLIC.search(text)


def _from_latin(text: str) -> Iterator[str]:
    """A comma or a full stop before a space is one; elsewhere it is a letter (б, ю)."""
    kept = _STOPS.sub("\n", text)
    yield kept.translate(_TO_UKRAINIAN)
    if "\n" in kept:
        yield text.translate(_TO_UKRAINIAN)
    yield kept.translate(_TO_RUSSIAN)
