"""From a file to the part of a message that shows it (`photo`, `voice`, `document`, …)."""

from collections.abc import Mapping
from typing import Any, Final

from bot.sandbox.errors import bad
from bot.sandbox.files import PHOTO_LIMIT, THUMBNAILS, Files, Stored, picture_size

Json = dict[str, Any]
Extra = Mapping[str, Any]

# What a caller may say about a file of a kind, copied into the message as it is.
SAID: Final[Mapping[str, tuple[str, ...]]] = {
    "voice": ("duration",),
    "video": ("duration", "width", "height"),
    "animation": ("duration", "width", "height"),
    "audio": ("duration", "performer", "title"),
    "video_note": ("duration", "length"),
    "live_photo": ("duration", "width", "height"),
    "document": (),
    "sticker": ("emoji",),
}
# What aiogram's type requires when nobody said it.
BASE: Final[Mapping[str, Json]] = {
    "voice": {"duration": 0},
    "video": {"width": 320, "height": 240, "duration": 0},
    "animation": {"width": 320, "height": 240, "duration": 0},
    "audio": {"duration": 0},
    "video_note": {"length": 240, "duration": 0},
    "live_photo": {"width": 320, "height": 240, "duration": 0},
    "document": {},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
}
# Kinds that may carry words.
CAPTIONED: Final = frozenset({"photo", "video", "animation", "audio", "document", "voice", "live_photo"})
_NAMED: Final = frozenset({"video", "animation", "audio", "document"})


def new_file(files: Files, kind: str, name: str, mime: str, content: bytes) -> Stored:
    """Keep an uploaded file of a kind. Raises ApiError 400 for empty files and false photos."""
    if not content:
        raise bad("file must be non-empty")
    if kind != "photo":
        return files.add(kind, name, mime, content)
    if len(content) > PHOTO_LIMIT:
        raise bad(f"file is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
    size = picture_size(content)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return files.add(kind, name, mime, content, width=size[0], height=size[1])


def content_of(files: Files, stored: Stored, said: Extra) -> Json:
    """The message's part for a file: `{"photo": [...]}`, `{"voice": {...}}`, …"""
    if stored.kind == "photo":
        return {"photo": _sizes(files, stored)}
    shown = {**BASE[stored.kind], **stored.ids(), **_named(stored)}
    shown.update((key, said[key]) for key in SAID[stored.kind] if said.get(key) is not None)
    if stored.kind == "animation":  # Telegram fills `document` as well, for old clients
        document = {key: shown[key] for key in ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")}
        return {"animation": shown, "document": document}
    return {stored.kind: shown}


def _named(stored: Stored) -> Json:
    if stored.kind in _NAMED:
        return {"file_name": stored.name, "mime_type": stored.mime}
    return {"mime_type": stored.mime} if stored.kind in {"voice", "live_photo"} else {}


def live_photo(files: Files, film: Stored, picture: Stored, said: Extra) -> Json:
    """The message's part for a live photo; `photo` stands beside it, for old clients."""
    sizes = _sizes(files, picture)
    return {"live_photo": {**content_of(files, film, said)["live_photo"], "photo": sizes}, "photo": sizes}


def _sizes(files: Files, stored: Stored) -> list[Json]:
    """The smaller sizes first, each with its own file_id, the whole picture last."""
    longest = max(stored.width, stored.height)
    small = [_smaller(files, stored, side / longest) for side in THUMBNAILS if side < longest]
    return [_size(item) for item in (*small, stored)]


def _smaller(files: Files, stored: Stored, scale: float) -> Stored:
    """A smaller size; nobody scales here, so the content is that of the whole."""
    width, height = max(1, round(stored.width * scale)), max(1, round(stored.height * scale))
    known = {"width": width, "height": height}
    return files.derive("photo", stored.name, stored.mime, blob=stored.blob, size=stored.size, **known)


def _size(stored: Stored) -> Json:
    return {**stored.ids(), "width": stored.width, "height": stored.height}
