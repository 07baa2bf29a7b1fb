"""Where words in a message come from when they are not their sender's own: forwarded, or quoted.

An origin never names an account: whoever is forwarded has not agreed to be named here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class OriginKind(StrEnum):
    CHANNEL = "channel"
    CHAT = "chat"  # a group that speaks for itself
    HIDDEN = "hidden"  # an account that does not let forwards lead to it
    BOT = "bot"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Origin:
    """`title` is that of a channel or chat, else empty."""

    kind: OriginKind
    title: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The part of a message that is answered. `elsewhere`: where it lies when that is another chat; then `text` may be
    empty: a picture, say."""

    text: str
    elsewhere: Origin | None = None


def origin_from(fields: Mapping[str, Any] | None) -> Origin | None:
    """The reverse of `dataclasses.asdict`."""
    return Origin(OriginKind(fields["kind"]), fields["title"]) if fields else None


def quote_from(fields: Mapping[str, Any] | None) -> Quote | None:
    """The reverse of `dataclasses.asdict`."""
    return Quote(fields["text"], origin_from(fields["elsewhere"])) if fields else None
