"""Webhooks: the secret, repeats, order, answers with a method in them; and aiogram's own handler."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendMessage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.sandbox.webhook import SECRET
from tests.people import Person, SandboxClient

Json = dict[str, Any]


@dataclass
class Hook:
    """An address that notes what it gets; `status` decides the answer, `reply` what stands in it."""

    got: list[Json] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    status: Callable[[Json], int] = lambda _: 200
    reply: Json | None = None
    url: str = ""

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.status(update)
        if status == 200:
            self.got.append(update)
        return web.json_response(self.reply or {}, status=status)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got if "message" in update]


@asynccontextmanager
async def listening(handler: Any) -> AsyncIterator[str]:
    """A handler on a free port; gives its address."""
    app = web.Application()
    app.router.add_post("/hook", handler)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made = Hook()
    async with listening(made.handle) as made.url:
        yield made


async def until(condition: Callable[[], bool], seconds: float = 5) -> None:
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


async def test_what_waited_and_what_comes(bot: Bot, olena: Person, hook: Hook) -> None:
    await bot.set_webhook(hook.url, secret_token="s-e_c" * 3)
    await until(lambda: hook.texts() == ["/start"])
    await olena.says("раз")
    await until(lambda: hook.texts() == ["/start", "раз"])
    assert set(hook.secrets) == {"s-e_c" * 3}
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.last_error_message) == (hook.url, 0, None)
    await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""


async def test_repeats_until_accepted_in_order_per_chat(bot: Bot, control: SandboxClient, hook: Hook) -> None:
    failures = {"count": 2}

    def status(update: Json) -> int:
        if "message" in update and update["message"]["text"] == "a0" and failures["count"]:
            failures["count"] -= 1
            return 503
        return 200

    hook.status = status
    await bot.set_webhook(hook.url)
    anna, bohdan = await control.person("Анна"), await control.person("Богдан")
    for number in range(3):
        await anna.says(f"a{number}")
        await bohdan.says(f"b{number}")
    await until(lambda: len(hook.got) == 6)
    assert [text for text in hook.texts() if text[0] == "a"] == ["a0", "a1", "a2"]
    assert [text for text in hook.texts() if text[0] == "b"] == ["b0", "b1", "b2"]
    assert hook.texts().index("b2") < hook.texts().index("a0"), "one chat does not wait for another"
    assert (
        await bot.get_webhook_info()
    ).last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_nobody_there(bot: Bot, olena: Person) -> None:
    await bot.set_webhook("http://127.0.0.1:1/hook")
    await olena.says("раз")
    await asyncio.sleep(0.3)
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (2, "Connection refused")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


async def test_a_method_in_the_answer(bot: Bot, olena: Person, hook: Hook) -> None:
    hook.reply = {"method": "sendMessage", "chat_id": olena.id, "text": "<b>так</b>", "parse_mode": "HTML"}
    await bot.set_webhook(hook.url)
    assert (await olena.hears("так"))["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


async def test_aiograms_own_handler(bot: Bot, control: SandboxClient) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: Message) -> SendMessage:
        return message.answer(f"Ви: {message.text}")

    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token="secret")
    async with listening(handler.handle) as url:
        await bot.set_webhook(url, secret_token="wrong")
        olena = await control.person("Олена")
        await olena.says("раз")
        await asyncio.sleep(0.1)
        assert (await bot.get_webhook_info()).last_error_message == "Wrong response from the webhook: 401 Unauthorized"
        await bot.set_webhook(url, secret_token="secret")
        await olena.hears("Ви: раз")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://127.0.0.1/", "An HTTPS URL must be provided for webhook"),
        ("https://example.org/hook", "the sandbox calls loopback addresses only, not example.org"),
    ],
)
async def test_addresses_that_are_refused(bot: Bot, url: str, words: str) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.set_webhook(url)


async def test_secrets_that_are_refused(bot: Bot) -> None:
    assert SECRET.fullmatch("A-z_0")
    with pytest.raises(TelegramBadRequest, match="secret token contains unallowed characters"):
        await bot.set_webhook("http://127.0.0.1:1/", secret_token="так")
