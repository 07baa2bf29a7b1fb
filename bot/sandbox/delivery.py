"""The HTTP side of webhooks: post an update, and do what the answer asks for."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, MultipartReader

from bot.sandbox.bodies import Body, read_parts
from bot.sandbox.errors import ApiError
from bot.sandbox.webhook import Webhook

Json = dict[str, Any]
Execute = Callable[[str, Body], Awaitable[Any]]

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
PATIENCE: Final = ClientTimeout(total=60)


class Courier:
    """Delivers one bot's updates; `execute` runs a method the bot put into its answer."""

    def __init__(self, session: ClientSession, execute: Execute) -> None:
        self._session = session
        self._execute = execute

    async def deliver(self, webhook: Webhook, update: Json) -> str | None:
        """Post one update. Returns None on 2xx, else Telegram's words for `last_error_message`."""
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with self._session.post(webhook.url, json=update, headers=headers, timeout=PATIENCE) as answer:
                if not 200 <= answer.status < 300:
                    return f"Wrong response from the webhook: {answer.status} {answer.reason}"
                body = await _reply(answer)
        except TimeoutError:
            return "Read timeout expired"
        except (ClientError, OSError):
            return "Connection refused"
        await self._do(body)
        return None

    async def _do(self, body: Body) -> None:
        name = body.values.pop("method", None)
        if name:
            await self._execute(str(name), body)


async def _reply(answer: ClientResponse) -> Body:
    """The method in the answer, as JSON or (aiogram) multipart; anything else is no method."""
    body = Body({}, {})
    try:
        if answer.content_type == "application/json":
            values = json.loads(await answer.text() or "{}")
            body.values.update(values if isinstance(values, dict) else {})
        elif answer.content_type.startswith("multipart/"):
            await read_parts(MultipartReader.from_response(answer), body)
    except (ValueError, ApiError):
        return Body({}, {})
    return body
