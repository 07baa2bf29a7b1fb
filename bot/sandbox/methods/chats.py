"""Chats and their members, pins and reactions."""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import methods
from aiogram.types import ReactionTypeEmoji

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad, not_implemented
from bot.sandbox.members import administrator, bot_status, person_status
from bot.sandbox.reactions import REACTIONS
from bot.sandbox.talk import Envelope, bot_says, content_in
from bot.sandbox.things import Dialog, Group

Json = dict[str, Any]


def _group(call: Call[Any]) -> Group | None:
    """The group meant by chat_id; None for a private chat."""
    dialog = call.seen(call.method.chat_id)
    return None if dialog.private else call.world.groups[dialog.key[1]]


def get_chat(call: Call[methods.GetChat]) -> Json:
    """ChatFullInfo."""
    dialog = call.seen(call.method.chat_id)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    pinned = dialog.alive(dialog.pinned[-1]) if dialog.pinned else None
    return {
        **call.world.chat_json(dialog),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
        **({"pinned_message": pinned.message} if pinned else {}),
    }


def get_chat_member(call: Call[methods.GetChatMember]) -> Json:
    """One ChatMember; of a private chat both sides are members."""
    user_id, world = call.method.user_id, call.world
    user = world.user_json(user_id)
    if user is None:
        raise bad("invalid user_id specified")
    group = _group(call)
    if group is None:
        return {"status": "member", "user": user}
    return bot_status(group, user) if user["is_bot"] else person_status(group, user)


def get_chat_member_count(call: Call[methods.GetChatMemberCount]) -> int:
    """Everybody, bots included."""
    group = _group(call)
    return 2 if group is None else len(group.members) + len(group.bots)


def get_chat_administrators(call: Call[methods.GetChatAdministrators]) -> list[Json]:
    """The owner (the first member) and the bots."""
    group = _group(call)
    if group is None:
        raise bad("there are no administrators in the private chat")
    world = call.world
    owners = [person_status(group, world.users[member].json()) for member in group.members[:1]]
    return owners + [administrator(world.bots[bot].json()) for bot in group.bots]


def leave_chat(call: Call[methods.LeaveChat]) -> bool:
    """The bot goes."""
    group = _group(call)
    if group is None:
        raise bad("chat member status can't be changed in private chats")
    group.bots.remove(call.bot.id)
    call.world.shelf.touch("group", group.id)
    call.world.hub.publish("member", group.id, bot=call.bot.id)
    return True


def _record_dialog(call: Call[Any], words: str) -> Dialog:
    dialog = call.dialog(call.method.chat_id)
    if dialog.alive(call.method.message_id) is None:
        raise bad(words)
    return dialog


def pin(call: Call[methods.PinChatMessage]) -> bool:
    """Put a message on top."""
    dialog = _record_dialog(call, "message to pin not found")
    if not content_in(dialog.records[call.method.message_id].message):
        raise bad("message can't be pinned")
    if call.method.message_id in dialog.pinned:
        dialog.pinned.remove(call.method.message_id)
    dialog.pinned.append(call.method.message_id)
    pinned = dialog.records[call.method.message_id].message
    bot_says(call.world, call.bot, dialog, content={"pinned_message": pinned}, envelope=Envelope())
    return _pinned(call, dialog)


def unpin(call: Call[methods.UnpinChatMessage]) -> bool:
    """Take a pinned message from the top: the named one, or the newest."""
    dialog = call.dialog(call.method.chat_id)
    wanted = call.method.message_id or (dialog.pinned[-1] if dialog.pinned else None)
    if wanted not in dialog.pinned:
        raise bad("message to unpin not found")
    dialog.pinned.remove(wanted)
    return _pinned(call, dialog)


def unpin_all(call: Call[methods.UnpinAllChatMessages]) -> bool:
    """Nothing pinned any more."""
    dialog = call.dialog(call.method.chat_id)
    dialog.pinned.clear()
    return _pinned(call, dialog)


def _pinned(call: Call[Any], dialog: Dialog) -> bool:
    dialog.changed()
    call.world.shelf.touch("dialog", dialog.key)
    call.world.hub.publish("pin", dialog.key[1], pinned=list(dialog.pinned))
    return True


def set_reaction(call: Call[methods.SetMessageReaction]) -> bool:
    """A bot's reaction, one at most; an empty list takes it back."""
    dialog = _record_dialog(call, "message to react not found")
    reactions = call.method.reaction or []
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = None
    for reaction in reactions:
        if not isinstance(reaction, ReactionTypeEmoji):
            raise not_implemented(f"reactions of type {reaction.type}")
        if reaction.emoji not in REACTIONS:
            raise bad("REACTION_INVALID")
        emoji = reaction.emoji
    message_id = call.method.message_id
    record = dialog.records[message_id]
    record.reactions[str(call.bot.id)] = emoji or ""
    record.rev = dialog.changed()
    call.world.shelf.touch("message", [*dialog.key, message_id])
    call.world.hub.publish("reaction", dialog.key[1], message_id=message_id, emoji=emoji, bot=call.bot.id)
    return True


HANDLERS: Final[Mapping[str, Handler]] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "unpinAllChatMessages": unpin_all,
    "setMessageReaction": set_reaction,
}
