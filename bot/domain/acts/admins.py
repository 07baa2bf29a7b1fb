"""Acts of admins. Whoever acts and what for is checked again by the services."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.acts.base import Act, Code, Number, NumberOrNone, PageNumber
from bot.domain.silence import Silence


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


@dataclass(frozen=True)
class SilentAct(Act, sign="si"):
    katottg: Code
    step: SilentStep


@dataclass(frozen=True)
class SilentPage(Act, sign="sp"):
    number: PageNumber


@dataclass(frozen=True)
class SilentAdd(Act, sign="sa"):
    pass


class IntakeStep(StrEnum):
    OPEN = "open"
    ONLY = "only"
    TAKE = "take"


@dataclass(frozen=True)
class IntakeAct(Act, sign="ia"):
    katottg: Code
    step: IntakeStep


@dataclass(frozen=True)
class IntakePage(Act, sign="ig"):
    number: PageNumber


@dataclass(frozen=True)
class IntakeAdd(Act, sign="iq"):
    pass


class AdminStep(StrEnum):
    OPEN = "open"
    REMOVE = "off"


@dataclass(frozen=True)
class AdminAct(Act, sign="aa"):
    admin_id: Number
    step: AdminStep


@dataclass(frozen=True)
class AdminPage(Act, sign="ap"):
    number: PageNumber


class InviteStep(StrEnum):
    BEGIN = "begin"
    COUNTRY = "country"
    DONE = "done"
    CANCEL = "cancel"


@dataclass(frozen=True)
class InviteAct(Act, sign="ai"):
    step: InviteStep


@dataclass(frozen=True)
class InviteArea(Act, sign="ar"):
    katottg: Code


class AuditStep(StrEnum):
    OLDER = "older"
    NEWEST = "newest"
    EXPORT = "export"


@dataclass(frozen=True)
class AuditAct(Act, sign="au"):
    """`before`: the record to go on from, 0 for the newest."""

    step: AuditStep
    before: NumberOrNone = 0
