"""Entries of a report as calls of the Bot API: each as what it was, made from what was stored with the report.

Never forwarded: the copy carries no account, it survives when the author deletes the original, and an album stays an
album.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from aiogram.methods import (
    SendAnimation,
    SendAudio,
    SendDocument,
    SendLivePhoto,
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
    InputMediaLivePhoto,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)

from bot.domain.marked import NOTHING, Marked, joined
from bot.domain.notices import Relayed
from bot.domain.places import Point
from bot.domain.reports import Entry, EntryKind, Incoming
from bot.telegram.letter import CAPTION_LIMIT, TEXT_LIMIT, Call, Letter, Piece
from bot.telegram.letter import quote as answering
from bot.telegram.linking import linked_entities, without_addresses
from bot.texts.entries import head, lead

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
SHELVES: Final[Mapping[EntryKind, str]] = {
    EntryKind.PHOTO: "seen",
    EntryKind.LIVE_PHOTO: "seen",
    EntryKind.VIDEO: "seen",
    EntryKind.AUDIO: "audio",
    EntryKind.DOCUMENT: "document",
}
"""Kinds that may share an album; all others go one by one."""
MOST_ITEMS: Final = 10
QUOTED_STYLES: Final = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"}
)
"""Formatting that belongs to a quote."""
WORDLESS: Final = frozenset({EntryKind.LOCATION, EntryKind.VIDEO_NOTE})
"""No words can stand with these: whose they are is a message before them."""


def relayed(letter: Letter) -> list[Piece]:
    """One entry, or several as albums. Every message says whose it is; words that do not fit go after it."""
    groups = [[each] for each in letter.entries] if letter.plain else albums(letter.entries)
    return [
        piece for group in groups for piece in (_album(letter, group) if len(group) > 1 else _one(letter, group[0]))
    ]


def albums(entries: Sequence[Entry]) -> list[list[Entry]]:
    """What may travel together, in the order of the first of each; nothing is left out."""
    groups: dict[str, list[list[Entry]]] = {}
    for entry in entries:
        shelf = groups.setdefault(SHELVES.get(entry.incoming.kind, f"alone:{entry.id}"), [[]])
        if len(shelf[-1]) == MOST_ITEMS:
            shelf.append([])
        shelf[-1].append(entry)
    return [group for shelf in groups.values() for group in shelf]


# --- one entry --------------------------------------------------------------------------------------------------------


def _one(letter: Letter, entry: Entry) -> list[Piece]:
    above = _lead(letter, entry)
    if entry.incoming.kind is EntryKind.TEXT:
        return _texts(letter, entry, above)
    if entry.incoming.kind in WORDLESS:
        return [
            *_texts(letter, entry, above, NOTHING),
            Piece(_wordless(entry.incoming, _common(letter, entry)), [entry]),
        ]
    caption = joined((above, _words(letter, entry)))
    if caption.length <= CAPTION_LIMIT:
        return [Piece(_media(letter, entry, caption), [entry])]
    return [Piece(_media(letter, entry, _head(letter)), [entry]), *_texts(letter, entry, above)]


def _texts(letter: Letter, entry: Entry, above: Marked, words: Marked | None = None) -> list[Piece]:
    """As many messages as the words need, each with whose they are."""
    words = _words(letter, entry) if words is None else words
    whole = joined((above, words))
    if whole.length <= TEXT_LIMIT:
        return [_text(letter, entry, whole)]
    parts = words.divided(TEXT_LIMIT - above.length - 1)
    heads = [above, *[_head(letter)] * (len(parts) - 1)]
    return [_text(letter, entry, joined(each)) for each in zip(heads, parts, strict=True)]


def _text(letter: Letter, entry: Entry, words: Marked) -> Piece:
    off = LinkPreviewOptions(is_disabled=True)
    common = _common(letter, entry)
    call = SendMessage(text=words.text, entities=_entities(letter, words), link_preview_options=off, **common)
    return Piece(call, [entry])


def _wordless(incoming: Incoming, common: Mapping[str, Any]) -> Call:
    """A venue's words are its name and, on the next line, its address."""
    if incoming.kind is EntryKind.VIDEO_NOTE:
        return SendVideoNote(video_note=incoming.file_id or "", **common)
    point = incoming.point or Point(0.0, 0.0)
    name, _, address = incoming.text.partition("\n")
    if not name:
        return SendLocation(latitude=point.lat, longitude=point.lon, **common)
    return SendVenue(latitude=point.lat, longitude=point.lon, title=name, address=address or name, **common)


