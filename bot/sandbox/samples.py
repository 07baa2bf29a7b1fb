"""Small files of every kind, made here, for when a person sends something without naming a file."""

import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple


class Sample(NamedTuple):
    """A file's name, MIME type and bytes."""

    name: str
    mime: str
    content: bytes


def png(width: int = 320, height: int = 240, tint: int = 0) -> bytes:
    """A real PNG: a soft gradient, a little different for each `tint`."""
    rows = b"".join(_png_row(width, y, tint) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_png_chunk(kind, data) for kind, data in chunks)


def _png_row(width: int, y: int, tint: int) -> bytes:
    shade = bytes(((y // 2 + tint * 40) % 256, (90 + y // 3) % 256, (160 + tint * 60) % 256))
    return b"\x00" + shade * width


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _ogg_crc(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = ((value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


def _ogg_page(flags: int, granule: int, number: int, packets: list[bytes]) -> bytes:
    sizes = bytes(len(packet) for packet in packets)
    head = b"OggS\x00" + struct.pack("<BqIII", flags, granule, 0x5A4D, number, 0) + bytes([len(sizes)]) + sizes
    page = head + b"".join(packets)
    return page[:22] + struct.pack("<I", _ogg_crc(page)) + page[26:]


def ogg(seconds: int = 1) -> bytes:
    """An Opus voice message of silence (20 ms packets, 50 a page)."""
    head = b"OpusHead\x01\x01" + struct.pack("<HIhB", 312, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 7) + b"sandbox" + struct.pack("<I", 0)
    pages = [_ogg_page(2, 0, 0, [head]), _ogg_page(0, 0, 1, [tags])]
    for second in range(seconds):
        last = 4 if second == seconds - 1 else 0
        pages.append(_ogg_page(last, (second + 1) * 48000, second + 2, [b"\xf8\xff\xfe"] * 50))
    return b"".join(pages)


def _box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + kind + data


def mp4() -> bytes:
    """The outline of an MP4: enough to be recognised, nothing to be seen."""
    head = _box(b"ftyp", b"isom\x00\x00\x02\x00isomiso2mp41")
    movie = _box(b"moov", _box(b"mvhd", bytes(12) + struct.pack(">II", 1000, 1000) + bytes(80)))
    return head + movie + _box(b"mdat", b"")


def webp() -> bytes:
    """The smallest lossless WebP: one transparent pixel."""
    return bytes.fromhex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700")


MAKERS: Final[Mapping[str, Callable[[int], Sample]]] = {
    "photo": lambda tint: Sample("photo.png", "image/png", png(tint=tint)),
    "voice": lambda tint: Sample("voice.ogg", "audio/ogg", ogg(tint % 5 + 1)),
    "video": lambda _: Sample("video.mp4", "video/mp4", mp4()),
    "live_photo": lambda _: Sample("live_photo.mp4", "video/mp4", mp4()),
    "video_note": lambda _: Sample("video_note.mp4", "video/mp4", mp4()),
    "animation": lambda _: Sample("animation.mp4", "video/mp4", mp4()),
    "audio": lambda _: Sample(
        "audio.mp3", "audio/mpeg", b"ID3\x03\x00\x00\x00\x00\x00\x00\xff\xfb\x90\x00" + bytes(413)
    ),
    "sticker": lambda _: Sample("sticker.webp", "image/webp", webp()),
    "document": lambda tint: Sample("document.txt", "text/plain", f"Зразок документа {tint}\n".encode()),
}
