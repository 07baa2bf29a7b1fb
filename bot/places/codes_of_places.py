"""Codes that people send instead of a name: postcodes, plus codes, three words, short links of map apps.

A whole plus code holds its point (Open Location Code, 2014), and is read as coordinates. The others hold none, or only
for who has their tables: they are recognised, so that the answer can say what to send instead.
"""

import re
from typing import Final

from bot.domain.places import Point, Unanswered
from bot.places.vocabulary import FILLERS, PREPOSITIONS
from bot.places.words import words

_DIGITS: Final = "23456789CFGHJMPQRVWX"
_LIKE_LATIN: Final = str.maketrans("СНМРХср", "CHMPXcp")  # letters of both alphabets that look alike
_PLUS: Final = rf"[{_DIGITS}]{{8}}\+[{_DIGITS}]{{2,7}}"
_WHOLE_PLUS: Final = re.compile(rf"(?<!\w){_PLUS}(?!\w)", re.IGNORECASE)
_SHORT_PLUS: Final = re.compile(rf"(?<!\w)[{_DIGITS}]{{4,6}}\+[{_DIGITS}]{{2,7}}(?!\w)", re.IGNORECASE)
_PAIRS: Final = 5  # of digits, each 20 times as fine as the one before; the others divide a cell by 5 and 4
_CODES: Final = (
    (Unanswered.PLUS_CODE, _WHOLE_PLUS),
    (Unanswered.PLUS_CODE, _SHORT_PLUS),
    (
        Unanswered.THREE_WORDS,
        re.compile(r"(?:https?://)?(?:what3words\.com|w3w\.co)/\S+|/{3}[^\W\d_]+(?:\.[^\W\d_]+){2}"),
    ),
    (
        Unanswered.SHORT_LINK,
        re.compile(r"(?:https?://)?(?:maps\.app\.goo\.gl|goo\.gl/maps|g\.co/kgs|maps\.apple/p|yandex\.\w+/maps/-)/\S+"),
    ),
    (Unanswered.POSTCODE, re.compile(r"(?<![\w+.-])\d{5}(?![\w-])")),
)
_SAID: Final = "індекс індексу поштовий почтовый индекс код post zip postcode plus"
_AROUND: Final = FILLERS | PREPOSITIONS | frozenset(_SAID.split())


def code_in(text: str) -> Unanswered | None:
    """Which code a text is, with nothing beside it but words that say so."""
    plain = text.translate(_LIKE_LATIN)
    for kind, code in _CODES:
        rest, found = code.subn(" ", plain if kind is Unanswered.PLUS_CODE else text, count=1)
        if found and all(word in _AROUND for word in words(rest)):
            return kind
    return None


def plus_point(text: str) -> Point | None:
    """The middle of the cell that the whole plus code in a text means."""
    found = _WHOLE_PLUS.search(text.translate(_LIKE_LATIN).upper())
    return _middle(found[0].replace("+", "")) if found else None


def _middle(code: str) -> Point:
    lat, lon, high, wide = -90.0, -180.0, 400.0, 400.0
    for at in range(0, 2 * _PAIRS, 2):
        high, wide = high / 20, wide / 20
        lat, lon = lat + high * _DIGITS.index(code[at]), lon + wide * _DIGITS.index(code[at + 1])
    for digit in code[2 * _PAIRS :]:
        high, wide = high / 5, wide / 4
        row, column = divmod(_DIGITS.index(digit), 4)
        lat, lon = lat + high * row, lon + wide * column
    return Point(round(lat + high / 2, 7), round(lon + wide / 2, 7))
