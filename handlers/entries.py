"""A Telegram message as an entry the desk can keep."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from aiogram.enums import ContentType, MessageEntityType
from aiogram.types import (
    Message,
    MessageEntity,
    MessageOrigin,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginUser,
)

from bot.domain.errors import CannotCarry, CannotCarryContact, NothingSeen
from bot.domain.marked import Marked, joined
from bot.domain.places import Point
from bot.domain.provenance import Origin, OriginKind, Quote, origin_from, quote_from
from bot.domain.reports import EntryKind, Incoming
from bot.domain.visible import in_a_line, opened, seen, seen_text

MOST_TITLE: Final = 100


def incoming_of(message: Message) -> Incoming:
    """The entry in a message, as the other side will see it; raises `CannotCarry` for kinds we do not relay."""
    plain = sent_in(message)
    words = opened(Marked(plain.text, plain.entities))
    named = joined((words, Marked(_deceptive_name(message))))
    return replace(
        plain, text=named.text, entities=tuple(named.entities), forwarded=forwarded_in(message), quote=quote_in(message)
    )


def sent_in(message: Message) -> Incoming:
    """What a message holds, with the formatting as it was; raises `CannotCarry`."""
    if message.content_type == ContentType.CONTACT:
        raise CannotCarryContact
    found = READERS.get(message.content_type)
    if found is None:
        raise CannotCarry(what=message.content_type)
    kind, file_id = found
    words = seen(Marked(_text(message), _entities(message.entities or message.caption_entities or [])))
    if kind is EntryKind.TEXT and not words.text.strip():
        raise NothingSeen
    return Incoming(
        kind=kind,
        chat_id=message.chat.id,
        message_id=message.message_id,
        text=words.text,
        entities=tuple(words.entities),
        file_id=file_id(message),
        point=point_of(message),
        album=message.media_group_id,
        still=_still(message),
        unique_id=unique_id_in(message),
    )


def _text(message: Message) -> str:
    """A venue's name and address stand where a caption would."""
    venue = message.venue
    place = f"{in_a_line(venue.title, MOST_TITLE)}\n{in_a_line(venue.address, MOST_TITLE)}" if venue else ""
    return message.text or message.caption or place


def _deceptive_name(message: Message) -> str:
    """The name of a file that looks like another one's where it is shown: as it really is."""
    media = getattr(message, message.content_type, None)
    names = [getattr(media, each, None) for each in ("file_name", "title", "performer")]
    shown = [in_a_line(each, MOST_TITLE) for each in names if isinstance(each, str) and seen_text(each) != each]
    return f"📎 {' · '.join(shown)}" if shown else ""


def _still(message: Message) -> str | None:
    """The picture of a live photo."""
    sizes = message.live_photo.photo if message.live_photo else None
    return sizes[-1].file_id if sizes else None


def unique_id_in(message: Message) -> str | None:
    """Of the message's file, if it has one."""
    media = getattr(message, message.content_type, None)
    biggest = media[-1] if isinstance(media, list) and media else media
    return getattr(biggest, "file_unique_id", None)


def forwarded_in(message: Message) -> Origin | None:
    """Where forwarded words were first; None for a message's own."""
    if message.forward_origin is not None:
        return origin_of(message.forward_origin)
    return Origin(OriginKind.HIDDEN) if message.forward_date else None


def origin_of(origin: MessageOrigin) -> Origin:
    """Never an account: of a person only that it was one."""
    match origin:
        case MessageOriginChannel(chat=chat):
            return Origin(OriginKind.CHANNEL, in_a_line(chat.title or "", MOST_TITLE) or "…")
        case MessageOriginChat(sender_chat=chat):
            return Origin(OriginKind.CHAT, in_a_line(chat.title or "", MOST_TITLE) or "…")
        case MessageOriginUser(sender_user=user):
            return Origin(OriginKind.BOT if user.is_bot else OriginKind.PERSON)
        case _:
            return Origin(OriginKind.HIDDEN)


def quote_in(message: Message) -> Quote | None:
    """The words a message answers: a part that was chosen, or what stands in another chat."""
    quote, other = message.quote, message.external_reply
    text = seen_text(quote.text).strip() if quote else ""
    if other is not None:
        return Quote(text, origin_of(other.origin))
    chosen = quote is not None and (quote.is_manual or message.reply_to_message is None)
    return Quote(text) if text and chosen else None


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
    ContentType.LIVE_PHOTO: (EntryKind.LIVE_PHOTO, _file("live_photo")),
    ContentType.VIDEO: (EntryKind.VIDEO, _file("video")),
    ContentType.VOICE: (EntryKind.VOICE, _file("voice")),
    ContentType.VIDEO_NOTE: (EntryKind.VIDEO_NOTE, _file("video_note")),
    ContentType.AUDIO: (EntryKind.AUDIO, _file("audio")),
    ContentType.ANIMATION: (EntryKind.ANIMATION, _file("animation")),
    ContentType.DOCUMENT: (EntryKind.DOCUMENT, _file("document")),
}


def packed(incoming: Incoming) -> dict[str, Any]:
    """For the dialogue's data, until there is a report to put it in."""
    return asdict(incoming)


def unpacked(fields: Mapping[str, Any]) -> Incoming:
    point = fields["point"]
    return Incoming(
        **{
            **fields,
            "kind": EntryKind(fields["kind"]),
            "entities": tuple(fields["entities"]),
            "point": Point(**point) if point else None,
            "forwarded": origin_from(fields.get("forwarded")),
            "quote": quote_from(fields.get("quote")),
        }
    )
