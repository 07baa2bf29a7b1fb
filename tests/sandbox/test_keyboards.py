"""reply_markup: aiogram lets anything through, Telegram does not."""

import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.sandbox.errors import ApiError
from bot.sandbox.keyboards import read_markup
from tests.people import Person, SandboxClient


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (inline(callback_data="ї" * 33), "BUTTON_DATA_INVALID"),
        (inline(callback_data=""), "BUTTON_DATA_INVALID"),
        (inline(url="tel:+380441"), "button URL 'tel:+380441' is invalid: Wrong port number specified in the URL"),
        (inline(url="tel:102"), "inline keyboard button URL 'tel:102' is invalid: Wrong HTTP URL"),
        (inline(url="app://x"), "inline keyboard button URL 'app://x' is invalid: Unsupported URL protocol"),
        (inline(url="http://"), "inline keyboard button URL 'http://' is invalid: URL host is empty"),
        (inline(url="http://x y"), "inline keyboard button URL 'http://x y' is invalid: Wrong HTTP URL"),
        (inline(), "text buttons are unallowed in the inline keyboard"),
        (inline(url="https://a.b", callback_data="x"), "exactly one action"),
        (inline(callback_data="x", style="pink"), "invalid button style"),
        (inline(callback_data="x", colour="red"), "does not know field 'colour'"),
        ({"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}, "text must be non-empty"),
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, 'field "text" must be of type String'),
        ({"inline_keyboard": [{"text": "x"}]}, "must be of type Array"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 8] * 13}, "reply markup is too long"),
        ({"keybord": []}, "can't parse reply keyboard markup JSON object"),
        ({"keyboard": [["a"]], "resize": True}, "does not know field 'resize'"),
        ({"keyboard": [[""]]}, "text must be non-empty"),
        ([1], "object expected as reply markup"),
        ("{", "can't parse reply keyboard markup JSON object"),
    ],
)  # fmt: skip
def test_refused(markup: Any, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        read_markup(markup if isinstance(markup, str) else json.dumps(markup))
    assert words in caught.value.description
    assert caught.value.code == 400


@pytest.mark.parametrize("action", [{"web_app": {"url": "https://a.b"}}, {"switch_inline_query": "x"}, {"pay": True}])
def test_unplayed_buttons_are_refused_by_name(action: dict[str, Any]) -> None:
    with pytest.raises(ApiError, match=next(iter(action))) as caught:
        read_markup(inline(**action))
    assert caught.value.code == 501


@pytest.mark.parametrize(
    "nothing", [None, "", {}, {"inline_keyboard": []}, {"inline_keyboard": [[]]}, '{"keyboard": []}']
)
def test_no_markup(nothing: Any) -> None:
    assert read_markup(nothing) is None


async def test_inline_keyboard_is_part_of_the_message(bot: Bot, olena: Person) -> None:
    data, url = (
        InlineKeyboardButton(text="Так", callback_data="y" * 64),
        InlineKeyboardButton(text="Сайт", url="npu.gov.ua"),
    )
    sent = await bot.send_message(olena.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[data], [url]]))
    assert sent.reply_markup is not None
    assert sent.reply_markup.inline_keyboard[0][0].callback_data == "y" * 64
    assert sent.reply_markup.inline_keyboard[1][0].url == "http://npu.gov.ua/"


async def test_reply_keyboard_comes_and_goes(bot: Bot, olena: Person) -> None:
    place = KeyboardButton(text="Надіслати геолокацію", request_location=True)
    keyboard = ReplyKeyboardMarkup(keyboard=[[place], [KeyboardButton(text="Ні")]], resize_keyboard=True)
    sent = await bot.send_message(olena.id, "Де ви?", reply_markup=keyboard)
    assert sent.reply_markup is None
    await olena.looks()
    assert olena.keyboard is not None
    assert olena.keyboard["keyboard"][0][0] == {"text": "Надіслати геолокацію", "request_location": True}
    await olena.says("Ні")
    await olena.looks()
    assert olena.keyboard is not None, "only a one-time keyboard folds away"
    await bot.send_message(olena.id, "Добре", reply_markup=ReplyKeyboardRemove())
    await olena.looks()
    assert olena.keyboard is None


async def test_one_time_keyboard_folds_away_when_used(bot: Bot, olena: Person) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Ні")]], one_time_keyboard=True)
    await bot.send_message(olena.id, "?", reply_markup=keyboard)
    await olena.says("щось інше")
    await olena.looks()
    assert olena.keyboard is not None
    await olena.says("Ні")
    await olena.looks()
    assert olena.keyboard is None


async def test_a_deleted_message_takes_its_keyboard_along(bot: Bot, olena: Person) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Ні")]])
    sent = await bot.send_message(olena.id, "?", reply_markup=keyboard)
    await bot.delete_message(olena.id, sent.message_id)
    await olena.looks()
    assert olena.keyboard is None


async def test_force_reply_until_something_is_said(bot: Bot, olena: Person, control: SandboxClient) -> None:
    sent = await bot.send_message(olena.id, "Як вас звати?", reply_markup=ForceReply())
    assert (await control.call("GET", f"chats/{olena.id}/messages"))["force_reply"] == sent.message_id
    await olena.replies(sent.message_id, "Олена")
    assert (await control.call("GET", f"chats/{olena.id}/messages"))["force_reply"] is None


async def test_location_button_in_a_group(bot: Bot, olena: Person, control: SandboxClient) -> None:
    group = await control.group("Двір", olena)
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Де", request_location=True)]])
    with pytest.raises(TelegramBadRequest, match="location can be requested in private chats only"):
        await bot.send_message(group["id"], "?", reply_markup=keyboard)
