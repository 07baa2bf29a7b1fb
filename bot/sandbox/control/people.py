"""People and groups: who is there, who comes, blocks, leaves."""

from dataclasses import asdict
from typing import Any

from aiohttp import web

from bot.sandbox import crowd
from bot.sandbox.control.base import Room, Route, read_json, whole
from bot.sandbox.errors import ControlError

Json = dict[str, Any]


class People(Room):
    """People and groups: who is there, who comes, blocks, leaves."""

    def routes(self) -> list[Route]:
        """Verb, path and function."""
        return [
            ("GET", "/control/state", self.state),
            ("POST", "/control/bots", self.add_bot),
            ("POST", "/control/users", self.add_user),
            ("POST", "/control/users/{user}/block", self.block),
            ("POST", "/control/users/{user}/unblock", self.unblock),
            ("POST", "/control/users/{user}/deactivate", self.deactivate),
            ("POST", "/control/users/{user}/seen", self.seen),
            ("POST", "/control/chats", self.add_chat),
            ("POST", "/control/chats/{chat}/migrate", self.migrate),
        ]

    async def state(self, _: web.Request) -> Json:
        """Everything the page needs to begin."""
        world = self.world
        bots = [
            {**bot.json(), "commands": list(bot.commands.values()), "texts": bot.texts} for bot in world.bots.values()
        ]
        return {
            "bots": bots,
            "users": [crowd.user_json(world, user) for user in world.users.values()],
            "chats": [crowd.group_json(group) for group in world.groups.values()],
            "faults": world.faults.json(),
            "limits": asdict(world.limits.rules),
            "points": bool(world.points),
        }

    async def add_bot(self, request: web.Request) -> Json:
        """Make a bot known before its first call, or rename it."""
        said = await read_json(request)
        if not said.get("id"):
            raise ControlError("a bot needs 'id' (the number before the ':' of its token)")
        bot = self.world.add_bot(int(said["id"]), said.get("username"), said.get("first_name"))
        return bot.json()

    async def add_user(self, request: web.Request) -> Json:
        """A person appears, or changes."""
        return crowd.user_json(self.world, crowd.new_user(self.world, await read_json(request)))

    async def block(self, request: web.Request) -> Json:
        """The person blocks the bot."""
        return await self._block(request, blocked=True)

    async def unblock(self, request: web.Request) -> Json:
        """The person lets the bot speak again."""
        return await self._block(request, blocked=False)

    async def _block(self, request: web.Request, *, blocked: bool) -> Json:
        user, said = self.user(request), await read_json(request)
        dialog = self.world.dialog((self.world.one_bot(said.get("bot")).id, user.id))
        crowd.block(self.world, user, dialog, blocked=blocked)
        return crowd.user_json(self.world, user)

    async def deactivate(self, request: web.Request) -> Json:
        """The account is gone."""
        user = self.user(request)
        user.deactivated = True
        self.world.shelf.touch("user", user.id)
        self.world.hub.publish("user", user.id)
        return crowd.user_json(self.world, user)

    async def seen(self, request: web.Request) -> Json:
        """The person looked: nothing unread."""
        user = self.user(request)
        for dialog in self.world.dialogs_of(user.id):
            dialog.unread = 0
            self.world.shelf.touch("dialog", dialog.key)
        self.world.hub.publish("unread", user.id, unread=0)
        return crowd.user_json(self.world, user)

    async def add_chat(self, request: web.Request) -> Json:
        """A group appears."""
        return crowd.group_json(crowd.new_group(self.world, await read_json(request)))

    async def migrate(self, request: web.Request) -> Json:
        """A group becomes a supergroup."""
        group = self.world.groups.get(whole(request.match_info["chat"]))
        if group is None:
            raise ControlError("no such group", 404)
        return crowd.group_json(crowd.migrate(self.world, group))
