"""Notices to admins: joining, the directory, long work."""

from dataclasses import dataclass

from bot.domain.notices import Notice


@dataclass(frozen=True)
class AdminHome(Notice):
    """What an admin can do here. `territory`: names of the areas; empty: the whole country."""

    territory: tuple[str, ...] = ()


@dataclass(frozen=True)
class JobProgress(Notice):
    """Long work under way, in one message that changes. `total` 0: nobody knows how much there is."""

    job: str
    done: int = 0
    total: int = 0
    finished: bool = False


@dataclass(frozen=True)
class JobFailed(Notice):
    """Long work that broke again and again: nothing was changed by it."""

    job: str
