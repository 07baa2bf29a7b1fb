"""Notices of the directory to its admins: files that were sent, going back, single entries."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.notices import Attached, Notice, Paged
from bot.domain.people import Role, Visibility
from bot.domain.registry import DirectoryKind, How


@dataclass(frozen=True)
class FaultWords:
    """One thing to correct (`services/registry/faults.py`)."""

    code: str
    sheet: str
    line: int | None
    column: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KindCount:
    """What happens to the entries of one kind."""

    kind: DirectoryKind
    added: int
    changed: int
    retired: int


# --- files ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TemplateFile(Attached):
    """The empty workbook."""


@dataclass(frozen=True)
class RegistryFile(Attached):
    """The directory in force, as the workbook that can be changed and sent back."""


@dataclass(frozen=True)
class ImportChecked(Attached):
    """What a file would change; the attached workbook has it all. `moved`: somebody changed the directory since it
    was shown first."""

    check_id: int
    name: str
    counts: tuple[KindCount, ...]
    moved: bool = False
    part: bool = False
    """Only the admin's territory."""


@dataclass(frozen=True)
class ImportFaulty(Attached):
    """What is wrong with a file; the attached workbook has it all, `first` a few."""

    name: str
    total: int
    first: tuple[FaultWords, ...]


@dataclass(frozen=True)
class ImportSame(Notice):
    """The directory says just that already."""

    name: str


@dataclass(frozen=True)
class ImportApplied(Notice):
    name: str
    counts: tuple[KindCount, ...]
    generation: int


@dataclass(frozen=True)
class ImportDiscarded(Notice):
    name: str


@dataclass(frozen=True)
class ImportHow(Notice):
    """A document that is no registry: what to send."""


# --- going back -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PastWords:
    """`label`: a file's name, an entry, or the generation that was gone back before; `admin` empty: the command
    line."""

    generation: int
    at: datetime
    how: How
    label: str
    admin: str
    counts: tuple[KindCount, ...]


@dataclass(frozen=True)
class DirectoryHistory(Paged):
    items: tuple[PastWords, ...]
    newest: int


@dataclass(frozen=True)
class ConfirmRollback(Notice):
    """`undone`: how many changes that takes back."""

    generation: int
    newest: int
    undone: int
    counts: tuple[KindCount, ...]


@dataclass(frozen=True)
class RolledBack(Notice):
    generation: int
    counts: tuple[KindCount, ...]


@dataclass(frozen=True)
class RollbackDropped(Notice):
    """Everything stays as it is."""


# --- single entries ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class EntryWords:
    """An entry in a list."""

    kind: DirectoryKind
    id: int
    code: str
    name: str


@dataclass(frozen=True)
class DirectoryHome(Notice):
    """Counts in the admin's territory."""

    stations: int
    officers: int
    beats: int


@dataclass(frozen=True)
class DirectoryList(Paged):
    """Entries; `kind` None and `query` for what was searched. `beat`: the entry is looked for to be given to this beat
    (its id)."""

    kind: DirectoryKind | None
    query: str
    items: tuple[EntryWords, ...]
    total: int
    beat: int | None = None


@dataclass(frozen=True)
class StationPanel(Notice):
    id: int
    code: str
    name: str
    address: str
    lat: float | None
    lon: float | None
    hours: str
    phone: str
    photo: bool
    address_seen: Visibility
    phone_seen: Visibility
    beats: tuple[str, ...]


@dataclass(frozen=True)
class OfficerToConfirm(Notice):
    """To whoever invited: somebody has joined as this officer; is it them? `phone` is the directory's; `again`: another
    account was the officer's before."""

    id: int
    name: str
    code: str
    phone: str
    again: bool


@dataclass(frozen=True)
class OfficerAdmitted(Notice):
    """To the admin who confirmed."""

    id: int
    name: str


@dataclass(frozen=True)
class OfficerPanel(Notice):
    """`state`: joined, pending (joined, and nobody has confirmed it), waiting (no phone joined yet), unreachable
    (blocked the bot); `own`: whoever reads it is this officer."""

    id: int
    code: str
    role: Role
    name: str
    rank: str
    phone: str
    photo: bool
    name_seen: Visibility
    phone_seen: Visibility
    photo_seen: Visibility
    state: str
    beats: tuple[str, ...]
    own: bool = False


@dataclass(frozen=True)
class BeatAreaWords:
    katottg: str
    category: str
    name: str
    hromada: str | None


@dataclass(frozen=True)
class PostWords:
    officer_id: int
    officer: str
    since: date
    until: date | None


@dataclass(frozen=True)
class BeatPanel(Notice):
    id: int
    code: str
    name: str
    station: str
    areas: tuple[BeatAreaWords, ...]
    posts: tuple[PostWords, ...]


@dataclass(frozen=True)
class AskField(Notice):
    """What should stand there? `empties`: it may also be left empty. `id` 0: a new entry."""

    kind: DirectoryKind
    id: int
    field: str
    now: str
    empties: bool


@dataclass(frozen=True)
class AskChoice(Notice):
    """The role, or who sees a field: one of a few buttons. `now`: what stands there."""

    kind: DirectoryKind
    id: int
    field: str
    now: str


@dataclass(frozen=True)
class AskArea(Paged):
    """Which place or territory should the beat answer for? `removing`: which no longer; its `areas` are the buttons.
    `query`: what was typed to find them."""

    beat: int
    areas: tuple[BeatAreaWords, ...]
    removing: bool = False
    query: str = ""


@dataclass(frozen=True)
class AskPostEnd(Paged):
    """Whose post ends?"""

    beat: int
    posts: tuple[PostWords, ...]


@dataclass(frozen=True)
class AskPostDay(Notice):
    """The first (or, `last`, the last) day of a post."""

    beat: int
    officer: str
    last: bool


@dataclass(frozen=True)
class EditFaulty(Notice):
    """What was typed cannot stand there."""

    first: FaultWords


@dataclass(frozen=True)
class EntryRetired(Notice):
    kind: DirectoryKind
    name: str


@dataclass(frozen=True)
class ConfirmEntry(Notice):
    """Really: `what` is `retire` or `unbind`?"""

    kind: DirectoryKind
    id: int
    what: str
    name: str


@dataclass(frozen=True)
class InviteLink(Notice):
    """For the officer only; opens once."""

    name: str
    link: str
    until: datetime


@dataclass(frozen=True)
class OfficerUnbound(Notice):
    name: str
