"""What people do: write, send things, edit, tap, react, block, leave."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace as changed_envelope
from typing import Any

from bot.sandbox.contents import caption, content, point, text
from bot.sandbox.errors import ControlError
from bot.sandbox.origins import origin_of, origin_of_message
from bot.sandbox.quoting import elsewhere, quoted
from bot.sandbox.service import service
from bot.sandbox.splitting import pieces
from bot.sandbox.talk import Envelope, content_in, person_says, replace, tell_bots
from bot.sandbox.texts import TEXT_LIMIT
from bot.sandbox.things import Dialog, Query, Record, User
from bot.sandbox.utf16 import units
from bot.sandbox.world import World

Json = dict[str, Any]


def send(world: World, user: User, dialog: Dialog, said: Json) -> list[Json]:
    """What one person sends in one go: a message, an album's messages, a long text's parts; each is an update."""
    _check_may_speak(user, dialog)
    envelope = _envelope(world, user, dialog, said)
    contents = list(_contents(world, user, dialog, said))
    if said.get("kind") == "album":
        envelope = changed_envelope(envelope, album=str(world.count("album", 13_900_000_000_000_001)))
    return [person_says(world, user, dialog, content=item, envelope=envelope) for item in contents]


def _contents(world: World, user: User, dialog: Dialog, said: Json) -> Iterator[Json]:
    kind = said.get("kind") or "text"
    if kind == "album":
        yield from (content(world, user, {"kind": "photo", **item}) for item in _album(said))
    elif kind == "service":
        yield service(dialog, user, said)
    elif kind == "forward":
        yield content_in(_forwarded(dialog, said).message)
    elif kind == "text" and units(str(said.get("text") or "")) > TEXT_LIMIT:
        for part, entities in pieces(str(said["text"]), said.get("entities") or [], TEXT_LIMIT):
            yield text(world, {"text": part, "entities": entities})
    else:
        yield content(world, user, said)


def _album(said: Json) -> list[Json]:
    items: list[Json] = said.get("items") or [{"kind": "photo"}, {"kind": "photo"}]
    if not 2 <= len(items) <= 10:
        raise ControlError("an album has 2 to 10 items")
    return items


def _forwarded(dialog: Dialog, said: Json) -> Record:
    record = dialog.alive(int(said.get("message_id") or 0))
    if record is None:
        raise ControlError(f"no message {said.get('message_id')} to forward", 404)
    if record.message.get("has_protected_content"):
        raise ControlError("this message is protected: it cannot be forwarded")
    return record


def _check_may_speak(user: User, dialog: Dialog) -> None:
    if user.deactivated:
        raise ControlError(f"user {user.id} is deactivated")
    if dialog.blocked:
        raise ControlError(f"user {user.id} has blocked the bot; unblock first")


def _envelope(world: World, user: User, dialog: Dialog, said: Json) -> Envelope:
    replied = dialog.alive(int(said["reply_to"])) if said.get("reply_to") else None
    if said.get("reply_to") and replied is None:
        raise ControlError(f"no message {said['reply_to']} to reply to", 404)
    thread = (
        int(said["topic"]) if said.get("topic") else (replied.message.get("message_thread_id") if replied else None)
    )
    topics = {} if dialog.private else world.groups[dialog.key[1]].topics
    if thread is not None and thread not in topics:
        raise ControlError(f"no topic {thread}", 404)
    return Envelope(
        thread=thread,
        reply_to=replied.message if replied else None,
        quote=quoted(replied.message, str(said["quote"])) if replied and said.get("quote") else None,
        origin=_origin(world, dialog, said),
        external=_external(world, user, said),
    )


def _origin(world: World, dialog: Dialog, said: Json) -> Json | None:
    """Where the message was forwarded from, if it was."""
    if said.get("forward") is not None:
        return origin_of(world, said["forward"])
    return origin_of_message(_forwarded(dialog, said).message) if said.get("kind") == "forward" else None


def _external(world: World, user: User, said: Json) -> Json | None:
    """The answered message of another chat: `{"origin": …, "quote"?: part, …}` and its content as of `send`."""
    other = said.get("elsewhere")
    if other is None:
        return None
    return elsewhere(origin_of(world, other.get("origin") or {}), content(world, user, other), other)


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
        return text(world, said)
    if "caption" in said:
        return caption(world, world.user(message["from"]["id"]), said)
    if "lat" in said and "live_period" in message.get("location", {}):
        return {"location": {**message["location"], **point(said)}}
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


def tap(world: World, user: User, dialog: Dialog, *, bot: int, message_id: int, data: str, age: float = 0) -> Query:
    """A tap on an inline button becomes a callback query; `age` (seconds) is how long ago it was tapped."""
    query = world.add_query(bot, user.id, age)
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
    """A person's reaction (an emoji, `custom:<id>`, `paid`, or None to take it back); bots that asked hear of it."""
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
    if emoji is None:
        return []
    if emoji.startswith("custom:"):
        return [{"type": "custom_emoji", "custom_emoji_id": emoji.removeprefix("custom:")}]
    return [{"type": "paid"}] if emoji == "paid" else [{"type": "emoji", "emoji": emoji}]
