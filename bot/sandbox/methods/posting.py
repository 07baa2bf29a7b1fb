"""What all sends share: where to, in answer to what, with which keyboard."""

from typing import Any, Final

from aiogram.types import ReplyParameters

from bot.sandbox.calls import Call
from bot.sandbox.errors import bad, not_implemented
from bot.sandbox.keyboards import check_place
from bot.sandbox.parsing import given
from bot.sandbox.places import topic_of
from bot.sandbox.talk import Envelope, bot_says
from bot.sandbox.things import Dialog
from bot.sandbox.utf16 import units

Json = dict[str, Any]

NO_REPLY: Final = "message to be replied not found"


def post(call: Call[Any], content: Json) -> Json:
    """Send one message to the chat a method names; returns the Message."""
    dialog = call.dialog(call.method.chat_id)
    return post_to(call, dialog, content, envelope_of(call, dialog))


def post_to(call: Call[Any], dialog: Dialog, content: Json, envelope: Envelope) -> Json:
    """Send one message to a conversation that is already found."""
    return bot_says(call.world, call.bot, dialog, content=content, envelope=envelope)


def envelope_of(call: Call[Any], dialog: Dialog) -> Envelope:
    """Read everything around the content from a method. Raises ApiError 400 for what cannot be."""
    method = call.method
    check_place(call.request.markup, private=dialog.private)
    topic_of(call.world, dialog, method.message_thread_id)
    replied, quote = _reply(call, dialog)
    return Envelope(
        thread=method.message_thread_id or (replied or {}).get("message_thread_id"),
        reply_to=replied,
        quote=quote,
        protected=bool(given(method.protect_content)),
        markup=call.request.markup,
        effect=getattr(method, "message_effect_id", None),
    )


def _reply(call: Call[Any], dialog: Dialog) -> tuple[Json | None, Json | None]:
    """The message that is answered and the quoted part of it."""
    wanted = _reply_parameters(call.method)
    if wanted is None:
        return None, None
    if wanted.chat_id is not None and str(wanted.chat_id) != str(dialog.key[1]):
        raise not_implemented("replies to messages of another chat")
    record = dialog.alive(wanted.message_id or 0)
    if record is not None:
        return record.message, _quote(record.message, wanted)
    if given(wanted.allow_sending_without_reply):
        return None, None
    raise bad(NO_REPLY)


def _reply_parameters(method: Any) -> ReplyParameters | None:
    """The new way of naming a message, or the old one."""
    wanted: ReplyParameters | None = getattr(method, "reply_parameters", None)
    if wanted is not None:
        return wanted
    old = getattr(method, "reply_to_message_id", None)
    if not old:
        return None
    return ReplyParameters(message_id=old, allow_sending_without_reply=method.allow_sending_without_reply)


def _quote(message: Json, wanted: ReplyParameters) -> Json | None:
    if not wanted.quote:
        return None
    if given(wanted.quote_parse_mode):
        raise not_implemented('parameter "quote_parse_mode"')
    text = message.get("text") or message.get("caption") or ""
    position = text.find(wanted.quote)
    if position < 0:
        raise bad("QUOTE_TEXT_INVALID")
    return {"text": wanted.quote, "position": units(text[:position]), "is_manual": True}
