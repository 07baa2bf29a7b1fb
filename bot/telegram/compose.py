"""A notice as one call of the Bot API.

Most are a message with words and a keyboard; the other kinds are in a table. What people write is another matter:
`bot.telegram.entry_calls`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from aiogram.enums import ParseMode
from aiogram.methods import (
    EditMessageReplyMarkup,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVenue,
    SetMessageReaction,
    SetMyCommands,
)
from aiogram.types import (
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReactionTypeEmoji,
)

from bot.domain import addressing_notices as addressing
from bot.domain import news_notices as news
from bot.domain import notices as n
from bot.domain.attachments import Upload, UploadMedia
from bot.domain.shortening import shortened
from bot.telegram import announcement_calls, entry_calls
from bot.telegram.fitting import fitted, length, plain
from bot.telegram.keyboard import Markup, inline, keyboard, tappable
from bot.telegram.letter import CAPTION_LIMIT, TEXT_LIMIT, Call, Letter, Piece, quote
from bot.telegram.linking import linked
from bot.telegram.menu import commands
from bot.texts.faces import speak
from bot.texts.letters import readable

PLACE_LIMIT: Final = 200
"""UTF-16 units of a venue's name and of its address; Telegram does not say how many it takes."""


def compose(letter: Letter) -> Call:
    """The one call that delivers a letter of ours."""
    if letter.plain:
        return _plain(letter)
    if letter.upload is not None:
        return _attached(letter, letter.upload)
    make = SPECIAL.get(type(letter.notice), _message)
    return make(letter)


def has_plain_form(letter: Letter) -> bool:
    """Whether there is another way to say it, should Telegram refuse this one."""
    return bool(letter.entries or letter.upload or speak(letter.notice, letter.words))


def _plain(letter: Letter) -> Call:
    """Words and buttons alone: no formatting, no picture or pin of ours; an upload as a file."""
    common: dict[str, Any] = {"chat_id": letter.chat_id, "reply_markup": keyboard(letter.notice, letter.words)}
    if letter.upload is not None:
        caption = plain(fitted(letter.notice, letter.words, CAPTION_LIMIT)) or None
        file = BufferedInputFile(letter.upload.content, letter.upload.name)
        return SendDocument(document=file, caption=caption, parse_mode=None, **common)
    text = plain(fitted(letter.notice, letter.words, TEXT_LIMIT))
    off = LinkPreviewOptions(is_disabled=True)
    if letter.edits is None:
        return SendMessage(text=text, parse_mode=None, link_preview_options=off, **common)
    common["reply_markup"] = inline_only(common["reply_markup"])
    return EditMessageText(text=text, message_id=letter.edits, parse_mode=None, link_preview_options=off, **common)


def inline_only(markup: Markup | None) -> InlineKeyboardMarkup | None:
    """An edit takes no other."""
    return markup if isinstance(markup, InlineKeyboardMarkup) else None


def pieces(letter: Letter) -> list[Piece]:
    """The calls that deliver the letter, one after another: what somebody wrote may take several."""
    return entry_calls.relayed(letter) if letter.entries else [Piece(compose(letter))]


