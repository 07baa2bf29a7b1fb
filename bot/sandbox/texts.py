"""What becomes of a text on its way into a message: markup, trimming, found entities, limits."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aiogram.client.default import Default
from aiogram.types import MessageEntity

from bot.sandbox.errors import bad, not_implemented
from bot.sandbox.html_text import parse_html
from bot.sandbox.utf16 import Ruler, units

Json = dict[str, Any]
UserOf = Callable[[int], Json | None]

TEXT_LIMIT: Final = 4096
CAPTION_LIMIT: Final = 1024
PREMIUM_CAPTION_LIMIT: Final = 4096

# Inside these Telegram looks for nothing more.
_CLOSED: Final = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji", "url", "email"})
_MAY_HOLD: Final = re.compile(r"[/@#+.:]")
_FOUND: Final = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,!?;:)»]|(?<![\w@.-])(?:[a-zA-Z0-9-]+\.)+(?:com|org|net|ua|gov|me|info|io)\b(?:/[^\s<>\"]*)?)"
    r"|(?P<email>(?<![\w.])[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?(?!\w))"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<![\w&#])#\w*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<![\w+])\+\d[\d\s()-]{7,17}\d(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a method says about its text before anything is done to it."""

    text: str
    parse_mode: str | Default | None = None
    entities: Sequence[MessageEntity] | None = None


def formatted(words: Words, user_of: UserOf) -> tuple[str, list[Json]]:
    """Text and entities as the message will carry them (trimmed, UTF-16 offsets).

    Raises ApiError 400 for markup Telegram cannot parse.
    """
    text, entities = _marked(words)
    text, entities = trimmed(text, [known for entity in entities if (known := _mentioned(entity, user_of))])
    return text, with_found(text, entities)


def _marked(words: Words) -> tuple[str, list[Json]]:
    mode = words.parse_mode if isinstance(words.parse_mode, str) else ""
    source = words.text.replace("\r", "")
    if mode.lower() == "html":
        return parse_html(source)
    if mode.lower() in {"markdown", "markdownv2"}:
        raise not_implemented(f"parse_mode {mode}")
    if mode:
        raise bad("unsupported parse_mode")
    return source, _explicit(source, words.entities or ())


def _explicit(text: str, entities: Sequence[MessageEntity]) -> list[Json]:
    end = units(text)
    for entity in entities:
        if entity.offset < 0 or entity.length <= 0 or entity.offset + entity.length > end:
            raise bad(
                f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
                f"at UTF-16 offset {end}"
            )
    plain = [entity.model_dump(exclude_none=True, mode="json") for entity in entities]
    return sorted(plain, key=lambda entity: (entity["offset"], -entity["length"]))


def _mentioned(entity: Json, user_of: UserOf) -> Json | None:
    """A mention of somebody unknown stays plain text."""
    if entity["type"] != "text_mention":
        return entity
    user = user_of(entity["user"]["id"])
    return {**entity, "user": user} if user else None


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Drop spaces at both ends, as Telegram does, and move the entities along."""
    bare = text.strip()
    if bare == text:
        return text, entities
    lead, end = units(text[: len(text) - len(text.lstrip())]), units(bare)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return bare, kept


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """Add the links, commands, mentions, tags and numbers that Telegram finds by itself."""
    if not _MAY_HOLD.search(text):
        return entities
    ruler = Ruler(text)
    found = []
    for match in _FOUND.finditer(text):
        start, stop = ruler.offset(match.start()), ruler.offset(match.end())
        if not _inside_closed(entities, start, stop):
            found.append({"type": match.lastgroup, "offset": start, "length": stop - start})
    return sorted(entities + found, key=lambda entity: (entity["offset"], -entity["length"])) if found else entities


def _inside_closed(entities: list[Json], start: int, stop: int) -> bool:
    return any(
        entity["type"] in _CLOSED and entity["offset"] < stop and start < entity["offset"] + entity["length"]
        for entity in entities
    )


def text_content(words: Words, user_of: UserOf) -> Json:
    """`{"text", "entities"?}`. Raises "message text is empty", "message is too long"."""
    text, entities = formatted(words, user_of)
    if not text:
        raise bad("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(words: Words, user_of: UserOf, limit: int = CAPTION_LIMIT) -> Json:
    """`{}` or `{"caption", "caption_entities"?}`. Raises "message caption is too long"."""
    text, entities = formatted(words, user_of)
    if not text:
        return {}
    if units(text) > limit:
        raise bad("message caption is too long")
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}
