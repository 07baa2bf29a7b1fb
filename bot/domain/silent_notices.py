"""Notices to admins about silent hromadas."""

from dataclasses import dataclass

from bot.domain.notices import Notice, Paged, PlaceWords
from bot.domain.silence import Silence


@dataclass(frozen=True)
class SilentItem:
    """`level` 0: not on the list; `wanted`: the lower level somebody asked for, None when nobody did; `may_approve`:
    whoever reads it can say yes to that."""

    place: PlaceWords
    level: int
    note: str = ""
    wanted: int | None = None
    may_approve: bool = False


@dataclass(frozen=True)
class SilentCounts:
    """What lies inside an area: reports that are not resolved, unsent drafts, residents who live there."""

    reports: int
    drafts: int
    residents: int


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
    """Several areas fit the name; `more`: how many others."""

    options: tuple[PlaceWords, ...]
    more: int = 0


@dataclass(frozen=True)
class SilentAreaShown(Notice):
    """One area with what can be done; `changed`: it was done."""

    item: SilentItem
    changed: bool = False


@dataclass(frozen=True)
class ConfirmSilence(Notice):
    """Before an area becomes more silent: what that stops or erases. `level`: the new one."""

    item: SilentItem
    level: Silence
    counts: SilentCounts


@dataclass(frozen=True)
class SilentAsked(Notice):
    """To those who may say yes: somebody (`by`; empty: a new list) wants an area less silent. Levels; 0: off the
    list."""

    place: PlaceWords
    before: int
    after: int
    by: str


@dataclass(frozen=True)
class SilentDecided(Notice):
    """How a wish to make an area less silent ended: to who asked and who decided."""

    place: PlaceWords
    level: int
    approved: bool
    by: str


@dataclass(frozen=True)
class SilentListAsked(Notice):
    """The same for a whole new list: `n` areas would be less silent."""

    n: int
