"""reply_markup as Telegram checks it: which kind, which buttons, how long.

aiogram accepts any object here, so the whole check is ours. A markup stays the plain JSON it came as.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.sandbox.errors import bad, not_implemented
from bot.sandbox.links import WrongLink, check_link

Json = dict[str, Any]

DATA_BYTES: Final = 64
BUTTONS: Final = 100
MARKUP_BYTES: Final = 10_240  # nowhere documented; people who met it name about 10 kB of JSON

# The key that names the kind, in the order Telegram looks for them.
_KINDS: Final[Mapping[str, frozenset[str]]] = {
    "inline_keyboard": frozenset(InlineKeyboardMarkup.model_fields),
    "keyboard": frozenset(ReplyKeyboardMarkup.model_fields),
    "remove_keyboard": frozenset(ReplyKeyboardRemove.model_fields),
    "force_reply": frozenset(ForceReply.model_fields),
}
_DECORATION: Final = frozenset({"text", "style", "icon_custom_emoji_id"})
_INLINE: Final = frozenset(InlineKeyboardButton.model_fields)
_REPLY: Final = frozenset(KeyboardButton.model_fields)
_INLINE_KNOWN: Final = frozenset({"url", "callback_data", "copy_text", "disabled"})
_REPLY_KNOWN: Final = frozenset({"request_contact", "request_location"})
_STYLES: Final = frozenset({"danger", "success", "primary"})
_PRIVATE_ONLY: Final[Mapping[str, str]] = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
}


def read_markup(raw: Any) -> Json | None:
    """A checked markup, or None for none (an empty inline keyboard is none).

    `raw` is the JSON text or object of `reply_markup`. Raises ApiError 400 in Telegram's words,
    501 for kinds of buttons the sandbox does not know.
    """
    markup = _object(raw)
    if not markup:
        return None
    kind = next((key for key in _KINDS if markup.get(key)), None)
    if kind is None:
        _refuse_unknown(markup)
        return None
    if unknown := set(markup) - _KINDS[kind]:
        raise bad(f"the sandbox does not know field {sorted(unknown)[0]!r} of reply_markup")
    if kind == "inline_keyboard":
        return _checked_rows(markup, kind, _inline_button)
    if kind == "keyboard":
        return _checked_rows(markup, kind, _reply_button)
    return markup


def _refuse_unknown(markup: Json) -> None:
    if not any(key in markup for key in _KINDS):
        raise bad(f"can't parse reply keyboard markup JSON object: unknown kind {sorted(markup)!r}")


def _object(raw: Any) -> Json:
    if isinstance(raw, str):
        try:
            raw = json.loads(raw) if raw else None
        except ValueError as wrong:
            raise bad("can't parse reply keyboard markup JSON object") from wrong
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        raise bad("object expected as reply markup")
    return {key: value for key, value in raw.items() if value is not None}


def _checked_rows(markup: Json, kind: str, check: Any) -> Json | None:
    rows = markup[kind]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{kind}" must be of type Array')
    checked = [[check(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > BUTTONS:
        raise bad("reply markup is too long")
    if len(json.dumps(checked, ensure_ascii=False, separators=(",", ":")).encode()) > MARKUP_BYTES:
        raise bad("reply markup is too long")
    return {**markup, kind: checked} if checked else None


def _button(button: Any, known: frozenset[str]) -> Json:
    if not isinstance(button, dict):
        raise bad("can't parse keyboard button: button must be an object")
    said: Json = {key: value for key, value in button.items() if value is not None and value is not False}
    if unknown := set(said) - known:
        raise bad(f"the sandbox does not know field {sorted(unknown)[0]!r} of a button")
    if not isinstance(said.get("text"), str):
        raise bad('can\'t parse keyboard button: field "text" must be of type String')
    if not said["text"].strip():
        raise bad("keyboard button text must be non-empty")
    if said.get("style", "primary") not in _STYLES:
        raise bad("can't parse keyboard button: invalid button style specified")
    return said


def _inline_button(raw: Any) -> Json:
    button = _button(raw, _INLINE)
    actions = set(button) - _DECORATION
    if not actions:
        raise bad("text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad("can't parse inline keyboard button: exactly one action per button is allowed")
    if unknown := actions - _INLINE_KNOWN:
        raise not_implemented(f"inline button with {unknown.pop()}")
    if "callback_data" in button:
        _check_data(button["callback_data"])
    if "url" in button:
        button["url"] = _checked_url(button["url"])
    return button


def _check_data(data: Any) -> None:
    if not isinstance(data, str):
        raise bad('can\'t parse inline keyboard button: field "callback_data" must be of type String')
    if not 1 <= len(data.encode()) <= DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")


def _checked_url(url: Any) -> str:
    try:
        return check_link(str(url))
    except WrongLink as wrong:
        raise bad(f"inline keyboard button URL '{url}' is invalid: {wrong}") from wrong


def _reply_button(raw: Any) -> Json:
    button = _button({"text": raw} if isinstance(raw, str) else raw, _REPLY)
    actions = set(button) - _DECORATION
    if unknown := actions - _REPLY_KNOWN:
        raise not_implemented(f"keyboard button with {unknown.pop()}")
    return button


def check_place(markup: Json | None, *, private: bool) -> None:
    """Contact and location buttons work in private chats only; raises ApiError 400 elsewhere."""
    if private or markup is None:
        return
    for row in markup.get("keyboard", ()):
        for action in _PRIVATE_ONLY.keys() & set().union(*row):
            raise bad(_PRIVATE_ONLY[action])


def inline_only(markup: Json | None) -> Json | None:
    """The markup if it is an inline keyboard or nothing; edits take no other."""
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    return markup


def shown(markup: Json | None) -> Json:
    """`{"reply_markup": …}` for the message itself: only inline keyboards are part of a message."""
    return {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}
