"""Notices to admins about silent hromadas."""

from dataclasses import dataclass

from bot.domain.notices import Notice, Paged, PlaceWords


@dataclass(frozen=True)
class SilentItem:
    """`level` 0: not on the list."""

    place: PlaceWords
    level: int
    note: str = ""


@dataclass(frozen=True)
class SilentAreas(Paged):
    """The list."""

    items: tuple[SilentItem, ...]
    total: int


@dataclass(frozen=True)
class AskSilentArea(Notice):
    """Which area is to be silent? `unknown`: no such name in the admin's territory."""

    unknown: bool = False


@dataclass(frozen=True)
class SilentChoices(Notice):
    """Several areas fit the name."""

    options: tuple[PlaceWords, ...]


@dataclass(frozen=True)
class SilentArea(Notice):
    """One area with what can be done; `changed`: it was done."""

    item: SilentItem
    changed: bool = False
