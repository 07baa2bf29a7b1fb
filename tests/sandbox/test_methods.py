"""Every method of the Bot API is played or refused by name; requests come in every dress."""

import json
from typing import Any

import pytest
from aiogram import Bot, methods
from aiogram.exceptions import TelegramBadRequest, TelegramServerError
from aiogram.types import BotCommand, BotCommandScopeChat, MenuButtonCommands, ReactionTypeEmoji
from aiohttp import ClientSession, FormData

from bot.sandbox.methods import handlers
from bot.sandbox.parsing import FOREIGN, method_classes, shape
from bot.sandbox.server import Sandbox
from tests.people import Person
from tests.sandbox.conftest import TOKEN

Json = dict[str, Any]


async def ask(box: Sandbox, method: str, **how: Any) -> Json:
    """A call without aiogram."""
    async with ClientSession() as session, session.post(f"{box.url}/bot{TOKEN}/{method}", **how) as answer:
        read: Json = await answer.json()
        assert answer.status == read.get("error_code", 200)
        return read


def test_every_handler_is_a_method_aiogram_knows() -> None:
    assert set(handlers()) <= set(method_classes())
    assert len(method_classes()) == len(
        [name for name in methods.__all__ if name not in {"TelegramMethod", "Request", "Response"}]
    )


async def test_every_method_is_played_or_refused_by_name(box: Sandbox) -> None:
    refused = 0
    for name, cls in method_classes().items():
        if name == "getupdates":
            continue
        answer = await ask(box, cls.__api_method__)
        if name in handlers():
            assert answer.get("error_code") != 501, name
        else:
            words = f"Not Implemented: the sandbox does not know {cls.__api_method__} yet"
            assert answer == {"ok": False, "error_code": 501, "description": words}
            refused += 1
    assert refused == len(method_classes()) - len(handlers())


async def test_a_method_nobody_knows(box: Sandbox) -> None:
    assert await ask(box, "sendCat") == {"ok": False, "error_code": 404, "description": "Not Found"}


def test_every_method_has_a_shape() -> None:
    for cls in method_classes().values():
        assert set(shape(cls)) == set(cls.model_fields)


async def test_every_dress_of_a_request(box: Sandbox, olena: Person) -> None:
    what = {"chat_id": str(olena.id), "text": "так", "disable_notification": "true"}
    form = FormData(what)
    form.add_field(
        "entities", json.dumps([{"type": "bold", "offset": 0, "length": 3}]), content_type="application/json"
    )
    entities = [{"type": "bold", "offset": 0, "length": 3}]
    for how in (
        {"params": {**what, "entities": json.dumps(entities)}},
        {"data": {**what, "entities": json.dumps(entities)}},
        {"data": form},
        {"json": {**what, "chat_id": olena.id, "entities": entities}},
    ):
        answer = await ask(box, "SENDmessage", **how)
        assert answer["result"]["entities"] == entities
        assert answer["result"]["chat"]["id"] == olena.id


@pytest.mark.parametrize(
    ("values", "code", "words"),
    [
        ({}, 400, "Bad Request: chat_id is empty"),
        ({"chat_id": 5}, 400, "Bad Request: message text is empty"),
        ({"chat_id": 5, "text": "x", "txet": "x"}, 400, 'the sandbox does not know parameter "txet" of sendMessage'),
        ({"chat_id": 5, "text": "x", "business_connection_id": "7"}, 501, 'parameter "business_connection_id"'),
        ({"chat_id": 5, "text": "x", "entities": "["}, 400, "can't parse entities JSON object"),
        ({"chat_id": 5, "text": "x", "message_thread_id": "x"}, 400, 'can\'t parse parameter "message_thread_id"'),
        ({"chat_id": 5, "text": "x", "parse_mode": "HTLM"}, 400, "unsupported parse_mode"),
    ],
)
async def test_wrong_requests(box: Sandbox, bot: Bot, values: Json, code: int, words: str) -> None:
    answer = await ask(box, "sendMessage", json=values)
    assert (answer["ok"], answer["error_code"]) == (False, code)
    assert words in answer["description"]


async def test_bodies_that_are_not_what_they_say(box: Sandbox, bot: Bot) -> None:
    for body in (b"{", b"[]"):
        answer = await ask(box, "getMe", data=body, headers={"Content-Type": "application/json"})
        assert "can't parse JSON object" in answer["description"]


