"""Acts of officers, and of whoever says which report words belong to."""

from dataclasses import dataclass

from bot.domain.acts.base import Act, PageNumber, Ref
from bot.domain.addressing import Side
from bot.domain.moves import CaseStep


@dataclass(frozen=True)
class CaseAct(Act, sign="rp"):
    ref: Ref
    step: CaseStep


@dataclass(frozen=True)
class QueuePage(Act, sign="qp"):
    number: PageNumber


@dataclass(frozen=True)
class Whose(Act, sign="wh"):
    """The kept words belong to this report."""

    ref: Ref
    side: Side


@dataclass(frozen=True)
class DigestSwitch(Act, sign="ds"):
    on: bool
