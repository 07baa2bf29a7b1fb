"""Forum topics: made, renamed, closed, opened, deleted; the general one hidden and shown."""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import methods

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.talk import Envelope, bot_says, remove
from bot.sandbox.things import Dialog, Group
from bot.sandbox.utf16 import units

Json = dict[str, Any]

COLOURS: Final = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
GENERAL: Final = 1
NAME: Final = 128


def _forum(call: Call[Any]) -> tuple[Dialog, Group]:
    """The forum meant by chat_id. Raises ApiError 400 for anything else."""
    dialog = call.dialog(call.method.chat_id)
    group = None if dialog.private else call.world.groups[dialog.key[1]]
    if group is None or not group.is_forum:
        raise bad("the chat is not a forum")
    return dialog, group


def _named(name: str | None) -> str:
    if not name or not name.strip():
        raise bad("TOPIC_NAME_EMPTY")
    if units(name) > NAME:
        raise bad("TOPIC_TITLE_TOO_LONG")
    return name.strip()


def _topic(group: Group, thread: int) -> Json:
    topic = group.topics.get(thread)
    if topic is None:
        raise bad("message thread not found")
    return topic


def _service(call: Call[Any], dialog: Dialog, thread: int | None, **content: Any) -> Json:
    """A service message in the topic, from the bot."""
    call.world.shelf.touch("group", dialog.key[1])
    return bot_says(call.world, call.bot, dialog, content=content, envelope=Envelope(thread=thread))


def create(call: Call[methods.CreateForumTopic]) -> Json:
    """Returns ForumTopic; its thread id is the id of the message that opens it."""
    dialog, group = _forum(call)
    name, colour = _named(call.method.name), call.method.icon_color or COLOURS[0]
    if colour not in COLOURS:
        raise bad("TOPIC_ICON_COLOR_INVALID")
    shape = {"name": name, "icon_color": colour}
    thread = _service(call, dialog, None, forum_topic_created=shape)["message_id"]
    record = dialog.records[thread]
    record.message = {**record.message, "message_thread_id": thread, "is_topic_message": True}
    group.topics[thread] = {**shape, "closed": False}
    return {"message_thread_id": thread, **shape}


def edit(call: Call[methods.EditForumTopic]) -> bool:
    """Another name."""
    dialog, group = _forum(call)
    topic = _topic(group, call.method.message_thread_id)
    if call.method.name is not None:
        name = _named(call.method.name)
        if name == topic["name"]:
            raise bad("TOPIC_NOT_MODIFIED")
        topic["name"] = name
        _service(call, dialog, call.method.message_thread_id, forum_topic_edited={"name": name})
    return True


def _switch(call: Call[Any], thread: int, *, closed: bool) -> bool:
    dialog, group = _forum(call)
    if thread == GENERAL:
        group.topics.setdefault(GENERAL, {"name": "General", "icon_color": COLOURS[0], "closed": False})
    topic = _topic(group, thread)
    if topic["closed"] is closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic["closed"] = closed
    what: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    _service(call, dialog, None if thread == GENERAL else thread, **what)
    return True


def close(call: Call[methods.CloseForumTopic]) -> bool:
    """Nobody writes there until it is reopened."""
    return _switch(call, call.method.message_thread_id, closed=True)


def reopen(call: Call[methods.ReopenForumTopic]) -> bool:
    """Open again."""
    return _switch(call, call.method.message_thread_id, closed=False)


def delete(call: Call[methods.DeleteForumTopic]) -> bool:
    """The topic and all its messages."""
    dialog, group = _forum(call)
    thread = call.method.message_thread_id
    _topic(group, thread)
    for message_id, record in dialog.records.items():
        if record.message.get("message_thread_id") == thread and not record.deleted:
            remove(call.world, dialog, message_id)
    del group.topics[thread]
    call.world.shelf.touch("group", group.id)
    return True


def _unpin(call: Call[Any], thread: int | None) -> bool:
    dialog, _ = _forum(call)
    here = [number for number in dialog.pinned if dialog.records[number].message.get("message_thread_id") == thread]
    dialog.pinned = [number for number in dialog.pinned if number not in here]
    dialog.changed()
    call.world.shelf.touch("dialog", dialog.key)
    return True


def unpin_all(call: Call[methods.UnpinAllForumTopicMessages]) -> bool:
    """Nothing pinned in a topic."""
    return _unpin(call, call.method.message_thread_id)


def unpin_all_general(call: Call[methods.UnpinAllGeneralForumTopicMessages]) -> bool:
    """Nothing pinned outside topics."""
    return _unpin(call, None)


def edit_general(call: Call[methods.EditGeneralForumTopic]) -> bool:
    """Another name for the general topic."""
    _, group = _forum(call)
    general = group.topics.setdefault(GENERAL, {"name": "General", "icon_color": COLOURS[0], "closed": False})
    general["name"] = _named(call.method.name)
    call.world.shelf.touch("group", group.id)
    return True


def close_general(call: Call[methods.CloseGeneralForumTopic]) -> bool:
    """The general topic closes."""
    return _switch(call, GENERAL, closed=True)


def reopen_general(call: Call[methods.ReopenGeneralForumTopic]) -> bool:
    """The general topic opens."""
    return _switch(call, GENERAL, closed=False)


def _hide(call: Call[Any], *, hidden: bool) -> bool:
    _, group = _forum(call)
    general = group.topics.setdefault(GENERAL, {"name": "General", "icon_color": COLOURS[0], "closed": False})
    if general.get("hidden", False) is hidden:
        raise bad("TOPIC_NOT_MODIFIED")
    general["hidden"] = hidden
    call.world.shelf.touch("group", group.id)
    return True


def hide_general(call: Call[methods.HideGeneralForumTopic]) -> bool:
    """The general topic is not listed."""
    return _hide(call, hidden=True)


def unhide_general(call: Call[methods.UnhideGeneralForumTopic]) -> bool:
    """The general topic is listed."""
    return _hide(call, hidden=False)


def icons(_: Call[methods.GetForumTopicIconStickers]) -> list[Json]:
    """The sandbox has no custom emoji for topics."""
    return []


HANDLERS: Final[Mapping[str, Handler]] = {
    "createForumTopic": create,
    "editForumTopic": edit,
    "closeForumTopic": close,
    "reopenForumTopic": reopen,
    "deleteForumTopic": delete,
    "unpinAllForumTopicMessages": unpin_all,
    "unpinAllGeneralForumTopicMessages": unpin_all_general,
    "editGeneralForumTopic": edit_general,
    "closeGeneralForumTopic": close_general,
    "reopenGeneralForumTopic": reopen_general,
    "hideGeneralForumTopic": hide_general,
    "unhideGeneralForumTopic": unhide_general,
    "getForumTopicIconStickers": icons,
}
