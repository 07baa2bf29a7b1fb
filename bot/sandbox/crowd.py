"""People and groups coming, going, blocking, growing into supergroups."""

from typing import Any, Final

from bot.sandbox.errors import ControlError
from bot.sandbox.members import administrator, banned, left, member
from bot.sandbox.talk import tell_bots
from bot.sandbox.things import Dialog, Group, User
from bot.sandbox.world import FIRST_GROUP, FIRST_USER, SUPERGROUP_BASE, World

Json = dict[str, Any]

USER_FIELDS: Final = ("first_name", "last_name", "username", "language_code", "phone", "label", "group", "is_premium")
GROUP_TYPES: Final = frozenset({"group", "supergroup", "channel"})


def new_user(world: World, said: Json) -> User:
    """A person from the control API's JSON; a known `id` changes that person."""
    if unknown := set(said) - {*USER_FIELDS, "id"}:
        raise ControlError(f"unknown fields of a user: {sorted(unknown)}")
    if not said.get("first_name"):
        raise ControlError("a user needs 'first_name'")
    user_id = int(said.get("id") or world.count("user", FIRST_USER))
    user = world.users[user_id] = User(user_id, **{key: said[key] for key in USER_FIELDS if said.get(key)})
    world.shelf.touch("user", user_id)
    world.hub.publish("user", user_id)
    return user


def user_json(world: World, user: User) -> Json:
    """A person as the control API shows it."""
    dialogs = list(world.dialogs_of(user.id))
    last = max((d.records[max(d.records)].message for d in dialogs if d.records), key=lambda m: m["date"], default=None)
    return {
        "id": user.id,
        **{key: getattr(user, key) for key in USER_FIELDS},
        "deactivated": user.deactivated,
        "blocked": [dialog.key[0] for dialog in dialogs if dialog.blocked],
        "unread": sum(dialog.unread for dialog in dialogs),
        "last": {"message_id": last["message_id"], "date": last["date"]} if last else None,
    }


def block(world: World, user: User, dialog: Dialog, *, blocked: bool) -> None:
    """A person blocks or unblocks a bot; the bot hears of it by `my_chat_member`."""
    if dialog.blocked is blocked:
        return
    dialog.blocked = blocked
    bot = world.bots[dialog.key[0]].json()
    before, after = (member(bot), banned(bot)) if blocked else (banned(bot), member(bot))
    _tell_member(world, dialog, user, before=before, after=after)
    world.shelf.touch("dialog", dialog.key)


def _tell_member(world: World, dialog: Dialog, user: User, *, before: Json, after: Json) -> None:
    head = {"chat": world.chat_json(dialog), "from": user.json(), "date": world.now()}
    tell_bots(world, dialog, "my_chat_member", {**head, "old_chat_member": before, "new_chat_member": after})
    world.hub.publish("member", dialog.key[1], bot=after["user"]["id"], status=after["status"])


def new_group(world: World, said: Json) -> Group:
    """A group with people and bots in it (all known bots, unless one is named); bots are its admins."""
    kind = said.get("type", "group")
    if kind not in GROUP_TYPES or not said.get("title"):
        raise ControlError(f"a chat needs 'title' and a 'type' of {sorted(GROUP_TYPES)}")
    members = [world.user(user_id).id for user_id in said.get("members", [])]
    bots = [world.one_bot(said["bot"]).id] if said.get("bot") else list(world.bots)
    number = world.count("group", FIRST_GROUP)
    chat_id = -number if kind == "group" else SUPERGROUP_BASE - number
    group = Group(chat_id, kind, said["title"], bool(said.get("is_forum")), members, bots)
    if group.is_forum and kind != "supergroup":
        raise ControlError("only a supergroup can be a forum")
    world.groups[chat_id] = group
    world.shelf.touch("group", chat_id)
    _announce(world, group)
    return group


def _announce(world: World, group: Group) -> None:
    dialog, adder = world.dialog((0, group.id)), world.users[group.members[0]] if group.members else None
    dialog.started = True
    for bot in group.bots if adder else ():
        known = world.bots[bot].json()
        assert adder is not None
        head = {"chat": group.chat(), "from": adder.json(), "date": world.now()}
        change = {"old_chat_member": left(known), "new_chat_member": administrator(known)}
        world.queues[bot].push("my_chat_member", {**head, **change}, group.id)
    world.hub.publish("user", group.id)


def group_json(group: Group) -> Json:
    """A group as the control API shows it."""
    topics = [{"message_thread_id": thread, **topic} for thread, topic in group.topics.items()]
    more = {"members": group.members, "bots": group.bots, "topics": topics, "migrated_to": group.migrated_to}
    return {**group.chat(), "is_forum": group.is_forum, **more}


def migrate(world: World, group: Group) -> Group:
    """A group becomes a supergroup with another id; the old id only points there from now on."""
    if group.type != "group" or group.migrated_to is not None:
        raise ControlError("only a group that did not migrate yet can")
    number = world.count("group", FIRST_GROUP)
    new = Group(SUPERGROUP_BASE - number, "supergroup", group.title, members=list(group.members), bots=list(group.bots))
    world.groups[new.id] = new
    world.dialog((0, new.id)).started = True
    _migration_messages(world, group, new)
    group.migrated_to = new.id
    for chat in (group, new):
        world.shelf.touch("group", chat.id)
    return new


def _migration_messages(world: World, old: Group, new: Group) -> None:
    """Both chats carry a service message that names the other."""
    for chat, notice in ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id})):
        dialog = world.dialog((0, chat.id))
        sender = {"from": world.users[chat.members[0]].json()} if chat.members else {}
        head = {"message_id": world.next_message_id(dialog), "date": world.now(), "chat": chat.chat()}
        tell_bots(world, dialog, "message", {**head, **sender, **notice})
