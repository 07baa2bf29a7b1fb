"""HTML parse mode: markup to text and entities, refusing what Telegram refuses in Telegram's words.

Follows https://core.telegram.org/bots/api#html-style; positions in errors are bytes of UTF-8.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.sandbox.errors import ApiError, bad
from bot.sandbox.links import WrongLink, check_link, mentioned_user
from bot.sandbox.utf16 import units

Json = dict[str, Any]

# Tag -> entity; the tags that need an attribute (a, span, pre, code, …) have a function below as well.
TAGS: Final[Mapping[str, str]] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED: Final[Mapping[str, str]] = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_PLAIN: Final = re.compile(r"[^<&]+")
_ENTITY: Final = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_TAG_NAME: Final = re.compile(r"[^\s>]*")
_ATTRIBUTE: Final = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[a-zA-Z0-9.\-]+))?""")
_SPACES: Final = re.compile(r"\s*")


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int  # UTF-16 offset in the text
    piece: int  # index of the first piece of text inside


def unescape(text: str) -> str:
    """Decode the entities Telegram knows: &lt; &gt; &amp; &quot; and numbers; the rest stays as it is."""
    return _ENTITY.sub(_decode, text)


def _decode(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities (dicts of MessageEntity, UTF-16 offsets, outer before inner).

    A `text_mention` carries only `{"id"}` as its user. Raises ApiError "can't parse entities: …".
    """
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.pieces: list[str] = []
        self.offset = 0
        self.stack: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            self._step()
        if self.stack:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.pieces), self.entities

    def _step(self) -> None:
        if self.source.startswith("</", self.at):
            self._close()
        elif self.source[self.at] == "<":
            self._open()
        elif self.source[self.at] == "&":
            self._reference()
        else:
            plain = _PLAIN.match(self.source, self.at)
            assert plain is not None
            self._write(plain[0], plain.end())

    def _write(self, text: str, end: int) -> None:
        self.pieces.append(text)
        self.offset += units(text)
        self.at = end

    def _reference(self) -> None:
        found = _ENTITY.match(self.source, self.at)
        if found is None:
            self._write("&", self.at + 1)
        else:
            self._write(_decode(found), found.end())

    def _open(self) -> None:
        begin = self.at
        name = _TAG_NAME.match(self.source, begin + 1)
        assert name is not None
        if name.end() >= len(self.source):
            raise self._wrong_at("Unclosed start tag", begin)
        tag = name[0].lower()
        if tag not in TAGS:
            raise self._wrong_at(f'Unsupported start tag "{tag}"', begin)
        self.at = name.end()
        attributes = self._attributes(begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._wrong_at('Tag "span" must have class "tg-spoiler"', begin)
        self.stack.append(_Open(tag, attributes, self.offset, len(self.pieces)))

    def _attributes(self, begin: int) -> dict[str, str]:
        """Read up to and with the closing `>`."""
        attributes: dict[str, str] = {}
        while True:
            self._skip_spaces()
            if self.source.startswith(">", self.at):
                self.at += 1
                return attributes
            found = _ATTRIBUTE.match(self.source, self.at)
            if found is None:
                raise self._wrong_at("Unclosed start tag", begin)
            attributes[found[1].lower()] = unescape((found[2] or "").strip("\"'"))
            self.at = found.end()

    def _skip_spaces(self) -> None:
        spaces = _SPACES.match(self.source, self.at)
        assert spaces is not None
        self.at = spaces.end()

    def _close(self) -> None:
        begin = self.at
        if not self.stack:
            raise self._wrong_at("Unexpected end tag", begin)
        name = _TAG_NAME.match(self.source, begin + 2)
        assert name is not None
        self.at = name.end()
        self._skip_spaces()
        if not self.source.startswith(">", self.at):
            raise self._wrong_at("Unclosed end tag", begin)
        self.at += 1
        tag, opened = name[0].lower(), self.stack.pop()
        if tag and tag != opened.tag:
            raise self._wrong_at("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{tag}>"')
        self._finish(opened)

    def _finish(self, opened: _Open) -> None:
        length = self.offset - opened.start
        if length == 0:
            return
        entity: Json = {"type": TAGS[opened.tag], "offset": opened.start, "length": length}
        special = _SPECIAL.get(opened.tag)
        if special is None or special(self, opened, entity):
            self.entities.append(entity)

    def _wrong_at(self, what: str, position: int, more: str = "") -> ApiError:
        return _wrong(f"{what} at byte offset {len(self.source[:position].encode())}{more}")


def _wrong(what: str) -> ApiError:
    return bad(f"can't parse entities: {what}")


def _link(parser: _Parser, opened: _Open, entity: Json) -> bool:
    url = opened.attributes.get("href") or "".join(parser.pieces[opened.piece :])
    user = mentioned_user(url)
    if user is not None:
        entity.update(type="text_mention", user={"id": user})
        return True
    try:
        entity["url"] = check_link(url)
    except WrongLink:
        return False  # Telegram drops a link it cannot open and keeps the words
    return True


def _language(opened: _Open) -> str:
    kind = opened.attributes.get("class", "")
    return kind.removeprefix("language-") if kind.startswith("language-") else ""


def _code(parser: _Parser, opened: _Open, _: Json) -> bool:
    """`<pre><code class="language-x">` is one `pre` entity with a language."""
    around = parser.stack[-1] if parser.stack else None
    if around is not None and around.tag == "pre" and around.start == opened.start and _language(opened):
        around.attributes["class"] = opened.attributes["class"]
        return False
    return True


def _pre(_: _Parser, opened: _Open, entity: Json) -> bool:
    if language := _language(opened):
        entity["language"] = language
    return True


def _blockquote(_: _Parser, opened: _Open, entity: Json) -> bool:
    if "expandable" in opened.attributes:
        entity["type"] = "expandable_blockquote"
    return True


def _emoji(_: _Parser, opened: _Open, entity: Json) -> bool:
    number = opened.attributes.get("emoji-id", "")
    if not number.isdigit():
        raise _wrong("Invalid custom emoji identifier specified")
    entity["custom_emoji_id"] = number
    return True


_SPECIAL: Final = {"a": _link, "code": _code, "pre": _pre, "blockquote": _blockquote, "tg-emoji": _emoji}
