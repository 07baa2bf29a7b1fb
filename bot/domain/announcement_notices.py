"""Notices to admins who announce something: composing, trying, approving, watching, holding oblasts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from bot.domain.announcements import AnnouncementStatus, Kind, Progress, StationButton
from bot.domain.locales import Locale
from bot.domain.notices import Attached, Notice, Paged, PlaceWords, Priority

# --- parts ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AudienceAreaWords:
    """An area of an audience; `place` None: the whole country."""

    code: str
    place: PlaceWords | None


@dataclass(frozen=True)
class HeldWords:
    """An oblast where nothing is sent now; `reason` is `alert`, `power` or somebody's words; `waiting`: how many of
    those counted live there."""

    oblast: PlaceWords
    reason: str
    waiting: int = 0


@dataclass(frozen=True)
class Audience:
    """How many would get it now: by language, and how many of them wait for an oblast on hold; who is left out:
    `unwilling` did not say yes."""

    total: int
    languages: tuple[tuple[str, int], ...]
    held: tuple[HeldWords, ...]
    silent: int
    unreachable: int
    unwilling: int = 0


@dataclass(frozen=True)
class StationItem:
    id: int
    name: str
    chosen: bool


@dataclass(frozen=True)
class Outline:
    """What an announcement is so far. `texts`: languages of the admin's own words; `areas` of an opening may be those
    of its stations' beats (`by_stations`); `audience` None: nobody is chosen, or it is not counted yet."""

    id: int
    kind: Kind
    status: AnnouncementStatus
    stations: tuple[str, ...]
    texts: tuple[str, ...]
    media: int
    button: StationButton | None
    areas: tuple[AudienceAreaWords, ...]
    by_stations: bool
    languages: tuple[str, ...]
    starts_at: datetime | None
    audience: Audience | None = None

    @property
    def uncounted(self) -> bool:
        """How many would get it is worth knowing, and not known yet."""
        asked = self.status in (AnnouncementStatus.DRAFT, AnnouncementStatus.WAITING)
        return asked and self.audience is None and bool(self.areas)


# --- composing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnnouncementKinds(Paged):
    """What is it about? `drafts`: numbers of one's own unfinished ones."""

    drafts: tuple[int, ...] = ()


@dataclass(frozen=True)
class AnnouncementPanel(Notice):
    """The draft with all that can be done to it. `missing`: `stations`, `words`, `audience`; `unknown`: station codes
    of a file that nobody knows here."""

    outline: Outline
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnnouncementStations(Paged):
    """Which stations opened? `unknown`: codes or words that were not understood."""

    announcement_id: int
    items: tuple[StationItem, ...]
    total: int
    chosen: int
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnnouncementAskWords(Notice):
    """Write the text in this language. `ready`: there is a ready one for openings."""

    announcement_id: int
    language: Locale
    ready: bool
    own: bool


@dataclass(frozen=True)
class AnnouncementAskMedia(Notice):
    """Send pictures; `count`: how many there are."""

    announcement_id: int
    count: int


@dataclass(frozen=True)
class AnnouncementWordsWhere(Notice):
    """Words that nobody asked for, while this draft lies open: how they become its text."""

    announcement_id: int


@dataclass(frozen=True)
class AnnouncementAskButton(Notice):
    announcement_id: int
    button: StationButton | None


@dataclass(frozen=True)
class AnnouncementAskAudience(Paged):
    """To whom? Of the `areas` chosen so far those of a page can be taken out. `options`: places that what was typed may
    mean, `more`: how many others; `unknown`: what was typed and not found."""

    SHOWN: ClassVar = 8
    """Areas on a page."""

    announcement_id: int
    areas: tuple[AudienceAreaWords, ...]
    by_stations: bool
    languages: tuple[str, ...]
    audience: Audience | None = None
    options: tuple[PlaceWords, ...] = ()
    more: int = 0
    unknown: str = ""
    country: bool = False
    beats: bool = False
    """Whether the whole country, or the stations' beats, can be chosen."""

    @property
    def uncounted(self) -> bool:
        """The same of the audience that is shown; a question about a name shows none."""
        return self.audience is None and bool(self.areas) and not self.options and not self.unknown


