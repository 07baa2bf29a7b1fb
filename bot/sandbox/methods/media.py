"""Sends with files, one by one and as albums."""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import methods
from aiogram.types import InputFile

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.files import Stored
from bot.sandbox.media import content_of, live_photo, new_file
from bot.sandbox.methods.posting import envelope_of, post, post_to
from bot.sandbox.parsing import given
from bot.sandbox.talk import Envelope
from bot.sandbox.texts import Words, caption_content

Json = dict[str, Any]

# method -> kind of file; the field of the same name holds the file
SENDS: Final[Mapping[str, str]] = {
    "sendPhoto": "photo",
    "sendAudio": "audio",
    "sendDocument": "document",
    "sendVideo": "video",
    "sendAnimation": "animation",
    "sendVoice": "voice",
    "sendVideoNote": "video_note",
    "sendSticker": "sticker",
    "sendLivePhoto": "live_photo",
}
ALBUM: Final = (2, 10)
# Kinds that may share an album.
MIXES: Final[Mapping[str, str]] = {
    "photo": "seen",
    "video": "seen",
    "live_photo": "seen",
    "audio": "audio",
    "document": "document",
}


def stored_file(call: Call[Any], value: str | InputFile, kind: str) -> Stored:
    """The file a method means: an upload of this request or a `file_id`. Raises ApiError 400."""
    if not isinstance(value, str):
        raise bad("wrong file identifier/HTTP URL specified")
    if not value.startswith("attach://"):
        return call.world.files.resent(value, kind)
    upload = call.request.uploads.get(value.removeprefix("attach://"))
    if upload is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return new_file(call.world.files, kind, upload.name, upload.mime, upload.content)


def media_content(call: Call[Any], said: Any, *, kind: str, value: str | InputFile) -> Json:
    """File and caption as they stand in a message; `said` is the method or an InputMedia."""
    caption = _caption(call, said)
    stored, extra = stored_file(call, value, kind), {name: getattr(said, name, None) for name in _SAID}
    if kind == "live_photo":
        content = live_photo(call.world.files, stored, stored_file(call, said.photo, "photo"), extra)
    else:
        content = content_of(call.world.files, stored, extra)
    return {**content, **caption, **_flags(said, caption)}


_SAID: Final = ("duration", "width", "height", "performer", "title", "length", "emoji")


def _caption(call: Call[Any], said: Any) -> Json:
    text = getattr(said, "caption", None)
    if not text:
        return {}
    return caption_content(Words(text, said.parse_mode, said.caption_entities), call.world.user_json)


def _flags(said: Any, caption: Json) -> Json:
    above = caption and given(getattr(said, "show_caption_above_media", None))
    spoiler = getattr(said, "has_spoiler", None)
    return {**({"show_caption_above_media": True} if above else {}), **({"has_media_spoiler": True} if spoiler else {})}


def _sender(kind: str) -> Handler:
    def send(call: Call[Any]) -> Json:
        call.dialog(call.method.chat_id)  # a chat that cannot be written to is said before the file is looked at
        return post(call, media_content(call, call.method, kind=kind, value=getattr(call.method, kind)))

    return send


def send_media_group(call: Call[methods.SendMediaGroup]) -> list[Json]:
    """An album: its messages share a `media_group_id`; either all appear or none."""
    dialog = call.dialog(call.method.chat_id)
    items = call.method.media
    _check_album([item.type for item in items])
    contents = [media_content(call, item, kind=item.type, value=item.media) for item in items]
    envelope = envelope_of(call, dialog)
    album = new_album(call)
    shared = Envelope(thread=envelope.thread, reply_to=envelope.reply_to, protected=envelope.protected, album=album)
    return [post_to(call, dialog, content, shared) for content in contents]


def new_album(call: Call[Any]) -> str:
    """A fresh `media_group_id`."""
    return str(call.world.count("album", 13_900_000_000_000_001))


def _check_album(kinds: list[str]) -> None:
    if not kinds:
        raise bad("there are no messages to send")
    if len(kinds) > ALBUM[1]:
        raise bad("too many messages to send as an album")
    if len(kinds) < ALBUM[0]:
        raise bad("media group must include 2-10 items")
    if unknown := [kind for kind in kinds if kind not in MIXES]:
        raise bad(f"{unknown[0]} can't be sent in an album")
    if len({MIXES[kind] for kind in kinds}) > 1:
        raise bad("audio and documents can't be mixed with other media types in an album")


HANDLERS: Final[Mapping[str, Handler]] = {
    **{name: _sender(kind) for name, kind in SENDS.items()},
    "sendMediaGroup": send_media_group,
}
