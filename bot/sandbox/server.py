"""The sandbox as a server: one application on 127.0.0.1 with the Bot API, the control API and the page.

`async with running(...) as box` or `box = await start(...)` … `await box.stop()`; `serve` runs until
it is cancelled.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import ClientSession, web
from aiohttp.typedefs import Middleware

from bot.sandbox import crowd
from bot.sandbox.api import BotApi
from bot.sandbox.bodies import BODY_LIMIT
from bot.sandbox.control import add_routes
from bot.sandbox.delivery import Courier
from bot.sandbox.keeping import open_world
from bot.sandbox.shelf import DiskShelf
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.world import World

HOST: Final = "127.0.0.1"
PAGE: Final = Path(__file__).parent / "page"
_OWN_NAMES: Final = frozenset({"127.0.0.1", "localhost", "::1"})

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def only_this_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A web page elsewhere that points its name at 127.0.0.1 must not get in; nor may it post here."""
    if urlsplit(f"//{request.host}").hostname not in _OWN_NAMES:
        return web.json_response({"error": f"the sandbox is not {request.host}"}, status=403)
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if site == "cross-site" or (origin and urlsplit(origin).hostname not in _OWN_NAMES):
        return web.json_response({"error": "other sites may not use the sandbox"}, status=403)
    return await handler(request)


def written_first(world: World) -> Middleware:
    """What a call changed is on disk before its caller hears that it is done: a kill takes nothing confirmed away."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = await handler(request)
        world.shelf.flush()
        return answer

    return middleware


@dataclass
class Sandbox:
    """A running sandbox. `world` is its state, for tests that look inside."""

    world: World
    api: BotApi
    runner: web.AppRunner
    session: ClientSession
    port: int = 0
    page: Path = field(default=PAGE)

    @property
    def url(self) -> str:
        """The address, without a slash at the end; goes into `TelegramAPIServer.from_base`."""
        return f"http://{HOST}:{self.port}"

    async def stop(self) -> None:
        """End all calls, keep the state, free the port."""
        self.api.stopping.set()
        for queue in self.world.queues.values():
            queue.release()
            if queue.webhook is not None:
                await queue.webhook.stop()
        await self.runner.cleanup()
        await self.session.close()
        if isinstance(self.world.shelf, DiskShelf):
            self.world.shelf.close()

    def know(self, user_id: int, *, bot: int, **about: Any) -> None:
        """A person who has begun a conversation with the bot already; `about` as for POST /control/users."""
        crowd.new_user(self.world, {"id": user_id, **about})
        dialog = self.world.dialog((bot, user_id))
        dialog.started = True
        self.world.shelf.touch("dialog", dialog.key)

    async def forget(self) -> None:
        """Empty everything except the bots with their webhooks, and the points.

        Numbers (of updates, messages, people, groups) go on: a bot that is asking for updates, or remembers an
        earlier conversation, is never given the same number for something else.
        """
        world = self.world
        for queue in world.queues.values():
            queue.forget()
        for part in (world.users, world.groups, world.dialogs, world.queries):
            part.clear()
        world.files.empty()
        world.faults.clear()
        world.journal.forget()
        world.limits.change({"strict": False})
        if isinstance(world.shelf, DiskShelf):
            world.shelf.empty()
        for bot in world.bots:
            world.shelf.touch("bot", bot)
            world.shelf.touch("queue", bot)
        for name in world.counters:
            world.shelf.touch("counter", name)


async def start(
    port: int = 0,
    *,
    state_dir: Path | None = None,
    points: list[list[Any]] | None = None,
    page: Path = PAGE,
    strict: bool = False,
    clock: Callable[[], float] = time.time,
) -> Sandbox:
    """Start a sandbox on 127.0.0.1; port 0 takes a free one.

    `points` are `[lat, lon, population, name]` for the page's map; `clock` gives unix seconds.
    """
    world = open_world(state_dir, clock=clock) if state_dir else World(clock=clock)
    world.points = points or []
    if strict:
        world.limits.change({"strict": True})
    box = await _listen(world, port, page)
    world.wire = partial(_wire, box)
    for queue in world.queues.values():
        if queue.webhook is not None:
            world.wire(queue)
    return box


async def _listen(world: World, port: int, page: Path) -> Sandbox:
    app = web.Application(client_max_size=BODY_LIMIT, middlewares=[only_this_machine, written_first(world)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1, handler_cancellation=True)
    box = Sandbox(world, BotApi(world), runner, ClientSession(), page=page)
    _add_routes(app, box)
    await runner.setup()
    site = web.TCPSite(runner, HOST, port)
    try:
        await site.start()
    except OSError:
        await box.stop()
        raise
    box.port = runner.addresses[0][1]
    return box


def _wire(box: Sandbox, queue: UpdateQueue) -> None:
    execute = partial(box.api.from_webhook, box.world.bots[queue.bot])
    queue.webhook.start(Courier(box.session, execute).deliver)


def _add_routes(app: web.Application, box: Sandbox) -> None:
    app.router.add_route("*", "/bot{token:[^/]+}/{method}", box.api.handle)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", box.api.download)
    add_routes(app, box.world, box.forget)

    async def index(_: web.Request) -> web.StreamResponse:
        whole = box.page / "index.html"
        return web.FileResponse(whole) if whole.exists() else web.Response(text="The page is not here.", status=404)

    app.router.add_get("/", index)
    if box.page.exists():
        app.router.add_static("/page", box.page)


@asynccontextmanager
async def running(**settings: Any) -> AsyncIterator[Sandbox]:
    """A sandbox for the length of a block; the settings are those of `start`."""
    box = await start(**settings)
    try:
        yield box
    finally:
        await box.stop()


async def serve(port: int, *, ready: Callable[[Sandbox], None] | None = None, **settings: Any) -> None:
    """Run until cancelled; `ready` is told when calls are welcome."""
    async with running(port=port, **settings) as box:
        if ready is not None:
            ready(box)
        await asyncio.Event().wait()
