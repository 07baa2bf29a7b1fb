"""«Ніж» is a knife and «than»: the word compares beside «більше», «краще», «вищий»."""

import re
from collections.abc import Sequence
from typing import Final

from bot.domain.emergency.spelling import plain

_THAN: Final = plain("ніж")
_MORE: Final = re.compile(r"(?:іш|[дглнрхвк]ш|жч|[аи]щ)е$|^(?:перш|білш|менш)$")
"""«простіше», «менше», «дорожче», «краще», «перш»."""
_MORE_SO: Final = re.compile(r"(?:іш|[глнрхв]ш|жч|[аи]щ)(?:ий|а|і|их|им)$")
"""«простіший», «більші», «кращих»: only right before, for «старший дістав ніж» is no comparison."""
_BEFORE: Final = 2
"""How far before «ніж» an adverb may stand: «більше людей, ніж»."""


def compared(words: Sequence[str]) -> set[int]:
    """Which words are «than»: «сильніше, ніж учора», «ніж чекати, краще піду». What ends a text is a knife."""
    if "ніж" not in words:
        return set()
    spelt = [plain(word) for word in words]
    return {place for place, word in enumerate(spelt[:-1]) if word == _THAN and _compares(spelt, place)}


def _compares(spelt: Sequence[str], place: int) -> bool:
    before = spelt[max(0, place - _BEFORE) : place]
    if not before:
        return any(map(_MORE.search, spelt))
    return any(map(_MORE.search, before)) or bool(_MORE_SO.search(before[-1]))
