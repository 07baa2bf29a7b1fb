"""What people do: write, send things, edit, tap, react, block, leave."""

import asyncio
import base64
import binascii
from collections.abc import Callable, Mapping
from typing import Any, Final

from aiogram.types import MessageEntity

from bot.sandbox.errors import ControlError
from bot.sandbox.media import content_of, new_file
from bot.sandbox.polls import new_poll
from bot.sandbox.samples import MAKERS, Sample
from bot.sandbox.talk import Envelope, person_says, replace, tell_bots
from bot.sandbox.texts import Words, caption_content, text_content
from bot.sandbox.things import Dialog, Query, Record, User
from bot.sandbox.world import World

Json = dict[str, Any]


def _text(world: World, said: Json) -> Json:
    return text_content(_words(said, "text"), world.user_json)


def _words(said: Json, name: str) -> Words:
    entities = [MessageEntity.model_validate(item) for item in said.get("entities") or ()]
    return Words(str(said.get(name) or ""), None, entities)


def _file(world: World, said: Json) -> Json:
    kind = said["kind"]
    sample = _given_file(said["file"]) if said.get("file") else MAKERS[kind](world.count("sample"))
    stored = new_file(world.files, kind, sample.name, sample.mime, sample.content)
    caption = caption_content(_words(said, "caption"), world.user_json) if said.get("caption") else {}
    return {**content_of(world.files, stored, {"duration": 3, "emoji": "👋", **said}), **caption}


def _given_file(file: Json) -> Sample:
    try:
        content = base64.b64decode(file["base64"], validate=True)
    except (KeyError, binascii.Error, TypeError) as wrong:
        raise ControlError("file needs 'base64' with its content") from wrong
    return Sample(file.get("name") or "file.bin", file.get("mime") or "application/octet-stream", content)


def _point(said: Json) -> Json:
    try:
        location = {"latitude": float(said["lat"]), "longitude": float(said["lon"])}
    except (KeyError, TypeError, ValueError) as wrong:
        raise ControlError("a location needs numbers 'lat' and 'lon'") from wrong
    return location if said.get("accuracy") is None else {**location, "horizontal_accuracy": said["accuracy"]}


def _location(_: World, said: Json) -> Json:
    return {"location": _point(said)}


def _live_location(_: World, said: Json) -> Json:
    return {"location": {**_point(said), "live_period": int(said.get("duration") or 900)}}


def _venue(_: World, said: Json) -> Json:
    point, title = _point(said), said.get("name") or "Місце"
    return {"venue": {"location": point, "title": title, "address": said.get("text") or title}, "location": point}


def _contact(_: World, said: Json) -> Json:
    if not said.get("phone"):
        raise ControlError("a contact needs 'phone'")
    user = {"user_id": said["user_id"]} if said.get("user_id") else {}
    return {"contact": {"phone_number": str(said["phone"]), "first_name": said.get("name") or "Контакт", **user}}


def _poll(world: World, said: Json) -> Json:
    return {"poll": new_poll(world, said.get("text") or "Так чи ні?", said.get("options") or ["Так", "Ні"])}


_FILES: Final = dict.fromkeys(MAKERS, _file)
KINDS: Final[Mapping[str, Callable[[World, Json], Json]]] = {
    **_FILES,
    "text": _text,
    "location": _location,
    "live_location": _live_location,
    "venue": _venue,
    "contact": _contact,
    "poll": _poll,
}


def content(world: World, said: Json) -> Json:
    """The content of a message a person sends. Raises ControlError for kinds and values that cannot be."""
    kind = said.get("kind") or "text"
    if kind not in KINDS:
        raise ControlError(f"unknown kind {kind!r}; known: {sorted({*KINDS, 'album'})}")
    return KINDS[kind](world, {**said, "kind": kind})


def send(world: World, user: User, dialog: Dialog, said: Json) -> list[Json]:
    """A message, or an album's messages, as one person sends them; each becomes an update."""
    _check_may_speak(user, dialog)
    envelope = _envelope(world, dialog, said)
    if said.get("kind") != "album":
        return [person_says(world, user, dialog, content=content(world, said), envelope=envelope)]
    items = said.get("items") or [{"kind": "photo"}, {"kind": "photo"}]
    if not 2 <= len(items) <= 10:
        raise ControlError("an album has 2 to 10 items")
    contents = [content(world, {"kind": "photo", **item}) for item in items]
    album = Envelope(
        thread=envelope.thread,
        reply_to=envelope.reply_to,
        album=str(world.count("album", 13_900_000_000_000_001)),
    )
    return [person_says(world, user, dialog, content=item, envelope=album) for item in contents]


