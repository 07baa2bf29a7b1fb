"""Which conversation a bot means by `chat_id`, and whether it may speak there."""

from typing import Any

from bot.sandbox.errors import ApiError, bad, forbidden
from bot.sandbox.things import Bot, Dialog, Group
from bot.sandbox.world import World

Json = dict[str, Any]


def find(world: World, bot: Bot, chat_id: int | str | None) -> Dialog:
    """The conversation, for looking into it. Raises ApiError 400/403 in Telegram's words."""
    if chat_id in (None, ""):
        raise bad("chat_id is empty")
    number = _number(chat_id)
    if number in world.groups:
        return _group_dialog(world, bot, world.groups[number])
    if number in world.bots:
        raise forbidden("bot can't send messages to bots")
    if number not in world.users:
        raise bad("chat not found")
    dialog = world.dialog((bot.id, number))
    if not dialog.started:
        raise forbidden("bot can't initiate conversation with a user")
    return dialog


def find_open(world: World, bot: Bot, chat_id: int | str | None) -> Dialog:
    """The conversation, for writing: the other side must still want it. Raises ApiError 400/403."""
    dialog = find(world, bot, chat_id)
    if dialog.private and world.users[dialog.key[1]].deactivated:
        raise forbidden("user is deactivated")
    if dialog.blocked:
        raise forbidden("bot was blocked by the user")
    return dialog


def _number(chat_id: Any) -> int:
    """Ids arrive as strings; `@name` works for public groups and channels only, and the sandbox has none."""
    try:
        return int(chat_id)
    except ValueError as wrong:
        raise bad("chat not found") from wrong


def _group_dialog(world: World, bot: Bot, group: Group) -> Dialog:
    if group.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": group.migrated_to},
        )
    if bot.id not in group.bots:
        kind = (
            "group" if group.type == "group" else f"{group.type} chat" if group.type == "supergroup" else "channel chat"
        )
        raise forbidden(f"bot is not a member of the {kind}")
    return world.dialog((0, group.id))


def topic_of(world: World, dialog: Dialog, thread: int | None) -> Json | None:
    """The open topic a message goes to; None outside topics. Raises ApiError 400."""
    if thread is None:
        return None
    group = None if dialog.private else world.groups[dialog.key[1]]
    topic = group.topics.get(thread) if group is not None else None
    if topic is None:
        raise bad("message thread not found")
    if topic["closed"]:
        raise bad("TOPIC_CLOSED")
    return topic
