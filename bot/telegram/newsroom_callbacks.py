"""What the buttons of announcements say; every one is checked again by the service."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.telegram.callbacks import Number, PageNumber


class NewsStep(StrEnum):
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


class NewsAct(CallbackData, prefix="ba"):
    broadcast_id: Number
    step: NewsStep


class NewsApprove(CallbackData, prefix="by"):
    """`seen`: the fingerprint of what the card showed."""

    broadcast_id: Number
    seen: str


class NewsKind(CallbackData, prefix="bk"):
    kind: str


class Picks(StrEnum):
    """Ways to choose stations."""

    ONE = "one"
    PAGE = "page"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    NONE = "none"


class NewsStation(CallbackData, prefix="bs"):
    """`value`: a station's id, for ONE."""

    broadcast_id: Number
    how: Picks
    page: int
    value: int = 0


class NewsWords(CallbackData, prefix="bw"):
    """Words in this language; `ready`: those that need no writing."""

    broadcast_id: Number
    language: str
    ready: bool = False


class NewsButton(CallbackData, prefix="bb"):
    """`button`: a `Button`, or empty for none."""

    broadcast_id: Number
    button: str


class NewsArea(CallbackData, prefix="br"):
    """`code`: KATOTTG, or UA; `chosen`: what it shall be from now on; `page`: of those chosen."""

    broadcast_id: Number
    code: str
    chosen: bool
    page: PageNumber = 0


class NewsLeaf(StrEnum):
    """Lists that turn pages."""

    AREAS = "areas"
    DRAFTS = "drafts"
    LIST = "list"


class NewsPage(CallbackData, prefix="bp"):
    """`broadcast_id`: whose areas."""

    what: NewsLeaf
    number: PageNumber
    broadcast_id: Number | None = None


class NewsLanguage(CallbackData, prefix="bl"):
    broadcast_id: Number
    language: str


class NewsTime(CallbackData, prefix="bt"):
    """`day` as 2026-11-25; `hour` None: which hour?"""

    broadcast_id: Number
    day: str
    hour: int | None = None


class HoldStep(StrEnum):
    WHERE = "where"
    WHY = "why"
    ALERT = "alert"
    POWER = "power"
    WORDS = "words"
    RELEASE = "release"
    LIST = "list"


class HoldAct(CallbackData, prefix="bh"):
    """`code`: the oblast's, or empty."""

    step: HoldStep
    code: str = ""
