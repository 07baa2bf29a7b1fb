"""The control API: what tests, curl and the page do with people and chats (documented in the README)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.sandbox.api import dumps
from bot.sandbox.control.acting import Acting
from bot.sandbox.control.base import Answer
from bot.sandbox.control.looking import Looking
from bot.sandbox.control.people import People
from bot.sandbox.control.settings import Settings
from bot.sandbox.errors import ApiError, ControlError
from bot.sandbox.world import World

Json = dict[str, Any]


def add_routes(app: web.Application, world: World, forget: Callable[[], Awaitable[None]]) -> None:
    """Hang the control API into an application; `forget` empties the world."""
    rooms = (People(world), Acting(world), Looking(world), Settings(world, forget))
    for room in rooms:
        for verb, path, answer in room.routes():
            app.router.add_route(verb, path, _wrapped(answer))


def _wrapped(answer: Answer) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            result = await answer(request)
        except ControlError as refusal:
            return _answer({"error": refusal.text}, refusal.status)
        except ApiError as refusal:  # the content people send is checked by the same rules
            return _answer({"error": refusal.description}, 400)
        except (ValueError, TypeError, KeyError) as wrong:  # a field of the wrong type or shape
            return _answer({"error": f"{type(wrong).__name__}: {wrong}"}, 400)
        return result if isinstance(result, web.StreamResponse) else _answer(result)

    return handle


def _answer(body: Json, status: int = 200) -> web.Response:
    return web.Response(text=dumps(body), status=status, content_type="application/json")
