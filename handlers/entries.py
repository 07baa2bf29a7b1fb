"""A Telegram message as an entry the desk can keep."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from aiogram.enums import ContentType, MessageEntityType
from aiogram.types import Message, MessageEntity

from bot.domain.errors import CannotCarry, CannotCarryContact
from bot.domain.places import Point
from bot.domain.reports import Draft, EntryKind


def draft_of(message: Message) -> Draft:
    """The entry in a message; raises `CannotCarry` for kinds we do not relay."""
    if message.content_type == ContentType.CONTACT:
        raise CannotCarryContact
    found = READERS.get(message.content_type)
    if found is None:
        raise CannotCarry
    kind, file_id = found
    return Draft(
        kind=kind,
        chat_id=message.chat.id,
        message_id=message.message_id,
        text=_text(message),
        entities=_entities(message.entities or message.caption_entities or []),
        file_id=file_id(message),
        point=point_of(message),
        album=message.media_group_id,
        unique_id=unique_id_in(message),
    )


def _text(message: Message) -> str:
    """A venue's name and address stand where a caption would."""
    venue = message.venue
    return message.text or message.caption or (f"{venue.title}\n{venue.address}" if venue else "")


def unique_id_in(message: Message) -> str | None:
    """Of the message's file, if it has one."""
    media = getattr(message, message.content_type, None)
    biggest = media[-1] if isinstance(media, list) and media else media
    return getattr(biggest, "file_unique_id", None)


def replied_to_in(message: Message) -> int | None:
    """The id of the message this one replies to."""
    return message.reply_to_message.message_id if message.reply_to_message else None


def point_of(message: Message) -> Point | None:
    """The point of a location, a live location or a venue."""
    location = message.venue.location if message.venue else message.location
    return Point(location.latitude, location.longitude) if location else None


def _entities(entities: list[MessageEntity]) -> tuple[Mapping[str, Any], ...]:
    """Formatting without mentions that carry an account: a copied one would give somebody away."""
    kept = (each for each in entities if not _names_an_account(each))
    return tuple(each.model_dump(exclude_none=True, mode="json", exclude={"user"}) for each in kept)


def _names_an_account(entity: MessageEntity) -> bool:
    return entity.type == MessageEntityType.TEXT_MENTION or str(entity.url or "").startswith("tg:")


def _no_file(_message: Message) -> None:
    return None


def _file(field: str) -> Callable[[Message], str | None]:
    def read(message: Message) -> str | None:
        media = getattr(message, field)
        biggest = media[-1] if isinstance(media, list) else media  # photos come in sizes
        return str(biggest.file_id)

    return read


READERS: Final[Mapping[str, tuple[EntryKind, Callable[[Message], str | None]]]] = {
    ContentType.TEXT: (EntryKind.TEXT, _no_file),
    ContentType.LOCATION: (EntryKind.LOCATION, _no_file),
    ContentType.VENUE: (EntryKind.LOCATION, _no_file),
    ContentType.PHOTO: (EntryKind.PHOTO, _file("photo")),
    ContentType.VIDEO: (EntryKind.VIDEO, _file("video")),
    ContentType.VOICE: (EntryKind.VOICE, _file("voice")),
    ContentType.VIDEO_NOTE: (EntryKind.VIDEO_NOTE, _file("video_note")),
    ContentType.AUDIO: (EntryKind.AUDIO, _file("audio")),
    ContentType.ANIMATION: (EntryKind.ANIMATION, _file("animation")),
    ContentType.DOCUMENT: (EntryKind.DOCUMENT, _file("document")),
}


def packed(draft: Draft) -> dict[str, Any]:
    """For the dialogue's data, until there is a report to put it in."""
    return asdict(draft)


def unpacked(fields: Mapping[str, Any]) -> Draft:
    point = fields["point"]
    return Draft(
        **{
            **fields,
            "kind": EntryKind(fields["kind"]),
            "entities": tuple(fields["entities"]),
            "point": Point(**point) if point else None,
        }
    )
