"""Acts of residents, and of whoever gets to know the bot."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.acts.base import Act, Code, Mark, Number, PageNumber, Ref
from bot.domain.announcements import Kind, StationButton
from bot.domain.locales import Locale
from bot.domain.reports import Category


class Step(StrEnum):
    """Buttons without a subject."""

    AGREE = "agree"  # under a question of before news stood in it
    AGREE_WITH_NEWS = "yes"
    AGREE_WITHOUT_NEWS = "quiet"
    DECLINE = "decline"
    OTHER_PLACE = "other"
    PLACE_NAMED = "named"
    WRITE = "write"
    DANGER = "danger"
    NO_DANGER = "calm"
    CAN_WAIT = "wait"
    DROP = "drop"
    KEEP = "keep"
    QUEUE = "queue"
    NEW_REPORT = "new"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Go(Act, sign="go"):
    step: Step


@dataclass(frozen=True)
class Language(Act, sign="ln"):
    locale: Locale


@dataclass(frozen=True)
class Forget(Act, sign="fg"):
    """Erase whoever agreed then (`Resident.agreement`): who was erased and agreed anew is asked anew."""

    agreement: Number


@dataclass(frozen=True)
class PickPlace(Act, sign="pl"):
    katottg: Code


@dataclass(frozen=True)
class PlacesPage(Act, sign="pg"):
    """`asked` tells the pages of one question from another's."""

    number: PageNumber
    asked: Mark


@dataclass(frozen=True)
class PickCategory(Act, sign="ct"):
    category: Category


class DraftStep(StrEnum):
    DONE = "done"
    POINT = "point"
    SEND = "send"
    MORE = "more"
    CANCEL = "cancel"


@dataclass(frozen=True)
class DraftAct(Act, sign="dr"):
    ref: Ref
    step: DraftStep


@dataclass(frozen=True)
class MyPage(Act, sign="mp"):
    number: PageNumber


@dataclass(frozen=True)
class OwnAct(Act, sign="my"):
    """A resident's own report: how it stands."""

    ref: Ref


@dataclass(frozen=True)
class NewsChange(Act, sign="nw"):
    """News of a kind (None: of all kinds) from now on, or no more."""

    kind: Kind | None
    wanted: bool


@dataclass(frozen=True)
class NewsStop(Act, sign="nx"):
    """Under an announcement: no more of this kind."""

    kind: Kind


@dataclass(frozen=True)
class ShowStation(Act, sign="ns"):
    station_id: Number
    what: StationButton
