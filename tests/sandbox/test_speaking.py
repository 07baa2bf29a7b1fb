"""Everything people can send that is not plain: forwards, quotes, other chats, rich messages, service, raw JSON."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiohttp import ClientSession

from bot.sandbox.server import Sandbox
from bot.sandbox.service import NAMES
from bot.sandbox.utf16 import units
from tests.people import ControlRefusal, Person, SandboxClient
from tests.sandbox.conftest import TOKEN, Clock
from tests.sandbox.test_sending import unknown_fields

Json = dict[str, Any]


async def newest(bot: Bot) -> Message:
    """The message of the newest update."""
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert unknown_fields(message) == []
    return message


ORIGINS: dict[str, tuple[Json, set[str]]] = {
    "user": ({"type": "user"}, {"forward_from", "forward_date"}),
    "named": (
        {"type": "hidden_user", "name": "Вася К."},
        {"forward_sender_name", "forward_date"},
    ),
    "nameless": ({"type": "hidden_user"}, {"forward_date"}),
    "chat": ({"type": "chat", "title": "Сусіди", "signature": "адмін"}, {"forward_from_chat", "forward_signature"}),
    "channel": (
        {"type": "channel", "title": "Новини", "username": "news_x", "message_id": 7, "signature": "редактор"},
        {"forward_from_chat", "forward_from_message_id", "forward_signature", "forward_date"},
    ),
}


@pytest.mark.parametrize("name", ORIGINS)
async def test_forwards_show_their_origin_in_both_ways(bot: Bot, box: Sandbox, olena: Person, *, name: str) -> None:
    origin, older = ORIGINS[name]
    said = await olena.forwards(origin, text="Спалю вам хату")
    assert said["forward_origin"]["type"] == origin["type"]
    assert older <= said.keys()
    assert ("sender_user_name" in said["forward_origin"]) == (name == "named")
    if name == "nameless":  # this is what Telegram sends, and more than aiogram can read
        async with ClientSession() as session, session.get(f"{box.url}/bot{TOKEN}/getUpdates") as answer:
            assert (await answer.json())["result"][-1]["message"] == said
        return
    message = await newest(bot)
    assert message.forward_origin is not None
    assert message.text == "Спалю вам хату"


async def test_a_message_of_this_chat_is_forwarded_with_its_content(bot: Bot, olena: Person) -> None:
    await bot.send_photo(
        olena.id, (await olena.sends_photo())["photo"][-1]["file_id"], caption="<b>яма</b>", parse_mode="HTML"
    )
    said = await olena.forwards_message("яма")
    assert said["forward_origin"]["sender_user"]["is_bot"] is True
    assert said["forward_from"]["id"] == bot.id
    assert (said["caption"], len(said["photo"])) == ("яма", 2)
    await bot.send_message(olena.id, "таємне", protect_content=True)
    with pytest.raises(ControlRefusal, match="protected"):
        await olena.forwards_message("таємне")


async def test_a_bots_forward_has_the_older_fields_too(bot: Bot, olena: Person) -> None:
    said = await olena.says("яма")
    forwarded = await bot.forward_message(olena.id, olena.id, said["message_id"])
    assert forwarded.forward_from is not None
    assert forwarded.forward_from.id == olena.id
    assert forwarded.forward_date is not None


async def test_a_reply_brings_buttons_and_formatting_of_the_bots_message(bot: Bot, olena: Person) -> None:
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", callback_data="y:abc")]])
    await bot.send_message(
        olena.id,
        '<a href="https://t.me/x?start=abc">Ваше</a> <b>повідомлення</b>',
        parse_mode="HTML",
        reply_markup=markup,
    )
    await olena.replies("Ваше", "дякую")
    answered = (await newest(bot)).reply_to_message
    assert answered is not None
    assert [entity.type for entity in answered.entities or ()] == ["text_link", "bold"]
    assert answered.reply_markup is not None
    ((button,),) = answered.reply_markup.inline_keyboard
    assert (button.text, button.callback_data) == ("Так", "y:abc")
    assert answered.from_user is not None
    assert answered.from_user.is_bot


async def test_quotes_of_a_part(bot: Bot, olena: Person) -> None:
    await bot.send_message(olena.id, "😀 Хто <b>бачив</b> <i>це</i>?", parse_mode="HTML")
    await olena.quotes("Хто", "бачив це", "я")
    message = await newest(bot)
    assert message.quote is not None
    assert (message.quote.text, message.quote.position, message.quote.is_manual) == ("бачив це", 7, True)
    assert [(item.type, item.offset, item.length) for item in message.quote.entities or ()] == [
        ("bold", 0, 5),
        ("italic", 6, 2),
    ]
    with pytest.raises(ControlRefusal, match="does not say"):
        await olena.quotes("Хто", "нічого", "я")


async def test_replies_to_messages_of_other_chats(bot: Bot, olena: Person) -> None:
    other = {"text": "Збір о шостій біля школи", "quote": "о шостій", "origin": {"type": "channel", "title": "Новини"}}
    await olena.replies_elsewhere("Це правда?", other=other)
    message = await newest(bot)
    assert message.reply_to_message is None
    assert message.external_reply is not None
    assert message.external_reply.chat is not None
    assert message.external_reply.chat.title == "Новини"
    assert message.quote is not None
    assert (message.quote.text, message.quote.position) == ("о шостій", 5)
    await olena.replies_elsewhere(
        "Ось", other={"kind": "photo", "caption": "яма", "origin": {"type": "hidden_user", "name": "В"}}
    )
    message = await newest(bot)
    assert message.external_reply is not None
    assert message.external_reply.photo
    assert message.quote is not None
    assert (message.quote.text, message.quote.is_manual) == ("яма", None)


async def test_rich_messages(bot: Bot, olena: Person) -> None:
    await olena.sends_rich(text="раз\n\nдва")
    rich = (await newest(bot)).rich_message
    assert rich is not None
    assert [block.model_dump()["text"] for block in rich.blocks] == ["раз", "два"]
    cells = [[{"align": "left", "valign": "top", "text": "клітинка"}]]
    await olena.sends_rich(
        {"type": "heading", "text": ["Про ", {"type": "bold", "text": "яму"}], "size": 1},
        {"type": "table", "cells": cells},
        {"type": "list", "items": [{"label": "1.", "blocks": [{"type": "photo", "caption": {"text": "фото"}}]}]},
    )
    assert (await newest(bot)).content_type == "rich_message"
    with pytest.raises(ControlRefusal, match="no rich message"):
        await olena.sends_rich({"type": "nothing"})


async def test_live_photos_bring_the_picture_too(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await olena.sends_live_photo("яма")
    message = await newest(bot)
    assert message.live_photo is not None
    assert message.photo is not None
    assert message.caption == "яма"
    assert await control.content(message.live_photo.file_id)
    sent = await bot.send_live_photo(olena.id, live_photo=message.live_photo.file_id, photo=message.photo[-1].file_id)
    assert sent.live_photo is not None


async def test_mixed_albums(bot: Bot, olena: Person) -> None:
    said = await olena.sends_items({"kind": "photo", "caption": "раз"}, {"kind": "video"}, {"kind": "live_photo"})
    assert len({message["media_group_id"] for message in said}) == 1
    assert (await newest(bot)).content_type == "live_photo"


async def test_long_captions_need_premium(bot: Bot, olena: Person, control: SandboxClient) -> None:
    with pytest.raises(ControlRefusal, match="caption is too long"):
        await olena.sends_photo("а" * 1025)
    rich = await control.person("Дарина", is_premium=True)
    said = await rich.sends_photo("а" * 4096)
    assert len((await newest(bot)).caption or "") == 4096
    await rich.edits(said, caption="б" * 2000)
    edited = (await bot.get_updates())[-1].edited_message
    assert edited is not None
    assert edited.caption == "б" * 2000
    with pytest.raises(ControlRefusal, match="caption is too long"):
        await rich.sends_photo("а" * 4097)


@pytest.mark.parametrize("text", ["слово " * 2000, "а" * 9000, "😀" * 5000, ("рядок\n" * 700) + "б" * 4000])
async def test_a_long_text_comes_in_several(bot: Bot, olena: Person, *, text: str) -> None:
    await olena.says(text, entities=[{"type": "bold", "offset": 0, "length": units(text)}])
    parts = [update.message for update in await bot.get_updates() if update.message][1:]
    assert len(parts) > 1
    assert all(units(part.text or "") <= 4096 for part in parts)
    assert "".join("".join((part.text or "").split()) for part in parts) == "".join(text.split())
    for part in parts:
        assert [(bold.offset, bold.length) for bold in part.entities or []] == [(0, units(part.text or ""))]


@pytest.mark.parametrize("name", sorted(NAMES))
async def test_service_messages(bot: Bot, olena: Person, *, name: str) -> None:
    await olena.sends_service(name)
    assert getattr(await newest(bot), name) is not None


async def test_any_service_message_with_a_value_of_its_own(bot: Bot, olena: Person) -> None:
    await olena.sends_service("gift", {"gift": {}, "odd": True})
    with pytest.raises(ControlRefusal, match="unknown service message"):
        await olena.sends_service("nothing")


async def test_raw_messages_and_updates(bot: Bot, box: Sandbox, olena: Person, control: SandboxClient) -> None:
    sent = await olena.sends_raw(text="x", forward_origin={"type": "hidden_user", "date": 1}, **{"from": None})
    assert sent == {
        "message_id": 2,
        "chat": sent["chat"],
        "date": sent["date"],
        "text": "x",
        "forward_origin": {"type": "hidden_user", "date": 1},
    }
    await olena.sends_raw("edited_message", message_id=2, text={"odd": 1})
    await olena.sends_raw(message_id="дві", date="учора", text="y")
    await control.tells({"nothing_known": {"x": 1}})
    await control.tells({"message": []})
    async with ClientSession() as session, session.get(f"{box.url}/bot{TOKEN}/getUpdates") as answer:
        updates = (await answer.json())["result"]
    told = [{key: value for key, value in update.items() if key != "update_id"} for update in updates]
    assert told[1] == {"message": sent}
    assert told[2]["edited_message"]["text"] == {"odd": 1}
    assert told[3]["message"]["date"] == "учора"
    assert told[4:] == [{"nothing_known": {"x": 1}}, {"message": []}]
    assert [update["update_id"] for update in updates] == list(
        range(updates[0]["update_id"], updates[-1]["update_id"] + 1)
    )
    await olena.replies(2, "і відповідь")
    assert (await control.state())["users"][0]["last"]["message_id"] == 3


async def test_an_old_tap_takes_no_answer(bot: Bot, olena: Person) -> None:
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", callback_data="y")]])
    await bot.send_message(olena.id, "?", reply_markup=markup)
    assert await olena.taps("Так", age=300) is None
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await query.answer("дякую").as_(bot)


async def test_reactions_of_every_kind(bot: Bot, olena: Person) -> None:
    await bot.get_updates(allowed_updates=["message", "message_reaction"])
    sent = await bot.send_message(olena.id, "?")
    for emoji in ("👍", "custom:5368324170671202286", "paid", None):
        await olena.reacts(sent.message_id, emoji)
    told = [u.message_reaction for u in await bot.get_updates() if u.message_reaction]
    assert [[item.type for item in one.new_reaction] for one in told] == [["emoji"], ["custom_emoji"], ["paid"], []]
    assert [item.type for item in told[-1].old_reaction] == ["paid"]


async def test_a_reset_gives_no_number_twice(bot: Bot, olena: Person, control: SandboxClient, clock: Clock) -> None:
    sent = await bot.send_message(olena.id, "?")
    update = (await bot.get_updates())[-1]
    await bot.set_webhook("http://127.0.0.1:1/hook")
    await control.call("POST", "reset")
    assert (await bot.get_webhook_info()).url == "http://127.0.0.1:1/hook"
    assert (await bot.get_webhook_info()).pending_update_count == 0
    await bot.delete_webhook()
    assert [call["method"] for call in await control.calls()] == ["getWebhookInfo", "getWebhookInfo", "deleteWebhook"]
    daryna = await control.person("Дарина")
    assert daryna.id != olena.id
    said = await daryna.says("/start")
    assert said["message_id"] > sent.message_id
    (fresh,) = await bot.get_updates(offset=update.update_id + 1)
    assert fresh.update_id > update.update_id


async def test_a_poll_under_way_hears_what_comes_after_a_reset(bot: Bot, olena: Person, control: SandboxClient) -> None:
    confirmed = (await bot.get_updates())[-1].update_id + 1
    poll = asyncio.create_task(bot.get_updates(offset=confirmed, timeout=10))
    await asyncio.sleep(0.1)
    await control.call("POST", "reset")
    await (await control.person("Дарина")).says("/start")
    (update,) = await asyncio.wait_for(poll, 5)
    assert update.message is not None
