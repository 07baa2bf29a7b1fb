"""Copies and forwards: a message of one chat appears in another."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from aiogram import methods

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.media import CAPTIONED
from bot.sandbox.methods.media import new_album
from bot.sandbox.methods.posting import envelope_of, post_to
from bot.sandbox.origins import origin_of_message
from bot.sandbox.parsing import given
from bot.sandbox.places import topic_of
from bot.sandbox.talk import Envelope, content_in
from bot.sandbox.texts import Words, caption_content
from bot.sandbox.things import Dialog, Record

Json = dict[str, Any]

_CAPTION: Final = frozenset({"caption", "caption_entities", "show_caption_above_media"})
IDS_LIMIT: Final = 100


def _source(call: Call[Any], message_id: int, verb: str) -> Record:
    """The message to copy or forward. Raises ApiError 400 in Telegram's words."""
    record = call.seen(call.method.from_chat_id).alive(message_id)
    if record is None:
        raise bad(f"message to {verb} not found")
    if not content_in(record.message) or record.message.get("has_protected_content"):
        raise bad(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return record


def copy_message(call: Call[methods.CopyMessage]) -> Json:
    """A new message with the same content and no link to the old one; returns `{"message_id"}`."""
    method = call.method
    dialog = call.dialog(method.chat_id)
    content = content_in(_source(call, method.message_id, "copy").message)
    if method.caption is not None and CAPTIONED & content.keys():
        bare = {key: value for key, value in content.items() if key not in _CAPTION}
        words = Words(method.caption, method.parse_mode, method.caption_entities)
        content = {**bare, **caption_content(words, call.world.user_json)}
    message = post_to(call, dialog, _still(content), envelope_of(call, dialog))
    return {"message_id": message["message_id"]}


def _still(content: Json) -> Json:
    """A copied live location stands still."""
    if "location" not in content or "venue" in content:
        return content
    location = {key: value for key, value in content["location"].items() if key not in {"live_period", "heading"}}
    return {**content, "location": location}


def copy_messages(call: Call[methods.CopyMessages]) -> list[Json]:
    """Copies of up to 100 messages; those that cannot be copied are skipped, albums stay albums."""
    bare = bool(call.method.remove_caption)
    return _many(call, "copy", lambda record: ({}, _without_caption(content_in(record.message), bare=bare)))


def _without_caption(content: Json, *, bare: bool) -> Json:
    return {key: value for key, value in content.items() if not bare or key not in _CAPTION}


def forward_message(call: Call[methods.ForwardMessage]) -> Json:
    """The message with its origin shown; returns the Message."""
    method = call.method
    dialog = call.dialog(method.chat_id)
    topic_of(call.world, dialog, method.message_thread_id)
    record = _source(call, method.message_id, "forward")
    envelope = replace(_envelope(method), origin=origin_of_message(record.message))
    return post_to(call, dialog, content_in(record.message), envelope)


def forward_messages(call: Call[methods.ForwardMessages]) -> list[Json]:
    """Forwards of up to 100 messages; those that cannot be forwarded are skipped."""
    return _many(
        call, "forward", lambda record: ({"origin": origin_of_message(record.message)}, content_in(record.message))
    )


def _envelope(method: Any) -> Envelope:
    return Envelope(thread=method.message_thread_id, protected=bool(given(method.protect_content)))


def _many(call: Call[Any], verb: str, make: Any) -> list[Json]:
    """The common part of copying and forwarding by list; `make` gives envelope fields and content."""
    method = call.method
    dialog, source = call.dialog(method.chat_id), call.seen(method.from_chat_id)
    topic_of(call.world, dialog, method.message_thread_id)
    records = _usable(source, checked_ids(method.message_ids))
    if not records:
        raise bad(f"there are no messages to {verb}")
    albums: dict[str, str] = {}
    made = []
    for record in records:
        fields, content = make(record)
        envelope = replace(_envelope(method), album=_album(call, record.message, albums), **fields)
        made.append({"message_id": post_to(call, dialog, content, envelope)["message_id"]})
    return made


def checked_ids(message_ids: list[int]) -> list[int]:
    """1 to 100 identifiers in order. Raises ApiError 400."""
    if not message_ids:
        raise bad("message identifiers are not specified")
    if len(message_ids) > IDS_LIMIT:
        raise bad("too many message identifiers specified")
    return message_ids


def _usable(source: Dialog, message_ids: list[int]) -> list[Record]:
    if any(later <= earlier for earlier, later in pairwise(message_ids)):
        raise bad("message identifiers must be in a strictly increasing order")
    found = [record for number in message_ids if (record := source.alive(number))]
    return [r for r in found if content_in(r.message) and not r.message.get("has_protected_content")]


def _album(call: Call[Any], message: Json, albums: dict[str, str]) -> str | None:
    """The new album of a message that was in one."""
    old = message.get("media_group_id")
    if old is None:
        return None
    if old not in albums:
        albums[old] = new_album(call)
    return albums[old]


HANDLERS: Final[Mapping[str, Handler]] = {
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
}
