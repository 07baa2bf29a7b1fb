"""The four ways a Bot API request carries its parameters: query, form, multipart, JSON."""

import json
from dataclasses import dataclass
from mimetypes import guess_type
from typing import Any, Final
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.multipart import MultipartResponseWrapper

from bot.sandbox.errors import ApiError, bad

Parts = MultipartReader | MultipartResponseWrapper

UNKNOWN: Final = "application/octet-stream"
UPLOAD_LIMIT: Final = 50 * 1024 * 1024
BODY_LIMIT: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in a multipart part."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Body:
    """Parameters as they came (strings, or JSON values) and the files by the name of their part."""

    values: dict[str, Any]
    uploads: dict[str, Upload]


async def read_body(request: web.Request) -> Body:
    """Read everything a caller sent; query parameters are overridden by the body.

    Raises ApiError 413 above 50 MB a file, 400 for a body that is not what it says it is.
    """
    body = Body(dict(request.query), {})
    if request.content_type == "multipart/form-data":
        await read_parts(await request.multipart(), body)
    elif request.can_read_body:
        body.values.update(await _read_plain(request))
    return body


async def _read_plain(request: web.Request) -> dict[str, Any]:
    try:
        text = await request.text()
    except web.HTTPRequestEntityTooLarge as large:
        raise ApiError(413, "Request Entity Too Large") from large
    if request.content_type == "application/json":
        return _json_object(text)
    return dict(parse_qsl(text, keep_blank_values=True))


def _json_object(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text) if text else {}
    except ValueError as wrong:
        raise bad("can't parse JSON object") from wrong
    if not isinstance(values, dict):
        raise bad("can't parse JSON object: object expected")
    return values


async def read_parts(reader: Parts, body: Body) -> None:
    """Sort the parts of a multipart body into values and files."""
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad("can't parse multipart body: a part without a name")
        content = await _read_part(part)
        if part.filename is None:
            body.values[part.name] = content.decode()
        else:
            body.uploads[part.name] = Upload(part.filename, _mime(part), content)


def _mime(part: BodyPartReader) -> str:
    """What the caller says, else (aiogram says nothing) what the name says, as in Telegram."""
    said = part.headers.get("Content-Type", UNKNOWN)
    return said if said != UNKNOWN else guess_type(part.filename or "")[0] or UNKNOWN


async def _read_part(part: BodyPartReader) -> bytes:
    pieces = bytearray()
    while chunk := await part.read_chunk(1 << 18):
        pieces += chunk
        if len(pieces) > UPLOAD_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
    return bytes(pieces)
