"""The control API: what tests, curl and the page do with people and chats. See docs in README."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any, Final

from aiohttp import web

from bot.sandbox import acts, crowd
from bot.sandbox.api import dumps
from bot.sandbox.errors import ApiError, ControlError
from bot.sandbox.talk import remove
from bot.sandbox.views import dialog_view, records_view
from bot.sandbox.world import Dialog, Record, User, World

Json = dict[str, Any]
Answer = Callable[["Control", web.Request], Awaitable[Any]]

WAIT_LIMIT: Final = 60.0  # seconds


class Control:
    """The routes' functions; every one takes a request and returns what becomes the JSON answer."""

    def __init__(self, world: World, reset: Callable[[], Awaitable[None]]) -> None:
        self.world = world
        self._reset = reset

    # -- people -------------------------------------------------------------------------------------------

    async def state(self, _: web.Request) -> Json:
        """Everything the page needs to begin."""
        world = self.world
        bots = [{**bot.json(), "commands": list(bot.commands.values())} for bot in world.bots.values()]
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
        said = await _json(request)
        if not said.get("id"):
            raise ControlError("a bot needs 'id' (the number before the ':' of its token)")
        bot = self.world.add_bot(int(said["id"]), said.get("username"), said.get("first_name"))
        return bot.json()

    async def add_user(self, request: web.Request) -> Json:
        """A person appears, or changes."""
        return crowd.user_json(self.world, crowd.new_user(self.world, await _json(request)))

    async def block(self, request: web.Request) -> Json:
        """The person blocks the bot."""
        return await self._block(request, blocked=True)

    async def unblock(self, request: web.Request) -> Json:
        """The person lets the bot speak again."""
        return await self._block(request, blocked=False)

    async def _block(self, request: web.Request, *, blocked: bool) -> Json:
        user, said = self._user(request), await _json(request)
        dialog = self.world.dialog((self.world.one_bot(said.get("bot")).id, user.id))
        crowd.block(self.world, user, dialog, blocked=blocked)
        return crowd.user_json(self.world, user)

    async def deactivate(self, request: web.Request) -> Json:
        """The account is gone."""
        user = self._user(request)
        user.deactivated = True
        self.world.shelf.touch("user", user.id)
        self.world.hub.publish("user", user.id)
        return crowd.user_json(self.world, user)

    async def seen(self, request: web.Request) -> Json:
        """The person looked: nothing unread."""
        user = self._user(request)
        for dialog in self.world.dialogs_of(user.id):
            dialog.unread = 0
            self.world.shelf.touch("dialog", dialog.key)
        self.world.hub.publish("unread", user.id, unread=0)
        return crowd.user_json(self.world, user)

    async def add_chat(self, request: web.Request) -> Json:
        """A group appears."""
        return crowd.group_json(crowd.new_group(self.world, await _json(request)))

    async def migrate(self, request: web.Request) -> Json:
        """A group becomes a supergroup."""
        group = self.world.groups.get(_number(request.match_info["chat"]))
        if group is None:
            raise ControlError("no such group", 404)
        return crowd.group_json(crowd.migrate(self.world, group))

    # -- acts ---------------------------------------------------------------------------------------------

    async def send(self, request: web.Request) -> Json:
        """A person writes or sends something."""
        said = await _json(request)
        dialog = self._dialog(request, said.get("bot"))
        return {"messages": acts.send(self.world, self._actor(dialog, said), dialog, said)}

    async def share(self, request: web.Request) -> Json:
        """A person shares the own contact."""
        said = await _json(request)
        dialog = self._dialog(request, said.get("bot"))
        user = self._actor(dialog, said)
        if said.get("what", "contact") != "contact":
            raise ControlError("only 'contact' can be shared this way; send a location with kind 'location'")
        phone = user.phone or f"+380{user.id % 10**9:09d}"
        own = {"kind": "contact", "phone": phone, "name": user.first_name, "user_id": user.id}
        return {"messages": acts.send(self.world, user, dialog, own)}

    async def edit(self, request: web.Request) -> Json:
        """A person edits an own message."""
        said = await _json(request)
        dialog = self._dialog(request, said.get("bot"))
        record = self._record(dialog, said.get("message_id"))
        if record.bot:
            raise ControlError("a person cannot edit a bot's message")
        return acts.edit(self.world, dialog, record, said)

    async def tap(self, request: web.Request) -> Json:
        """A person taps an inline button."""
        said = await _json(request)
        dialog = self._dialog(request, said.get("bot"))
        user, message_id = self._actor(dialog, said), _number(said.get("message_id"))
        data = said.get("data")
        if data is None:
            button = acts.button_data(self._record(dialog, message_id), str(said.get("button")))
            if "callback_data" not in button:
                opened = {"text": None, "show_alert": False, "url": button.get("url")}
                return {"answer": opened, "query_id": None}
            data = button["callback_data"]
        bot = self._tapped_bot(dialog, message_id, said)
        query = acts.tap(self.world, user, dialog, bot=bot, message_id=message_id, data=str(data))
        answer = await acts.answered(query, min(float(said.get("wait") or 0), WAIT_LIMIT))
        return {"answer": answer, "query_id": query.id}

    def _tapped_bot(self, dialog: Dialog, message_id: int, said: Json) -> int:
        record = dialog.records.get(message_id)
        return dialog.key[0] or (record.bot if record else 0) or self.world.one_bot(said.get("bot")).id

    async def react(self, request: web.Request) -> Json:
        """A person reacts to a message."""
        said = await _json(request)
        dialog = self._dialog(request, said.get("bot"))
        user, message_id = self._actor(dialog, said), _number(said.get("message_id"))
        acts.react(self.world, user, dialog, message_id=message_id, emoji=said.get("emoji"))
        return {"ok": True}

    async def delete(self, request: web.Request) -> Json:
        """A person deletes a message; no bot is told."""
        dialog = self._dialog(request, request.query.get("bot"))
        message_id = _number(request.match_info["message"])
        self._record(dialog, message_id)
        remove(self.world, dialog, message_id)
        return {"ok": True}

    # -- looking ------------------------------------------------------------------------------------------

    async def messages(self, request: web.Request) -> Json:
        """The messages above `after`, the oldest `limit` of them."""
        dialog = self._dialog(request, request.query.get("bot"))
        after, limit = _number(request.query.get("after", 0)), _number(request.query.get("limit", 200))
        numbers = sorted(number for number in dialog.records if number > after)[:limit]
        return {"messages": records_view(dialog, numbers), **dialog_view(dialog)}

    async def wait(self, request: web.Request) -> Json:
        """Answers when a bot's message above `after` (or a change above `rev`) is there."""
        query = request.query
        dialog = self._dialog(request, query.get("bot"))
        after, since = _number(query.get("after", 0)), _number(query.get("rev", dialog.rev))
        loop = asyncio.get_running_loop()
        end = loop.time() + min(float(query.get("timeout", 5)), WAIT_LIMIT)
        while not (numbers := _news(dialog, after, since)) and loop.time() < end:
            waiter = loop.create_future()
            dialog.waiting.append(waiter)
            await asyncio.wait([waiter], timeout=end - loop.time())
        return {"messages": records_view(dialog, numbers), **dialog_view(dialog)}

    async def file(self, request: web.Request) -> web.Response:
        """A file's content, for the page."""
        stored = self.world.files.known.get(request.match_info["file_id"])
        if stored is None:
            raise ControlError("no such file", 404)
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        return web.Response(body=self.world.files.content(stored), content_type=_mime(stored.mime), headers=headers)

    async def calls(self, request: web.Request) -> Json:
        """The journal of method calls."""
        number = _number(request.query.get("after", 0))
        return {"calls": self.world.journal.after(number, request.query.get("method"))}

    async def events(self, request: web.Request) -> web.StreamResponse:
        """What happens, as it happens (SSE)."""
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await answer.prepare(request)
        await answer.write(b": hello\n\n")
        with self.world.hub.listen() as queue:
            while (event := await _next_event(queue)) is not None:
                await answer.write(f"data: {dumps(event)}\n\n".encode() if event else b": still here\n\n")
        return answer

    # -- troubles and settings ----------------------------------------------------------------------------

    async def add_fault(self, request: web.Request) -> Json:
        """Order a fault."""
        return {"id": self.world.faults.order(await _json(request))}

    async def clear_faults(self, request: web.Request) -> Json:
        """Take back one fault or all."""
        number = request.match_info.get("fault")
        self.world.faults.clear(_number(number) if number else None)
        return {"ok": True}

    async def put_limits(self, request: web.Request) -> Json:
        """Set the limits on sending."""
        self.world.limits.change(await _json(request))
        return asdict(self.world.limits.rules)

    async def put_points(self, request: web.Request) -> Json:
        """Points for the page's map."""
        points = (await _json(request)).get("points")
        if not isinstance(points, list):
            raise ControlError("'points' must be a list of [lat, lon, population, name]")
        self.world.points = points
        return {"points": len(points)}

    async def get_points(self, _: web.Request) -> Json:
        """The points of the page's map."""
        return {"points": self.world.points}

    async def reset(self, _: web.Request) -> Json:
        """Forget everything but the points."""
        await self._reset()
        return {"ok": True}

    # -- look-ups -----------------------------------------------------------------------------------------

    def _user(self, request: web.Request) -> User:
        return self.world.user(_number(request.match_info["user"]))

    def _dialog(self, request: web.Request, bot: Any) -> Dialog:
        chat = _number(request.match_info["chat"])
        if chat in self.world.groups:
            return self.world.dialog((0, chat))
        user = self.world.user(chat)
        return self.world.dialog((self.world.one_bot(bot).id, user.id))

    def _actor(self, dialog: Dialog, said: Json) -> User:
        if said.get("from") is None and not dialog.private:
            raise ControlError("in a group say who: 'from'")
        user = self.world.user(said.get("from") or dialog.key[1])
        if not dialog.private and user.id not in self.world.groups[dialog.key[1]].members:
            raise ControlError(f"user {user.id} is not in this group")
        return user

    def _record(self, dialog: Dialog, message_id: Any) -> Record:
        record = dialog.alive(_number(message_id))
        if record is None:
            raise ControlError(f"no message {message_id}", 404)
        return record


