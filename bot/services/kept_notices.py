"""Notices as they wait in the outbox: out of JSON again."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from bot.domain.kinds import KINDS
from bot.domain.notices import Notice

ADAPTERS: Final[Mapping[str, TypeAdapter[Any]]] = {kind: TypeAdapter(each) for kind, each in KINDS.items()}


class NoticeUnreadable(Exception):
    """The row holds a notice that this version does not know."""


def notice_of(kind: str, fields: Mapping[str, Any]) -> Notice:
    """The notice an outbox row holds; raises `NoticeUnreadable`."""
    try:
        found: Notice = ADAPTERS[kind].validate_python(fields)
    except (KeyError, ValueError) as error:
        raise NoticeUnreadable(kind) from error
    return found
