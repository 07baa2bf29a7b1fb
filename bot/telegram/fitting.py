"""Words that fit into a message, whatever a directory, a list or an admin put into them.

A notice whose words are too long is worded again with its fields shortened, before they become HTML, and with fewer of
its long lists told: what stands below a list, such as 102 and 112, stays. Should that not do, whole characters are kept
up to the limit and what is open is closed. Markup is never cut.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from typing import Any, Final

from bot.domain.marked import Marked, utf16
from bot.domain.notices import Notice
from bot.domain.shortening import MORE, clipped
from bot.texts.faces import speak
from bot.texts.words import Words

STEPS: Final[Sequence[tuple[int, int | None]]] = (
    (400, None),
    (200, None),
    (200, 20),
    (200, 10),
    (100, 10),
    (100, 5),
    (50, 5),
    (50, 3),
)
"""One after the other, until the words fit: UTF-16 units of a field, items of a list."""
_PIECE: Final = re.compile(r"<(?P<end>/?)(?P<tag>[a-z-]+)[^>]*>|(?P<sign>&(?:[a-z]+|#\d+|#x[0-9a-f]+);)|[^<&]+|.", re.I)

Formatted = tuple[str, list[dict[str, Any]]]


def fitted(notice: Notice, words: Words, limit: int) -> str:
    """The words of a notice as HTML of at most `limit` UTF-16 units to read."""
    text = speak(notice, words)
    for step in STEPS:
        if length(text) <= limit:
            return text
        text = speak(notice, words.shortening(*step))
    return cut_html(text, limit)


def fitted_plain(say: Callable[[Words], Formatted], words: Words, limit: int) -> Formatted:
    """The same of words that bring their own formatting (text, entities)."""
    text, entities = say(words)
    for step in STEPS:
        if utf16(text) <= limit:
            return text, entities
        text, entities = say(words.shortening(*step))
    return cut(text, entities, limit)


def length(html: str) -> int:
    """UTF-16 units to read: markup does not count."""
    return sum(utf16(_read(piece)) for piece in _PIECE.finditer(html)) if "<" in html or "&" in html else utf16(html)


def plain(html: str) -> str:
    """Only what there is to read."""
    return "".join(_read(piece) for piece in _PIECE.finditer(html))


def _read(piece: re.Match[str]) -> str:
    if piece["tag"]:
        return ""
    return unescape(piece[0]) if piece["sign"] else piece[0]


def cut_html(html: str, limit: int) -> str:
    """The beginning that fits, with everything closed that is open there; the whole, where it fits."""
    if length(html) <= limit:
        return html
    room, kept, open_tags = limit - utf16(MORE), list[str](), list[str]()
    for piece in _PIECE.finditer(html):
        text = _read(piece)
        if utf16(text) > room:
            kept.append("" if piece["sign"] else clipped(text, room))
            break
        room -= utf16(text)
        kept.append(piece[0])
        if piece["tag"] and not piece["end"]:
            open_tags.append(piece["tag"])
        elif piece["tag"]:
            open_tags.pop()
    return "".join([*kept, MORE, *(f"</{tag}>" for tag in reversed(open_tags))])


def cut(text: str, entities: Sequence[Mapping[str, Any]], limit: int) -> Formatted:
    """The beginning that fits, with the formatting that is left of it."""
    if utf16(text) <= limit:
        return text, [dict(each) for each in entities]
    kept = Marked(text, entities).part(0, len(clipped(text, limit - utf16(MORE))))
    return kept.text + MORE, [dict(each) for each in kept.entities]
