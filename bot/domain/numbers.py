"""Numbers as people write them, from files and from a terminal."""

import re
from typing import Final

LONGEST: Final = 40
_DECIMAL: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]*)?")


def decimal(text: str) -> float:
    """Digits with a point or a comma; raises ValueError for whatever else `float` takes (`nan`, `1e400`, `5_0.25`)."""
    text = text.strip()
    if not _DECIMAL.fullmatch(text) or len(text) > LONGEST:
        raise ValueError(f"not a decimal number: {text[:LONGEST]!r}")
    return float(text.replace(",", "."))