@dataclass(frozen=True)
class AnnouncementPreview(Notice):
    """Stands above the announcement as residents of a place will see it. `asks`: another place can be named."""

    language: str
    place: PlaceWords | None
    asks: bool = False


@dataclass(frozen=True)
class AnnouncementAskTime(Notice):
    """Now, or on one of these days? `quiet`: it is quiet now, until then; `paid`: it may cost."""

    announcement_id: int
    days: tuple[date, ...]
    quiet_until: datetime | None
    quiet_hours: str
    approval: bool
    paid: bool = False


@dataclass(frozen=True)
class AnnouncementAskHour(Notice):
    announcement_id: int
    day: date
    hours: tuple[int, ...]
    quiet_hours: str


@dataclass(frozen=True)
class AnnouncementDropped(Notice):
    """Its author gave the draft up."""

    announcement_id: int


# --- approving --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnnouncementSubmitted(Notice):
    """To the author. `approvers`: names of those who can say yes; empty: nobody has to, or nobody can. Where somebody
    has to it changes when it is decided (`status`): what and by whom comes as a new message, because only that one
    notifies."""

    announcement_id: int
    starts_at: datetime | None
    approval: bool
    approvers: tuple[str, ...]
    status: AnnouncementStatus = AnnouncementStatus.WAITING


@dataclass(frozen=True)
class AnnouncementApproval(Notice):
    """The card of an announcement that waits for somebody else's yes; changes when somebody has decided. `seen`: the
    fingerprint of what is asked for; `paid`: it may cost; `may_approve`: whoever reads it can say yes."""

    outline: Outline
    author: str
    approver: str = ""
    seen: str = ""
    paid: bool = False
    may_approve: bool = True


@dataclass(frozen=True)
class AnnouncementAskReason(Notice):
    """Why not? The next words go to the author."""

    announcement_id: int


@dataclass(frozen=True)
class AnnouncementDecided(Notice):
    """Somebody said yes or no: to the author, and (`own`) to whoever said no."""

    announcement_id: int
    approved: bool
    by: str
    reason: str = ""
    starts_at: datetime | None = None
    own: bool = False


@dataclass(frozen=True)
class AnnouncementVoided(Notice):
    """To the author: a station has changed since somebody said yes; it waits for a yes again."""

    announcement_id: int


# --- watching ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnnouncementProgress(Notice):
    """How far it is, in one message that changes. `held`: oblasts of its audience where nothing is sent now."""

    priority: ClassVar = Priority.REST

    announcement_id: int
    kind: Kind
    progress: Progress
    starts_at: datetime | None
    quiet_hours: str
    held: tuple[HeldWords, ...] = ()


@dataclass(frozen=True)
class AnnouncementReport(Notice):
    """It is over."""

    announcement_id: int
    kind: Kind
    progress: Progress
    seconds: int


@dataclass(frozen=True)
class AnnouncementListItem:
    id: int
    kind: Kind
    status: AnnouncementStatus
    author: str
    at: datetime
    total: int
    sent: int


@dataclass(frozen=True)
class AnnouncementList(Paged):
    """/broadcasts"""

    items: tuple[AnnouncementListItem, ...]


@dataclass(frozen=True)
class AnnouncementTable(Attached):
    """The results as a workbook."""

    announcement_id: int


# --- holding oblasts --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Holds(Notice):
    """Where nothing is sent now; with buttons to end that (`mine`: codes), and to hold another oblast."""

    items: tuple[HeldWords, ...]
    mine: tuple[str, ...] = ()


@dataclass(frozen=True)
class HoldWhere(Notice):
    """Which oblast?"""

    oblasts: tuple[PlaceWords, ...]


@dataclass(frozen=True)
class HoldWhy(Notice):
    """For what reason? `words`: one's own are awaited."""

    oblast: PlaceWords
    words: bool = False
