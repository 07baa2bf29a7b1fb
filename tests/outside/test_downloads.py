"""What is downloaded takes no more room than Telegram gives, whatever its size was said to be."""

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.errors import FileTooBig
from bot.telegram.files import MOST_BYTES, Files

TOKEN = "7000000001:DOWNLOAD-token-of-a-test-AAAAAAAAAAAAAAA"


async def about(_request: web.Request) -> web.Response:
    result = {"file_id": "a", "file_unique_id": "a", "file_path": "documents/a.xlsx"}
    return web.json_response({"ok": True, "result": result})


async def endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(2 * MOST_BYTES // 65_536):
        await response.write(bytes(65_536))
    return response


async def test_a_file_that_does_not_end() -> None:
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/getFile", about)
    app.router.add_get(f"/file/bot{TOKEN}/documents/a.xlsx", endless)
    async with TestServer(app) as server:
        api = TelegramAPIServer.from_base(str(server.make_url("")).rstrip("/"))
        async with Bot(TOKEN, session=AiohttpSession(api=api)) as bot:
            with pytest.raises(FileTooBig):
                await Files(bot).fetch("a")
