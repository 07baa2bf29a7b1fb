"""Edits: text, caption, media, buttons, live locations, polls."""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import methods

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.keyboards import inline_only, shown
from bot.sandbox.methods.media import media_content
from bot.sandbox.methods.sending import location_of, preview_of
from bot.sandbox.talk import CONTENT, replace
from bot.sandbox.texts import Words, caption_content, text_content
from bot.sandbox.things import Dialog, Record

Json = dict[str, Any]

SAME: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_MEDIA: Final = frozenset({"photo", "video", "animation", "audio", "document", "voice", "video_note"})
_CAPTIONED: Final = _MEDIA - {"video_note"}
_CAPTION: Final = frozenset({"caption", "caption_entities", "show_caption_above_media"})


def _own(call: Call[Any]) -> tuple[Dialog, Record]:
    """The bot's message an edit means. Raises ApiError 400 in Telegram's words."""
    dialog = call.dialog(call.method.chat_id)
    if not call.method.message_id:
        raise bad("message identifier is not specified")
    record = dialog.alive(call.method.message_id)
    if record is None:
        raise bad("message to edit not found")
    if record.bot != call.bot.id or record.fixed or "forward_origin" in record.message:
        raise bad("message can't be edited")
    return dialog, record


def _change(call: Call[Any], content: Json, *, drop: frozenset[str]) -> Json:
    """Replace the fields in `drop` and the buttons; an edit that changes nothing is refused."""
    dialog, record = _own(call)
    old = record.message
    kept = {key: value for key, value in old.items() if key not in drop | {"reply_markup"}}
    new = {**kept, **content, **shown(inline_only(call.request.markup))}
    if new == old:
        raise bad(SAME)
    return replace(call.world, dialog, record, new)


def edit_text(call: Call[methods.EditMessageText]) -> Json:
    """New words for a text message; without reply_markup the buttons go."""
    method = call.method
    _, record = _own(call)
    if "text" not in record.message:
        raise bad("there is no text in the message to edit")
    content = text_content(Words(method.text or "", method.parse_mode, method.entities), call.world.user_json)
    return _change(
        call, {**content, **preview_of(method)}, drop=frozenset({"text", "entities", "link_preview_options"})
    )


def edit_caption(call: Call[methods.EditMessageCaption]) -> Json:
    """New words under a file; an empty caption takes the old one away."""
    method = call.method
    _, record = _own(call)
    if not _CAPTIONED & record.message.keys():
        raise bad("there is no caption in the message to edit")
    words = Words(method.caption or "", method.parse_mode, method.caption_entities)
    return _change(call, caption_content(words, call.world.user_json), drop=_CAPTION)


def edit_media(call: Call[methods.EditMessageMedia]) -> Json:
    """Another file in the place of the old one (or of a text)."""
    _, record = _own(call)
    media = call.method.media
    if not (_MEDIA | {"text"}) & record.message.keys():
        raise bad("there is no media in the message to edit")
    if "media_group_id" in record.message and media.type not in {"photo", "video", "audio", "document"}:
        raise bad("message can't be edited")
    return _change(call, media_content(call, media, kind=media.type, value=media.media), drop=CONTENT)


def edit_markup(call: Call[methods.EditMessageReplyMarkup]) -> Json:
    """Other buttons, or none."""
    return _change(call, {}, drop=frozenset())


def edit_live(call: Call[methods.EditMessageLiveLocation]) -> Json:
    """Move a live location."""
    _, record = _own(call)
    live = record.message.get("location", {})
    if "live_period" not in live:
        raise bad("message can't be edited")
    period = {"live_period": call.method.live_period or live["live_period"]}
    return _change(call, {"location": {**location_of(call.method), **period}}, drop=frozenset({"location"}))


def stop_live(call: Call[methods.StopMessageLiveLocation]) -> Json:
    """A live location becomes a plain one."""
    _, record = _own(call)
    live = record.message.get("location", {})
    if "live_period" not in live:
        raise bad("message can't be edited")
    still = {key: live[key] for key in ("latitude", "longitude", "horizontal_accuracy") if key in live}
    return _change(call, {"location": still}, drop=frozenset({"location"}))


def stop_poll(call: Call[methods.StopPoll]) -> Json:
    """Close a poll; returns the Poll."""
    _, record = _own(call)
    poll = record.message.get("poll")
    if poll is None:
        raise bad("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    changed: Json = _change(call, {"poll": {**poll, "is_closed": True}}, drop=frozenset({"poll"}))["poll"]
    return changed


HANDLERS: Final[Mapping[str, Handler]] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "editMessageLiveLocation": edit_live,
    "stopMessageLiveLocation": stop_live,
    "stopPoll": stop_poll,
}
