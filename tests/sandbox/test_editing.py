"""Edits in Telegram's words."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    ReplyKeyboardRemove,
)

from bot.sandbox import samples
from tests.people import Person

BUTTON = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", callback_data="y")]])
SAME = "message is not modified: specified new message content and reply markup are exactly the same"


async def test_text_and_buttons(bot: Bot, olena: Person) -> None:
    sent = await bot.send_message(olena.id, "раз", reply_markup=BUTTON)
    edited = await bot.edit_message_text("<b>два</b>", chat_id=olena.id, message_id=sent.message_id, parse_mode="HTML")
    assert isinstance(edited, Message)
    assert edited.html_text == "<b>два</b>"
    assert edited.reply_markup is None, "an edit without reply_markup takes the buttons away"
    assert edited.edit_date is not None
    marked = await bot.edit_message_reply_markup(chat_id=olena.id, message_id=sent.message_id, reply_markup=BUTTON)
    assert isinstance(marked, Message)
    assert marked.reply_markup is not None
    await olena.hears("два")
    assert olena.messages[sent.message_id]["edited"] is True


async def test_nothing_changed(bot: Bot, olena: Person) -> None:
    sent = await bot.send_message(olena.id, "раз", reply_markup=BUTTON)
    with pytest.raises(TelegramBadRequest, match=SAME):
        await bot.edit_message_text("раз", chat_id=olena.id, message_id=sent.message_id, reply_markup=BUTTON)
    with pytest.raises(TelegramBadRequest, match=SAME):
        await bot.edit_message_reply_markup(chat_id=olena.id, message_id=sent.message_id, reply_markup=BUTTON)


async def test_caption_and_media(bot: Bot, olena: Person) -> None:
    sent = await bot.send_photo(olena.id, BufferedInputFile(samples.png(), "a.png"), caption="раз")
    ids: dict[str, Any] = {"chat_id": olena.id, "message_id": sent.message_id}
    captioned = await bot.edit_message_caption(**ids, caption="два")
    assert isinstance(captioned, Message)
    assert captioned.caption == "два"
    bare = await bot.edit_message_caption(**ids)
    assert isinstance(bare, Message)
    assert bare.caption is None
    other = InputMediaPhoto(media=BufferedInputFile(samples.png(tint=3), "b.png"), caption="три")
    changed = await bot.edit_message_media(other, **ids)
    assert isinstance(changed, Message)
    assert changed.caption == "три"
    assert changed.photo is not None
    assert sent.photo is not None
    assert changed.photo[-1].file_id != sent.photo[-1].file_id


async def test_live_location(bot: Bot, olena: Person) -> None:
    sent = await bot.send_location(olena.id, 50, 28, live_period=900)
    ids: dict[str, Any] = {"chat_id": olena.id, "message_id": sent.message_id}
    moved = await bot.edit_message_live_location(50.5, 28, **ids)
    assert isinstance(moved, Message)
    assert moved.location is not None
    assert (moved.location.latitude, moved.location.live_period) == (50.5, 900)
    stopped = await bot.stop_message_live_location(**ids)
    assert isinstance(stopped, Message)
    assert stopped.location is not None
    assert stopped.location.live_period is None
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_live_location(50.6, 28, **ids)


async def test_poll_stops_once(bot: Bot, olena: Person) -> None:
    sent = await bot.send_poll(olena.id, "?", ["1", "2"])
    assert (await bot.stop_poll(olena.id, sent.message_id)).is_closed
    with pytest.raises(TelegramBadRequest, match="poll has already been closed"):
        await bot.stop_poll(olena.id, sent.message_id)


async def test_what_cannot_be_edited(bot: Bot, olena: Person) -> None:
    said = await olena.says("моє")
    folded = await bot.send_message(olena.id, "раз", reply_markup=ReplyKeyboardRemove())
    photo = await bot.send_photo(olena.id, BufferedInputFile(samples.png(), "a.png"))
    text = await bot.send_message(olena.id, "раз")
    for number, words in (
        (999, "message to edit not found"),
        (said["message_id"], "message can't be edited"),
        (folded.message_id, "message can't be edited"),
        (photo.message_id, "there is no text in the message to edit"),
    ):
        with pytest.raises(TelegramBadRequest, match=words):
            await bot.edit_message_text("два", chat_id=olena.id, message_id=number)
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await bot.edit_message_caption(chat_id=olena.id, message_id=text.message_id, caption="два")
    await bot.delete_message(olena.id, text.message_id)
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("два", chat_id=olena.id, message_id=text.message_id)
