"""Words that fit into a message, whatever a directory, a list or an admin put into them.

A notice whose words are too long is worded again with its fields shortened, before they become HTML. Should that not do
(a long list), whole characters are kept up to the limit and what is open is closed. Markup is never cut.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from typing import Any, Final

from bot.domain.marked import Marked, utf16
from bot.domain.notices import Notice
from bot.domain.shortening import MORE, clipped
from bot.texts.speak import speak
from bot.texts.words import Words

FIELDS: Final = (400, 200, 100, 50)
"""To how many UTF-16 units the fields of a notice are shortened, one after the other, until its words fit."""
_PIECE: Final = re.compile(r"<(?P<end>/?)(?P<tag>[a-z-]+)[^>]*>|(?P<sign>&(?:[a-z]+|#\d+|#x[0-9a-f]+);)|[^<&]+|.", re.I)

Formatted = tuple[str, list[dict[str, Any]]]


def fitted(notice: Notice, words: Words, limit: int) -> str:
    """The words of a notice as HTML of at most `limit` UTF-16 units to read."""
    text = speak(notice, words)
    for most in FIELDS:
        if length(text) <= limit:
            return text
        text = speak(notice, words.shortening(most))
    return cut_html(text, limit)


def fitted_plain(say: Callable[[Words], Formatted], words: Words, limit: int) -> Formatted:
    """The same of words that bring their own formatting (text, entities)."""
    text, entities = say(words)
    for most in FIELDS:
        if utf16(text) <= limit:
            return text, entities
        text, entities = say(words.shortening(most))
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
