"""Files the sandbox keeps: content, `file_id`s that look like Telegram's, paths for download."""

import hashlib
import secrets
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.sandbox.errors import bad, not_implemented
from bot.sandbox.shelf import NoShelf, Shelf

Json = dict[str, Any]

DOWNLOAD_LIMIT: Final = 20 * 1024 * 1024
PHOTO_LIMIT: Final = 10 * 1024 * 1024
THUMBNAILS: Final = (90, 320)  # longest sides of the smaller sizes of a photo

# kind -> (how its file_ids begin, folder in file_path, Telegram's name of the type)
KINDS: Final[Mapping[str, tuple[str, str, str]]] = {
    "photo": ("AgACAgIAAxk", "photos", "Photo"),
    "voice": ("AwACAgIAAxk", "voice", "VoiceNote"),
    "video": ("BAACAgIAAxk", "videos", "Video"),
    "document": ("BQACAgIAAxk", "documents", "Document"),
    "animation": ("CgACAgIAAxk", "animations", "Animation"),
    "audio": ("CQACAgIAAxk", "music", "Audio"),
    "video_note": ("DQACAgIAAxk", "video_notes", "VideoNote"),
    "live_photo": ("BgACAgIAAxk", "videos", "LivePhoto"),
    "sticker": ("CAACAgIAAxk", "stickers", "Sticker"),
    "thumbnail": ("AAMCAgADGQE", "thumbnails", "Thumbnail"),
}


@dataclass(frozen=True, slots=True)
class Stored:
    """One `file_id`. Several may share a `blob` (the sizes of a photo)."""

    file_id: str
    unique: str
    kind: str
    name: str
    mime: str
    size: int
    path: str
    blob: str
    width: int = 0
    height: int = 0
    duration: int = 0

    def json(self) -> Json:
        """Bot API `File`."""
        return {**self.ids(), "file_path": self.path}

    def ids(self) -> Json:
        """The three fields all kinds of files share."""
        return {"file_id": self.file_id, "file_unique_id": self.unique, "file_size": self.size}


@dataclass
class Files:
    """All files by id and by path; with a folder the content lies there, else in memory."""

    folder: Path | None = None
    shelf: Shelf = field(default_factory=NoShelf)
    known: dict[str, Stored] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)

    def add(self, kind: str, name: str, mime: str, content: bytes, **known: int) -> Stored:
        """Keep a file; `known` may give width, height (pixels) and duration (seconds)."""
        blob = hashlib.sha256(content).hexdigest()[:32]
        self._keep(blob, content)
        return self.derive(kind, name, mime, blob=blob, size=len(content), **known)

    def derive(self, kind: str, name: str, mime: str, *, blob: str, size: int, **known: int) -> Stored:
        """Another `file_id` for content that is kept already."""
        begin, folder, _ = KINDS[kind]
        unique = f"AgAD{secrets.token_urlsafe(8)}"
        path = f"{folder}/file_{len(self.known)}{Path(name).suffix.lower() or '.bin'}"
        file_id = f"{begin}{secrets.token_urlsafe(45)}"
        self.put(Stored(file_id, unique, kind, name, mime, size, path, blob, **known))
        return self.known[file_id]

    def put(self, stored: Stored) -> None:
        """Make a file findable."""
        self.known[stored.file_id] = stored
        self.paths[stored.path] = stored.file_id
        self.shelf.touch("file", stored.file_id)

    def _keep(self, blob: str, content: bytes) -> None:
        if self.folder is None:
            self.blobs[blob] = content
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        whole = self.folder / blob
        if not whole.exists():
            part = whole.with_suffix(".part")
            part.write_bytes(content)
            part.replace(whole)

    def content(self, stored: Stored) -> bytes:
        """The bytes of a file."""
        return self.blobs[stored.blob] if self.folder is None else (self.folder / stored.blob).read_bytes()

    def resent(self, value: str, kind: str) -> Stored:
        """The file a bot names by `file_id` to send it again as `kind`. Raises ApiError 400 or 501."""
        stored = self.known.get(value)
        if stored is None:
            if value.startswith(("http://", "https://")):
                raise not_implemented("sending a file by its HTTP URL")
            raise bad("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad(f"can't use file of type {KINDS[stored.kind][2]} as {KINDS[kind][2]}")
        return stored

    def by_path(self, path: str) -> Stored | None:
        """The file behind a download path."""
        file_id = self.paths.get(path)
        return self.known[file_id] if file_id else None

    def empty(self) -> None:
        """Forget every file; contents on disk go too."""
        self.known.clear()
        self.paths.clear()
        self.blobs.clear()
        for item in self.folder.iterdir() if self.folder and self.folder.exists() else ():
            item.unlink()


def row(stored: Stored) -> Json:
    """A file as the shelf keeps it."""
    return asdict(stored)


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None for anything else."""
    for magic, at, form in ((b"\x89PNG\r\n\x1a\n", 16, ">II"), (b"GIF8", 6, "<HH")):
        if content.startswith(magic) and len(content) >= at + struct.calcsize(form):
            width, height = struct.unpack_from(form, content, at)
            return width, height
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return 512, 512
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk the segments to the frame header."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length
    return None
