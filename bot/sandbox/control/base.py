"""What all control routes share: reading requests, finding people and chats, answering."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.sandbox.errors import ControlError
from bot.sandbox.things import Dialog, Record, User
from bot.sandbox.world import World

Json = dict[str, Any]
Answer = Callable[[web.Request], Awaitable[Any]]
Route = tuple[str, str, Answer]


class Room:
    """Routes over one world; every route takes a request and returns what becomes the JSON answer."""

    def __init__(self, world: World) -> None:
        self.world = world

    def user(self, request: web.Request) -> User:
        """The person a path names; ControlError 404."""
        return self.world.user(whole(request.match_info["user"]))

    def dialog(self, request: web.Request, bot: Any) -> Dialog:
        """The conversation a path names; private ones need a bot. Raises ControlError."""
        chat = whole(request.match_info["chat"])
        if chat in self.world.groups:
            return self.world.dialog((0, chat))
        user = self.world.user(chat)
        return self.world.dialog((self.world.one_bot(bot).id, user.id))

    def actor(self, dialog: Dialog, said: Json) -> User:
        """Who acts: named as `from`, or the private chat's person. Raises ControlError."""
        if said.get("from") is None and not dialog.private:
            raise ControlError("in a group say who: 'from'")
        user = self.world.user(whole(said.get("from") or dialog.key[1]))
        if dialog.private and user.id != dialog.key[1]:
            raise ControlError(f"the private chat {dialog.key[1]} is not of user {user.id}")
        if not dialog.private and user.id not in self.world.groups[dialog.key[1]].members:
            raise ControlError(f"user {user.id} is not in this group")
        return user

    def record(self, dialog: Dialog, message_id: Any) -> Record:
        """A message that is there. Raises ControlError 404."""
        record = dialog.alive(whole(message_id))
        if record is None:
            raise ControlError(f"no message {message_id}", 404)
        return record


async def read_json(request: web.Request) -> Json:
    """The body as a JSON object, {} without one. Raises ControlError."""
    if not request.can_read_body:
        return {}
    try:
        said = await request.json()
    except ValueError as wrong:
        raise ControlError("the body is not JSON") from wrong
    if not isinstance(said, dict):
        raise ControlError("the body must be a JSON object")
    return said


def whole(value: Any) -> int:
    """A whole number. Raises ControlError."""
    try:
        return int(value)
    except (TypeError, ValueError) as wrong:
        raise ControlError(f"{value!r} is not a number") from wrong
