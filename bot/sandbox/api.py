"""The Bot API's door: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import inspect
import json
import re
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from bot.sandbox.bodies import Body, read_body
from bot.sandbox.calls import Call
from bot.sandbox.errors import ApiError, not_implemented
from bot.sandbox.faults import ANSWERS, Fault
from bot.sandbox.methods import handlers
from bot.sandbox.parsing import method_classes, parse
from bot.sandbox.things import Bot
from bot.sandbox.world import World

Json = dict[str, Any]

TOKEN: Final = re.compile(r"(\d{1,18}):[A-Za-z0-9_-]+")
# What counts against the limits on sending.
LIMITED: Final = re.compile(r"(send(?!chataction)|copymessage|forwardmessage|editmessage)", re.IGNORECASE)


def dumps(value: Any) -> str:
    """Compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended; `lost`: the caller will not hear of it."""

    body: Json
    lost: bool = False

    @property
    def code(self) -> int:
        """The HTTP status."""
        return int(self.body.get("error_code", 200))


class BotApi:
    """Executes methods and keeps the journal; `stopping` ends calls that hang on purpose."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.stopping = asyncio.Event()

    def bot(self, token: str) -> Bot:
        """The bot of a token, made on its first call. Raises ApiError 401."""
        found = TOKEN.fullmatch(token)
        if found is None:
            raise ApiError(401, "Unauthorized")
        number = int(found[1])
        return self.world.bots.get(number) or self.world.add_bot(number)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One HTTP call."""
        name = request.match_info["method"]
        try:
            bot = self.bot(request.match_info["token"])
            body = await read_body(request)
        except ApiError as refusal:
            return _answer(refusal.body())
        fault = self._fault(name, body)
        if fault is not None and fault.kind in {"drop", "timeout"}:
            return await self._cut(request, fault, bot=bot, name=name, body=body)
        lost = fault is not None and fault.kind == "lost_answer"
        outcome = Outcome(await self._run(bot, name, body, fault), lost)
        self._note(bot, name, body, outcome)
        return _hang_up(request) if lost else _answer(outcome.body)

    def _fault(self, name: str, body: Body) -> Fault | None:
        if not self.world.faults.orders:
            return None
        return self.world.faults.strike(name, _chat(body))

    async def _cut(self, request: web.Request, fault: Fault, *, bot: Bot, name: str, body: Body) -> web.StreamResponse:
        """No effect and no answer: at once, or when the caller has had enough."""
        words = {"ok": False, "error_code": 0, "description": f"fault: {fault.kind}"}
        self._note(bot, name, body, Outcome(words, lost=True))
        if fault.kind == "timeout":  # a caller that leaves cancels this
            await self.stopping.wait()
        return _hang_up(request)

    async def _run(self, bot: Bot, name: str, body: Body, fault: Fault | None) -> Json:
        try:
            if fault is not None and fault.kind in ANSWERS:
                raise ANSWERS[fault.kind](fault)
            return {"ok": True, "result": await self.execute(bot, name, body)}
        except ApiError as refusal:
            return refusal.body()

    async def execute(self, bot: Bot, name: str, body: Body) -> Any:
        """Run one method. Raises ApiError, among others 404 and 501 for what is not there."""
        cls, handler = method_classes().get(name.lower()), handlers().get(name.lower())
        if cls is None:
            raise ApiError(404, "Not Found")
        if handler is None:
            raise not_implemented(cls.__api_method__)
        call = Call(self.world, bot, parse(cls, body))
        if self.world.limits.rules.strict and LIMITED.match(name):
            self._limit(call)
        result = handler(call)
        return await result if inspect.isawaitable(result) else result

    def _limit(self, call: Call[Any]) -> None:
        chat = call.dialog(call.method.chat_id).key[1]
        several = getattr(call.method, "media", None) or getattr(call.method, "message_ids", None)
        messages = len(several) if isinstance(several, list) else 1
        self.world.limits.take(call.bot.id, chat, now=self.world.clock(), messages=messages)

    async def from_webhook(self, bot: Bot, name: str, body: Body) -> None:
        """A method in a webhook's answer: the bot never hears how it went."""
        self._note(bot, name, body, Outcome(await self._run(bot, name, body, None), lost=True))

    def _note(self, bot: Bot, name: str, body: Body, outcome: Outcome) -> None:
        result = outcome.body.get("result")
        message_id = result.get("message_id") if isinstance(result, dict) else None
        entry = {"time": self.world.clock(), "bot": bot.id, "method": name, "chat": _chat(body)}
        ended = {"ok": outcome.body["ok"], "code": outcome.code, "description": outcome.body.get("description")}
        self.world.journal.note({**entry, **ended, "answer_lost": outcome.lost, "message_id": message_id})

    async def download(self, request: web.Request) -> web.Response:
        """The content behind a `file_path`."""
        try:
            self.bot(request.match_info["token"])
        except ApiError as refusal:
            return _answer(refusal.body())
        stored = self.world.files.by_path(request.match_info["path"])
        if stored is None:
            return _answer(ApiError(404, "Not Found").body())
        return web.Response(body=self.world.files.content(stored), content_type="application/octet-stream")


def _chat(body: Body) -> int | None:
    """The chat a call is about, for faults and the journal."""
    try:
        return int(body.values["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _answer(body: Json) -> web.Response:
    return web.Response(text=dumps(body), status=body.get("error_code", 200), content_type="application/json")


def _hang_up(request: web.Request) -> web.Response:
    """Cut the connection; the response object goes nowhere."""
    if request.transport is not None:
        request.transport.abort() if hasattr(request.transport, "abort") else request.transport.close()
    return web.Response()
