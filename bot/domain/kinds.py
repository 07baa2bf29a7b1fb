"""Every kind of notice there is, by its name in the outbox."""

from collections.abc import Iterator
from typing import Final

from bot.domain import (
    addressing_notices,
    admin_notices,
    alerts,
    announcement_notices,
    figures_notices,
    intake_notices,
    news_notices,
    paper_notices,
    registry_notices,
    silent_notices,
)
from bot.domain.notices import Attached, Notice, kind_of

FAMILIES: Final = (
    addressing_notices,
    admin_notices,
    alerts,
    figures_notices,
    intake_notices,
    news_notices,
    announcement_notices,
    paper_notices,
    registry_notices,
    silent_notices,
)
"""Imported here, so that their kinds are known wherever `KINDS` is."""


def _leaves(base: type[Notice]) -> Iterator[type[Notice]]:
    """A class that others refine is no kind of its own."""
    below = base.__subclasses__()
    if not below:
        yield base
    for each in below:
        yield from _leaves(each)


KINDS: Final[dict[str, type[Notice]]] = {kind_of(each): each for each in _leaves(Notice) if each is not Attached}
