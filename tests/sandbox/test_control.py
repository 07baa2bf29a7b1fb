"""The control API: people, events, guards; and the people who speak."""

import asyncio
import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup
from aiohttp import ClientSession

from bot.sandbox.contents import KINDS
from bot.sandbox.server import Sandbox
from tests.people import ControlRefusal, Person, SandboxClient, file
from tests.sandbox.conftest import client, shut
from tests.sandbox.test_sending import unknown_fields

Json = dict[str, Any]


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_everything_a_person_sends_is_a_message_aiogram_knows(bot: Bot, olena: Person, kind: str) -> None:
    await olena.sends(kind, text="текст", lat=50, lon=28, accuracy=20, phone="+380000000094", name="Назва")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.content_type == {"live_location": "location"}.get(kind, kind)
    assert unknown_fields(message) == []


async def test_an_album_comes_as_separate_updates(bot: Bot, olena: Person) -> None:
    await olena.sends_album(3, caption="яма")
    messages = [update.message for update in await bot.get_updates() if update.message][1:]
    assert len({message.media_group_id for message in messages}) == 1
    assert [message.caption for message in messages] == ["яма", None, None]


async def test_commands_and_deep_links(bot: Bot, olena: Person) -> None:
    said = await olena.says("/start inv_abc-1")
    assert said["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_edits_and_replies_of_people(bot: Bot, olena: Person) -> None:
    said = await olena.says("раз")
    await olena.edits(said, "два")
    sent = await bot.send_message(olena.id, "Питання?")
    await olena.replies("Питання", "Відповідь")
    await olena.replies(sent.message_id, kind="photo", caption="ось")
    updates = await bot.get_updates()
    assert updates[2].edited_message is not None
    assert updates[2].edited_message.text == "два"
    for update in updates[3:]:
        assert update.message is not None
        assert update.message.reply_to_message is not None
        assert update.message.reply_to_message.text == "Питання?"


async def test_own_files_and_contacts(bot: Bot, control: SandboxClient) -> None:
    olena = await control.person("Олена", phone="+380000000093")
    said = await olena.sends_document(file=file("акт.pdf", "application/pdf", b"%PDF"))
    assert (said["document"]["file_name"], said["document"]["file_size"]) == ("акт.pdf", 4)
    assert await control.content(said["document"]["file_id"]) == b"%PDF"
    shared = await olena.shares_contact()
    assert shared["contact"] == {"phone_number": "+380000000093", "first_name": "Олена", "user_id": olena.id}


async def test_live_locations_move(bot: Bot, olena: Person, control: SandboxClient) -> None:
    said = await olena.sends("live_location", lat=50, lon=28)
    await control.call("POST", f"chats/{olena.id}/edit", {"message_id": said["message_id"], "lat": 51, "lon": 28})
    moved = (await bot.get_updates())[-1].edited_message
    assert moved is not None
    assert moved.location is not None
    assert moved.location.latitude == 51


async def test_state(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await bot.send_message(olena.id, "раз")
    state = await control.state()
    (user,) = state["users"]
    assert (user["first_name"], user["group"], user["unread"], user["blocked"]) == ("Олена", "resident", 1, [])
    assert user["last"]["message_id"] == 2
    assert state["bots"][0]["username"] == "bot4242"
    await control.call("POST", f"users/{olena.id}/seen")
    assert (await control.state())["users"][0]["unread"] == 0


async def test_points(control: SandboxClient) -> None:
    points = [[50.25, 28.66, 260000, "Житомир"]]
    await control.call("PUT", "points", {"points": points})
    assert await control.call("GET", "points") == {"points": points}
    assert (await control.state())["points"] is True


async def test_taps(bot: Bot, olena: Person, control: SandboxClient) -> None:
    link = InlineKeyboardButton(text="Сайт", url="https://npu.gov.ua")
    yes, more = (InlineKeyboardButton(text=text, callback_data=text) for text in ("Так", "Так, ще"))
    sent = await bot.send_message(
        olena.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[more], [yes], [link]])
    )
    tap: Json = {"message_id": sent.message_id}
    opened = await control.call("POST", f"chats/{olena.id}/tap", {**tap, "button": "Сайт"})
    assert opened["answer"]["url"] == "https://npu.gov.ua/"
    await control.call("POST", f"chats/{olena.id}/tap", {**tap, "button": "Так"})
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.data == "Так", "whole words win over a part"
    with pytest.raises(ControlRefusal, match=r"no button 'Ні'; there are: \['Так, ще', 'Так', 'Сайт'\]"):
        await control.call("POST", f"chats/{olena.id}/tap", {**tap, "button": "Ні"})
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Мій телефон", request_contact=True)]])
    await bot.send_message(olena.id, "?", reply_markup=keyboard)
    await olena.taps("телефон")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.contact is not None


