"""Updates as Telegram sends them, read with the words of what this version does not know.

Rich messages, and containers that come after this version, become plain words; what cannot be parsed does not take
the words beside it along; messages nobody wrote are told from those somebody did.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import Message, Update
from pydantic import ValidationError

from bot.telegram.rich import words_in
from bot.telegram.salvage import Json, Unread, validated

SPOKEN: Final = ("message", "edited_message")
WRITTEN: Final = (
    frozenset({"text", "photo", "live_photo", "video", "video_note", "voice", "audio", "animation", "document"})
    | {"location", "venue", "contact", "sticker", "poll", "dice", "checklist", "story", "paid_media", "game"}
    | {"invoice", "giveaway", "giveaway_winners", "passport_data"}
)
"""Fields of a message that are what somebody sent, in a form this version knows."""
SERVICE: Final = frozenset(each.value for each in ContentType) - WRITTEN - {"unknown", "any", "rich_message"}
"""Kinds of message nobody wrote: something was pinned, a timer set, a theme changed."""
HAPPENED: Final = re.compile(
    r"_(changed|created|edited|closed|reopened|hidden|unhidden|set|added|removed|deleted|joined|left|started|ended"
    r"|scheduled|invited|completed|shared|allowed|approved|declined|failed|paid|refunded|sent|triggered|done|updated"
    r"|enabled|disabled)$"
)
"""How Telegram ends the names of such messages: so will those that come after this version."""
KNOWN: Final = frozenset(field.alias or name for name, field in Message.model_fields.items()) - {"rich_message"}

DEEPEST: Final = 100
MOST_NUMBER: Final = 2**63
"""No number of Telegram's is so large, nor can a database keep it."""
_LARGE: Final = re.compile(r"[:,\[] ?-?\d{19}")
"""What may be such a number; ids of taps are as long, but words."""


@dataclass(frozen=True, slots=True)
class UpdateReading:
    """`lost`: a part of what somebody sent could not be read; `silent`: nobody wrote it."""

    update: Update
    lost: bool = False
    silent: bool = False


def read(payload: str, bot: Bot) -> UpdateReading:
    """Raises `Unread`."""
    if _LARGE.search(payload):
        return _mended(payload, bot)
    try:
        update = Update.model_validate_json(payload, context={"bot": bot})
    except ValidationError:
        return _mended(payload, bot)
    message = update.message or update.edited_message
    if message is not None and message.content_type in {ContentType.UNKNOWN, ContentType.RICH_MESSAGE}:
        return _mended(payload, bot)
    return UpdateReading(update, silent=message is not None and message.content_type in SERVICE)


def _mended(payload: str, bot: Bot) -> UpdateReading:
    raw = _raw(payload)
    said: Json = next((raw[each] for each in SPOKEN if isinstance(raw.get(each), dict)), {})
    sent = {each for each in WRITTEN if said.get(each)}
    more = _unpack(said)
    silent = _happened(said)
    update = validated(raw, bot)
    left = {each for each in WRITTEN if said.get(each)}
    if said.get("caption") and not left:
        said["text"], said["entities"] = said.pop("caption"), said.pop("caption_entities", [])
        update = validated(raw, bot)
    elif sent and not left:
        raise Unread
    return UpdateReading(update, lost=more or bool(sent - left), silent=silent)


def _raw(payload: str) -> Json:
    try:
        raw = _sound(json.loads(payload))
    except (ValueError, RecursionError) as error:
        raise Unread from error
    if not isinstance(raw, dict):
        raise Unread
    return raw


def _sound(node: Any, depth: int = 0) -> Any:
    """Without halves of characters and numbers beyond all bounds, which nothing can be done with, and without what lies
    deeper than anything does."""
    if isinstance(node, str):
        return node.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(node, int) and abs(node) >= MOST_NUMBER:
        return None
    if depth > DEEPEST or not isinstance(node, dict | list):
        return None if depth > DEEPEST else node
    if isinstance(node, list):
        return [_sound(each, depth + 1) for each in node]
    return {_sound(key): _sound(value, depth + 1) for key, value in node.items()}


def _unpack(said: Json) -> bool:
    """Words, and one file, of containers that no bot can send on. True when there was more in them."""
    if any(said.get(each) for each in WRITTEN | SERVICE):
        return False
    names = [each for each in _new(said) if not HAPPENED.search(each)]
    found = words_in([said.pop(each) for each in names])
    files = [each for each in found.media if each[0] != "location"][:1]
    if not found.words.text and not files:
        return False
    said |= dict(files)
    words, formatting = ("caption", "caption_entities") if files else ("text", "entities")
    said |= {words: found.words.text, formatting: [dict(each) for each in found.words.entities]}
    return found.cut or len(found.media) > len(files) or names != ["rich_message"]


def _new(said: Json) -> list[str]:
    """Containers that the library, or this version, has no form for."""
    return [each for each, value in said.items() if each not in KNOWN and isinstance(value, dict | list)]


def _happened(said: Json) -> bool:
    """Whether it is a message nobody wrote."""
    if any(said.get(each) for each in WRITTEN):
        return False
    return any(each in SERVICE or (each not in KNOWN and HAPPENED.search(each)) for each in said)
