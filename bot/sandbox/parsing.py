"""Request parameters to aiogram's method objects.

aiogram's classes say which fields there are and of what type; on top of that come the things they let
through: unknown names, wrong ranges and the parts of Telegram the sandbox does not play.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Final, Generic, TypeVar, Union, get_args, get_origin

from aiogram import methods
from aiogram.client.default import Default
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile
from pydantic import ValidationError

from bot.sandbox.bodies import Body, Upload
from bot.sandbox.errors import ApiError, bad, not_implemented
from bot.sandbox.keyboards import read_markup

Json = dict[str, Any]
M = TypeVar("M", bound=TelegramMethod[Any])
T = TypeVar("T")

# Real parameters that lead to parts of Telegram the sandbox does not play.
FOREIGN: Final = frozenset(
    {
        "business_connection_id",
        "inline_message_id",
        "direct_messages_topic_id",
        "suggested_post_parameters",
        "ephemeral_message_parameters",
        "receiver_user_id",
        "rich_message",
    }
)
_MISSING: Final[Mapping[str, str]] = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
}


class Kind(Enum):
    """How a parameter's value arrives."""

    PLAIN = "plain"
    JSON = "json"
    FILE = "file"  # an upload and nothing else


@dataclass(frozen=True, slots=True)
class Request(Generic[M]):
    """One parsed call: aiogram's method object, the checked markup, the uploaded files."""

    method: M
    markup: Json | None
    uploads: Mapping[str, Upload]


@cache
def method_classes() -> Mapping[str, type[TelegramMethod[Any]]]:
    """Every method aiogram knows, by its Bot API name in lower case (Telegram ignores case)."""
    found = (getattr(methods, name) for name in methods.__all__)
    classes = [item for item in found if isinstance(getattr(item, "__api_method__", None), str)]
    return {item.__api_method__.lower(): item for item in classes}


@cache
def shape(method: type[TelegramMethod[Any]]) -> Mapping[str, Kind]:
    """How each field of a method arrives."""
    return {name: _kind(field.annotation) for name, field in method.model_fields.items()}


def _kind(annotation: Any) -> Kind:
    members = set(_members(annotation))
    if InputFile in members and str not in members:
        return Kind.FILE
    plain = any(isinstance(member, type) and issubclass(member, str | int | float) for member in members)
    return Kind.PLAIN if plain else Kind.JSON


def _members(annotation: Any) -> list[Any]:
    """The alternatives of a type, without None and aiogram's Default."""
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in {Union, types.UnionType}:
        return [member for part in get_args(annotation) for member in _members(part)]
    return [] if annotation in {type(None), Default} else [annotation]


def given(value: T | Default | None) -> T | None:
    """The value a caller gave; aiogram's "whatever the bot's default is" means nothing was given."""
    return None if isinstance(value, Default) else value


def parse(cls: type[M], body: Body) -> Request[M]:
    """Build the method object. Raises ApiError 400 or 501 with the name of what is wrong."""
    values = dict(body.values)
    markup = read_markup(values.pop("reply_markup", None)) if "reply_markup" in cls.model_fields else None
    _place_uploads(cls, values, body.uploads)
    _check_names(cls, values)
    ready = {name: _value(cls, name, value, body) for name, value in values.items() if value is not None}
    try:
        return Request(cls.model_validate(ready), markup, body.uploads)
    except ValidationError as wrong:
        raise _explain(wrong) from wrong


def _place_uploads(cls: type[M], values: Json, uploads: Mapping[str, Upload]) -> None:
    """A part named like a parameter is that parameter."""
    for name in uploads:
        if name in cls.model_fields:
            values[name] = f"attach://{name}"


def _check_names(cls: type[M], values: Json) -> None:
    for name, value in values.items():
        if name not in cls.model_fields:
            raise bad(f'the sandbox does not know parameter "{name}" of {cls.__api_method__}')
        if name in FOREIGN and value not in (None, "", "null"):
            raise not_implemented(f'parameter "{name}"')


def _value(cls: type[M], name: str, value: Any, body: Body) -> Any:
    kind = shape(cls)[name]
    if kind is Kind.PLAIN:
        return value
    if kind is Kind.FILE:
        return upload_as_input(value, body.uploads)
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError as wrong:
            raise bad(f"can't parse {name} JSON object") from wrong
    return _with_thumbnails(value, body.uploads)


def upload_as_input(value: Any, uploads: Mapping[str, Upload]) -> InputFile:
    """aiogram's file object for `attach://name`; raises ApiError 400 when nothing of that name came."""
    upload = uploads.get(str(value).removeprefix("attach://"))
    if upload is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return BufferedInputFile(upload.content, upload.name)


def _with_thumbnails(value: Any, uploads: Mapping[str, Upload]) -> Any:
    """aiogram types thumbnails as files, so the references inside albums are replaced before it looks."""
    if isinstance(value, list):
        return [_with_thumbnails(item, uploads) for item in value]
    if isinstance(value, dict) and value.get("thumbnail"):
        return {**value, "thumbnail": upload_as_input(value["thumbnail"], uploads)}
    return value


def _explain(wrong: ValidationError) -> ApiError:
    first = wrong.errors(include_url=False, include_context=False)[0]
    name = str(first["loc"][0]) if first["loc"] else "request"
    if first["type"] == "missing" and len(first["loc"]) == 1:
        return bad(_MISSING.get(name, f'parameter "{name}" is required'))
    place = ".".join(map(str, first["loc"]))
    return bad(f'can\'t parse parameter "{place}": {first["msg"]}')
