"""A text with coordinates as tokens, each with one letter for its kind.

x a number; # a number too long for degrees; d, m, s the signs of degrees, minutes, seconds; N, S, E, W a side of the
world; A, O the words «latitude», «longitude»; w any other word; ? anything else. Gaps and «and» are left out.
"""

import re
from typing import Final

_LETTER: Final = r"[^\W\d_]"
_LATITUDE: Final = rf"ш(?:ир(?:от{_LETTER}*)?)?"
_LONGITUDE: Final = rf"д(?:ов(?:г(?:от{_LETTER}*)?)?|олг(?:от{_LETTER}*)?)?"
_END: Final = rf"(?!{_LETTER})\.?"

_MARKS: Final = {
    "A": rf"lat(?:itude)?|шир(?:от{_LETTER})?",
    "O": rf"lon(?:g(?:itude)?)?|lng|довг?(?:от{_LETTER})?|долг?(?:от{_LETTER})?",
    "N": rf"n(?:orth)?|(?:пн|півн)(?:\.?\s?{_LATITUDE})?|"
    rf"(?:північн{_LETTER}*|с(?:ев(?:ерн{_LETTER}*)?)?)\.?\s?{_LATITUDE}",
    "S": rf"s(?:outh)?|(?:пд|півд)(?:\.?\s?{_LATITUDE})?|(?:південн{_LETTER}*|ю(?:жн{_LETTER}*)?)\.?\s?{_LATITUDE}",
    "E": rf"[eе](?:ast)?|сх(?:\.?\s?{_LONGITUDE})?|(?:східн{_LETTER}*|в(?:ост(?:очн{_LETTER}*)?)?)\.?\s?{_LONGITUDE}",
    "W": rf"w(?:est)?|зх(?:\.?\s?{_LONGITUDE})?|(?:зах(?:ідн{_LETTER}*)?|з(?:ап(?:адн{_LETTER}*)?)?)\.?\s?{_LONGITUDE}",
}
"""Ukrainian, Russian (с. ш., в. д.) and English; «східна» alone is a word as any other. «Е» may be Cyrillic."""

_TOKENS: Final = {
    "x": r"(?:(?<!\w)[+\-−–])?[0-9]{1,3}(?:[.,][0-9]+)?(?![0-9])",
    "#": r"[0-9]+",
    "s": rf"[\"″”“ʺ]|['’′´ʼ`‘ʹ]{{2}}|сек(?:унд{_LETTER}*)?{_END}",
    "m": rf"['’′´ʼ`‘ʹ]|(?:хв(?:илин{_LETTER}*)?|мин(?:ут{_LETTER}*)?){_END}",
    "d": rf"[°º˚]|град(?:ус{_LETTER}*)?{_END}|deg(?:rees)?{_END}",
    **{kind: rf"(?:{pattern}){_END}\s?(?:[:=]|[-—–](?=\s))?" for kind, pattern in _MARKS.items()},
    " ": rf"[\s,;/|&()\[\]{{}}\u200b-\u200f\u2060\ufeff]+|\.(?![0-9])|(?:і|й|та|и|and){_END}",
    "w": rf"{_LETTER}+(?:['’ʼ-]{_LETTER}+)*|[$€£₴%№]",
}
_TOKEN: Final = re.compile("|".join(f"({pattern})" for pattern in _TOKENS.values()) + "|(.)", re.IGNORECASE | re.DOTALL)
_KINDS: Final = "".join(_TOKENS) + "?"


def tokens(text: str) -> list[tuple[str, str]]:
    """Kinds and texts, in one walk through the text."""
    found = ((_KINDS[(each.lastindex or 0) - 1], each[0]) for each in _TOKEN.finditer(text))
    return [(kind, words) for kind, words in found if kind != " "]
