"""Acts of the directory."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.acts.base import Act, Code, Mark, Number, NumberOrNone, PageNumber
from bot.domain.people import Role, Visibility
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


class EntryStep(StrEnum):
    """A button of an entry's panel: something to do, or a field by its name."""

    OPEN = "open"
    EMPTY = "empty"
    RETIRE = "retire"
    RETIRE_REALLY = "retire-really"
    UNBIND = "unbind"
    UNBIND_REALLY = "unbind-really"
    INVITE = "invite"
    CONFIRM = "confirm"
    ADD_AREA = "area-add"
    REMOVE_AREA = "area-remove"
    APPOINT = "appoint"
    END_POST = "end-post"
    NEW_OFFICER = "new-officer"
    NEW_STATION = "new-station"
    STATION = "station"
    NAME = "name"
    RANK = "rank"
    ROLE = "role"
    ADDRESS = "address"
    POINT = "point"
    HOURS = "hours"
    PHONE = "phone"
    PHOTO = "photo"
    NAME_SEEN = "name_seen"
    ADDRESS_SEEN = "address_seen"
    PHONE_SEEN = "phone_seen"
    PHOTO_SEEN = "photo_seen"


@dataclass(frozen=True)
class EntryAct(Act, sign="en"):
    kind: DirectoryKind
    id: Number
    step: EntryStep


class SeenField(StrEnum):
    """Fields that have a level of visibility."""

    NAME = "name_seen"
    PHONE = "phone_seen"
    PHOTO = "photo_seen"
    ADDRESS = "address_seen"


@dataclass(frozen=True)
class PickLevel(Act, sign="el"):
    kind: DirectoryKind
    id: Number
    field: SeenField
    level: Visibility


@dataclass(frozen=True)
class PickRole(Act, sign="er"):
    officer: Number
    role: Role


@dataclass(frozen=True)
class PickBeatArea(Act, sign="ea"):
    """`wanted`: it shall be of the beat from now on, or no more."""

    beat: Number
    katottg: Code
    wanted: bool


@dataclass(frozen=True)
class PickBeatStation(Act, sign="es"):
    beat: Number
    station: NumberOrNone


@dataclass(frozen=True)
class PickBeatOfficer(Act, sign="eo"):
    beat: Number
    officer: Number


@dataclass(frozen=True)
class PickPost(Act, sign="ep"):
    """The post that ends: whose, and since when it is held."""

    beat: Number
    officer: Number
    since: date


@dataclass(frozen=True)
class PickToday(Act, sign="et"):
    """Instead of typing the day."""

    beat: Number


@dataclass(frozen=True)
class PickNewRole(Act, sign="ew"):
    """Of a new officer of this beat."""

    beat: Number
    role: Role


class BeatChoice(StrEnum):
    """What one chooses from for a beat, page by page."""

    AREA = "area"
    NO_AREA = "no-area"
    END_POST = "end-post"


@dataclass(frozen=True)
class BeatPage(Act, sign="bg"):
    """`beat`: 0 for a new one; `mark` tells one search from another."""

    beat: NumberOrNone
    what: BeatChoice
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
