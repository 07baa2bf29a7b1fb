"""ZIP archives, and workbooks, which are such: measured by their directory before anything is unpacked, and checked
against it while unpacking, since a directory can lie."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Final

from bot.outside.limits import FileLimits, counted, megabytes
from bot.outside.refusing import Refusal

SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED: Final = 0x1


@contextmanager
def opened(content: bytes, limits: FileLimits) -> Iterator[zipfile.ZipFile]:
    """An archive that its own directory makes harmless. Raises `Refusal`."""
    with _damage(), zipfile.ZipFile(io.BytesIO(content)) as archive:
        _measure(archive.infolist(), limits)
        yield archive


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A member as the directory promised it: neither longer nor other than that. Raises `Refusal`."""
    with _damage(), archive.open(member) as packed:
        return packed.read(member.file_size + 1)  # `read()` would unpack all there is before it compares


def _measure(members: list[zipfile.ZipInfo], limits: FileLimits) -> None:
    if len(members) > limits.entries:
        raise Refusal("entries", limit=counted(limits.entries))
    if sum(each.file_size for each in members) > limits.unpacked:
        raise Refusal("unpacked", limit=megabytes(limits.unpacked))
    if any(each.flag_bits & _ENCRYPTED for each in members):
        raise Refusal("password")
    if any(_leads_out(each.filename) for each in members):
        raise Refusal("names")


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise Refusal("damaged") from error
