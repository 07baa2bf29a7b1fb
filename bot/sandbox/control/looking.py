"""Looking at chats, files, calls and events."""

import asyncio
from typing import Any, Final

from aiohttp import web

from bot.sandbox.api import dumps
from bot.sandbox.control.base import Room, Route, whole
from bot.sandbox.errors import ControlError
from bot.sandbox.things import Dialog
from bot.sandbox.views import dialog_view, records_view

Json = dict[str, Any]

WAIT_LIMIT: Final = 60.0  # seconds


class Looking(Room):
    """Looking at chats, files, calls and events."""

    def routes(self) -> list[Route]:
        """Verb, path and function."""
        return [
            ("GET", "/control/chats/{chat}/messages", self.messages),
            ("GET", "/control/chats/{chat}/wait", self.wait),
            ("GET", "/control/files/{file_id}", self.file),
            ("GET", "/control/calls", self.calls),
            ("GET", "/control/events", self.events),
        ]

    async def messages(self, request: web.Request) -> Json:
        """The messages above `after`, the oldest `limit` of them."""
        if not self.world.bots:
            return {"messages": [], **dialog_view(Dialog((0, 0)))}
        dialog = self.dialog(request, request.query.get("bot"))
        after, limit = whole(request.query.get("after", 0)), whole(request.query.get("limit", 200))
        numbers = sorted(number for number in dialog.records if number > after)[:limit]
        return {"messages": records_view(dialog, numbers), **dialog_view(dialog)}

    async def wait(self, request: web.Request) -> Json:
        """Answers when a bot's message above `after` (or a change above `rev`) is there."""
        query = request.query
        dialog = self.dialog(request, query.get("bot"))
        after, since = whole(query.get("after", 0)), whole(query.get("rev", dialog.rev))
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
        number = whole(request.query.get("after", 0))
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


def _mime(mime: str) -> str:
    """Only what a browser shows without running it."""
    return mime if mime.startswith(("image/", "audio/", "video/")) and "svg" not in mime else "application/octet-stream"