def _message(letter: Letter) -> Call:
    text = linked(fitted(letter.notice, letter.words, TEXT_LIMIT), letter.username)
    markup = keyboard(letter.notice, letter.words)
    if letter.edits is not None:
        return EditMessageText(
            chat_id=letter.chat_id,
            message_id=letter.edits,
            text=text,
            parse_mode=ParseMode.HTML,
            reply_markup=inline_only(markup),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
    return SendMessage(
        chat_id=letter.chat_id,
        text=text,
        parse_mode=ParseMode.HTML,
        reply_markup=markup,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=quote(letter),
    )


def _officer_card(letter: Letter) -> Call:
    """With the picture, where there is one and the words have room below it."""
    notice = letter.notice
    text = speak(notice, letter.words)
    if not isinstance(notice, n.OfficerCard) or not notice.photo or length(text) > CAPTION_LIMIT:
        return _message(letter)
    return SendPhoto(
        chat_id=letter.chat_id,
        photo=notice.photo,
        caption=text,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(notice, letter.words),
    )


def _attached(letter: Letter, upload: Upload) -> Call:
    """Uploaded once: what Telegram has already is named, not sent again."""
    file = upload.file_id or BufferedInputFile(upload.content, upload.name)
    common: dict[str, Any] = {
        "chat_id": letter.chat_id,
        "caption": fitted(letter.notice, letter.words, CAPTION_LIMIT) or None,
        "parse_mode": ParseMode.HTML,
        "reply_markup": keyboard(letter.notice, letter.words),
    }
    if upload.media is UploadMedia.PHOTO:
        return SendPhoto(photo=file, **common)
    return SendDocument(document=file, **common)


def file_id_in(messages: Sequence[Message]) -> str | None:
    """What Telegram calls the file of a message that was sent."""
    for message in messages:
        if message.photo:
            return message.photo[-1].file_id
        if message.document:
            return message.document.file_id
    return None


def _station_pin(letter: Letter) -> Call:
    notice = letter.notice
    if not isinstance(notice, n.StationPin) or notice.station.lat is None or notice.station.lon is None:
        return _message(letter)
    station = readable(letter.words, notice.station)
    return SendVenue(
        chat_id=letter.chat_id,
        latitude=notice.station.lat,
        longitude=notice.station.lon,
        title=shortened(station.name, PLACE_LIMIT),
        address=shortened(station.address or station.name, PLACE_LIMIT),
        reply_markup=keyboard(notice, letter.words),
    )


def _station_photo(letter: Letter) -> Call:
    notice = letter.notice
    if not isinstance(notice, n.StationPhoto) or not notice.station.photo:
        return _message(letter)
    return SendPhoto(
        chat_id=letter.chat_id,
        photo=notice.station.photo,
        caption=fitted(notice, letter.words, CAPTION_LIMIT),
        parse_mode=ParseMode.HTML,
    )


def _seen(letter: Letter) -> Call:
    message_id = letter.notice.message_id if isinstance(letter.notice, n.Seen) else 0
    return SetMessageReaction(chat_id=letter.chat_id, message_id=message_id, reaction=[ReactionTypeEmoji(emoji="👌")])


def _acts_over(letter: Letter) -> Call:
    """Whatever kind of message it is: its words, picture or voice stay."""
    numbers = inline_only(keyboard(letter.notice, letter.words))
    ways = letter.notice.ways if isinstance(letter.notice, addressing.ActsOver) else ()
    rows = [*(numbers.inline_keyboard if numbers else []), *([tappable(each.label, each.act)] for each in ways)]
    return EditMessageReplyMarkup(chat_id=letter.chat_id, message_id=letter.edits, reply_markup=inline(rows))


def _announcement(letter: Letter) -> Call:
    if not isinstance(letter.notice, news.Announced):
        return _message(letter)
    return announcement_calls.announcement(letter.chat_id, letter.notice, letter.words)


def _news_album(letter: Letter) -> Call:
    if not isinstance(letter.notice, news.AnnouncedAlbum):
        return _message(letter)
    return announcement_calls.album(letter.chat_id, letter.notice)


def _command_menu(letter: Letter) -> Call:
    menu = letter.notice if isinstance(letter.notice, n.CommandMenu) else n.CommandMenu()
    return SetMyCommands(
        commands=commands(letter.words, officer=menu.officer, admin=menu.admin, resident=menu.resident),
        scope=BotCommandScopeChat(chat_id=letter.chat_id),
    )


SPECIAL: Final[Mapping[type[n.Notice], Callable[[Letter], Call]]] = {
    n.OfficerCard: _officer_card,
    n.StationPin: _station_pin,
    n.StationPhoto: _station_photo,
    n.Seen: _seen,
    addressing.ActsOver: _acts_over,
    n.CommandMenu: _command_menu,
    news.Announced: _announcement,
    news.AnnouncedAlbum: _news_album,
}
