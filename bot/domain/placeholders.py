"""Placeholders in an admin's words: `{station}` and friends, replaced without shifting the formatting.

Offsets of entities count UTF-16 units, as Telegram does.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

KNOWN: Final = ("station", "address", "hours", "phone", "settlement", "hromada", "officer")
SAME: Final[Mapping[str, str]] = {
    "станція": "station",
    "адреса": "address",
    "години": "hours",
    "телефон": "phone",
    "місце": "settlement",
    "громада": "hromada",
    "офіцер": "officer",
}
"""What admins who write Ukrainian may call them."""
_BRACES: Final = re.compile(r"\{([^{}]*)\}")


def used(text: str) -> set[str]:
    """Whatever stands in braces; what is known under its one name."""
    return {_name(each) for each in _BRACES.findall(text)}


def _name(written: str) -> str:
    bare = written.strip()
    return SAME.get(bare.casefold(), bare)


def expand(
    text: str, entities: Sequence[Mapping[str, Any]], values: Mapping[str, str]
) -> tuple[str, list[dict[str, Any]]]:
    """The text with the values in place; entities before, around and behind keep their words. What is no known
    placeholder stays as it is."""
    spans = [each for each in _BRACES.finditer(text) if _name(each[1]) in values]
    starts = [utf16(text[: each.start()]) for each in spans]
    old = [utf16(each[0]) for each in spans]
    new = [utf16(values[_name(each[1])]) for each in spans]

    def moved(offset: int, *, end: bool) -> int:
        """Where an edge of an entity comes to lie; one inside of a placeholder goes to that one's edge."""
        shift = 0
        for start, was, becomes in zip(starts, old, new, strict=True):
            if start + was <= offset:
                shift += becomes - was
            elif start < offset:
                return start + shift + (becomes if end else 0)
        return offset + shift

    expanded = _BRACES.sub(lambda each: values.get(_name(each[1]), each[0]), text)
    shifted = []
    for entity in entities:
        begin = moved(entity["offset"], end=False)
        length = moved(entity["offset"] + entity["length"], end=True) - begin
        if length > 0:
            shifted.append({**entity, "offset": begin, "length": length})
    return expanded, shifted


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
