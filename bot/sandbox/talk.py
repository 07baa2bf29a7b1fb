"""Messages coming into being, changing and going: the one place where a conversation is written to."""

from dataclasses import dataclass
from typing import Any, Final

from bot.sandbox.keyboards import shown
from bot.sandbox.origins import forwarded
from bot.sandbox.things import Bot, Dialog, Record, User
from bot.sandbox.world import World

Json = dict[str, Any]

# What a copy or an edit replaces; everything else belongs to the envelope.
CONTENT: Final = frozenset(
    {
        "text",
        "entities",
        "link_preview_options",
        "caption",
        "caption_entities",
        "show_caption_above_media",
        "has_media_spoiler",
        "photo",
        "voice",
        "video",
        "video_note",
        "document",
        "audio",
        "animation",
        "sticker",
        "location",
        "venue",
        "contact",
        "poll",
        "dice",
        "live_photo",
        "rich_message",
        "story",
        "checklist",
    }
)
SERVICE: Final = ("forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What surrounds the content of a message: topic, quoted message, album, protection, keyboard.

    `external` holds the fields of an answer to another chat's message.
    """

    thread: int | None = None
    reply_to: Json | None = None
    quote: Json | None = None
    album: str | None = None
    protected: bool = False
    markup: Json | None = None
    origin: Json | None = None
    external: Json | None = None
    effect: str | None = None


def content_in(message: Json) -> Json:
    """The content part of a message."""
    return {key: value for key, value in message.items() if key in CONTENT}


def _dressed(world: World, dialog: Dialog, content: Json, envelope: Envelope) -> Json:
    """The message without sender and id."""
    reply = envelope.reply_to or _topic_root(dialog, envelope.thread)
    extras = {
        "message_thread_id": envelope.thread,
        "is_topic_message": True if envelope.thread else None,
        "reply_to_message": {k: v for k, v in reply.items() if k != "reply_to_message"} if reply else None,
        "quote": envelope.quote,
        "media_group_id": envelope.album,
        "has_protected_content": envelope.protected or None,
        "effect_id": envelope.effect,
    }
    known = {key: value for key, value in extras.items() if value is not None}
    head = {"chat": world.chat_json(dialog), "date": world.now(), **known, **forwarded(envelope.origin)}
    return {**head, **(envelope.external or {}), **content, **shown(envelope.markup)}


def _topic_root(dialog: Dialog, thread: int | None) -> Json | None:
    """In a topic every message that answers none answers the message that opened it."""
    root = dialog.records.get(thread) if thread is not None else None
    return root.message if root else None


def keep(world: World, dialog: Dialog, message: Json, *, bot: int) -> Record:
    """The message stands in the chat from now on; `bot` sent it (0: a person)."""
    record = Record(message, bot, rev=dialog.changed())
    dialog.records[message["message_id"]] = record
    world.shelf.touch("message", [*dialog.key, message["message_id"]])
    world.shelf.touch("dialog", dialog.key)
    return record


def _sender(world: World, dialog: Dialog, sender: Json) -> Json:
    chat = world.chat_json(dialog)
    return {"sender_chat": chat} if chat["type"] == "channel" else {"from": sender}


def bot_says(world: World, bot: Bot, dialog: Dialog, *, content: Json, envelope: Envelope) -> Json:
    """A bot's message appears in the chat; returns it."""
    head = {"message_id": world.next_message_id(dialog), **_sender(world, dialog, bot.json())}
    message = {**head, **_dressed(world, dialog, content, envelope)}
    record = keep(world, dialog, message, bot=bot.id)
    record.fixed = envelope.markup is not None and "inline_keyboard" not in envelope.markup
    dialog.unread += 1
    chat = dialog.key[1]
    world.hub.publish("message", chat, message_id=message["message_id"], bot=bot.id, from_bot=True)
    world.hub.publish("unread", chat, unread=dialog.unread, bot=bot.id)
    if record.fixed:
        _place_keyboard(world, dialog, message["message_id"], envelope.markup or {})
    return message


def _place_keyboard(world: World, dialog: Dialog, message_id: int, markup: Json) -> None:
    """What clients do with a markup that is not part of the message."""
    if "keyboard" in markup:
        dialog.keyboard, dialog.keyboard_message = markup, message_id
    elif "remove_keyboard" in markup:
        dialog.keyboard = dialog.keyboard_message = None
    dialog.force_reply = message_id if markup.get("force_reply") else None
    world.hub.publish("keyboard", dialog.key[1], bot=dialog.key[0] or None)


def person_says(world: World, user: User, dialog: Dialog, *, content: Json, envelope: Envelope) -> Json:
    """A person's message appears and becomes an update for the bots there; returns it."""
    dialog.started = True
    head = {"message_id": world.next_message_id(dialog), **_sender(world, dialog, user.json())}
    message = {**head, **_dressed(world, dialog, content, envelope)}
    keep(world, dialog, message, bot=0)
    _use_keyboard(world, dialog, content)
    channel = message["chat"]["type"] == "channel"
    tell_bots(world, dialog, "channel_post" if channel else "message", message)
    world.hub.publish("message", dialog.key[1], message_id=message["message_id"], from_bot=False)
    return message


def _use_keyboard(world: World, dialog: Dialog, content: Json) -> None:
    """A one-time keyboard folds away once it was used, and a forced reply is done."""
    used = dialog.keyboard is not None and dialog.keyboard.get("one_time_keyboard") and _presses(dialog, content)
    if used or dialog.force_reply is not None:
        dialog.force_reply = None
        if used:
            dialog.keyboard = dialog.keyboard_message = None
        world.hub.publish("keyboard", dialog.key[1], bot=dialog.key[0] or None)


def _presses(dialog: Dialog, content: Json) -> bool:
    buttons = [button for row in (dialog.keyboard or {}).get("keyboard", ()) for button in row]
    return any(
        button["text"] == content.get("text")
        or (button.get("request_location") and "location" in content)
        or (button.get("request_contact") and "contact" in content)
        for button in buttons
    )


def tell_bots(world: World, dialog: Dialog, kind: str, body: Json) -> None:
    """An update for every bot that takes part in a conversation."""
    bots = [dialog.key[0]] if dialog.private else world.groups[dialog.key[1]].bots
    for bot in bots:
        world.queues[bot].push(kind, body, dialog.key[1])


def replace(world: World, dialog: Dialog, record: Record, message: Json) -> Json:
    """Put a changed message in the place of the old one; returns it."""
    record.message = {**message, "edit_date": world.now()}
    record.edited = True
    record.rev = dialog.changed()
    message_id = message["message_id"]
    world.shelf.touch("message", [*dialog.key, message_id])
    world.shelf.touch("dialog", dialog.key)
    world.hub.publish("edit", dialog.key[1], message_id=message_id, bot=record.bot or None)
    return record.message


def remove(world: World, dialog: Dialog, message_id: int) -> None:
    """The message disappears, and with it the keyboard it brought."""
    record = dialog.records[message_id]
    record.deleted = True
    record.rev = dialog.changed()
    if dialog.keyboard_message == message_id:
        dialog.keyboard = dialog.keyboard_message = None
        world.hub.publish("keyboard", dialog.key[1], bot=dialog.key[0] or None)
    if dialog.force_reply == message_id:
        dialog.force_reply = None
    if message_id in dialog.pinned:
        dialog.pinned.remove(message_id)
    world.shelf.touch("message", [*dialog.key, message_id])
    world.shelf.touch("dialog", dialog.key)
    world.hub.publish("delete", dialog.key[1], message_id=message_id)