async def test_events(bot: Bot, olena: Person, box: Sandbox) -> None:
    async with ClientSession() as session, session.get(f"{box.url}/control/events") as stream:
        assert stream.content_type == "text/event-stream"
        await stream.content.readuntil(b"\n\n")
        await bot.send_chat_action(olena.id, "typing")
        sent = await bot.send_message(olena.id, "раз")
        await bot.delete_message(olena.id, sent.message_id)
        seen = [json.loads((await stream.content.readuntil(b"\n\n"))[6:]) for _ in range(4)]
    assert [(event["type"], event["chat"]) for event in seen] == [
        (kind, olena.id) for kind in ("action", "message", "unread", "delete")
    ]


async def test_waiting_for_the_bot(bot: Bot, olena: Person, control: SandboxClient) -> None:
    path = f"chats/{olena.id}/wait"
    waiting = asyncio.create_task(control.call("GET", path, after=1, timeout=5))
    await asyncio.sleep(0.05)
    sent = await bot.send_message(olena.id, "раз")
    news = await asyncio.wait_for(waiting, 2)
    assert [message["text"] for message in news["messages"]] == ["раз"]
    waiting = asyncio.create_task(control.call("GET", path, after=sent.message_id, timeout=5))
    await asyncio.sleep(0.05)
    await olena.says("не від бота")
    await bot.edit_message_text("два", chat_id=olena.id, message_id=sent.message_id)
    news = await asyncio.wait_for(waiting, 2)
    assert [message["text"] for message in news["messages"]] == ["два"]
    assert (await control.call("GET", path, after=sent.message_id, timeout=0))["messages"] == []


async def test_hearing(bot: Bot, olena: Person) -> None:
    await bot.send_message(olena.id, "давнє")
    await olena.hears("давнє")
    await olena.says("щось")
    with pytest.raises(AssertionError, match=r"did not hear «давнє» within 0.1 s(.|\n)*bot: 'давнє'"):
        await olena.hears("давнє", patience=0.1)
    await olena.hears_nothing(0.05)
    await bot.send_message(olena.id, "нове")
    assert (await olena.hears("нове"))["text"] == "нове"
    assert olena.heard == ["давнє", "нове"]
    with pytest.raises(AssertionError, match="should have heard nothing"):
        await olena.hears_nothing(0.05)
    with pytest.raises(AssertionError, match="found no button with «Так»"):
        await olena.taps("Так", patience=0.1)


async def test_an_answer_quicker_than_the_next_act_is_heard(bot: Bot, olena: Person) -> None:
    await olena.says("раз")
    await bot.send_message(olena.id, "на раз")
    await olena.says("два")
    await olena.hears("на раз")
    await olena.hears_nothing(0.05)
    await olena.says("три")
    with pytest.raises(AssertionError):
        await olena.hears("на раз", patience=0.05)


async def test_the_newest_button_is_tapped(bot: Bot, olena: Person) -> None:
    inline = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Скасувати", callback_data="x")]])
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Скасувати")]])
    await bot.send_message(olena.id, "раз", reply_markup=inline)
    await bot.send_message(olena.id, "два", reply_markup=keyboard)
    await olena.taps("Скасувати", patience=0)
    await bot.send_message(olena.id, "три", reply_markup=inline)
    await olena.taps("Скасувати", patience=0)
    assert [update.event_type for update in await bot.get_updates()] == ["message", "message", "callback_query"]


