"""A thin client of the sandbox's control API; `tests/people.py` puts people on top."""

import asyncio
import base64
import io
import json
import time
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession, ClientTimeout

Json = dict[str, Any]

PATIENCE = 30.0


class ControlRefusal(Exception):
    """The control API said no; the text is its own, `status` its HTTP status."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class ControlClient:
    """The control API of one sandbox. `bot` (an id) is needed only when several bots are known."""

    def __init__(self, url: str, bot: int | None = None) -> None:
        self.url = url.rstrip("/")
        self.bot = bot
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = ClientSession(timeout=ClientTimeout(total=90))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._session is not None
        await self._session.close()

    async def call(self, verb: str, path: str, body: Json | None = None, **query: Any) -> Json:
        """One control call; raises ControlRefusal. `path` without /control/."""
        assert self._session is not None, "use `async with SandboxClient(...)`"
        params = {key: str(value) for key, value in query.items() if value is not None}
        # a stream, because aiohttp warns about long bodies (files) handed over as bytes
        data = None if body is None else io.BytesIO(json.dumps(body).encode())
        async with self._session.request(verb, f"{self.url}/control/{path}", data=data, params=params) as answer:
            read: Json = await answer.json()
            if answer.status >= 400:
                raise ControlRefusal(answer.status, f"{verb} {path}: {read.get('error')}")
            return read

    async def act(self, path: str, body: Json) -> Json:
        """A POST of somebody's act; waits while the bot has not made its first call yet."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return await self.call("POST", path, {"bot": self.bot, **body})
            except ControlRefusal as refusal:
                if refusal.status != 409 or time.monotonic() > end:
                    raise
                await asyncio.sleep(0.05)

    async def state(self) -> Json:
        """GET /control/state."""
        return await self.call("GET", "state")

    async def calls(self, method: str | None = None, after: int = 0) -> list[Json]:
        """The journal of Bot API calls, of one method or of all."""
        found: list[Json] = (await self.call("GET", "calls", method=method, after=after))["calls"]
        return found

    async def fault(self, kind: str, **about: Any) -> int:
        """Order a fault (method, chat, times, probability, retry_after); returns its id."""
        number: int = (await self.call("POST", "faults", {"kind": kind, **about}))["id"]
        return number

    async def clear_faults(self) -> None:
        """No more faults."""
        await self.call("DELETE", "faults")

    async def limits(self, **rules: Any) -> None:
        """Set limits (strict, per_chat_per_second …)."""
        await self.call("PUT", "limits", rules)

    async def tells(self, update: Any) -> None:
        """An update of any JSON, as it is; an object gets an `update_id` unless it has one."""
        await self.act("updates", {"update": update})

    async def content(self, file_id: str) -> bytes:
        """The bytes of a file."""
        assert self._session is not None
        async with self._session.get(f"{self.url}/control/files/{file_id}") as answer:
            assert answer.status == 200, f"no file {file_id}"
            return await answer.read()


def file(name: str, mime: str, content: bytes) -> Json:
    """A file for `sends_photo(file=…)` and the others."""
    return {"name": name, "mime": mime, "base64": base64.b64encode(content).decode()}


def seen(text: str) -> str:
    """With plain spaces: a number does not part from its sign, and people do not see how."""
    return text.replace("\u00a0", " ")


def words(message: Json) -> str:
    """What a message says: text or caption with plain spaces, or in brackets what else it is."""
    said = message.get("text") or message.get("caption")
    if said:
        return seen(str(said))
    kinds = (
        "live_photo",
        "photo",
        "voice",
        "video",
        "document",
        "location",
        "venue",
        "contact",
        "sticker",
        "audio",
        "video_note",
        "poll",
        "rich_message",
    )
    return f"[{next((kind for kind in kinds if kind in message), 'service')}]"


def buttons(message: Json) -> list[str]:
    """The inline buttons' words."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [seen(button["text"]) for row in rows for button in row]
