"""What a button says when it is tapped: at most 64 bytes, one class a prefix."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Step(StrEnum):
    """Buttons without a subject."""

    AGREE = "agree"
    DECLINE = "decline"
    OTHER_PLACE = "other"
    WRITE = "write"
    DANGER = "danger"
    NO_DANGER = "calm"
    CAN_WAIT = "wait"
    DROP = "drop"
    FORGET = "forget"
    KEEP = "keep"


class Go(CallbackData, prefix="go"):
    step: Step


class PickPlace(CallbackData, prefix="pl"):
    katottg: str


class Page(CallbackData, prefix="pg"):
    number: int


class PickCategory(CallbackData, prefix="ct"):
    category: str


class DraftStep(StrEnum):
    DONE = "done"
    SEND = "send"
    MORE = "more"
    CANCEL = "cancel"


class DraftAct(CallbackData, prefix="dr"):
    report_id: int
    step: DraftStep


class CaseStep(StrEnum):
    ACCEPT = "accept"
    REPLY = "reply"
    RESOLVE = "resolve"
    SHOW = "show"


class CaseAct(CallbackData, prefix="rp"):
    report_id: int
    step: CaseStep


class Language(CallbackData, prefix="ln"):
    locale: str
