"""Placeholders in an admin's words: `{station}` and friends, replaced without shifting the formatting."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.domain.marked import Marked

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
    spans = (each for each in _BRACES.finditer(text) if _name(each[1]) in values)
    edits = [(each.start(), each.end(), values[_name(each[1])]) for each in spans]
    expanded = Marked(text, entities).edited(edits)
    return expanded.text, [dict(each) for each in expanded.entities]
