"""A notice as one call of the Bot API.

Most are a message with words and a keyboard. An entry is copied from what was stored with the report, never forwarded:
the copy carries no account, it survives when the author deletes the original, and an album stays an album.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from aiogram.enums import ParseMode
from aiogram.methods import (
    EditMessageText,
    SendAnimation,
    SendAudio,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendVenue,
    SendVideo,
    SendVideoNote,
    SendVoice,
    SetMessageReaction,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardMarkup,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyParameters,
)

from bot.domain import news_notices as news
from bot.domain import notices as n
from bot.domain.attachments import Media, Upload
from bot.domain.places import Point
from bot.domain.reports import Entry, EntryKind
from bot.telegram import news_calls
from bot.telegram.keyboards import keyboard
from bot.texts.admin_speech import COMMANDS as ADMIN_COMMANDS
from bot.texts.speak import speak
from bot.texts.words import Words

Call: TypeAlias = TelegramMethod[Any]
TEXT_LIMIT: Final = 4096
CAPTION_LIMIT: Final = 1024
RESIDENT_COMMANDS: Final = ("place", "report", "my", "news", "stop", "emergency", "language", "forget", "help")
OFFICER_COMMANDS: Final = ("queue", "halfyear", "digest", "emergency", "language", "help")


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice with all that is needed to send it. `entries`: what a `Relayed` carries (several: an album);
    `quotes`: the message of this chat it replies to; `edits`: the message it changes; `upload`: the file of ours that
    an `Attached` carries."""

    chat_id: int
    notice: n.Notice
    words: Words
    entries: Sequence[Entry] = ()
    quotes: int | None = None
    edits: int | None = None
    protect: bool = False
    upload: Upload | None = None


def compose(letter: Letter) -> Call:
    """The one call that delivers the letter."""
    if letter.upload is not None:
        return _attached(letter, letter.upload)
    make = SPECIAL.get(type(letter.notice), _message)
    return make(letter)


