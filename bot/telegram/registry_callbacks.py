"""What the buttons of the directory say."""

from enum import StrEnum
from typing import Annotated
from zlib import crc32

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.registry import Kind
from bot.telegram.callbacks import Number, PageNumber


class ImportStep(StrEnum):
    APPLY = "apply"
    DISCARD = "discard"


class ImportAct(CallbackData, prefix="im"):
    check_id: Number
    step: ImportStep


class BackPage(CallbackData, prefix="rh"):
    """A page of the latest changes."""

    number: PageNumber


class BackStep(StrEnum):
    SHOW = "show"  # what going back would change
    DO = "do"
    DROP = "drop"


class BackAct(CallbackData, prefix="rb"):
    """`seen`: the newest generation when it was decided."""

    generation: Number
    seen: Number
    step: BackStep


class DirList(CallbackData, prefix="dl"):
    """A page of one kind, or of all; `mark` tells one search from another, `beat`: to give it to this beat."""

    kind: Kind | None
    page: Annotated[int, Field(ge=0, lt=10**6)]
    beat: Number | None = None
    mark: str = ""


class EntryAct(CallbackData, prefix="en"):
    """A button of an entry's panel; `act` is a field's name or a verb."""

    kind: Kind
    id: Number
    act: str


class EntryPick(CallbackData, prefix="ep"):
    """One of several values of a field: a level of visibility, a role, a station, an officer, an area."""

    kind: Kind
    id: Number
    act: str
    choice: str


class BeatPage(CallbackData, prefix="bg"):
    """A page of what one chooses from for a beat (0: a new one); `act` says what for, `mark` tells one search from
    another."""

    beat: Annotated[int, Field(ge=0, lt=2**63)]
    act: str
    number: PageNumber
    mark: str = ""


class NewBeatArea(CallbackData, prefix="nb"):
    katottg: str


class DirStep(StrEnum):
    HOME = "home"
    FILE = "file"
    NEW_BEAT = "new"


class DirGo(CallbackData, prefix="dg"):
    step: DirStep


def mark_of(query: str) -> str:
    """What was searched, short enough for a button; empty for nothing."""
    return f"{crc32(query.encode()):x}" if query else ""
