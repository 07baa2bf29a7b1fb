"""Messages and updates given as JSON and told to the bot as they are, also those Telegram never sends."""

from typing import Any

from bot.sandbox.errors import ControlError
from bot.sandbox.talk import keep
from bot.sandbox.things import Dialog, User
from bot.sandbox.world import World

Json = dict[str, Any]


def raw_message(world: World, user: User, dialog: Dialog, said: Json) -> Json:
    """Tell the bots of `message`: what is missing of id, date, chat and sender is added, what is null is left out.

    `as` is the kind of update. The message stands in the chat too, if it has a fresh number and a date.
    Raises ControlError.
    """
    given = said.get("message")
    if not isinstance(given, dict):
        raise ControlError("'message' must be an object; what is none can be told by POST updates")
    dialog.started = True
    number = given["message_id"] if "message_id" in given else world.next_message_id(dialog)
    head = {"message_id": number, "from": user.json(), "chat": world.chat_json(dialog), "date": world.now()}
    message = {key: value for key, value in {**head, **given}.items() if value is not None}
    if isinstance(number, int) and number not in dialog.records and isinstance(message.get("date"), int):
        keep(world, dialog, message, bot=0)
    for bot in [dialog.key[0]] if dialog.private else world.groups[dialog.key[1]].bots:
        world.queues[bot].put(str(said.get("as") or "message"), {said.get("as") or "message": message}, dialog.key[1])
    world.hub.publish("message", dialog.key[1], message_id=number, from_bot=False)
    return message


def raw_update(world: World, bot: int, said: Json) -> int:
    """Tell a bot of `update`, any JSON; an object gets an `update_id` unless it has one. Returns the queue's number."""
    if "update" not in said:
        raise ControlError("'update' is missing")
    return world.queues[bot].put("raw", said["update"], int(said.get("chat") or 0))
