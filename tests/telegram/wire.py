"""A Telegram at the end of the wire: answers each call as a test says, through aiogram's own error path."""

import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod

Answer = Callable[[TelegramMethod[Any]], Awaitable[tuple[int, Any]]]
"""A call -> HTTP status and body."""


def refusal(code: int, description: str, **parameters: Any) -> tuple[int, Any]:
    """An error in Telegram's form."""
    body = {"ok": False, "error_code": code, "description": description}
    return code, body | ({"parameters": parameters} if parameters else {})


class Wire(BaseSession):
    """`calls` are those that were made; `answer` can be replaced at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[TelegramMethod[Any]] = []
        self.numbers = count(100)
        self.answer: Answer = self.deliver

    async def deliver(self, method: TelegramMethod[Any]) -> tuple[int, Any]:
        """Messages get numbers from 100; whatever is no message is True."""
        if method.__returning__ is bool:
            return 200, {"ok": True, "result": True}
        if (edited := getattr(method, "message_id", None)) is not None:
            return 200, {"ok": True, "result": message(edited, method)}
        several = getattr(method, "media", None)
        sent = [message(next(self.numbers), method) for _ in (several if isinstance(several, list) else [0])]
        return 200, {"ok": True, "result": sent if isinstance(several, list) else sent[0]}

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:
        self.calls.append(method)
        status, body = await self.answer(method)
        content = body if isinstance(body, str) else json.dumps(body)
        return self.check_response(bot, method, status, content).result

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


def message(number: int, method: TelegramMethod[Any]) -> dict[str, Any]:
    chat = getattr(method, "chat_id", 0)
    return {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}, "text": "…"}
