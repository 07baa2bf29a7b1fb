"""An announcement as calls of the Bot API: an admin's words with their own formatting, ours as HTML, pictures by the
file_id Telegram gave them."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from aiogram.enums import ParseMode
from aiogram.methods import SendMediaGroup, SendMessage, SendPhoto, SendVideo
from aiogram.types import InputMediaPhoto, InputMediaVideo, LinkPreviewOptions, MessageEntity

from bot.domain.announcements import MediaKind
from bot.domain.marked import utf16
from bot.domain.news_notices import Announced, AnnouncedAlbum
from bot.telegram.fitting import fitted, fitted_plain, length
from bot.telegram.keyboard import keyboard
from bot.telegram.letter import CAPTION_LIMIT, TEXT_LIMIT, Call
from bot.texts.announcements.news import announced
from bot.texts.words import Words

SINGLE: Final[Mapping[MediaKind, tuple[type[SendPhoto] | type[SendVideo], str]]] = {
    MediaKind.PHOTO: (SendPhoto, "photo"),
    MediaKind.VIDEO: (SendVideo, "video"),
}
ITEMS: Final[Mapping[MediaKind, type[InputMediaPhoto] | type[InputMediaVideo]]] = {
    MediaKind.PHOTO: InputMediaPhoto,
    MediaKind.VIDEO: InputMediaVideo,
}


def announcement(chat_id: int, notice: Announced, words: Words) -> Call:
    """Words under the picture; where they turn out too long for a caption they go without it."""
    text, style = _words(notice, words)
    markup = keyboard(notice, words)
    if notice.media is not None and _read(text, style) <= CAPTION_LIMIT:
        send, field = SINGLE[notice.media.kind]
        formatting = {"caption_entities" if key == "entities" else key: value for key, value in style.items()}
        picture: dict[str, Any] = {field: notice.media.file_id}
        return send(chat_id=chat_id, caption=text, reply_markup=markup, **picture, **formatting)
    preview = LinkPreviewOptions(is_disabled=True)
    return SendMessage(chat_id=chat_id, text=text, reply_markup=markup, link_preview_options=preview, **style)


def album(chat_id: int, notice: AnnouncedAlbum) -> Call:
    media: list[Any] = [ITEMS[each.kind](media=each.file_id) for each in notice.media]
    return SendMediaGroup(chat_id=chat_id, media=media)


def _read(text: str, style: dict[str, Any]) -> int:
    """UTF-16 units to read."""
    return length(text) if "parse_mode" in style else utf16(text)


def _words(notice: Announced, words: Words) -> tuple[str, dict[str, Any]]:
    """Text, and how it is formatted."""
    if notice.text is None:
        return fitted(notice, words, TEXT_LIMIT), {"parse_mode": ParseMode.HTML}
    text, entities = fitted_plain(partial(announced, notice), words, TEXT_LIMIT)
    return text, {"entities": [MessageEntity.model_validate(each) for each in entities]}
