"""What a button says when it is tapped: at most 64 bytes, one class a prefix."""

from enum import StrEnum
from typing import Annotated, TypeAlias

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.addressing import Side
from bot.domain.broadcasts import Kind, StationButton
from bot.domain.moves import CaseStep
from bot.domain.refs import PATTERN

Number: TypeAlias = Annotated[int, Field(gt=0, lt=2**63)]
"""A forged one too large for the database must not get there."""
PageNumber: TypeAlias = Annotated[int, Field(ge=0, lt=10_000)]
"""Counts from 0; of a list that became shorter the last page is shown."""
Ref: TypeAlias = Annotated[str, Field(pattern=PATTERN)]
"""A report's: its number may be given twice when a copy of the database is put back."""


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


class Go(CallbackData, prefix="go"):
    step: Step


class Forget(CallbackData, prefix="fg"):
    """Erase whoever agreed then (`Resident.agreement`): who was erased and agreed anew is asked anew."""

    agreement: int


class PickPlace(CallbackData, prefix="pl"):
    katottg: str


class Page(CallbackData, prefix="pg"):
    """`asked` tells the pages of one question from another's."""

    number: PageNumber
    asked: str


class PickCategory(CallbackData, prefix="ct"):
    category: str


class DraftStep(StrEnum):
    DONE = "done"
    POINT = "point"
    SEND = "send"
    MORE = "more"
    CANCEL = "cancel"


class DraftAct(CallbackData, prefix="dr"):
    ref: Ref
    step: DraftStep


class CaseAct(CallbackData, prefix="rp"):
    ref: Ref
    step: CaseStep


class QueuePage(CallbackData, prefix="qp"):
    number: PageNumber


class MyPage(CallbackData, prefix="mp"):
    number: PageNumber


class OwnAct(CallbackData, prefix="my"):
    """A resident's own report: how it stands."""

    ref: Ref


class Whose(CallbackData, prefix="wh"):
    """The kept words belong to this report."""

    ref: Ref
    side: Side


class Language(CallbackData, prefix="ln"):
    locale: str


class NewsChange(CallbackData, prefix="nw"):
    """News of a kind (None: of all kinds) from now on, or no more."""

    kind: Kind | None
    wanted: bool


class NewsStop(CallbackData, prefix="nx"):
    """Under an announcement: no more of this kind."""

    kind: Kind


class ShowStation(CallbackData, prefix="ns"):
    station_id: Number
    what: StationButton


class PickPoster(CallbackData, prefix="po"):
    """`what`: the payload of a door, or "all"."""

    what: str


class PosterPage(CallbackData, prefix="pp"):
    number: PageNumber


class DigestSwitch(CallbackData, prefix="ds"):
    on: bool


class CoverageOf(CallbackData, prefix="cv"):
    """Coverage of an area: its code, or `home`."""

    code: str


class GapsOf(CallbackData, prefix="gp"):
    """The workbook of what lacks in an area: its code, or `home`."""

    code: str


class StatsOf(CallbackData, prefix="sf"):
    """Statistics of an area and a period (`domain/figures/periods.py: named_period`)."""

    code: str
    period: str
