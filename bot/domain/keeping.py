"""Who runs the bot and how long what people write is kept: what the first question and /privacy tell everybody."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.dialogues import HELD_FOR

REMEMBER_SILENT: Final = timedelta(days=365)
"""Reports that nobody resolved, since the last word or move."""
REMEMBER_FAILURES: Final = timedelta(days=30)
"""Updates that were set aside, notices that were given up: time enough for the operator to look."""


@dataclass(frozen=True)
class Operator:
    """Whoever answers for the bot, as the settings name them. What is empty is said not to be told."""

    name: str = ""
    page: str = ""
    contact: str = ""


NOBODY: Final = Operator()


@dataclass(frozen=True)
class Keeping:
    """Days that a resolved report stays, that an unresolved one stays after its last word or move, and that what could
    not be read or delivered stays; hours that words wait for consent. `maps`: addresses are looked up on a map
    elsewhere."""

    resolved_days: int
    unresolved_days: int = REMEMBER_SILENT.days
    failed_days: int = REMEMBER_FAILURES.days
    held_hours: int = HELD_FOR // timedelta(hours=1)
    maps: bool = False
    operator: Operator = NOBODY


def unresolved_for(resolved_days: int) -> timedelta:
    """Never shorter than resolved ones."""
    return max(REMEMBER_SILENT, timedelta(days=resolved_days))
