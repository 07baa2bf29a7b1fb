"""What people do in a chat."""

from typing import Any, Final

from aiohttp import web

from bot.sandbox import acts
from bot.sandbox.control.base import Room, Route, read_json, whole
from bot.sandbox.errors import ControlError
from bot.sandbox.raw import raw_message, raw_update
from bot.sandbox.talk import remove
from bot.sandbox.things import Dialog

Json = dict[str, Any]

WAIT_LIMIT: Final = 60.0  # seconds


class Acting(Room):
    """What people do in a chat."""

    def routes(self) -> list[Route]:
        """Verb, path and function."""
        return [
            ("POST", "/control/chats/{chat}/send", self.send),
            ("POST", "/control/chats/{chat}/raw", self.raw),
            ("POST", "/control/updates", self.update),
            ("POST", "/control/chats/{chat}/share", self.share),
            ("POST", "/control/chats/{chat}/edit", self.edit),
            ("POST", "/control/chats/{chat}/tap", self.tap),
            ("POST", "/control/chats/{chat}/react", self.react),
            ("DELETE", "/control/chats/{chat}/messages/{message}", self.delete),
        ]

    async def send(self, request: web.Request) -> Json:
        """A person writes or sends something."""
        said = await read_json(request)
        dialog = self.dialog(request, said.get("bot"))
        return {"messages": acts.send(self.world, self.actor(dialog, said), dialog, said)}

    async def raw(self, request: web.Request) -> Json:
        """A message given as JSON."""
        said = await read_json(request)
        dialog = self.dialog(request, said.get("bot"))
        return {"message": raw_message(self.world, self.actor(dialog, said), dialog, said)}

    async def update(self, request: web.Request) -> Json:
        """An update given as JSON."""
        said = await read_json(request)
        return {"update_id": raw_update(self.world, self.world.one_bot(said.get("bot")).id, said)}

    async def share(self, request: web.Request) -> Json:
        """A person shares the own contact."""
        said = await read_json(request)
        dialog = self.dialog(request, said.get("bot"))
        user = self.actor(dialog, said)
        if said.get("what", "contact") != "contact":
            raise ControlError("only 'contact' can be shared this way; send a location with kind 'location'")
        phone = user.phone or f"+38000{user.id % 10**7:07d}"
        own = {"kind": "contact", "phone": phone, "name": user.first_name, "user_id": user.id}
        return {"messages": acts.send(self.world, user, dialog, own)}

    async def edit(self, request: web.Request) -> Json:
        """A person edits an own message."""
        said = await read_json(request)
        dialog = self.dialog(request, said.get("bot"))
        record = self.record(dialog, said.get("message_id"))
        if record.bot:
            raise ControlError("a person cannot edit a bot's message")
        return acts.edit(self.world, dialog, record, said)

    async def tap(self, request: web.Request) -> Json:
        """A person taps an inline button."""
        said = await read_json(request)
        dialog = self.dialog(request, said.get("bot"))
        user, message_id = self.actor(dialog, said), whole(said.get("message_id"))
        data = said.get("data")
        if data is None:
            button = acts.button_data(self.record(dialog, message_id), str(said.get("button")))
            if "callback_data" not in button:
                opened = {"text": None, "show_alert": False, "url": button.get("url")}
                return {"answer": opened, "query_id": None}
            data = button["callback_data"]
        bot = self._tapped_bot(dialog, message_id, said)
        age = float(said.get("age") or 0)
        query = acts.tap(self.world, user, dialog, bot=bot, message_id=message_id, data=str(data), age=age)
        answer = await acts.answered(query, min(float(said.get("wait") or 0), WAIT_LIMIT))
        return {"answer": answer, "query_id": query.id}

    def _tapped_bot(self, dialog: Dialog, message_id: int, said: Json) -> int:
        record = dialog.records.get(message_id)
        return dialog.key[0] or (record.bot if record else 0) or self.world.one_bot(said.get("bot")).id

    async def react(self, request: web.Request) -> Json:
        """A person reacts to a message."""
        said = await read_json(request)
        dialog = self.dialog(request, said.get("bot"))
        user, message_id = self.actor(dialog, said), whole(said.get("message_id"))
        acts.react(self.world, user, dialog, message_id=message_id, emoji=said.get("emoji"))
        return {"ok": True}

    async def delete(self, request: web.Request) -> Json:
        """A person deletes a message; no bot is told."""
        dialog = self.dialog(request, request.query.get("bot"))
        message_id = whole(request.match_info["message"])
        self.record(dialog, message_id)
        remove(self.world, dialog, message_id)
        return {"ok": True}
