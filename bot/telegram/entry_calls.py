"""Entries of a report as calls of the Bot API: each as what it was, made from what was stored with the report.

Never forwarded: the copy carries no account, it survives when the author deletes the original, and an album stays an
album.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from aiogram.methods import (
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
)
from aiogram.types import (
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MessageEntity,
)

from bot.domain.placeholders import utf16
from bot.domain.places import Point
from bot.domain.reports import Entry, EntryKind
from bot.telegram.letter import CAPTION_LIMIT, TEXT_LIMIT, Call, Letter, quote
from bot.texts.speak import speak


def relayed(letter: Letter) -> Call:
    """One entry, or several as an album; an officer's with a line that says whose it is."""
    if len(letter.entries) > 1:
        return _album(letter)
    entry = letter.entries[0]
    common: dict[str, Any] = {"chat_id": letter.chat_id, "reply_parameters": quote(letter)}
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
    shift = utf16(head) + 1 if head else 0
    if shift and shift + utf16(text) > limit:
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
        reply_parameters=quote(letter),
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
