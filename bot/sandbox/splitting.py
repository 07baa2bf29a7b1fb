"""A text that is too long for one message, as clients send it: in several."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.utf16 import Ruler, cut, units

Json = dict[str, Any]


def pieces(text: str, entities: list[Json], limit: int) -> Iterator[tuple[str, list[Json]]]:
    """Parts of at most `limit` UTF-16 units, cut after a line or a word where there is one, with their entities."""
    start, end = 0, units(text)
    while start < end:
        length = _length(cut(text, start, limit)) if end - start > limit else end - start
        yield cut(text, start, length), _moved(entities, start, length)
        start += length


def _length(part: str) -> int:
    """How much of a full part is sent: up to its last line or word of the second half."""
    whole = part.rstrip("\ufffd")  # half a character at the cut
    for gap in ("\n", " "):
        at = whole.rfind(gap)
        if at >= len(whole) // 2:
            return Ruler(whole).offset(at + 1)
    return units(whole)


def _moved(entities: list[Json], start: int, length: int) -> list[Json]:
    found = []
    for entity in entities:
        begin = max(entity["offset"], start)
        end = min(entity["offset"] + entity["length"], start + length)
        if end > begin:
            found.append({**entity, "offset": begin - start, "length": end - begin})
    return found
