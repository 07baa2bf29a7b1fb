"""The session: how an answer is read is worked out once for each method."""

import gc
import weakref

from aiogram import Bot
from aiogram.methods import GetMe, Response
from aiogram.types import User

from bot.clients import Session
from tests.telegram.test_postman import TOKEN

ANSWER = '{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "Зразок"}}'


async def test_the_type_of_an_answer_is_kept() -> None:
    session = Session()
    bot = Bot(TOKEN, session=session)
    assert session.check_response(bot, GetMe(), 200, ANSWER).ok
    kept = weakref.ref(Response[User])
    gc.collect()
    assert kept() is not None
