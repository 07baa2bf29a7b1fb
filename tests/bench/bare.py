"""The least an aiogram bot can be: it answers every text with as many messages as `BARE_CALLS` says, and no more.

What any bot of this kind pays for aiogram, aiohttp and pydantic; the other half of `tests.bench.cost`.
"""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

CALLS = int(os.environ.get("BARE_CALLS", "3"))


async def answer(message: Message) -> None:
    for _ in range(CALLS):
        await message.answer("Прийнято")


async def run() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API"]))
    async with Bot(os.environ["BOT_TOKEN"], session=session) as bot:
        dispatcher = Dispatcher()
        dispatcher.message.register(answer)
        await bot.delete_webhook()
        await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(run())
