"""ChatMember objects: who is what in a group."""

from typing import Any, Final

from bot.sandbox.things import Group

Json = dict[str, Any]

_RIGHTS: Final = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_manage_topics",
)


def member(user: Json) -> Json:
    """ChatMemberMember."""
    return {"status": "member", "user": user}


def banned(user: Json) -> Json:
    """ChatMemberBanned, for ever; what a bot is to a person who blocked it."""
    return {"status": "kicked", "user": user, "until_date": 0}


def left(user: Json) -> Json:
    """ChatMemberLeft."""
    return {"status": "left", "user": user}


def administrator(user: Json) -> Json:
    """ChatMemberAdministrator with every right; bots in the sandbox's groups are that."""
    return {"status": "administrator", "user": user, "can_be_edited": False, "is_anonymous": False} | dict.fromkeys(
        _RIGHTS, True
    )


def person_status(group: Group, user: Json) -> Json:
    """The first member owns the group."""
    if user["id"] not in group.members:
        return left(user)
    if group.members[0] == user["id"]:
        return {"status": "creator", "user": user, "is_anonymous": False}
    return member(user)


def bot_status(group: Group, user: Json) -> Json:
    """A bot is administrator or not there."""
    return administrator(user) if user["id"] in group.bots else left(user)
