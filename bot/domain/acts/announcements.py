"""Acts of announcements; every one is checked again by the service."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias

from bot.domain.acts.base import CODE, Act, Between, Number, NumberOrNone, PageNumber, Shaped
from bot.domain.announcements import Kind, StationButton
from bot.domain.locales import Locale

Fingerprint: TypeAlias = Annotated[str, Shaped(r"[0-9a-f]{12}")]
"""`Announcement.fingerprint`."""
AreaOrCountry: TypeAlias = Annotated[str, Shaped(rf"UA|{CODE}")]
CodeOrNone: TypeAlias = Annotated[str, Shaped(rf"({CODE})?")]
"""Empty stands for none."""
Hour: TypeAlias = Annotated[int, Between(0, 24)]


class AnnouncementStep(StrEnum):
    """What to do with an announcement."""

    PANEL = "panel"
    STATIONS = "stations"
    WORDS = "words"
    MEDIA = "media"
    NO_MEDIA = "nomedia"
    BUTTON = "button"
    AUDIENCE = "audience"
    BEATS = "beats"
    PREVIEW = "preview"
    TRIAL = "trial"
    WHEN = "when"
    NOW = "now"
    DROP = "drop"
    REJECT = "reject"
    NO_REASON = "noreason"
    WITHDRAW = "withdraw"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    RETRY = "retry"
    TABLE = "table"
    SHOW = "show"


@dataclass(frozen=True)
class AnnouncementAct(Act, sign="ba"):
    announcement_id: Number
    step: AnnouncementStep


@dataclass(frozen=True)
class AnnouncementApprove(Act, sign="by"):
    """`seen`: the fingerprint of what the card showed."""

    announcement_id: Number
    seen: Fingerprint


@dataclass(frozen=True)
class AnnouncementKind(Act, sign="bk"):
    kind: Kind


class Picks(StrEnum):
    """Ways to choose stations."""

    ONE = "one"
    PAGE = "page"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True)
class AnnouncementStation(Act, sign="bs"):
    """`value`: a station's id, for ONE."""

    announcement_id: Number
    how: Picks
    page: PageNumber
    value: NumberOrNone = 0


@dataclass(frozen=True)
class AnnouncementWords(Act, sign="bw"):
    """Words in this language; `ready`: those that need no writing."""

    announcement_id: Number
    language: Locale
    ready: bool = False


@dataclass(frozen=True)
class AnnouncementButton(Act, sign="bb"):
    announcement_id: Number
    button: StationButton | None


@dataclass(frozen=True)
class AnnouncementArea(Act, sign="br"):
    """`code`: KATOTTG, or UA; `chosen`: what it shall be from now on; `page`: of those chosen."""

    announcement_id: Number
    code: AreaOrCountry
    chosen: bool
    page: PageNumber = 0


class AnnouncementLeaf(StrEnum):
    """Lists that turn pages."""

    AREAS = "areas"
    DRAFTS = "drafts"
    LIST = "list"


@dataclass(frozen=True)
class AnnouncementPage(Act, sign="bp"):
    """`announcement_id`: whose areas."""

    what: AnnouncementLeaf
    number: PageNumber
    announcement_id: Number | None = None


@dataclass(frozen=True)
class AnnouncementLanguage(Act, sign="bl"):
    announcement_id: Number
    language: Locale


@dataclass(frozen=True)
class AnnouncementTime(Act, sign="bt"):
    """`hour` None: which hour?"""

    announcement_id: Number
    day: date
    hour: Hour | None = None


class HoldStep(StrEnum):
    WHERE = "where"
    WHY = "why"
    ALERT = "alert"
    POWER = "power"
    WORDS = "words"
    RELEASE = "release"
    LIST = "list"


@dataclass(frozen=True)
class HoldAct(Act, sign="bh"):
    """`code`: the oblast's, or empty."""

    step: HoldStep
    code: CodeOrNone = ""
