"""Every send, through aiogram's client; what comes back is a Message aiogram knows every field of."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramServerError
from aiogram.types import (
    BufferedInputFile,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    ReplyParameters,
)
from pydantic import BaseModel

from bot.sandbox import samples
from tests.people import Person, SandboxClient, file

PNG = BufferedInputFile(samples.png(), "яма.png")
OGG = BufferedInputFile(samples.ogg(), "voice.ogg")
MP4 = BufferedInputFile(samples.mp4(), "video.mp4")
TEXT = BufferedInputFile("Довідка".encode(), "довідка.txt")

SENDS: list[tuple[str, dict[str, Any], str]] = [
    ("send_message", {"text": "Добрий день"}, "text"),
    ("send_photo", {"photo": PNG, "caption": "яма", "has_spoiler": True}, "photo"),
    ("send_audio", {"audio": TEXT, "title": "t", "performer": "p", "duration": 3}, "audio"),
    ("send_document", {"document": TEXT, "caption": "c", "thumbnail": PNG}, "document"),
    ("send_video", {"video": MP4, "duration": 5, "width": 640, "height": 480}, "video"),
    ("send_animation", {"animation": MP4}, "animation"),
    ("send_voice", {"voice": OGG, "duration": 2, "caption": "голос"}, "voice"),
    ("send_video_note", {"video_note": MP4, "length": 200}, "video_note"),
    ("send_sticker", {"sticker": BufferedInputFile(samples.webp(), "s.webp"), "emoji": "👋"}, "sticker"),
    ("send_location", {"latitude": 50.25, "longitude": 28.66, "horizontal_accuracy": 20}, "location"),
    ("send_venue", {"latitude": 50.25, "longitude": 28.66, "title": "Станція", "address": "вул. 1"}, "venue"),
    ("send_contact", {"phone_number": "+380000000094", "first_name": "Іван"}, "contact"),
    ("send_poll", {"question": "Так чи ні?", "options": ["Так", "Ні"]}, "poll"),
    ("send_dice", {}, "dice"),
]  # fmt: skip


def unknown_fields(thing: Any) -> list[str]:
    """Fields aiogram has no name for, anywhere inside."""
    if isinstance(thing, list):
        return [name for item in thing for name in unknown_fields(item)]
    if not isinstance(thing, BaseModel):
        return []
    inner = [name for key in type(thing).model_fields for name in unknown_fields(getattr(thing, key))]
    return [*(thing.model_extra or {}), *inner]


@pytest.mark.parametrize(("method", "what", "kind"), SENDS)
async def test_every_send(bot: Bot, olena: Person, *, method: str, what: dict[str, Any], kind: str) -> None:
    sent: Message = await getattr(bot, method)(olena.id, **what)
    assert getattr(sent, kind) is not None
    assert sent.content_type == kind
    assert sent.caption == what.get("caption")
    assert unknown_fields(sent) == []
    await olena.looks()
    assert olena.messages[sent.message_id]["from_bot"] is True


@pytest.mark.parametrize(("method", "what", "kind"), [send for send in SENDS if send[2] in samples.MAKERS])
async def test_a_file_is_sent_again_by_its_id(
    bot: Bot, olena: Person, *, method: str, what: dict[str, Any], kind: str
) -> None:
    first: Message = await getattr(bot, method)(olena.id, **what)
    media = getattr(first, kind)
    file_id = (media[-1] if kind == "photo" else media).file_id
    again: Message = await getattr(bot, method)(
        olena.id, **{**what, kind: file_id, "thumbnail": None} if kind == "document" else {**what, kind: file_id}
    )
    repeated = getattr(again, kind)
    assert (repeated[-1] if kind == "photo" else repeated).file_id == file_id


async def test_numbers_and_dates(bot: Bot, olena: Person) -> None:
    first, second = await bot.send_message(olena.id, "1"), await bot.send_message(olena.id, "2")
    assert second.message_id == first.message_id + 1
    assert first.from_user is not None
    assert first.from_user.id == bot.id
    assert (second.date - first.date).total_seconds() < 2


async def test_album(bot: Bot, olena: Person) -> None:
    media: list[Any] = [
        InputMediaPhoto(media=PNG, caption="<b>раз</b>", parse_mode="HTML"),
        InputMediaVideo(media=MP4, thumbnail=PNG),
    ]
    sent = await bot.send_media_group(olena.id, media)
    assert len({message.media_group_id for message in sent}) == 1
    assert sent[0].media_group_id
    assert sent[0].html_text == "<b>раз</b>"
    assert [message.content_type for message in sent] == ["photo", "video"]


@pytest.mark.parametrize(
    ("media", "words"),
    [
        ([InputMediaPhoto(media=PNG)], "2-10"),
        ([InputMediaPhoto(media=PNG)] * 11, "too many messages to send as an album"),
        ([InputMediaPhoto(media=PNG), InputMediaDocument(media=TEXT)], "can't be mixed"),
        ([InputMediaPhoto(media=PNG), InputMediaPhoto(media="nothing")], "wrong file identifier"),
    ],
)
async def test_album_is_sent_whole_or_not(bot: Bot, olena: Person, *, media: list[Any], words: str) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.send_media_group(olena.id, media)
    await olena.looks()
    assert olena.heard == []


async def test_reply(bot: Bot, olena: Person) -> None:
    said = await olena.says("Де станція?")
    sent = await bot.send_message(
        olena.id, "Ось", reply_parameters=ReplyParameters(message_id=said["message_id"], quote="станція")
    )
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "Де станція?"
    assert sent.quote is not None
    assert sent.quote.position == 3
    old_way = await bot.send_message(olena.id, "Ось", reply_to_message_id=said["message_id"])
    assert old_way.reply_to_message is not None


async def test_reply_to_what_is_gone(bot: Bot, olena: Person) -> None:
    said = await olena.says("Де станція?")
    await olena.deletes(said)
    number = said["message_id"]
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(olena.id, "Ось", reply_parameters=ReplyParameters(message_id=number))
    sent = await bot.send_message(
        olena.id, "Ось", reply_parameters=ReplyParameters(message_id=number, allow_sending_without_reply=True)
    )
    assert sent.reply_to_message is None


@pytest.mark.parametrize(
    ("method", "what", "words"),
    [
        ("send_location", {"latitude": 91, "longitude": 0}, "invalid latitude"),
        ("send_location", {"latitude": 1, "longitude": 1, "live_period": 5}, "invalid live location period"),
        ("send_location", {"latitude": 1, "longitude": 1, "horizontal_accuracy": 1501}, "invalid horizontal_accuracy"),
        ("send_venue", {"latitude": 1, "longitude": 1, "title": " ", "address": "x"}, "must be non-empty"),
        ("send_poll", {"question": "?", "options": ["один"]}, "from 2 to 12"),
        ("send_poll", {"question": "?" * 301, "options": ["1", "2"]}, "poll question"),
        ("send_dice", {"emoji": "🍏"}, "wrong dice emoji"),
        ("send_chat_action", {"action": "sleeping"}, "wrong parameter action"),
        ("send_photo", {"photo": TEXT}, "IMAGE_PROCESS_FAILED"),
        ("send_photo", {"photo": "AgACnothing"}, "wrong file identifier/HTTP URL specified"),
        ("send_document", {"document": BufferedInputFile(b"", "x")}, "file must be non-empty"),
        ("send_message", {"text": "x", "message_thread_id": 5}, "message thread not found"),
    ],
)
async def test_refused(bot: Bot, olena: Person, *, method: str, what: dict[str, Any], words: str) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await getattr(bot, method)(olena.id, **what)


async def test_a_file_of_another_kind(bot: Bot, olena: Person) -> None:
    photo = (await olena.sends_photo())["photo"][-1]["file_id"]
    with pytest.raises(TelegramBadRequest, match="can't use file of type Photo as Document"):
        await bot.send_document(olena.id, photo)


async def test_by_url_is_refused_by_name(bot: Bot, olena: Person) -> None:
    with pytest.raises(TelegramServerError, match="HTTP URL"):
        await bot.send_photo(olena.id, "https://example.org/x.png")


async def test_who_may_be_written_to(bot: Bot, control: SandboxClient) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(5, "x")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message("@nobody", "x")
    stranger = await control.person("Петро")
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "x")
    await stranger.says("/start")
    await bot.send_message(stranger.id, "x")
    await control.call("POST", f"users/{stranger.id}/deactivate")
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(stranger.id, "x")


async def test_files_go_both_ways(bot: Bot, olena: Person, control: SandboxClient) -> None:
    photo = (await olena.sends_photo())["photo"][-1]
    info = await bot.get_file(photo["file_id"])
    assert info.file_path is not None
    read = await bot.download_file(info.file_path)
    assert read is not None
    assert read.read() == await control.content(photo["file_id"])
    sent = await bot.send_document(olena.id, TEXT)
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("довідка.txt", "text/plain")
    assert await control.content(sent.document.file_id) == "Довідка".encode()


async def test_big_files(bot: Bot, olena: Person) -> None:
    big = await olena.sends_document(file=file("big.bin", "application/zip", bytes(20 * 1024 * 1024 + 1)))
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(big["document"]["file_id"])
    with pytest.raises(TelegramBadRequest, match="invalid file_id"):
        await bot.get_file("nothing")
    with pytest.raises(Exception, match="Request Entity Too Large"):
        await bot.send_document(olena.id, BufferedInputFile(bytes(50 * 1024 * 1024 + 1), "huge.bin"))
