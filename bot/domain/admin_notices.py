"""Notices to admins: joining, the directory, long work."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, TypeAlias

from bot.domain.notices import Attached, Notice, Paged, PlaceWords, Priority


@dataclass(frozen=True)
class AdminHome(Notice):
    """What an admin can do here. `territory`: the areas; empty: the whole country; `nameless`: the settings do not say
    who runs the bot."""

    territory: tuple[PlaceWords, ...] = ()
    nameless: bool = False


@dataclass(frozen=True)
class AdminHow(Notice):
    """An admin said or sent what is for nobody: what to do instead."""


@dataclass(frozen=True)
class AdminItem:
    """`territory` empty: the whole country; `removable`: by whoever reads this."""

    id: int
    name: str
    territory: tuple[PlaceWords, ...]
    superadmin: bool
    removable: bool


@dataclass(frozen=True)
class AdminList(Paged):
    """The admins inside one's own scope."""

    items: tuple[AdminItem, ...]


@dataclass(frozen=True)
class ConfirmAdminRemoval(Notice):
    """Really?"""

    admin: AdminItem


@dataclass(frozen=True)
class AdminGone(Notice):
    """To whoever removed them."""

    name: str


@dataclass(frozen=True)
class AdminRemoved(Notice):
    """To the person: no admin any more."""


@dataclass(frozen=True)
class AskAdminArea(Notice):
    """What will the new admin look after? `chosen` so far; `options` fit what was typed, `more` others too, `unknown`:
    nothing does; `country`: whoever asks may give the whole country."""

    chosen: tuple[PlaceWords, ...] = ()
    options: tuple[PlaceWords, ...] = ()
    more: int = 0
    unknown: bool = False
    country: bool = False


@dataclass(frozen=True)
class AdminInvitation(Notice):
    """The link, for handing on. `username`: what the bot is called, empty while it does not know."""

    payload: str
    username: str
    territory: tuple[PlaceWords, ...]
    until: datetime


@dataclass(frozen=True)
class AdminJoined(Notice):
    """`territory` empty: the whole country; `again`: they were that already."""

    territory: tuple[PlaceWords, ...]
    again: bool


AuditValue: TypeAlias = str | bool | None
"""As it was noted, in words; None: nothing."""


@dataclass(frozen=True)
class AuditChange:
    field: str
    before: AuditValue
    after: AuditValue


@dataclass(frozen=True)
class AuditRecord:
    """`who` None: the command line or the settings; `subject` "station:ZT-01"; `areas` are codes; `places`: what the
    codes in all of it are called."""

    id: int
    at: datetime
    who: str | None
    action: str
    subject: str
    areas: tuple[str, ...]
    changes: tuple[AuditChange, ...]
    places: tuple[PlaceWords, ...] = ()


@dataclass(frozen=True)
class AuditPage(Notice):
    """Newest first. `older`: the record to go on from, 0 when there is none; `newest`: nothing newer is there."""

    records: tuple[AuditRecord, ...]
    older: int
    newest: bool


@dataclass(frozen=True)
class AuditFile(Attached):
    """The log as a workbook."""

    count: int


@dataclass(frozen=True)
class JobProgress(Notice):
    """Long work under way, in one message that changes. `total` 0: nobody knows how much there is."""

    priority: ClassVar = Priority.REST

    job: str
    done: int = 0
    total: int = 0
    finished: bool = False


@dataclass(frozen=True)
class JobFailed(Notice):
    """Long work that broke again and again: nothing was changed by it."""

    job: str
