"""Quotes: a part of the message that is answered, and answers to messages of other chats."""

from typing import Any, Final

from bot.sandbox.errors import ControlError
from bot.sandbox.utf16 import units

Json = dict[str, Any]

# What Telegram keeps of the formatting inside a quote.
KEPT: Final = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"})


def quoted(message: Json, part: str) -> Json:
    """Bot API `TextQuote` of a part somebody chose. Raises ControlError when the message does not say that."""
    text = message.get("text") or message.get("caption") or ""
    at = text.find(part)
    if at < 0 or not part:
        raise ControlError(f"the message does not say {part!r}")
    start = units(text[:at])
    entities = _inside(message.get("entities") or message.get("caption_entities") or [], start, units(part))
    return {"text": part, "position": start, **({"entities": entities} if entities else {}), "is_manual": True}


def _inside(entities: list[Json], start: int, length: int) -> list[Json]:
    """The entities of a part, moved to its beginning."""
    found = []
    for entity in entities:
        begin = max(entity["offset"], start)
        end = min(entity["offset"] + entity["length"], start + length)
        if end > begin and entity["type"] in KEPT:
            found.append({**entity, "offset": begin - start, "length": end - begin})
    return found


def elsewhere(origin: Json, content: Json, said: Json) -> Json:
    """The message's fields for an answer to a message of another chat: `external_reply` and `quote`.

    Words of the other message travel as the quote, the rest of its content in `external_reply`.
    """
    shown = {key: value for key, value in content.items() if key not in _WORDS}
    place = {}
    if "chat" in origin:  # told for channels and supergroups only
        place = {"chat": origin["chat"], "message_id": origin["message_id"]}
    return {"external_reply": {"origin": origin, **place, **shown}, **_automatic(content, said)}


_WORDS: Final = frozenset({"text", "entities", "caption", "caption_entities"})


def _automatic(content: Json, said: Json) -> Json:
    """The quote: the part that was chosen, else all words, which Telegram adds by itself."""
    words = content.get("text") or content.get("caption")
    if not words:
        return {}
    if said.get("quote"):
        return {"quote": quoted(content, str(said["quote"]))}
    entities = _inside(content.get("entities") or content.get("caption_entities") or [], 0, units(words))
    return {"quote": {"text": words, "position": 0, **({"entities": entities} if entities else {})}}
