"""Groups, topics, members; blocking; a group that grows into a supergroup."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import ChatMemberAdministrator, ChatMemberBanned, ChatMemberLeft, ChatMemberMember, ChatMemberOwner

from tests.people import ControlRefusal, Person, SandboxClient
from tests.sandbox.test_sending import unknown_fields

Json = dict[str, Any]


async def test_group(bot: Bot, olena: Person, control: SandboxClient) -> None:
    ivan, stranger = await control.person("Іван"), await control.person("Петро")
    group = await control.group("Дільниця", olena, ivan)
    added = (await bot.get_updates())[-1].my_chat_member
    assert added is not None
    assert isinstance(added.new_chat_member, ChatMemberAdministrator)
    chat = await bot.get_chat(group["id"])
    assert (chat.type, chat.title, unknown_fields(chat)) == ("group", "Дільниця", [])
    assert await bot.get_chat_member_count(group["id"]) == 3
    members = [await bot.get_chat_member(group["id"], number) for number in (olena.id, ivan.id, stranger.id, bot.id)]
    assert [type(member) for member in members] == [
        ChatMemberOwner,
        ChatMemberMember,
        ChatMemberLeft,
        ChatMemberAdministrator,
    ]
    assert len(await bot.get_chat_administrators(group["id"])) == 2
    with pytest.raises(TelegramBadRequest, match="invalid user_id specified"):
        await bot.get_chat_member(group["id"], 5)


async def test_talk_in_a_group(bot: Bot, olena: Person, control: SandboxClient) -> None:
    group = await control.group("Дільниця", olena, type="supergroup")
    sent = await bot.send_message(group["id"], "Хто на зв'язку?")
    await control.call(
        "POST", f"chats/{group['id']}/send", {"from": olena.id, "text": "Я", "reply_to": sent.message_id}
    )
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.chat.id == group["id"]
    assert message.reply_to_message is not None
    with pytest.raises(ControlRefusal, match="say who"):
        await control.call("POST", f"chats/{group['id']}/send", {"text": "Я"})
    stranger = await control.person("Петро")
    with pytest.raises(ControlRefusal, match="not in this group"):
        await control.call("POST", f"chats/{group['id']}/send", {"from": stranger.id, "text": "Я"})


async def test_a_bot_that_left(bot: Bot, olena: Person, control: SandboxClient) -> None:
    group = await control.group("Дільниця", olena, type="supergroup")
    await bot.leave_chat(group["id"])
    with pytest.raises(TelegramForbiddenError, match="bot is not a member of the supergroup chat"):
        await bot.send_message(group["id"], "x")


async def test_migration(bot: Bot, olena: Person, control: SandboxClient) -> None:
    group = await control.group("Дільниця", olena)
    new = await control.call("POST", f"chats/{group['id']}/migrate")
    with pytest.raises(TelegramMigrateToChat) as caught:
        await bot.send_message(group["id"], "x")
    assert caught.value.migrate_to_chat_id == new["id"]
    assert str(new["id"]).startswith("-100")
    await bot.send_message(new["id"], "x")
    notices = [update.message for update in await bot.get_updates() if update.message]
    assert [(n.migrate_to_chat_id, n.migrate_from_chat_id) for n in notices[-2:]] == [
        (new["id"], None),
        (None, group["id"]),
    ]
    with pytest.raises(ControlRefusal, match="did not migrate yet"):
        await control.call("POST", f"chats/{group['id']}/migrate")


async def test_blocking(bot: Bot, olena: Person) -> None:
    await olena.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(olena.id, "x")
    with pytest.raises(ControlRefusal, match="unblock first"):
        await olena.says("x")
    await olena.unblocks()
    await bot.send_message(olena.id, "x")
    changes = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]
    assert [type(change.new_chat_member) for change in changes] == [ChatMemberBanned, ChatMemberMember]
    assert changes[0].chat.id == changes[0].from_user.id == olena.id


async def test_topics(bot: Bot, olena: Person, control: SandboxClient) -> None:
    group = (await control.group("Дільниця", olena, type="supergroup", is_forum=True))["id"]
    topic = await bot.create_forum_topic(group, "Повідомлення № 1")
    sent = await bot.send_message(group, "Картка", message_thread_id=topic.message_thread_id)
    assert (sent.is_topic_message, sent.message_thread_id) == (True, topic.message_thread_id)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.forum_topic_created is not None
    say: Json = {"from": olena.id, "text": "Відповідь", "topic": topic.message_thread_id}
    await control.call("POST", f"chats/{group}/send", say)
    heard = (await bot.get_updates())[-1].message
    assert heard is not None
    assert (heard.is_topic_message, heard.message_thread_id) == (True, topic.message_thread_id)
    await bot.edit_forum_topic(group, topic.message_thread_id, name="Закрито")
    await bot.close_forum_topic(group, topic.message_thread_id)
    with pytest.raises(TelegramBadRequest, match="TOPIC_CLOSED"):
        await bot.send_message(group, "x", message_thread_id=topic.message_thread_id)
    with pytest.raises(TelegramBadRequest, match="TOPIC_NOT_MODIFIED"):
        await bot.close_forum_topic(group, topic.message_thread_id)
    await bot.reopen_forum_topic(group, topic.message_thread_id)
    await bot.pin_chat_message(group, sent.message_id)
    await bot.unpin_all_forum_topic_messages(group, topic.message_thread_id)
    await bot.delete_forum_topic(group, topic.message_thread_id)
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await bot.send_message(group, "x", message_thread_id=topic.message_thread_id)


async def test_the_general_topic(bot: Bot, olena: Person, control: SandboxClient) -> None:
    group = (await control.group("Дільниця", olena, type="supergroup", is_forum=True))["id"]
    await bot.edit_general_forum_topic(group, "Загальне")
    await bot.close_general_forum_topic(group)
    await bot.reopen_general_forum_topic(group)
    await bot.hide_general_forum_topic(group)
    await bot.unhide_general_forum_topic(group)
    await bot.unpin_all_general_forum_topic_messages(group)
    assert await bot.get_forum_topic_icon_stickers() == []
    with pytest.raises(TelegramBadRequest, match="the chat is not a forum"):
        await bot.create_forum_topic(olena.id, "x")
    with pytest.raises(TelegramBadRequest, match="TOPIC_NAME_EMPTY"):
        await bot.create_forum_topic(group, " ")


async def test_channel(bot: Bot, olena: Person, control: SandboxClient) -> None:
    channel = (await control.group("Новини", olena, type="channel"))["id"]
    sent = await bot.send_message(channel, "Відкрито станцію")
    assert sent.sender_chat is not None
    assert sent.from_user is None
    await control.call("POST", f"chats/{channel}/send", {"from": olena.id, "text": "Новина"})
    assert (await bot.get_updates())[-1].channel_post is not None
