"""What the buttons of admins say. Whoever taps and what for is checked again by the services."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final, TypeAlias

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.silence import Silence
from bot.telegram.callbacks import Number, PageNumber

Code: TypeAlias = Annotated[str, Field(pattern=r"^UA\d{17}$")]


class SilentStep(StrEnum):
    OPEN = "open"
    LEVEL_1 = "1"
    LEVEL_2 = "2"
    LEVEL_3 = "3"
    SURE_1 = "sure1"
    SURE_2 = "sure2"
    SURE_3 = "sure3"
    REMOVE = "off"
    APPROVE = "yes"
    KEEP = "no"


LEVELS: Final[Mapping[SilentStep, Silence]] = {
    SilentStep.LEVEL_1: Silence.OFFICERS,
    SilentStep.LEVEL_2: Silence.LOCATIONS,
    SilentStep.LEVEL_3: Silence.RELAY,
}
"""What is wished."""
SURE: Final[Mapping[SilentStep, Silence]] = {SilentStep(f"sure{step}"): level for step, level in LEVELS.items()}
"""The same, once it was seen what it touches."""


class SilentAct(CallbackData, prefix="si"):
    katottg: Code
    step: SilentStep


class SilentPage(CallbackData, prefix="sp"):
    number: PageNumber


class SilentAdd(CallbackData, prefix="sa"):
    pass


class IntakeStep(StrEnum):
    OPEN = "open"
    ONLY = "only"
    TAKE = "take"


class IntakeAct(CallbackData, prefix="ia"):
    katottg: Code
    step: IntakeStep


class IntakePage(CallbackData, prefix="ig"):
    number: PageNumber


class IntakeAdd(CallbackData, prefix="iq"):
    pass


class AdminStep(StrEnum):
    OPEN = "open"
    REMOVE = "off"


class AdminAct(CallbackData, prefix="aa"):
    admin_id: Number
    step: AdminStep


class AdminPage(CallbackData, prefix="ap"):
    number: PageNumber


class InviteStep(StrEnum):
    BEGIN = "begin"
    COUNTRY = "country"
    DONE = "done"
    CANCEL = "cancel"


class InviteAct(CallbackData, prefix="ai"):
    step: InviteStep


class InviteArea(CallbackData, prefix="ar"):
    katottg: Code


class AuditStep(StrEnum):
    OLDER = "older"
    NEWEST = "newest"
    EXPORT = "export"


class AuditAct(CallbackData, prefix="au"):
    """`before`: the record to go on from, 0 for the newest."""

    step: AuditStep
    before: Annotated[int, Field(ge=0, lt=2**63)] = 0
