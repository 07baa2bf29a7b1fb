"""Copies, forwards, deletions."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageOriginUser

from bot.sandbox.contents import KINDS
from tests.people import Person, SandboxClient
from tests.sandbox.conftest import Clock


@pytest.fixture
async def ivan(bot: Bot, control: SandboxClient) -> Person:
    person = await control.person("Іван", group="officer")
    await person.says("/start")
    return person


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_every_kind_is_copied_without_its_sender(bot: Bot, olena: Person, ivan: Person, kind: str) -> None:
    said = await olena.sends(kind, text="яма", lat=50, lon=28, phone="+380000000094")
    copied = await bot.copy_message(ivan.id, olena.id, said["message_id"])
    await ivan.looks()
    got = ivan.messages[copied.message_id]
    assert got["from"]["id"] == bot.id
    assert "forward_origin" not in got
    content = {"live_location": "location"}.get(kind, kind)
    if kind != "live_location":
        assert got[content] == said[content]
    else:
        assert "live_period" not in got["location"], "a copied live location stands still"


async def test_copy_with_other_words_and_buttons(bot: Bot, olena: Person, ivan: Person) -> None:
    said = await olena.sends_photo(caption="моя адреса")
    buttons = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Прийняти", callback_data="a:1")]])
    await bot.copy_message(
        ivan.id, olena.id, said["message_id"], caption="<i>приховано</i>", parse_mode="HTML", reply_markup=buttons
    )
    got = await ivan.hears("приховано")
    assert got["caption_entities"] == [{"type": "italic", "offset": 0, "length": 9}]
    assert await ivan.taps("Прийняти", patience=0.2) is None


async def test_copies_of_an_album_stay_an_album(bot: Bot, olena: Person, ivan: Person) -> None:
    said = await olena.sends_album(3, caption="яма")
    numbers = [message["message_id"] for message in said]
    copies = await bot.copy_messages(ivan.id, olena.id, [*numbers, 9999])
    await ivan.looks()
    albums = {ivan.messages[copy.message_id]["media_group_id"] for copy in copies}
    assert len(copies) == 3
    assert len(albums) == 1
    assert albums != {said[0]["media_group_id"]}
    with pytest.raises(TelegramBadRequest, match="strictly increasing order"):
        await bot.copy_messages(ivan.id, olena.id, numbers[::-1])
    with pytest.raises(TelegramBadRequest, match="there are no messages to copy"):
        await bot.copy_messages(ivan.id, olena.id, [9999])


async def test_what_a_person_deleted_cannot_be_copied(bot: Bot, olena: Person, ivan: Person) -> None:
    said = await olena.says("передумала")
    await olena.deletes(said)
    with pytest.raises(TelegramBadRequest, match="message to copy not found"):
        await bot.copy_message(ivan.id, olena.id, said["message_id"])
    with pytest.raises(TelegramBadRequest, match="message to forward not found"):
        await bot.forward_message(ivan.id, olena.id, said["message_id"])


async def test_what_somebody_wrote_outlives_the_block(bot: Bot, olena: Person, ivan: Person) -> None:
    said = await olena.says("яма")
    await olena.blocks()
    assert await bot.copy_message(ivan.id, olena.id, said["message_id"])
    assert (await bot.get_chat(olena.id)).first_name == "Олена"
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.copy_message(olena.id, olena.id, said["message_id"])


async def test_forward_names_who_wrote_first(bot: Bot, olena: Person, ivan: Person) -> None:
    said = await olena.says("яма")
    once = await bot.forward_message(ivan.id, olena.id, said["message_id"])
    twice = await bot.forward_message(olena.id, ivan.id, once.message_id)
    for message in (once, twice):
        assert isinstance(message.forward_origin, MessageOriginUser)
        assert message.forward_origin.sender_user.first_name == "Олена"
    assert len(await bot.forward_messages(ivan.id, olena.id, [said["message_id"], 9999])) == 1


async def test_protected_content_stays(bot: Bot, olena: Person, ivan: Person) -> None:
    sent = await bot.send_message(olena.id, "таємно", protect_content=True)
    assert sent.has_protected_content
    with pytest.raises(TelegramBadRequest, match="message can't be forwarded"):
        await bot.forward_message(ivan.id, olena.id, sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message can't be copied"):
        await bot.copy_message(ivan.id, olena.id, sent.message_id)


async def test_deleting(bot: Bot, olena: Person, clock: Clock) -> None:
    old = await bot.send_message(olena.id, "давнє")
    assert await bot.delete_message(olena.id, old.message_id)
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(olena.id, old.message_id)
    old = await bot.send_message(olena.id, "давнє")
    clock.ahead = 48 * 3600 + 1
    with pytest.raises(TelegramBadRequest, match="message can't be deleted for everyone"):
        await bot.delete_message(olena.id, old.message_id)
    fresh = [(await bot.send_message(olena.id, "нове")).message_id for _ in range(2)]
    assert await bot.delete_messages(olena.id, [*fresh, 9999])
    await olena.looks()
    assert olena.heard == ["давнє"]
