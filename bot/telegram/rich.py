"""The words of containers that no bot can send on: rich messages, and whatever comes after them.

Read from raw JSON: what is new to the library, or to us, still has words in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.domain.marked import NOTHING, Marked, joined, utf16

STYLES: Final[Mapping[str, str]] = {
    "bold": "bold",
    "marked": "bold",
    "heading": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strikethrough",
    "spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "url": "text_link",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "pullquote": "blockquote",
}
MEDIA: Final[Mapping[str, str]] = {
    "photo": "photo",
    "video": "video",
    "animation": "animation",
    "audio": "audio",
    "document": "document",
    "voice_note": "voice",
    "location": "location",
}
"""Fields that hold a file or a place, and what a plain message calls them."""
FIRST: Final = ("label", "summary", "text", "alternative_text", "expression", "button", "blocks", "items", "cells")
"""Where words stand, in the order they are read; then comes whatever else holds parts with words."""
IN_A_LINE: Final = frozenset({*FIRST[:6], "title", "caption", "credit", "description"})
PEOPLE: Final = frozenset({"user", "from", "chat", "sender_chat", "sender_user", "via_bot"})
"""Nobody is named who did not write."""
MOST_LETTERS: Final = 32_768
MOST_NODES: Final = 20_000
DEEPEST: Final = 40


@dataclass
class RichContent:
    """`media`: (what a plain message calls it, its value); `cut`: there was more than anybody writes."""

    words: Marked = NOTHING
    media: list[tuple[str, Any]] = field(default_factory=list)
    cut: bool = False


def words_in(container: Any) -> RichContent:
    """All words of a container, in their order and with their formatting, and the files between them."""
    recipient = _Reader()
    words = recipient.read(container, 0)
    return RichContent(_stripped(words), recipient.media, recipient.cut)


class _Reader:
    def __init__(self) -> None:
        self.media: list[tuple[str, Any]] = []
        self.cut = False
        self._letters = MOST_LETTERS
        self._nodes = MOST_NODES

    def read(self, node: Any, depth: int, between: str = "\n") -> Marked:
        """Parts of a list stand `between` them: pieces of a line, blocks, cells."""
        self._nodes -= 1
        if self._nodes < 0 or depth > DEEPEST:
            self.cut = True
            return NOTHING
        if isinstance(node, str):
            return self._text(node)
        if isinstance(node, list):
            return joined((self.read(each, depth + 1, between) for each in node), between)
        return self._block(node, depth) if isinstance(node, dict) else NOTHING

    def _text(self, text: str) -> Marked:
        room = max(self._letters, 0)
        self._letters -= len(text)
        self.cut = self.cut or len(text) > room
        return Marked(text[:room])

    def _block(self, node: Mapping[str, Any], depth: int) -> Marked:
        box = Marked(BOXES[bool(node.get("is_checked"))]) if node.get("has_checkbox") else NOTHING
        parts = (self._part(name, node[name], depth + 1) for name in _in_order(node))
        return _styled(joined((box, *parts), " " if "label" in node else "\n"), node)

    def _part(self, name: str, value: Any, depth: int) -> Marked:
        """Files are put aside."""
        if name in MEDIA and isinstance(value, list | dict):
            self.media.append((MEDIA[name], value))
            return NOTHING
        if name == "cells" and isinstance(value, list):
            return joined(self.read(row, depth, " | ") for row in value)
        if name in IN_A_LINE:
            return self.read(value, depth, "")
        return self.read(value, depth) if isinstance(value, list | dict) and name not in PEOPLE else NOTHING


BOXES: Final = ("☐", "☑")


def _in_order(node: Mapping[str, Any]) -> tuple[str, ...]:
    return (*(each for each in FIRST if each in node), *(each for each in node if each not in FIRST))


def _styled(words: Marked, node: Mapping[str, Any]) -> Marked:
    style = STYLES.get(str(node.get("type")))
    if style is None or not words.text.strip():
        return words
    entity: dict[str, Any] = {"type": style, "offset": 0, "length": utf16(words.text)}
    if style == "text_link":
        entity["url"] = str(node.get("url") or "")
    return Marked(words.text, (entity, *words.entities))


def _stripped(words: Marked) -> Marked:
    begin = len(words.text) - len(words.text.lstrip())
    return words.part(begin, max(len(words.text.rstrip()), begin))
