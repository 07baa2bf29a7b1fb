"""Updates in, by long polling or by webhook: stored first, confirmed afterwards, never parsed here.

Raw JSON on purpose: one update of a kind the library does not know would make typed polling fail at the same offset
for good.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

import aiohttp
import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiohttp import web

from bot.services.first_help import Cry, FirstHelp
from bot.services.turns import Turn, Turns
from bot.telegram.feed import ALLOWED_UPDATES, arrival
from bot.telegram.hearing import heard
from db import inbox

log = structlog.get_logger(__name__)
POLL_SECONDS: Final = 25
MOST_PAUSE: Final = 60.0
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MAX_BODY: Final = 1024 * 1024


async def patiently(call: Callable[[], Awaitable[object]]) -> None:
    """A call that must succeed before updates can come in: an outage at the start is waited out like any other."""
    pause = 1.0
    while True:
        try:
            await call()
        except AiogramError as error:
            log.warning("telegram-not-ready", error=type(error).__name__, pause=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, MOST_PAUSE)
        else:
            return


class Store:
    """Keeps updates, then wakes the inbox worker. Whoever writes of danger is answered right here, in the same
    transaction: nothing that waits in the inbox or fails on the way delays the numbers."""

    def __init__(self, *, bot_id: int, turns: Turns, first_help: FirstHelp, on_updates: Callable[[], None]) -> None:
        self._bot_id = bot_id
        self._turns = turns
        self._first_help = first_help
        self._on_updates = on_updates

    async def __call__(self, updates: list[dict[str, Any]]) -> None:
        """Committed when this returns."""
        arrivals = [arrival(update) for update in updates]
        cries = [cry for update in updates if (cry := self._first_help.hear(heard(self._bot_id, update)))]
        async with self._turns.open() as turn:
            if cries:
                await self._help(turn, cries)
            await inbox.store(self._bot_id, arrivals, turn.now)
        self._on_updates()

    async def _help(self, turn: Turn, cries: list[Cry]) -> None:
        """An update that comes again was answered when it came first."""
        known = await inbox.known(self._bot_id, [cry.heard.update_id for cry in cries])
        for cry in cries:
            if cry.heard.update_id not in known:
                await self._first_help.tell(turn, cry)


class Polling:
    """getUpdates in a loop; the offset moves only past updates that are stored, and is forgotten once it has confirmed
    them: after a quiet week Telegram numbers updates anew, perhaps lower. After a restart everything unconfirmed comes
    again, and the inbox knows it."""

    def __init__(self, *, bot: Bot, base_url: str, store: Store) -> None:
        self._bot = bot
        self._url = f"{base_url.rstrip('/')}/bot{bot.token}/getUpdates"
        self._store = store

    async def run(self) -> None:
        """Poll until cancelled; an outage of Telegram or of the database is waited out."""
        offset: int | None = None
        pause = 1.0
        timeout = aiohttp.ClientTimeout(total=POLL_SECONDS + 15)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                try:
                    offset = await self._poll(session, offset)
                    pause = 1.0
                except Exception as error:
                    pause = max(pause, getattr(error, "retry_after", 0.0))
                    log.warning("polling-failed", error=_kind(error), pause=pause)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, MOST_PAUSE)

    async def _poll(self, session: aiohttp.ClientSession, offset: int | None) -> int | None:
        body: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": 100, "allowed_updates": list(ALLOWED_UPDATES)}
        if offset is not None:
            body["offset"] = offset
        async with session.post(self._url, json=body) as response:
            answer = await response.json(content_type=None)
        if not isinstance(answer, dict) or not answer.get("ok"):
            raise PollRefused(answer if isinstance(answer, dict) else {})
        updates: list[dict[str, Any]] = answer["result"]
        if not updates:
            return None
        await self._store(updates)
        return max(int(update["update_id"]) for update in updates) + 1


class PollRefused(Exception):
    """Telegram answered, but not with updates (409: somebody else polls; 401: wrong token)."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.code = answer.get("error_code")
        parameters = answer.get("parameters") or {}
        self.retry_after = float(parameters.get("retry_after", 0))
        super().__init__(str(self.code))


def _kind(error: BaseException) -> str:
    return f"refused-{error.code}" if isinstance(error, PollRefused) else type(error).__name__


class Webhook:
    """An aiohttp handler: checks the secret, stores, and only then answers 200."""

    def __init__(self, *, secret: str, store: Store) -> None:
        self._secret = secret.encode()
        self._store = store

    def application(self, path: str) -> web.Application:
        app = web.Application(client_max_size=MAX_BODY)
        app.router.add_post(path or "/", self._take)
        return app

    async def _take(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            kept = isinstance(update, dict) and "update_id" in update
        except (ValueError, RecursionError):
            kept = False
        if not kept:
            return web.Response(status=400)
        await self._store([update])
        return web.Response()
