"""Messages nobody wrote: "pinned", "the timer was changed", a topic, a background, a boost, people shared, …"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.sandbox.errors import ControlError
from bot.sandbox.things import Dialog, User

Json = dict[str, Any]

_PHOTO: Final = [{"file_id": "AgACAgIAAxkservice", "file_unique_id": "AgADservice", "width": 160, "height": 160}]
_FILL: Final = {"type": "solid", "color": 0x3FC1A5}

# What each says when the caller gives no value of its own. Functions get the dialog and who acts.
_PLAIN: Final[Mapping[str, Any]] = {
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400},
    "forum_topic_created": {"name": "Тема", "icon_color": 0x6FB9F0},
    "forum_topic_edited": {"name": "Інша тема"},
    "forum_topic_closed": {},
    "forum_topic_reopened": {},
    "general_forum_topic_hidden": {},
    "general_forum_topic_unhidden": {},
    "chat_background_set": {"type": {"type": "fill", "fill": _FILL, "dark_theme_dimming": 0}},
    "boost_added": {"boost_count": 1},
    "users_shared": {"request_id": 1, "users": [{"user_id": 799_000_001, "first_name": "Незнайомець"}]},
    "chat_shared": {"request_id": 1, "chat_id": -1_001_900_000_001, "title": "Сусіди"},
    "write_access_allowed": {"from_request": True},
    "connected_website": "example.org",
    "web_app_data": {"data": "{}", "button_text": "Форма"},
    "new_chat_title": "Інша назва",
    "new_chat_photo": _PHOTO,
    "delete_chat_photo": True,
    "group_chat_created": True,
    "video_chat_scheduled": {"start_date": 1_800_000_000},
    "video_chat_started": {},
    "video_chat_ended": {"duration": 60},
    "giveaway_created": {},
    "paid_message_price_changed": {"paid_message_star_count": 5},
}
_MADE: Final[Mapping[str, Callable[[Dialog, User], Any]]] = {
    "pinned_message": lambda dialog, _: _newest(dialog),
    "new_chat_members": lambda _, user: [user.json()],
    "left_chat_member": lambda _, user: user.json(),
    "video_chat_participants_invited": lambda _, user: {"users": [user.json()]},
    "proximity_alert_triggered": lambda _, user: {"traveler": user.json(), "watcher": user.json(), "distance": 100},
}
NAMES: Final = frozenset({*_PLAIN, *_MADE})


def service(dialog: Dialog, user: User, said: Json) -> Json:
    """The field of a service message: `what` names it, `value` is its own or a usual one. Raises ControlError."""
    name = str(said.get("what") or "")
    if said.get("value") is not None and name:
        return {name: said["value"]}
    if name in _PLAIN:
        return {name: _PLAIN[name]}
    if name in _MADE:
        return {name: _MADE[name](dialog, user)}
    raise ControlError(f"unknown service message {name!r}; give its 'value', or take one of {sorted(NAMES)}")


def _newest(dialog: Dialog) -> Json:
    alive = [record.message for record in dialog.records.values() if not record.deleted]
    if not alive:
        raise ControlError("there is no message to pin")
    return {key: value for key, value in alive[-1].items() if key not in {"reply_to_message", "pinned_message"}}