def test_foreign_parameters_exist() -> None:
    known = {name for cls in method_classes().values() for name in cls.model_fields}
    assert known >= FOREIGN


async def test_commands(bot: Bot, olena: Person) -> None:
    ours = [BotCommand(command="help", description="Довідка")]
    await bot.set_my_commands(ours)
    await bot.set_my_commands(
        [BotCommand(command="queue", description="Черга")], scope=BotCommandScopeChat(chat_id=olena.id)
    )
    await bot.set_my_commands([BotCommand(command="help", description="Help")], language_code="en")
    assert [c.description for c in await bot.get_my_commands()] == ["Довідка"]
    assert [c.description for c in await bot.get_my_commands(language_code="en")] == ["Help"]
    assert [c.command for c in await bot.get_my_commands(scope=BotCommandScopeChat(chat_id=olena.id))] == ["queue"]
    await bot.delete_my_commands(language_code="en")
    assert await bot.get_my_commands(language_code="en") == []
    shown = (await olena.box.state())["bots"][0]["commands"]
    assert {(entry["scope"]["type"], entry["language"]) for entry in shown} == {("default", ""), ("chat", "")}
    for wrong in ("Help", "до", "x" * 33):
        with pytest.raises(TelegramBadRequest, match="BOT_COMMAND_INVALID"):
            await bot.set_my_commands([BotCommand(command=wrong, description="x")])
    with pytest.raises(TelegramBadRequest, match="BOT_COMMAND_DESCRIPTION_INVALID"):
        await bot.set_my_commands([BotCommand(command="help", description="x" * 257)])
    with pytest.raises(TelegramBadRequest, match="invalid language code"):
        await bot.set_my_commands(ours, language_code="ukr")


async def test_what_a_bot_says_about_itself(bot: Bot, olena: Person) -> None:
    await bot.set_my_name("Мій офіцер")
    await bot.set_my_description("Опис")
    await bot.set_my_short_description("Коротко", language_code="en")
    assert (await bot.get_my_name()).name == "Мій офіцер"
    assert (await bot.get_me()).first_name == "Мій офіцер"
    assert (await bot.get_my_description(language_code="en")).description == "Опис"
    assert (await bot.get_my_short_description(language_code="en")).short_description == "Коротко"
    shown = (await olena.box.state())["bots"][0]["texts"]
    assert shown == {"name|": "Мій офіцер", "description|": "Опис", "short_description|en": "Коротко"}
    with pytest.raises(TelegramBadRequest, match="bot description is too long"):
        await bot.set_my_description("x" * 513)
    with pytest.raises(TelegramBadRequest, match="bot name is too long"):
        await bot.set_my_name("x" * 65)
    await bot.set_chat_menu_button(olena.id, MenuButtonCommands())
    assert (await bot.get_chat_menu_button(olena.id)).type == "commands"


async def test_reactions_and_pins(bot: Bot, olena: Person) -> None:
    said = await olena.says("яма")
    number = said["message_id"]
    await bot.set_message_reaction(olena.id, number, [ReactionTypeEmoji(emoji="👍")])
    await olena.looks()
    assert olena.messages[number]["reactions"] == ["👍"]
    with pytest.raises(TelegramBadRequest, match="REACTION_INVALID"):
        await bot.set_message_reaction(olena.id, number, [ReactionTypeEmoji(emoji="🍏")])
    with pytest.raises(TelegramBadRequest, match="message to react not found"):
        await bot.set_message_reaction(olena.id, 999, [])
    await bot.pin_chat_message(olena.id, number)
    pinned = (await bot.get_chat(olena.id)).pinned_message
    assert pinned is not None
    assert pinned.message_id == number
    await bot.unpin_chat_message(olena.id)
    assert (await bot.get_chat(olena.id)).pinned_message is None
    with pytest.raises(TelegramBadRequest, match="message to unpin not found"):
        await bot.unpin_chat_message(olena.id, message_id=number)
    with pytest.raises(TelegramBadRequest, match="message to pin not found"):
        await bot.pin_chat_message(olena.id, 999)


async def test_unplayed_parts_are_named(bot: Bot, olena: Person) -> None:
    with pytest.raises(TelegramServerError, match="sendInvoice"):
        await bot.send_invoice(olena.id, "t", "d", "p", "UAH", [])
    with pytest.raises(TelegramServerError, match="replies to messages of another chat"):
        await bot.send_message(olena.id, "x", reply_parameters={"message_id": 1, "chat_id": 5})  # type: ignore[arg-type]
