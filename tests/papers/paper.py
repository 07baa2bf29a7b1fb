"""Reading a PDF of ours back: pages, their size, and the words on them."""

import re
import zlib


def objects(pdf: bytes) -> list[bytes]:
    """Every object's body; streams unpacked, packed objects too."""
    found = []
    for body in re.findall(rb"\d+ 0 obj(.*?)endobj", pdf, re.DOTALL):
        head, _, stream = body.partition(b"stream\n")
        if stream and b"FlateDecode" in head:
            found.append(head + zlib.decompressobj().decompress(stream))
        else:
            found.append(body)
    return found


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """In points, one for each page."""
    text = b"\n".join(objects(pdf))
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", text)
    return [(float(width), float(height)) for width, height in boxes]


def characters(pdf: bytes) -> set[str]:
    """All characters that the fonts of the paper map back to text, so that it can be searched and read aloud."""
    found: set[str] = set()
    for body in objects(pdf):
        if b"beginbfchar" in body:
            for code in re.findall(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", body):
                found |= set(bytes.fromhex(code.decode()).decode("utf-16-be"))
    return found
