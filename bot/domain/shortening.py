"""Words too long for where they stand: shortened by characters as people see them, counted as Telegram counts."""

import unicodedata
from typing import Final

from bot.domain.marked import utf16

MORE: Final = "…"
JOINER: Final = "\u200d"
_TAGS: Final = range(0xE0020, 0xE0080)  # regional flags
_TONES: Final = range(0x1F3FB, 0x1F400)  # skin colours
_FLAGS: Final = range(0x1F1E6, 0x1F200)


def shortened(text: str, most: int) -> str:
    """At most `most` UTF-16 units, the last of them «…» where something is missing. No character is cut in two."""
    if utf16(text) <= most:
        return text
    return clipped(text, most - utf16(MORE)).rstrip() + MORE


def clipped(text: str, most: int) -> str:
    """The beginning of at most `most` UTF-16 units, up to a place between two characters as people see them."""
    room, end = most, 0
    for char in text:
        room -= 1 + (char > "\uffff")
        if room < 0:
            break
        end += 1
    while 0 < end < len(text) and _joined(text, end):
        end -= 1
    return text[:end]


def _joined(text: str, at: int) -> bool:
    """What stands at `at` belongs to the character before it."""
    before, here = text[at - 1], text[at]
    if JOINER in (before, here) or unicodedata.combining(here) or unicodedata.category(here) in ("Mn", "Me"):
        return True
    code = ord(here)
    if code in _TONES or code in _TAGS:
        return True
    if code not in _FLAGS:
        return False
    flags = 0
    while at > flags and ord(text[at - 1 - flags]) in _FLAGS:
        flags += 1
    return flags % 2 == 1
