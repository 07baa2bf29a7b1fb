"""The methods the sandbox plays, each family in its module, all in one table."""

from collections.abc import Mapping
from functools import cache

from bot.sandbox.calls import Handler
from bot.sandbox.methods import (
    about,
    callbacks,
    chats,
    copying,
    deleting,
    editing,
    fetching,
    media,
    sending,
    topics,
)

_FAMILIES = (about, callbacks, chats, copying, deleting, editing, fetching, media, sending, topics)


@cache
def handlers() -> Mapping[str, Handler]:
    """Handlers by method name in lower case."""
    return {name.lower(): handler for family in _FAMILIES for name, handler in family.HANDLERS.items()}