async def test_people_wait_for_the_bots_first_call(box: Sandbox, control: SandboxClient) -> None:
    olena = await control.person("Олена")
    assert (await control.call("GET", f"chats/{olena.id}/messages"))["messages"] == []
    early = asyncio.create_task(olena.says("/start"))
    await asyncio.sleep(0.1)
    late = client(box.url)
    await late.get_me()
    assert (await early)["text"] == "/start"
    await shut(late)


async def test_several_bots(bot: Bot, box: Sandbox, olena: Person, control: SandboxClient) -> None:
    other = client(box.url, "77:other")
    await other.get_me()
    with pytest.raises(ControlRefusal, match="several bots are known"):
        await olena.says("кому?")
    control.bot = 77
    await olena.says("тобі")
    assert [update.message and update.message.text for update in await other.get_updates()] == ["тобі"]
    assert [update.message and update.message.text for update in await bot.get_updates()] == ["/start"]
    await shut(other)


@pytest.mark.parametrize(
    ("verb", "path", "body", "words"),
    [
        ("POST", "users", {}, "needs 'first_name'"),
        ("POST", "users", {"first_name": "x", "age": 5}, "unknown fields"),
        ("POST", "users/5/block", {}, "no user 5"),
        ("POST", "users/x/block", {}, "is not a number"),
        ("POST", "chats", {"title": "x", "type": "cat"}, "'type'"),
        ("POST", "chats", {"title": "x", "is_forum": True}, "only a supergroup can be a forum"),
        ("POST", "chats/5/send", {}, "no user 5"),
        ("POST", "chats/OLENA/send", {"kind": "cat"}, "unknown kind 'cat'"),
        ("POST", "chats/OLENA/send", {"text": ""}, "message text is empty"),
        ("POST", "chats/OLENA/send", {"kind": "location"}, "needs numbers"),
        ("POST", "chats/OLENA/send", {"kind": "photo", "file": {"base64": "?"}}, "base64"),
        ("POST", "chats/OLENA/send", {"text": "x", "reply_to": 99}, "no message 99"),
        ("POST", "chats/OLENA/send", {"text": "x", "topic": 99}, "no topic 99"),
        ("POST", "chats/OLENA/send", {"kind": "album", "items": [{}]}, "2 to 10"),
        ("POST", "chats/OLENA/edit", {"message_id": 1}, "an edit needs"),
        ("POST", "chats/OLENA/react", {"message_id": 99}, "no message 99"),
        ("POST", "chats/OLENA/share", {"what": "soul"}, "only 'contact'"),
        ("DELETE", "chats/OLENA/messages/99", None, "no message 99"),
        ("GET", "files/nothing", None, "no such file"),
        ("PUT", "points", {"points": 5}, "must be a list"),
        ("DELETE", "faults/99", None, "no fault 99"),
        ("POST", "bots", {}, "needs 'id'"),
    ],
)
async def test_wrong_calls(
    olena: Person, control: SandboxClient, *, verb: str, path: str, body: Json | None, words: str
) -> None:
    with pytest.raises(ControlRefusal, match=words) as caught:
        await control.call(verb, path.replace("OLENA", str(olena.id)), body)
    assert 400 <= caught.value.status < 500


async def test_a_bot_can_be_named(box: Sandbox, control: SandboxClient) -> None:
    await control.call("POST", "bots", {"id": 4242, "username": "my_officer_bot", "first_name": "Мій офіцер"})
    bot = client(box.url)
    assert (await bot.get_me()).username == "my_officer_bot"
    await shut(bot)


async def test_reset(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await control.call("POST", "reset")
    state = await control.state()
    assert (state["users"], len(state["bots"])) == ([], 1)
    assert await bot.get_updates() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_other_sites_stay_out(box: Sandbox, headers: dict[str, str]) -> None:
    async with ClientSession() as session:
        for path in ("/control/state", "/bot42:x/getMe", "/"):
            async with session.get(box.url + path, headers=headers) as answer:
                assert answer.status == 403


async def test_the_page_is_served(box: Sandbox) -> None:
    async with ClientSession() as session:
        for name in ("localhost", "127.0.0.1"):
            async with session.get(f"http://{name}:{box.port}/") as answer:
                assert answer.status == (200 if (box.page / "index.html").exists() else 404)
