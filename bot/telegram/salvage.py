"""An update without what this version cannot parse: left out by the place the error names, and read again."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

Json: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[Any, ...]
"""Keys and list positions, from the update inwards."""

MOST_TRIES: Final = 10
NEEDED: Final = frozenset({("message_id",), ("chat",), ("chat", "id"), ("from",), ("text",), ("caption",), ("data",)})
"""Without these a message is nobody's, or says nothing: they are never left out."""
HIDDEN: Final[Mapping[str, Any]] = {"type": "hidden_user", "date": 0, "sender_user_name": ""}
STAND_INS: Final[Mapping[str, Any]] = {
    "forward_origin": HIDDEN,
    "origin": HIDDEN,
    "sender_user_name": "",
    "first_name": "",
    "is_bot": False,
    "date": 0,
    "position": 0,
}
"""What is put where leaving out would change what is said: forwarded words stay forwarded."""


class Unread(Exception):
    """Nothing in this update can be read by this version."""


def validated(raw: Json, bot: Bot) -> Update:
    """The update; `raw` loses what cannot be read. Raises `Unread`."""
    for _ in range(MOST_TRIES):
        try:
            return Update.model_validate(raw, context={"bot": bot})
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False, include_input=False)
        places = {_place(raw, each["loc"], missing=each["type"] == "missing") for each in found}
        if not _leave_out(raw, places):
            raise Unread
    raise Unread


def _has(node: Any, step: Any) -> bool:
    return step in node if isinstance(node, dict) else isinstance(node, list) and step in range(len(node))


def _place(raw: Json, location: Sequence[Any], *, missing: bool) -> Place:
    """Where an error is: its location without what is no key there (names of unions). Something missing that has a
    stand-in is where it should be, else the fault is with whatever lacks it."""
    found = list[Any]()
    node: Any = raw
    for step in location:
        if _has(node, step):
            node = node[step]
            found.append(step)
    if missing and location[-1] in STAND_INS and isinstance(node, dict):
        found.append(location[-1])
    return tuple(found)


def _leave_out(raw: Json, places: set[Place]) -> bool:
    """Only the innermost places, the last of a list first so that the others keep theirs. False when there was
    nothing to leave out."""
    around = {place[:depth] for place in places for depth in range(len(place))}
    inner = [each for each in places - around if len(each) > 1 and each[1:] not in NEEDED]
    return sum(_cut(raw, place) for place in sorted(inner, key=_from_behind)) > 0


def _from_behind(place: Place) -> list[tuple[int, str]]:
    return [(-step, "") if isinstance(step, int) else (0, step) for step in place]


def _cut(raw: Json, place: Place) -> bool:
    node: Any = raw
    for step in place[:-1]:
        if not _has(node, step):
            return False
        node = node[step]
    last = place[-1]
    if last in STAND_INS and node.get(last) != STAND_INS[last]:
        node[last] = STAND_INS[last]
        return True
    there = _has(node, last)
    if there:
        del node[last]
    return there
