"""Telegram counts text in UTF-16 code units; Python counts code points."""

from bisect import bisect_left
from itertools import accumulate


def units(text: str) -> int:
    """Length of `text` in UTF-16 code units."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for char in text if char > "\uffff")


def cut(text: str, offset: int, length: int) -> str:
    """The part of `text` at `offset` for `length`, both in UTF-16 code units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


class Ruler:
    """Turns code point positions of one text into UTF-16 offsets."""

    def __init__(self, text: str) -> None:
        self._wide = None if text.isascii() else list(accumulate((char > "\uffff" for char in text), initial=0))

    def offset(self, position: int) -> int:
        """UTF-16 offset of the code point at `position`."""
        return position if self._wide is None else position + self._wide[position]

    def position(self, offset: int) -> int:
        """Code point position of a UTF-16 `offset` (the inverse of `offset`)."""
        if self._wide is None:
            return offset
        wide = self._wide
        return bisect_left(range(len(wide)), offset, key=lambda at: at + wide[at])
