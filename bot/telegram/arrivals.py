"""A raw update before it is parsed: which conversation it belongs to, and how urgent it is."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, TypeGuard

from bot.domain.notices import Priority
from bot.telegram.reading import SPOKEN
from db.inbox import Arrival

MOST_ID: Final = 2**63
URGENT_COMMANDS: Final = frozenset({"start", "emergency"})
_PRIORITIES: Final[Mapping[str, Priority]] = {"message": Priority.RELAY, "callback_query": Priority.ANSWER}
_COMMAND: Final = re.compile(r"/([a-z_]{1,32})(?:@\w+)?(?:\s|$)")


def arrival(update: dict[str, Any]) -> Arrival:
    """A raw update with its lane, whatever kind it is. In ASCII: half of a broken emoji must not stop the intake."""
    try:
        payload = json.dumps(update)
    except RecursionError:  # nested without end: its author hears that it was not taken
        payload = json.dumps({"update_id": update["update_id"], **{each: {} for each in SPOKEN if each in update}})
    return Arrival(int(update["update_id"]), lane_of(update), payload, priority_of(update), chat_id=chat_of(update))


def lane_of(update: Mapping[str, Any]) -> str:
    """The conversation an update belongs to: its chat, else its person, else a lane of its own."""
    body = _body(update)
    for holder in (_chat(body), body.get("from"), body.get("user")):
        if isinstance(holder, dict) and is_id(holder.get("id")):
            return lane_of_chat(holder["id"])
    return f"telegram:update:{update['update_id']}"


def lane_of_chat(chat_id: int) -> str:
    return f"telegram:{chat_id}"


def chat_of(update: Mapping[str, Any]) -> int | None:
    """The private chat it came from; None: from elsewhere, or nobody can tell."""
    chat = _chat(_body(update))
    found = chat.get("id")
    return found if chat.get("type", "private") == "private" and is_id(found) and found > 0 else None


def is_id(found: object) -> TypeGuard[int]:
    """A number that both databases can keep."""
    return type(found) is int and abs(found) < MOST_ID


def message_of(update: Mapping[str, Any]) -> int | None:
    """The message it is: what its author wrote."""
    found = _body(update).get("message_id")
    return found if is_id(found) else None


def command_of(update: Mapping[str, Any]) -> str | None:
    """The command a message is."""
    text = update["message"].get("text") if isinstance(update.get("message"), dict) else None
    found = _COMMAND.match(text) if isinstance(text, str) else None
    return found[1] if found else None


def priority_of(update: Mapping[str, Any]) -> Priority:
    """Words before taps, taps before the rest; who asks for help or has just come, before all."""
    if command_of(update) in URGENT_COMMANDS:
        return Priority.EMERGENCY
    return next((priority for kind, priority in _PRIORITIES.items() if kind in update), Priority.REST)


def _body(update: Mapping[str, Any]) -> Mapping[str, Any]:
    return next((value for key, value in update.items() if key != "update_id" and isinstance(value, dict)), {})


def _chat(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Its own, or that of the message a button stands on."""
    message = body.get("message")
    inner = message if isinstance(message, dict) else {}
    return next((each for each in (body.get("chat"), inner.get("chat")) if isinstance(each, dict)), {})
