"""Updates in, by long polling or by webhook: stored first, confirmed afterwards, never parsed here.

Raw JSON on purpose: one update of a kind the library does not know would make typed polling fail at the same offset
for good.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final, Protocol

import aiohttp
import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramUnauthorizedError
from aiohttp import web
from aiohttp.web_protocol import RequestPayloadError

from bot.domain.notices import Priority
from bot.services.first_help import Cry, FirstHelp, Heard
from bot.services.limits import Limits
from bot.services.turns import Turn, Turns
from bot.telegram.arrivals import arrival, chat_of, command_of, is_id, lane_of
from bot.telegram.feed import ALLOWED_UPDATES
from bot.telegram.hearing import heard
from db import inbox
from db.inbox import Arrival

log = structlog.get_logger(__name__)
POLL_SECONDS: Final = 25
FULL: Final = 100
"""Updates of one answer: where there are so many, more wait."""
MOST_PAUSE: Final = 60.0
"""Where Telegram refuses us."""
AWAY_PAUSE: Final = 5.0
"""Where it cannot be reached, or says that it cannot work: whoever writes waits no longer when it is back."""
SERVER_ERROR: Final = 500
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MAX_BODY: Final = 1024 * 1024
BODY_SECONDS: Final = 15


async def patiently(call: Callable[[], Awaitable[object]]) -> None:
    """A call that must succeed before updates can come in: an outage at the start is waited out like any other."""
    pause = 1.0
    while True:
        try:
            await call()
        except AiogramError as error:
            log.warning("telegram-not-ready", error=type(error).__name__, pause=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, longest_pause(error))
        else:
            return


class OnUpdates(Protocol):
    """Hears that updates were stored, and whether many more are about to come in."""

    def __call__(self, *, flooded: bool) -> None: ...


class Store:
    """Keeps updates, then wakes the inbox worker. Whoever writes of danger is answered right here, in the same
    transaction: nothing that waits in the inbox or fails on the way delays the numbers."""

    def __init__(
        self, *, bot_id: int, turns: Turns, first_help: FirstHelp, limits: Limits, on_updates: OnUpdates
    ) -> None:
        self._bot_id = bot_id
        self._turns = turns
        self._first_help = first_help
        self._limits = limits
        self._on_updates = on_updates

    async def __call__(self, updates: list[dict[str, Any]]) -> None:
        """Committed when this returns."""
        cries = [cry for update in updates if (cry := self._first_help.hear(heard(update)))]
        urgent = {cry.heard.update_id for cry in cries}
        arrivals = [_hurried(each) if each.update_id in urgent else each for each in map(arrival, updates)]
        calls = [each for each in updates if command_of(each) == "emergency"]
        async with self._turns.open(first=True) as turn:
            if cries or calls:
                await self._help(turn, cries, calls)
            await inbox.store(self._bot_id, await self._limits.hold(turn, arrivals), turn.now)
        self._on_updates(flooded=len(updates) >= FULL)

    async def _help(self, turn: Turn, cries: list[Cry], calls: list[dict[str, Any]]) -> None:
        """An update that comes again was answered when it came first. The command has an answer of its own, unless it
        must wait for what its author wrote before."""
        asked = [cry.heard.update_id for cry in cries] + [int(each["update_id"]) for each in calls]
        known = await inbox.known(self._bot_id, asked)
        for cry in cries:
            if cry.heard.update_id not in known:
                await self._first_help.tell(turn, cry)
        for each in calls:
            number, chat = int(each["update_id"]), chat_of(each)
            if number not in known and chat is not None and await inbox.waits(lane_of(each)):
                await self._first_help.call(turn, Heard(number, chat, ()))


def _hurried(each: Arrival) -> Arrival:
    return replace(each, priority=Priority.EMERGENCY)


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
                    pause = max(min(pause, longest_pause(error)), getattr(error, "retry_after", 0.0))
                    log.warning("polling-failed", error=_kind(error), pause=pause)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, longest_pause(error))

    async def _poll(self, session: aiohttp.ClientSession, offset: int | None) -> int | None:
        body: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": FULL, "allowed_updates": list(ALLOWED_UPDATES)}
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


def longest_pause(error: Exception) -> float:
    """The longest pause after this failure."""
    code = getattr(error, "code", None)
    refused = isinstance(error, TelegramUnauthorizedError) or (isinstance(code, int) and code < SERVER_ERROR)
    return MOST_PAUSE if refused else AWAY_PAUSE


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
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return _refused(403)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await request.read()
        except TimeoutError:
            return _refused(408)
        except RequestPayloadError:
            return _refused(400)
        if (update := _update(body)) is None:
            return _refused(400)
        await self._store([update])
        return web.Response()


def _refused(status: int) -> web.Response:
    """Whoever sends what is no update is not listened to any longer."""
    response = web.Response(status=status)
    response.force_close()
    return response


def _update(body: bytes) -> dict[str, Any] | None:
    """None: this is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = found.get("update_id") if isinstance(found, dict) else None
    return found if is_id(number) and number >= 0 else None
