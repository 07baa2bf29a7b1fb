"""What people can put into a message: words of any length, files, places, contacts, polls, rich messages."""

import base64
import binascii
from collections.abc import Callable, Mapping
from typing import Any, Final

from aiogram.types import MessageEntity
from pydantic import ValidationError

from bot.sandbox.errors import ControlError
from bot.sandbox.files import Stored
from bot.sandbox.media import CAPTIONED, content_of, live_photo, new_file
from bot.sandbox.polls import new_poll
from bot.sandbox.rich import rich_message
from bot.sandbox.samples import MAKERS, Sample
from bot.sandbox.texts import CAPTION_LIMIT, PREMIUM_CAPTION_LIMIT, Words, caption_content, text_content
from bot.sandbox.things import User
from bot.sandbox.world import World

Json = dict[str, Any]


def text(world: World, said: Json) -> Json:
    """Words as one message carries them."""
    return text_content(_words(said, "text"), world.user_json)


def caption(world: World, user: User, said: Json) -> Json:
    """A caption; people with Premium may write a longer one."""
    limit = PREMIUM_CAPTION_LIMIT if user.is_premium else CAPTION_LIMIT
    return caption_content(_words(said, "caption"), world.user_json, limit)


def _words(said: Json, name: str) -> Words:
    try:
        entities = [MessageEntity.model_validate(item) for item in said.get("entities") or ()]
    except ValidationError as wrong:
        raise ControlError(f"no MessageEntity: {wrong.errors(include_url=False)[0]['msg']}") from wrong
    return Words(str(said.get(name) or ""), None, entities)


def _file(world: World, said: Json) -> Json:
    return content_of(world.files, _stored(world, said["kind"], said.get("file")), {**_USUAL, **said})


_USUAL: Final = {"duration": 3, "emoji": "👋"}


def _stored(world: World, kind: str, file: Json | None = None) -> Stored:
    """The given file, or a sample one."""
    sample = _given_file(file) if file else MAKERS[kind](world.count("sample"))
    return new_file(world.files, kind, sample.name, sample.mime, sample.content)


def _live_photo(world: World, said: Json) -> Json:
    """A picture with its short film."""
    film = _stored(world, "live_photo", said.get("file"))
    return live_photo(world.files, film, _stored(world, "photo"), {**_USUAL, **said})


def _rich(world: World, said: Json) -> Json:
    def sample(kind: str) -> Any:
        """The part of a block that shows a file of a kind."""
        kind = {"voice_note": "voice"}.get(kind, kind)
        return content_of(world.files, _stored(world, kind), _USUAL)[kind]

    return rich_message(said, sample)


def _dice(_: World, said: Json) -> Json:
    return {"dice": {"emoji": said.get("emoji") or "🎲", "value": 4}}


def _story(world: World, said: Json) -> Json:
    return {"story": {"chat": world.user(said["sender"]).chat(), "id": 1}}


def _checklist(_: World, said: Json) -> Json:
    tasks = [{"id": n, "text": item} for n, item in enumerate(said.get("options") or ["Раз", "Два"], start=1)]
    return {"checklist": {"title": said.get("text") or "Список", "tasks": tasks}}


def _given_file(file: Json) -> Sample:
    try:
        content = base64.b64decode(file["base64"], validate=True)
    except (KeyError, binascii.Error, TypeError) as wrong:
        raise ControlError("file needs 'base64' with its content") from wrong
    return Sample(file.get("name") or "file.bin", file.get("mime") or "application/octet-stream", content)


def point(said: Json) -> Json:
    """Bot API `Location` of `lat`, `lon` and `accuracy`. Raises ControlError."""
    try:
        location = {"latitude": float(said["lat"]), "longitude": float(said["lon"])}
    except (KeyError, TypeError, ValueError) as wrong:
        raise ControlError("a location needs numbers 'lat' and 'lon'") from wrong
    return location if said.get("accuracy") is None else {**location, "horizontal_accuracy": said["accuracy"]}


def _location(_: World, said: Json) -> Json:
    return {"location": point(said)}


def _live_location(_: World, said: Json) -> Json:
    return {"location": {**point(said), "live_period": int(said.get("duration") or 900)}}


def _venue(_: World, said: Json) -> Json:
    here, title = point(said), said.get("name") or "Місце"
    return {"venue": {"location": here, "title": title, "address": said.get("text") or title}, "location": here}


def _contact(_: World, said: Json) -> Json:
    if not said.get("phone"):
        raise ControlError("a contact needs 'phone'")
    user = {"user_id": said["user_id"]} if said.get("user_id") else {}
    return {"contact": {"phone_number": str(said["phone"]), "first_name": said.get("name") or "Контакт", **user}}


def _poll(world: World, said: Json) -> Json:
    return {"poll": new_poll(world, said.get("text") or "Так чи ні?", said.get("options") or ["Так", "Ні"])}


KINDS: Final[Mapping[str, Callable[[World, Json], Json]]] = {
    **dict.fromkeys(MAKERS, _file),
    "live_photo": _live_photo,
    "text": text,
    "rich_message": _rich,
    "location": _location,
    "live_location": _live_location,
    "venue": _venue,
    "contact": _contact,
    "poll": _poll,
    "dice": _dice,
    "story": _story,
    "checklist": _checklist,
}


def content(world: World, user: User, said: Json) -> Json:
    """The content of a message a person sends. Raises ControlError for kinds and values that cannot be."""
    kind = said.get("kind") or "text"
    if kind not in KINDS:
        raise ControlError(f"unknown kind {kind!r}; known: {sorted({*KINDS, 'album', 'service'})}")
    made = KINDS[kind](world, {**said, "kind": kind, "sender": user.id})
    return {**made, **caption(world, user, said)} if said.get("caption") and kind in CAPTIONED else made
