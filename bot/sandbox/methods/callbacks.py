"""Answers to taps on inline buttons."""

from collections.abc import Mapping
from typing import Final

from aiogram import methods

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.utf16 import units

LIFETIME: Final = 60.0  # seconds; Telegram says only "too old", clients give up after about that long
TOAST_LIMIT: Final = 200
TOO_OLD: Final = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(call: Call[methods.AnswerCallbackQuery]) -> bool:
    """Show a toast or an alert, or just stop the button's clock; once per tap."""
    method, world = call.method, call.world
    query = world.queries.get(method.callback_query_id)
    if query is None or query.bot != call.bot.id or query.answer is not None:
        raise bad(TOO_OLD)
    if world.clock() - query.date > LIFETIME:
        raise bad(TOO_OLD)
    if units(method.text or "") > TOAST_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    if method.url and not method.url.startswith(("https://t.me/", "tg://")):
        raise bad("URL_INVALID")
    query.answer = {"text": method.text, "show_alert": bool(method.show_alert), "url": method.url}
    for waiter in query.waiting:
        if not waiter.done():
            waiter.set_result(None)
    world.shelf.touch("query", query.id)
    world.hub.publish("callback_answer", query.user, query_id=query.id, bot=query.bot, **query.answer)
    return True


HANDLERS: Final[Mapping[str, Handler]] = {"answerCallbackQuery": answer_callback_query}
