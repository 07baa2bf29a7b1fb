"""Acts of the directory."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.acts.base import Act, Code, Mark, Number, NumberOrNone, PageNumber
from bot.domain.registry import DirectoryKind


class ImportStep(StrEnum):
    APPLY = "apply"
    DISCARD = "discard"


@dataclass(frozen=True)
class ImportAct(Act, sign="im"):
    check_id: Number
    step: ImportStep


@dataclass(frozen=True)
class BackPage(Act, sign="rh"):
    """A page of the latest changes."""

    number: PageNumber


class BackStep(StrEnum):
    SHOW = "show"  # what going back would change
    DO = "do"
    DROP = "drop"


@dataclass(frozen=True)
class BackAct(Act, sign="rb"):
    """`seen`: the newest generation when it was decided."""

    generation: Number
    seen: Number
    step: BackStep


@dataclass(frozen=True)
class DirList(Act, sign="dl"):
    """A page of one kind, or of all; `mark` tells one search from another, `beat`: to give it to this beat."""

    kind: DirectoryKind | None
    page: PageNumber
    beat: Number | None = None
    mark: Mark = ""


@dataclass(frozen=True)
class EntryAct(Act, sign="en"):
    """A button of an entry's panel; `act` is a field's name or a verb."""

    kind: DirectoryKind
    id: Number
    act: str


@dataclass(frozen=True)
class EntryPick(Act, sign="ep"):
    """One of several values of a field: a level of visibility, a role, a station, an officer, an area."""

    kind: DirectoryKind
    id: Number
    act: str
    choice: str


@dataclass(frozen=True)
class BeatPage(Act, sign="bg"):
    """A page of what one chooses from for a beat (0: a new one); `act` says what for, `mark` tells one search from
    another."""

    beat: NumberOrNone
    act: str
    number: PageNumber
    mark: Mark = ""


@dataclass(frozen=True)
class NewBeatArea(Act, sign="nb"):
    katottg: Code


class DirStep(StrEnum):
    HOME = "home"
    FILE = "file"
    NEW_BEAT = "new"


@dataclass(frozen=True)
class DirGo(Act, sign="dg"):
    step: DirStep