def _message(letter: Letter) -> Call:
    text = _clipped(speak(letter.notice, letter.words))
    markup = keyboard(letter.notice, letter.words)
    if letter.edits is not None:
        inline = markup if isinstance(markup, InlineKeyboardMarkup) else None
        return EditMessageText(
            chat_id=letter.chat_id,
            message_id=letter.edits,
            text=text,
            parse_mode=ParseMode.HTML,
            reply_markup=inline,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
    return SendMessage(
        chat_id=letter.chat_id,
        text=text,
        parse_mode=ParseMode.HTML,
        reply_markup=markup,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=_quote(letter),
    )


def _clipped(text: str) -> str:
    """Our own texts are short; should a directory's entry be absurdly long, plain words still arrive."""
    return text if utf16_length(text) <= TEXT_LIMIT else text[: TEXT_LIMIT // 2].rsplit("<", 1)[0] + "…"


def _quote(letter: Letter) -> ReplyParameters | None:
    if letter.quotes is None:
        return None
    return ReplyParameters(message_id=letter.quotes, allow_sending_without_reply=True)


def _officer_card(letter: Letter) -> Call:
    notice = letter.notice
    text = speak(notice, letter.words)
    if not isinstance(notice, n.OfficerCard) or not notice.photo or utf16_length(text) > CAPTION_LIMIT:
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
        "caption": speak(letter.notice, letter.words) or None,
        "parse_mode": ParseMode.HTML,
        "reply_markup": keyboard(letter.notice, letter.words),
    }
    return SendPhoto(photo=file, **common) if upload.media is Media.PHOTO else SendDocument(document=file, **common)


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
    station = notice.station
    return SendVenue(
        chat_id=letter.chat_id,
        latitude=notice.station.lat,
        longitude=notice.station.lon,
        title=station.name,
        address=station.address or station.name,
        reply_markup=keyboard(notice, letter.words),
    )


def _station_photo(letter: Letter) -> Call:
    notice = letter.notice
    if not isinstance(notice, n.StationPhoto) or not notice.station.photo:
        return _message(letter)
    return SendPhoto(
        chat_id=letter.chat_id,
        photo=notice.station.photo,
        caption=speak(notice, letter.words),
        parse_mode=ParseMode.HTML,
    )


def _seen(letter: Letter) -> Call:
    message_id = letter.notice.message_id if isinstance(letter.notice, n.Seen) else 0
    return SetMessageReaction(chat_id=letter.chat_id, message_id=message_id, reaction=[ReactionTypeEmoji(emoji="👌")])


def _announcement(letter: Letter) -> Call:
    if not isinstance(letter.notice, news.Announcement):
        return _message(letter)
    return news_calls.announcement(letter.chat_id, letter.notice, letter.words)


def _news_album(letter: Letter) -> Call:
    if not isinstance(letter.notice, news.NewsAlbum):
        return _message(letter)
    return news_calls.album(letter.chat_id, letter.notice)


def _command_menu(letter: Letter) -> Call:
    menu = letter.notice if isinstance(letter.notice, n.CommandMenu) else n.CommandMenu()
    return SetMyCommands(
        commands=commands(letter.words, officer=menu.officer, admin=menu.admin),
        scope=BotCommandScopeChat(chat_id=letter.chat_id),
    )


def commands(words: Words, *, officer: bool = False, admin: bool = False) -> list[BotCommand]:
    """The command menu of a role; an admin's stand behind those of a resident or an officer, as they may be either."""
    names = (OFFICER_COMMANDS if officer else RESIDENT_COMMANDS) + (ADMIN_COMMANDS if admin else ())
    return [BotCommand(command=each, description=words.plain(f"command-{each}")) for each in dict.fromkeys(names)]


# --- entries ----------------------------------------------------------------------------------------------------------


def _relayed(letter: Letter) -> Call:
    if len(letter.entries) > 1:
        return _album(letter)
    entry = letter.entries[0]
    common: dict[str, Any] = {"chat_id": letter.chat_id, "reply_parameters": _quote(letter)}
    common["protect_content"] = letter.protect or None
    if entry.draft.kind is EntryKind.TEXT:
        text, entities = _with_sender(letter, entry, TEXT_LIMIT)
        off = LinkPreviewOptions(is_disabled=True)
        return SendMessage(text=text, entities=entities, link_preview_options=off, **common)
    if entry.draft.kind is EntryKind.LOCATION and entry.draft.point is not None:
        return _location(entry.draft.point, entry.draft.text, common)
    if entry.draft.kind is EntryKind.VIDEO_NOTE:
        return SendVideoNote(video_note=entry.draft.file_id or "", **common)
    caption, entities = _with_sender(letter, entry, CAPTION_LIMIT)
    return _media(entry, caption=caption or None, caption_entities=entities or None, **common)


def _location(point: Point, text: str, common: dict[str, Any]) -> Call:
    """A venue's words are its name and, on the next line, its address."""
    name, _, address = text.partition("\n")
    if not name:
        return SendLocation(latitude=point.lat, longitude=point.lon, **common)
    return SendVenue(latitude=point.lat, longitude=point.lon, title=name, address=address or name, **common)


def _media(entry: Entry, **common: Any) -> Call:
    method, field = MEDIA[entry.draft.kind]
    return method(**{field: entry.draft.file_id or ""}, **common)


def _with_sender(letter: Letter, entry: Entry, limit: int) -> tuple[str, list[MessageEntity]]:
    """An officer's answer says whose it is and about what; without room for that line the text itself goes first."""
    head = speak(letter.notice, letter.words)
    text = entry.draft.text
    shift = utf16_length(head) + 1 if head else 0
    if shift and shift + utf16_length(text) > limit:
        head, shift = "", 0
    entities = [_shifted(each, shift) for each in entry.draft.entities]
    if head:
        entities.insert(0, MessageEntity(type="bold", offset=0, length=shift - 1))
    return (f"{head}\n{text}" if head else text), entities


def _shifted(entity: Mapping[str, Any], by: int) -> MessageEntity:
    return MessageEntity.model_validate({**entity, "offset": entity["offset"] + by})


def _album(letter: Letter) -> Call:
    media = [_album_item(letter, entry, first=index == 0) for index, entry in enumerate(letter.entries)]
    return SendMediaGroup(
        chat_id=letter.chat_id,
        media=media,
        reply_parameters=_quote(letter),
        protect_content=letter.protect or None,
    )


def _album_item(letter: Letter, entry: Entry, *, first: bool) -> Any:
    """The sender's line stands on the first item."""
    if first:
        caption, entities = _with_sender(letter, entry, CAPTION_LIMIT)
    else:
        caption, entities = entry.draft.text, [_shifted(each, 0) for each in entry.draft.entities]
    item = ALBUM_ITEMS[entry.draft.kind]
    return item(media=entry.draft.file_id or "", caption=caption or None, caption_entities=entities or None)


def utf16_length(text: str) -> int:
    """Telegram counts offsets and limits in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


MEDIA: Final[Mapping[EntryKind, tuple[Callable[..., Call], str]]] = {
    EntryKind.PHOTO: (SendPhoto, "photo"),
    EntryKind.VIDEO: (SendVideo, "video"),
    EntryKind.VOICE: (SendVoice, "voice"),
    EntryKind.AUDIO: (SendAudio, "audio"),
    EntryKind.ANIMATION: (SendAnimation, "animation"),
    EntryKind.DOCUMENT: (SendDocument, "document"),
}
ALBUM_ITEMS: Final[Mapping[EntryKind, Callable[..., Any]]] = {
    EntryKind.PHOTO: InputMediaPhoto,
    EntryKind.VIDEO: InputMediaVideo,
    EntryKind.AUDIO: InputMediaAudio,
    EntryKind.DOCUMENT: InputMediaDocument,
}
SPECIAL: Final[Mapping[type[n.Notice], Callable[[Letter], Call]]] = {
    n.OfficerCard: _officer_card,
    n.StationPin: _station_pin,
    n.StationPhoto: _station_photo,
    n.Seen: _seen,
    n.CommandMenu: _command_menu,
    n.Relayed: _relayed,
    news.Announcement: _announcement,
    news.NewsAlbum: _news_album,
}
