"""The registry as its keepers write it (their own codes, no ids of ours), and what a new edition changes.

An edition is the whole registry: what it no longer names is retired, not deleted, so that reports keep their officer
and an earlier edition can come back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from bot.domain.people import Role, Visibility
from bot.domain.places import Point


class DirectoryKind(StrEnum):
    """What the registry holds, as its sheets are called."""

    STATIONS = "stations"
    OFFICERS = "officers"
    BEATS = "beats"


class How(StrEnum):
    """How an edition came to be."""

    IMPORT = "import"
    EDIT = "edit"
    ROLLBACK = "rollback"


@dataclass(frozen=True, slots=True)
class StationEntry:
    """`address_seen` also hides or shows the point and the photo."""

    code: str
    name: str
    address: str
    point: Point | None = None
    hours: str = ""
    phone: str = ""
    photo: str | None = None
    address_seen: Visibility = Visibility.PUBLIC
    phone_seen: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class OfficerEntry:
    """`photo` is anything Telegram accepts as one: a web address or a file id."""

    code: str
    role: Role
    name: str
    rank: str = ""
    phone: str = ""
    photo: str | None = None
    name_seen: Visibility = Visibility.PUBLIC
    phone_seen: Visibility = Visibility.OFFICERS
    photo_seen: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class PostEntry:
    """From `since` up to and including `until` (None: open end)."""

    officer: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class BeatEntry:
    """`station` and the posts' `officer` are codes; `areas` are KATOTTG codes."""

    code: str
    name: str
    station: str | None
    areas: frozenset[str]
    posts: frozenset[PostEntry]


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole registry, by code."""

    stations: Mapping[str, StationEntry] = field(default_factory=dict)
    officers: Mapping[str, OfficerEntry] = field(default_factory=dict)
    beats: Mapping[str, BeatEntry] = field(default_factory=dict)

    def of(self, kind: DirectoryKind) -> "Mapping[str, AnyEntry]":
        """The entries of one kind, by code."""
        found: dict[DirectoryKind, Mapping[str, AnyEntry]] = {
            DirectoryKind.STATIONS: self.stations,
            DirectoryKind.OFFICERS: self.officers,
            DirectoryKind.BEATS: self.beats,
        }
        return found[kind]


AnyEntry: TypeAlias = StationEntry | OfficerEntry | BeatEntry
Entry = TypeVar("Entry", StationEntry, OfficerEntry, BeatEntry)


@dataclass(frozen=True, slots=True)
class Difference(Generic[Entry]):
    """What a new edition does to one kind: entries to write, codes to retire."""

    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    retired: tuple[str, ...]

    @property
    def written(self) -> tuple[Entry, ...]:
        return self.added + self.changed

    @property
    def size(self) -> int:
        return len(self.added) + len(self.changed) + len(self.retired)


AnyDifference: TypeAlias = Difference[StationEntry] | Difference[OfficerEntry] | Difference[BeatEntry]


@dataclass(frozen=True, slots=True)
class Changes:
    stations: Difference[StationEntry]
    officers: Difference[OfficerEntry]
    beats: Difference[BeatEntry]

    @property
    def size(self) -> int:
        """How many entries are added, changed or retired; 0: the editions are the same."""
        return sum(difference.size for _, difference in self.by_kind())

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """How many are added, changed, retired, by kind."""
        return {kind.value: (len(d.added), len(d.changed), len(d.retired)) for kind, d in self.by_kind()}

    def by_kind(self) -> tuple[tuple[DirectoryKind, AnyDifference], ...]:
        return (
            (DirectoryKind.STATIONS, self.stations),
            (DirectoryKind.OFFICERS, self.officers),
            (DirectoryKind.BEATS, self.beats),
        )


def changes(old: Edition, new: Edition) -> Changes:
    """What turns `old` into `new`."""
    return Changes(
        stations=_difference(old.stations, new.stations),
        officers=_difference(old.officers, new.officers),
        beats=_difference(old.beats, new.beats),
    )


def _difference(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Difference[Entry]:
    return Difference(
        added=tuple(entry for code, entry in new.items() if code not in old),
        changed=tuple(entry for code, entry in new.items() if code in old and old[code] != entry),
        retired=tuple(code for code in old if code not in new),
    )