def _check_may_speak(user: User, dialog: Dialog) -> None:
    if user.deactivated:
        raise ControlError(f"user {user.id} is deactivated")
    if dialog.blocked:
        raise ControlError(f"user {user.id} has blocked the bot; unblock first")


def _envelope(world: World, dialog: Dialog, said: Json) -> Envelope:
    replied = dialog.alive(int(said["reply_to"])) if said.get("reply_to") else None
    if said.get("reply_to") and replied is None:
        raise ControlError(f"no message {said['reply_to']} to reply to", 404)
    thread = (
        int(said["topic"]) if said.get("topic") else (replied.message.get("message_thread_id") if replied else None)
    )
    topics = {} if dialog.private else world.groups[dialog.key[1]].topics
    if thread is not None and thread not in topics:
        raise ControlError(f"no topic {thread}", 404)
    return Envelope(thread=thread, reply_to=replied.message if replied else None)


def edit(world: World, dialog: Dialog, record: Record, said: Json) -> Json:
    """A person changes words (or moves a live location); the bots get `edited_message`."""
    changed = _changed(world, record.message, said)
    drop = {"text", "entities"} if "text" in said else {"caption", "caption_entities"} if "caption" in said else set()
    kept = {key: value for key, value in record.message.items() if key not in drop}
    message = replace(world, dialog, record, {**kept, **changed})
    channel = message["chat"]["type"] == "channel"
    tell_bots(world, dialog, "edited_channel_post" if channel else "edited_message", message)
    return message


def _changed(world: World, message: Json, said: Json) -> Json:
    if "text" in said:
        return _text(world, said)
    if "caption" in said:
        return caption_content(_words(said, "caption"), world.user_json)
    if "lat" in said and "live_period" in message.get("location", {}):
        return {"location": {**message["location"], **_point(said)}}
    raise ControlError("an edit needs 'text', 'caption', or 'lat' and 'lon' for a live location")


def button_data(record: Record, label: str) -> Json:
    """The inline button whose words are (or else contain) `label`. Raises ControlError naming what is there."""
    rows = record.message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons: list[Json] = [button for row in rows for button in row]
    for fits in (lambda text: text == label, lambda text: label in text):
        for button in buttons:
            if fits(button["text"]):
                return button
    raise ControlError(f"no button {label!r}; there are: {[button['text'] for button in buttons]}", 404)


def tap(world: World, user: User, dialog: Dialog, *, bot: int, message_id: int, data: str) -> Query:
    """A tap on an inline button becomes a callback query."""
    query = world.add_query(bot, user.id)
    record = dialog.alive(message_id)
    inaccessible = {"chat": world.chat_json(dialog), "message_id": message_id, "date": 0}
    body = {
        "id": query.id,
        "from": user.json(),
        "message": record.message if record else inaccessible,
        "chat_instance": str(-(dialog.key[0] * 31 + dialog.key[1]) * 7919),
        "data": data,
    }
    world.queues[bot].push("callback_query", body, dialog.key[1])
    return query


async def answered(query: Query, seconds: float) -> Json | None:
    """The bot's answer to a tap, waited for up to `seconds`."""
    if query.answer is None and seconds > 0:
        waiter = asyncio.get_running_loop().create_future()
        query.waiting.append(waiter)
        await asyncio.wait([waiter], timeout=seconds)
        query.waiting.remove(waiter)
    return query.answer


def react(world: World, user: User, dialog: Dialog, *, message_id: int, emoji: str | None) -> None:
    """A person's reaction; bots that asked for reactions hear of it."""
    record = dialog.alive(message_id)
    if record is None:
        raise ControlError(f"no message {message_id}", 404)
    old = record.reactions.get(str(user.id)) or None
    record.reactions[str(user.id)] = emoji or ""
    record.rev = dialog.changed()
    world.shelf.touch("message", [*dialog.key, message_id])
    head = {"chat": world.chat_json(dialog), "message_id": message_id, "user": user.json(), "date": world.now()}
    body = {**head, "old_reaction": _reaction(old), "new_reaction": _reaction(emoji)}
    tell_bots(world, dialog, "message_reaction", body)
    world.hub.publish("reaction", dialog.key[1], message_id=message_id, emoji=emoji, user=user.id)


def _reaction(emoji: str | None) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
