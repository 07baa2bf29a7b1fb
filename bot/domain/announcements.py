"""An announcement: what it says, to whom, and its life from a draft to the last recipient."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

from bot.domain.errors import AnnouncementElsewhere
from bot.domain.quiet import QuietHours


class Kind(StrEnum):
    """What residents can say no to separately."""

    OPENING = "opening"  # police stations opened
    ANNOUNCEMENT = "announcement"  # anything else


class AnnouncementStatus(StrEnum):
    DRAFT = "draft"  # its author is still at it
    WAITING = "waiting"  # for a second admin
    SCHEDULED = "scheduled"  # approved; begins at `starts_at`
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"  # everybody was written to, or could not be
    CANCELLED = "cancelled"
    REJECTED = "rejected"  # the second admin said no


MOVES: Final[Mapping[AnnouncementStatus, frozenset[AnnouncementStatus]]] = {
    # scheduled: without approval
    AnnouncementStatus.DRAFT: frozenset(
        {AnnouncementStatus.WAITING, AnnouncementStatus.SCHEDULED, AnnouncementStatus.CANCELLED}
    ),
    AnnouncementStatus.WAITING: frozenset(
        {
            AnnouncementStatus.SCHEDULED,
            AnnouncementStatus.REJECTED,
            AnnouncementStatus.CANCELLED,
            AnnouncementStatus.DRAFT,
        }
    ),
    # waiting: a station changed, it is asked again
    AnnouncementStatus.SCHEDULED: frozenset(
        {AnnouncementStatus.RUNNING, AnnouncementStatus.CANCELLED, AnnouncementStatus.WAITING}
    ),
    AnnouncementStatus.RUNNING: frozenset(
        {AnnouncementStatus.PAUSED, AnnouncementStatus.DONE, AnnouncementStatus.CANCELLED}
    ),
    AnnouncementStatus.PAUSED: frozenset({AnnouncementStatus.RUNNING, AnnouncementStatus.CANCELLED}),
    AnnouncementStatus.DONE: frozenset({AnnouncementStatus.RUNNING}),  # those it failed to reach are tried again
    AnnouncementStatus.CANCELLED: frozenset(),
    AnnouncementStatus.REJECTED: frozenset({AnnouncementStatus.DRAFT}),  # its author corrects it
}

BEFORE_SENDING: Final = frozenset(
    {AnnouncementStatus.DRAFT, AnnouncementStatus.WAITING, AnnouncementStatus.REJECTED, AnnouncementStatus.SCHEDULED}
)
HORIZON: Final = timedelta(days=7)
"""How far ahead an announcement can be scheduled."""
TEXT_MOST: Final = 3500
CAPTION_MOST: Final = 900
"""Characters (UTF-16 units) an admin may write, alone and under a picture: what placeholders stand for is longer, and
Telegram takes 4096 and 1024."""
ALBUM_MOST: Final = 10
SEEN: Final = ("kind", "stations", "areas", "languages", "texts", "media", "button", "starts_at", "frozen")
"""What of an announcement a second admin sees before saying yes."""


def check_move(old: AnnouncementStatus, new: AnnouncementStatus) -> None:
    """Raise `AnnouncementElsewhere` unless the table has this step."""
    if new not in MOVES[old]:
        raise AnnouncementElsewhere(status=old.value)


@dataclass(frozen=True, slots=True)
class Rules:
    """`languages`: locales there are texts for, the first stands in for a missing one; `needs_approval`: a second
    admin must agree; `paid`: Telegram takes Stars for what goes out faster than for free."""

    languages: tuple[str, ...]
    needs_approval: bool
    quiet: QuietHours
    paid: bool = False

    @property
    def quiet_hours(self) -> str:
        """«21:00–08:00»; empty: it is never quiet."""
        if self.quiet.begin == self.quiet.end:
            return ""
        return f"{self.quiet.begin:%H:%M}–{self.quiet.end:%H:%M}"


class MediaKind(StrEnum):
    PHOTO = "photo"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class AnnouncementMedia:
    """What an admin sent to the bot: Telegram has it, and sends it on by `file_id`."""

    kind: MediaKind
    file_id: str


class StationButton(StrEnum):
    """What stands under the announcement, for each station it is about."""

    CARD = "card"  # address, hours, phone
    LOCATION = "location"  # a pin


@dataclass(frozen=True, slots=True)
class Content:
    """An admin's words in one language: Telegram's text and entities (as JSON)."""

    text: str
    entities: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Announcement:
    """`stations`: ids; `targets`: whom each of them concerns (codes of its beats' areas); `areas`: KATOTTG codes, or
    "UA"; `texts` by locale, empty: the kind's own words."""

    id: int
    kind: Kind
    status: AnnouncementStatus
    author_id: int
    approver_id: int | None
    created_at: datetime
    starts_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    stations: tuple[int, ...] = ()
    targets: Mapping[int, Collection[str]] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    texts: Mapping[str, Content] = field(default_factory=dict)
    media: tuple[AnnouncementMedia, ...] = ()
    button: StationButton | None = None
    frozen: Mapping[int, Mapping[str, Any]] | None = None
    """Of each of its stations (id) the words that were submitted last (fields of `StationWords`); None: it never was
    submitted."""

    @property
    def says_something(self) -> bool:
        """An opening has words of its own; an announcement needs an admin's."""
        return bool(self.texts) or (self.kind is Kind.OPENING and bool(self.stations))

    def stations_around(self, areas: Collection[str]) -> tuple[int, ...]:
        """Those that concern a place (`areas`: its own code and those around it)."""
        return tuple(sorted(each for each, theirs in self.targets.items() if not set(theirs).isdisjoint(areas)))

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits of all that a second admin says yes to: the words, the pictures, to whom and when."""
        whole = asdict(self)
        seen = {name: whole[name] for name in SEEN}
        return sha256(json.dumps(seen, sort_keys=True, default=str).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class AudienceCount:
    """How many would get it now, as numbers only. `held`: by oblast (code) among `total`; the others are left out:
    `unwilling` did not say yes to its kind."""

    total: int
    languages: Mapping[str, int]
    held: Mapping[str, int]
    silent: int
    unreachable: int
    unwilling: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is. `filling`: recipients are still being listed, `total` grows; `held` of those waiting are in
    oblasts on hold; `quiet`: nothing is sent at this hour; `skipped` said no or were forgotten meanwhile;
    `repeated`: may have come twice; `rate` a second; `left_seconds` None: nobody knows."""

    status: AnnouncementStatus
    filling: bool
    quiet: bool
    total: int
    waiting: int
    held: int
    sent: int
    blocked: int
    failed: int
    skipped: int
    repeated: int
    rate: float
    left_seconds: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the results: how many of a place. `settlement` None: the places of the hromada with few recipients,
    together; `hromada` None: the same of an oblast."""

    oblast: str | None
    hromada: str | None
    settlement: str | None
    total: int
    sent: int
    blocked: int
    failed: int
    skipped: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Hold:
    """An oblast (code) where nothing is sent now: an air alert, a power cut."""

    oblast: str
    reason: str
    since: datetime
