"""Where a forwarded message comes from: `forward_origin`, and the older fields Telegram still sends beside it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.sandbox.errors import ControlError
from bot.sandbox.world import World

Json = dict[str, Any]

A_WHILE: Final = 3600  # seconds ago, when nobody said when the original was written
STRANGER: Final[Json] = {"id": 799_000_001, "is_bot": False, "first_name": "Незнайомець"}


def origin_of(world: World, said: Json) -> Json:
    """Bot API `MessageOrigin` from the control API's words.

    `{"type": "user", "user": id | {User}}`, `{"type": "hidden_user", "name"?}` (without a name Telegram sends none),
    `{"type": "chat" | "channel", "title", "chat"?, "username"?, "message_id"?, "signature"?}`; `date` unix seconds.
    Raises ControlError.
    """
    kind = said.get("type", "user")
    if kind not in _KINDS:
        raise ControlError(f"unknown origin {kind!r}; known: {sorted(_KINDS)}")
    return {"type": kind, "date": int(said.get("date") or world.now() - A_WHILE), **_KINDS[kind](world, said)}


def _user(world: World, said: Json) -> Json:
    user = said.get("user", STRANGER)
    if isinstance(user, dict):
        return {"sender_user": {**STRANGER, **user}}
    known = world.user_json(int(user))
    if known is None:
        raise ControlError(f"no user {user}", 404)
    return {"sender_user": known}


def _hidden(_: World, said: Json) -> Json:
    return {"sender_user_name": said["name"]} if said.get("name") else {}


def _signed(said: Json) -> Json:
    return {"author_signature": said["signature"]} if said.get("signature") else {}


def _chat_json(said: Json, kind: str) -> Json:
    name = {"username": said["username"]} if said.get("username") else {}
    chat_id = int(said.get("chat") or -1_001_900_000_001)
    return {"id": chat_id, "type": kind, "title": said.get("title") or "Сусіди", **name}


def _chat(_: World, said: Json) -> Json:
    return {"sender_chat": _chat_json(said, "supergroup"), **_signed(said)}


def _channel(_: World, said: Json) -> Json:
    number = int(said.get("message_id") or 1)
    return {"chat": _chat_json(said, "channel"), "message_id": number, **_signed(said)}


_KINDS: Final[Mapping[str, Callable[[World, Json], Json]]] = {
    "user": _user,
    "hidden_user": _hidden,
    "chat": _chat,
    "channel": _channel,
}


def origin_of_message(message: Json) -> Json:
    """Who wrote a message first and when; a forward of a forward names the first."""
    known: Json | None = message.get("forward_origin")
    if known:
        return known
    if "sender_chat" in message:
        place = {"chat": message["sender_chat"], "message_id": message["message_id"]}
        return {"type": "channel", "date": message["date"], **place}
    return {"type": "user", "date": message["date"], "sender_user": message["from"]}


def forwarded(origin: Json | None) -> Json:
    """The message's fields for an origin: `forward_origin` and, as Telegram does, `forward_date`, `forward_from`, …"""
    if origin is None:
        return {}
    older = {
        "forward_from": origin.get("sender_user"),
        "forward_sender_name": origin.get("sender_user_name"),
        "forward_from_chat": origin.get("sender_chat") or origin.get("chat"),
        "forward_from_message_id": origin.get("message_id"),
        "forward_signature": origin.get("author_signature"),
        "forward_date": origin["date"],
    }
    return {"forward_origin": origin, **{name: value for name, value in older.items() if value is not None}}
