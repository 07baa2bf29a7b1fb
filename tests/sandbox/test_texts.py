"""Texts on their way into a message: what Telegram finds in them, the limits, entities given by hand."""

import pytest
from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest, TelegramServerError
from aiogram.types import MessageEntity

from bot.sandbox.texts import Words, formatted
from bot.sandbox.utf16 import cut
from tests.people import Person


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("/start abc", "bot_command", "/start"),
        ("😀 /help@some_bot!", "bot_command", "/help@some_bot"),
        ("пишіть на https://npu.gov.ua/x, там", "url", "https://npu.gov.ua/x"),
        ("сайт npu.gov.ua.", "url", "npu.gov.ua"),
        ("@someone ви де", "mention", "@someone"),
        ("дзвоніть +380 44 256-10-02", "phone_number", "+380 44 256-10-02"),
        ("a.b@example.com", "email", "a.b@example.com"),
        ("це #яма", "hashtag", "#яма"),
    ],
)
def test_found_by_itself(text: str, kind: str, found: str) -> None:
    _, (entity,) = formatted(Words(text), lambda _: None)
    assert (entity["type"], cut(text, entity["offset"], entity["length"])) == (kind, found)


@pytest.mark.parametrize("text", ["звичайний текст.", "і/або", "12:30", "a@b", "№ 12", "100 + 200"])
def test_nothing_to_find(text: str) -> None:
    assert formatted(Words(text), lambda _: None)[1] == []


def test_nothing_is_found_inside_code() -> None:
    _, entities = formatted(Words("<code>/start</code> /help", "HTML"), lambda _: None)
    assert [(entity["type"], entity["offset"]) for entity in entities] == [("code", 0), ("bot_command", 7)]


async def test_limit_of_text_counts_utf16_after_markup(bot: Bot, olena: Person) -> None:
    sent = await bot.send_message(olena.id, "<b>" + "😀" * 2048 + "</b>", parse_mode=ParseMode.HTML)
    assert sent.text == "😀" * 2048
    with pytest.raises(TelegramBadRequest, match="message is too long"):
        await bot.send_message(olena.id, "😀" * 2048 + "a")


async def test_limit_of_caption(bot: Bot, olena: Person) -> None:
    photo = (await olena.sends_photo())["photo"][-1]["file_id"]
    assert (await bot.send_photo(olena.id, photo, caption="ї" * 1024)).caption == "ї" * 1024
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_photo(olena.id, photo, caption="ї" * 1025)


@pytest.mark.parametrize("text", ["", "  \n", "<b> </b>"])
async def test_empty_text(bot: Bot, olena: Person, text: str) -> None:
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await bot.send_message(olena.id, text, parse_mode=ParseMode.HTML)


async def test_bad_html_in_telegrams_words(bot: Bot, olena: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="can't parse entities: Can't find end tag corresponding to start tag"):
        await bot.send_message(olena.id, "<b>x", parse_mode=ParseMode.HTML)


async def test_markdown_is_refused_by_name(bot: Bot, olena: Person) -> None:
    with pytest.raises(TelegramServerError, match="parse_mode MarkdownV2"):
        await bot.send_message(olena.id, "*x*", parse_mode=ParseMode.MARKDOWN_V2)


async def test_entities_given_by_hand(bot: Bot, olena: Person) -> None:
    bold = MessageEntity(type="bold", offset=0, length=2)
    sent = await bot.send_message(olena.id, "😀 так", entities=[bold])
    assert sent.html_text == "<b>😀</b> так"
    with pytest.raises(TelegramBadRequest, match="ends after the end of the text"):
        await bot.send_message(olena.id, "так", entities=[MessageEntity(type="bold", offset=2, length=2)])


async def test_mentions_of_known_people_only(bot: Bot, olena: Person) -> None:
    text = f'<a href="tg://user?id={olena.id}">вона</a> <a href="tg://user?id=5">він</a>'
    sent = await bot.send_message(olena.id, text, parse_mode=ParseMode.HTML)
    assert sent.entities is not None
    assert [(entity.type, entity.user and entity.user.first_name) for entity in sent.entities] == [
        ("text_mention", "Олена")
    ]
