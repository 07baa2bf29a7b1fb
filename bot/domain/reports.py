"""What a report is: its statuses (the moves between them: domain/moves.py), its categories, and what an entry is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from bot.domain.emergency import Danger
from bot.domain.places import Point
from bot.domain.provenance import Origin, Quote


class ReportStatus(StrEnum):
    DRAFT = "draft"  # the resident is still writing; no officer knows of it
    NEW = "new"  # sent, nobody has taken it yet
    ACCEPTED = "accepted"  # an officer owns it
    RESOLVED = "resolved"


OPEN: Final = frozenset({ReportStatus.NEW, ReportStatus.ACCEPTED})


class Category(StrEnum):
    """What a report is about. A place's category is another thing (domain/places.py)."""

    NOISE = "noise"
    ORDER = "order"
    ROAD = "road"
    THEFT = "theft"
    THREAT = "threat"
    DRUGS = "drugs"
    QUESTION = "question"
    OTHER = "other"


OFFENCES: Final = frozenset({Category.THEFT, Category.THREAT, Category.DRUGS})
"""Here the duty unit (102) is named before anything else: only it registers statements of offences
(Criminal Procedure Code, art. 214; Ministry order 100/2019)."""

MAX_ENTRIES: Final = 100
"""In one report: enough for any honest case, and a bound on what one chat can pour onto an officer."""


class EntryKind(StrEnum):
    """Kinds of message the desk carries; everything else is refused with a sentence."""

    TEXT = "text"
    PHOTO = "photo"
    LIVE_PHOTO = "live_photo"
    VIDEO = "video"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    ANIMATION = "animation"
    DOCUMENT = "document"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message as it came, before it is kept: `text` is the text or the caption, `entities` Telegram's own
    formatting (without mentions that carry an account), `album` its media_group_id, `still` the file of a live photo's
    picture."""

    kind: EntryKind
    chat_id: int
    message_id: int
    text: str = ""
    entities: tuple[Mapping[str, Any], ...] = ()
    file_id: str | None = None
    point: Point | None = None
    album: str | None = None
    still: str | None = None
    forwarded: Origin | None = None
    quote: Quote | None = None
    unique_id: str | None = None
    """Telegram's name of the file, which every copy of it has; `file_id` is the bot's own way to it."""

    def differs(self, edited: "Incoming") -> bool:
        """Whether an edit changed what the message says. A live location moves by edits: that alone is none."""
        return (self.kind, self.text, self.entities, self.file_id) != (
            edited.kind,
            edited.text,
            edited.entities,
            edited.file_id,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One kept part of a report. `officer_id` None: the resident wrote it."""

    id: int
    report_id: int
    officer_id: int | None
    incoming: Incoming
    quotes_entry_id: int | None = None


class Strayed(StrEnum):
    """What the resident of a report was told last, when whoever had it is away."""

    MOVED = "moved"  # somebody else has it
    UNREAD = "unread"  # nobody has


@dataclass(frozen=True, slots=True)
class Report:
    """One case; `id` is the number people see, `ref` what buttons and links carry (domain/refs.py). `dangers`: what the
    resident's words speak of (domain/emergency.py); `danger_declared`: they said that there is danger, and then that it
    can wait; `aid_hushed`: they were shown official lines instead of 102 and 112; `by_child`: words of danger seem
    to be a child's."""

    id: int
    ref: str
    resident_id: int
    status: ReportStatus
    category: Category
    place: str
    point: Point | None
    owner_id: int | None
    created_at: datetime
    sent_at: datetime | None
    dangers: tuple[Danger, ...] = ()
    danger_declared: bool = False
    aid_hushed: bool = False
    by_child: bool = False
    strayed: Strayed | None = None


@dataclass(frozen=True, slots=True)
class Dangers:
    """What words speak of, whether their author was shown official lines instead of 102 and 112, and seems to be a
    child."""

    kinds: tuple[Danger, ...]
    hushed: bool
    child: bool = False


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who agreed to be remembered. `place` is a settlement or city district (KATOTTG); `unasked`: was not
    asked about news, nor said anything of it."""

    id: int
    chat_id: int
    locale: str
    place: str | None
    consented_at: datetime
    unreachable_at: datetime | None = None
    unasked: bool = False

    @property
    def agreement(self) -> int:
        """Tells this time of being known from one before an erasure: ids are given again, moments are not."""
        return int(self.consented_at.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where words go: a chat on a channel, and the language they are read in."""

    chat_id: int
    locale: str
    channel: str = "telegram"