def _media(letter: Letter, entry: Entry, caption: Marked) -> Call:
    incoming, common = entry.incoming, _common(letter, entry)
    common |= {"caption": caption.text, "caption_entities": _entities(letter, caption)}
    if incoming.kind is EntryKind.LIVE_PHOTO and not letter.plain:
        return SendLivePhoto(live_photo=incoming.file_id or "", photo=incoming.still or "", **common)
    if incoming.kind is EntryKind.LIVE_PHOTO:
        return SendPhoto(photo=incoming.still or "", **common)
    method, field = MEDIA[incoming.kind]
    return method(**{field: incoming.file_id or ""}, **common)


def _common(letter: Letter, entry: Entry) -> dict[str, Any]:
    return {
        "chat_id": letter.chat_id,
        "reply_parameters": _reply(letter, entry),
        "protect_content": letter.protect or None,
    }


# --- albums -----------------------------------------------------------------------------------------------------------


def _album(letter: Letter, entries: Sequence[Entry]) -> list[Piece]:
    """The lead stands on the first item; words too long for their item follow."""
    media, after = [], list[Piece]()
    for number, entry in enumerate(entries):
        above = _lead(letter, entry) if number == 0 else _head(letter) if entry.incoming.text else NOTHING
        caption = joined((above, _words(letter, entry)))
        if caption.length > CAPTION_LIMIT:
            caption = _head(letter)
            after += _texts(letter, entry, _lead(letter, entry))
        media.append(_item(letter, entry, caption))
    return [Piece(SendMediaGroup(media=media, **_common(letter, entries[0])), entries), *after]


def _item(letter: Letter, entry: Entry, caption: Marked) -> Any:
    incoming = entry.incoming
    words: dict[str, Any] = {"caption": caption.text or None, "caption_entities": _entities(letter, caption)}
    if incoming.kind is EntryKind.LIVE_PHOTO:
        return InputMediaLivePhoto(media=incoming.file_id or "", photo=incoming.still or "", **words)
    return ALBUM_ITEMS[incoming.kind](media=incoming.file_id or "", **words)


# --- words ------------------------------------------------------------------------------------------------------------


def _head(letter: Letter) -> Marked:
    return head(_notice(letter), letter.words)


def _lead(letter: Letter, entry: Entry) -> Marked:
    return lead(_notice(letter), entry.incoming, letter.words, quoted=_is_quotable(letter, entry))


def _notice(letter: Letter) -> Relayed:
    return letter.notice if isinstance(letter.notice, Relayed) else Relayed(letter.entries[0].report_id)


def _words(letter: Letter, entry: Entry) -> Marked:
    return Marked(entry.incoming.text, () if letter.plain else without_addresses(entry.incoming.entities))


def _entities(letter: Letter, words: Marked) -> list[MessageEntity] | None:
    return linked_entities(words.entities, letter.username) or None


def _is_quotable(letter: Letter, entry: Entry) -> bool:
    """Whether Telegram can show the quoted words: they stand in the message that is answered."""
    quote = entry.incoming.quote
    there = letter.quotes is not None and not letter.plain
    return quote is not None and quote.elsewhere is None and there and quote.text in letter.quotable.text


def _reply(letter: Letter, entry: Entry) -> ReplyParameters | None:
    """Telegram refuses a quote that does not look exactly like the words in the message."""
    reply, quote = answering(letter), entry.incoming.quote
    if reply is None or quote is None or not _is_quotable(letter, entry):
        return reply
    begin = letter.quotable.text.index(quote.text)
    said = letter.quotable.part(begin, begin + len(quote.text))
    styled = [MessageEntity.model_validate(each) for each in said.entities if each["type"] in QUOTED_STYLES]
    return reply.model_copy(update={"quote": quote.text, "quote_entities": styled or None})
