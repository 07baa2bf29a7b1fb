"""Announcements to residents: written, tried, approved, sent once to each."""

from bot.services.broadcasts.drafting import Drafting
from bot.services.broadcasts.holding import Holding
from bot.services.broadcasts.life import Life
from bot.services.broadcasts.watching import Watching

__all__ = ["Broadcasts"]


class Broadcasts(Drafting, Life, Holding, Watching):
    """What admins do with announcements. Everything is checked again here: the admin's territory, the status, who
    wrote it. Raises `StaleButton` for an announcement that does not exist."""
