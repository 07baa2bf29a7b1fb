"""getUpdates: what waits, what is confirmed, who may ask; and a real Dispatcher on it."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiohttp import ClientSession

from bot.sandbox.server import Sandbox
from tests.people import Person, SandboxClient
from tests.sandbox.conftest import TOKEN, Clock, client, shut
from tests.sandbox.test_sending import unknown_fields


async def texts(bot: Bot, **what: Any) -> list[str | None]:
    return [update.message.text if update.message else update.event_type for update in await bot.get_updates(**what)]


async def test_confirmed_by_offset_only(bot: Bot, olena: Person) -> None:
    await olena.says("раз")
    await olena.says("два")
    updates = await bot.get_updates()
    assert [update.message and update.message.text for update in updates] == ["/start", "раз", "два"]
    assert unknown_fields(updates) == []
    assert await texts(bot) == ["/start", "раз", "два"]
    assert await texts(bot, limit=1) == ["/start"]
    assert await texts(bot, offset=updates[1].update_id) == ["раз", "два"]
    assert await texts(bot) == ["раз", "два"]
    assert await texts(bot, offset=updates[2].update_id + 1) == []


async def test_negative_offset_forgets_the_rest(bot: Bot, olena: Person) -> None:
    for text in ("раз", "два", "три"):
        await olena.says(text)
    assert await texts(bot, offset=-2) == ["два", "три"]
    assert await texts(bot) == ["два", "три"]


async def test_long_poll_ends_with_the_first_update(bot: Bot, olena: Person) -> None:
    await bot.get_updates(offset=-1)
    waiting = asyncio.create_task(bot.get_updates(offset=870_000_002, timeout=20))
    await asyncio.sleep(0.1)
    await olena.says("нарешті")
    updates = await asyncio.wait_for(waiting, 2)
    assert [update.message and update.message.text for update in updates] == ["нарешті"]


async def test_a_second_poller_ends_the_first(bot: Bot, box: Sandbox) -> None:
    second = client(box.url)
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    assert await second.get_updates() == []
    with pytest.raises(
        TelegramConflictError,
        match="terminated by other getUpdates request; make sure that only one bot instance is running",
    ):
        await asyncio.wait_for(waiting, 2)
    await shut(second)


async def test_no_polling_beside_a_webhook(bot: Bot) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    await bot.set_webhook("http://127.0.0.1:1/hook")
    with pytest.raises(TelegramConflictError, match="terminated by setWebhook request"):
        await asyncio.wait_for(waiting, 2)
    with pytest.raises(
        TelegramConflictError, match="can't use getUpdates method while webhook is active; use deleteWebhook"
    ):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_kinds_that_must_be_asked_for(bot: Bot, olena: Person) -> None:
    sent = await bot.send_message(olena.id, "?")
    await olena.reacts(sent.message_id, "👍")
    await olena.edits(await olena.says("раз"), "два")
    assert await texts(bot, offset=-9) == ["/start", "раз", "edited_message"]
    await bot.get_updates(allowed_updates=["message_reaction"])
    await olena.reacts(sent.message_id, "🔥")
    await olena.says("не для бота")
    (update,) = (await bot.get_updates())[3:]
    assert update.message_reaction is not None
    assert [reaction.type for reaction in update.message_reaction.old_reaction] == ["emoji"]
    await bot.get_updates(allowed_updates=[])
    await olena.reacts(sent.message_id, "👎")
    await olena.says("знову для бота")
    assert (await texts(bot))[4:] == ["знову для бота"]


async def test_updates_live_for_a_day(bot: Bot, olena: Person, clock: Clock) -> None:
    clock.ahead = 24 * 3600 + 60
    await olena.says("нове")
    assert await texts(bot) == ["нове"]


async def test_taps_and_their_answers(bot: Bot, olena: Person, clock: Clock) -> None:
    button = InlineKeyboardButton(text="Так", callback_data="y")
    sent = await bot.send_message(olena.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    for _ in range(3):
        await olena.taps_data(sent.message_id, "y", patience=0)
    queries = [update.callback_query for update in await bot.get_updates() if update.callback_query]
    assert len({query.id for query in queries}) == 3
    assert queries[0].data == "y"
    assert isinstance(queries[0].message, Message)
    assert await bot.answer_callback_query(queries[0].id, "Гаразд")
    for query_id in (queries[0].id, "5"):
        with pytest.raises(
            TelegramBadRequest, match="query is too old and response timeout expired or query ID is invalid"
        ):
            await bot.answer_callback_query(query_id)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(queries[1].id, "ї" * 201)
    clock.ahead = 61
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(queries[2].id)


async def test_a_tap_on_what_is_deleted(bot: Bot, olena: Person) -> None:
    sent = await bot.send_message(olena.id, "?")
    await bot.delete_message(olena.id, sent.message_id)
    await olena.taps_data(sent.message_id, "y", patience=0)
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.message is not None
    assert not isinstance(query.message, Message)


async def test_a_real_dispatcher(bot: Bot, control: SandboxClient) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: Message) -> None:
        button = InlineKeyboardButton(text="Так, погоджуюсь", callback_data="y")
        await message.answer(f"Ви: {message.text}", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        await query.answer("Дякуємо", show_alert=True)
        assert isinstance(query.message, Message)
        await query.message.edit_text("Згода є")

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
    olena = await control.person("Олена")
    await olena.says("/start deep-link")
    await olena.hears("Ви: /start deep-link")
    assert await olena.taps("погоджуюсь") == {"text": "Дякуємо", "show_alert": True, "url": None}
    await olena.hears("Згода є")
    await dispatcher.stop_polling()
    await polling


@pytest.mark.parametrize("token", ["nonsense:ab", "12:", TOKEN[5:]])
async def test_a_token_that_is_none(box: Sandbox, token: str, control: SandboxClient) -> None:

    async with ClientSession() as session, session.post(f"{box.url}/bot{token}/getMe") as answer:
        assert (answer.status, await answer.json()) == (
            401,
            {"ok": False, "error_code": 401, "description": "Unauthorized"},
        )