def _news(dialog: Dialog, after: int, since: int) -> list[int]:
    """Messages of bots that are new (by id) or changed (by rev)."""
    return [
        number
        for number, record in dialog.records.items()
        if record.bot and ((number > after and not record.deleted) or record.rev > since)
    ]


async def _next_event(queue: asyncio.Queue[Json]) -> Json | None:
    """The next event; {} after a while of silence."""
    try:
        return await asyncio.wait_for(queue.get(), 15)
    except TimeoutError:
        return {}


async def _json(request: web.Request) -> Json:
    if not request.can_read_body:
        return {}
    try:
        said = await request.json()
    except ValueError as wrong:
        raise ControlError("the body is not JSON") from wrong
    if not isinstance(said, dict):
        raise ControlError("the body must be a JSON object")
    return said


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError) as wrong:
        raise ControlError(f"{value!r} is not a number") from wrong


def _mime(mime: str) -> str:
    """Only what a browser shows without running it."""
    return mime if mime.startswith(("image/", "audio/", "video/")) and "svg" not in mime else "application/octet-stream"


ROUTES: Final[tuple[tuple[str, str, Answer], ...]] = (
    ("GET", "/control/state", Control.state),
    ("POST", "/control/bots", Control.add_bot),
    ("POST", "/control/users", Control.add_user),
    ("POST", "/control/users/{user}/block", Control.block),
    ("POST", "/control/users/{user}/unblock", Control.unblock),
    ("POST", "/control/users/{user}/deactivate", Control.deactivate),
    ("POST", "/control/users/{user}/seen", Control.seen),
    ("POST", "/control/chats", Control.add_chat),
    ("POST", "/control/chats/{chat}/migrate", Control.migrate),
    ("POST", "/control/chats/{chat}/send", Control.send),
    ("POST", "/control/chats/{chat}/share", Control.share),
    ("POST", "/control/chats/{chat}/edit", Control.edit),
    ("POST", "/control/chats/{chat}/tap", Control.tap),
    ("POST", "/control/chats/{chat}/react", Control.react),
    ("DELETE", "/control/chats/{chat}/messages/{message}", Control.delete),
    ("GET", "/control/chats/{chat}/messages", Control.messages),
    ("GET", "/control/chats/{chat}/wait", Control.wait),
    ("GET", "/control/files/{file_id}", Control.file),
    ("GET", "/control/calls", Control.calls),
    ("GET", "/control/events", Control.events),
    ("POST", "/control/faults", Control.add_fault),
    ("DELETE", "/control/faults", Control.clear_faults),
    ("DELETE", "/control/faults/{fault}", Control.clear_faults),
    ("PUT", "/control/limits", Control.put_limits),
    ("PUT", "/control/points", Control.put_points),
    ("GET", "/control/points", Control.get_points),
    ("POST", "/control/reset", Control.reset),
)


def add_routes(app: web.Application, control: Control) -> None:
    """Hang the control API into an application."""
    for verb, path, answer in ROUTES:
        app.router.add_route(verb, path, _wrapped(control, answer))


def _wrapped(control: Control, answer: Answer) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            result = await answer(control, request)
        except ControlError as refusal:
            return _answer({"error": refusal.text}, refusal.status)
        except ApiError as refusal:  # the content people send is checked by the same rules
            return _answer({"error": refusal.description}, 400)
        return result if isinstance(result, web.StreamResponse) else _answer(result)

    return handle


def _answer(body: Json, status: int = 200) -> web.Response:
    return web.Response(text=dumps(body), status=status, content_type="application/json")
