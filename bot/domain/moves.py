"""How a report moves: who may take it from one status to another, what is stamped, whose it is then, and which button
of its card does it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum, auto
from typing import Final

from bot.domain.errors import MoveNotAllowed
from bot.domain.reports import ReportStatus


class Mover(StrEnum):
    RESIDENT = "resident"
    OFFICER = "officer"
    ADMIN = "admin"
    CLOCK = "clock"  # nobody: somebody left, or a moment came


class Owner(Enum):
    """Whose the report is after a move."""

    STAYS = auto()
    MOVER = auto()  # the officer who made it
    NOBODY = auto()


class Stamp(StrEnum):
    """Moments of a report's own row. All moments, of every move, are in its log."""

    SENT = "sent_at"
    RESOLVED = "resolved_at"


class CaseStep(StrEnum):
    """What the buttons of a card do, in the order they stand there."""

    ACCEPT = "accept"
    REPLY = "reply"
    RESOLVE = "resolve"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class Move:
    """One row: `stamps` get the moment, `clears` lose theirs; `step`: the button that does it."""

    before: ReportStatus
    after: ReportStatus
    by: frozenset[Mover]
    owner: Owner = Owner.STAYS
    stamps: tuple[Stamp, ...] = ()
    clears: tuple[Stamp, ...] = ()
    step: CaseStep | None = None


_RESIDENT: Final = frozenset({Mover.RESIDENT})
_OFFICER: Final = frozenset({Mover.OFFICER})
_CLOCK: Final = frozenset({Mover.CLOCK})

MOVES: Final = (
    Move(ReportStatus.DRAFT, ReportStatus.NEW, _RESIDENT, stamps=(Stamp.SENT,)),
    Move(ReportStatus.NEW, ReportStatus.ACCEPTED, _OFFICER, Owner.MOVER, step=CaseStep.ACCEPT),
    Move(ReportStatus.ACCEPTED, ReportStatus.RESOLVED, _OFFICER, stamps=(Stamp.RESOLVED,), step=CaseStep.RESOLVE),
    Move(ReportStatus.ACCEPTED, ReportStatus.NEW, _CLOCK, Owner.NOBODY),  # its officer can no longer be reached
    Move(ReportStatus.RESOLVED, ReportStatus.ACCEPTED, _RESIDENT, clears=(Stamp.RESOLVED,)),  # they wrote again
    # by an older card
    Move(ReportStatus.RESOLVED, ReportStatus.ACCEPTED, _OFFICER, Owner.MOVER, clears=(Stamp.RESOLVED,)),
)


@dataclass(frozen=True, slots=True)
class Moved:
    """One line of a report's log. `owner_before`, `owner_after`: ids of officers."""

    report_id: int
    at: datetime
    who: Mover
    before: ReportStatus
    after: ReportStatus
    owner_before: int | None = None
    owner_after: int | None = None
    note: str = ""


def allowed(before: ReportStatus, after: ReportStatus, by: Mover) -> Move:
    """The row of this step; raises `MoveNotAllowed` when the table has none."""
    for row in MOVES:
        if (row.before, row.after) == (before, after) and by in row.by:
            return row
    raise MoveNotAllowed(status=before.value)


def steps(status: ReportStatus, *, mine: bool) -> tuple[CaseStep, ...]:
    """What the card of a report offers to an officer. Who has it may write; who writes first takes it."""
    if not mine and status is not ReportStatus.NEW:
        return ()
    offered = {row.step for row in MOVES if row.before is status and Mover.OFFICER in row.by} | {CaseStep.REPLY}
    return tuple(step for step in CaseStep if step in offered)
