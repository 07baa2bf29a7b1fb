"""The only writer of how a report stands and whose it is: asks the table, compares and swaps, stamps, notes it."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.errors import MoveNotAllowed
from bot.domain.moves import Move, Moved, Mover, Owner, Stamp, allowed
from bot.domain.people import Officer
from bot.domain.reports import Report, ReportStatus
from bot.services.turns import Turn
from db import moves as log
from db import reports

OWNER_AWAY: Final = "owner-away"
WROTE_AGAIN: Final = "wrote-again"


async def move(
    turn: Turn, report: Report, to: ReportStatus, *, by: Mover, officer: Officer | None = None, note: str = ""
) -> Report:
    """The report as it stands then. `officer`: who makes the move, where one does; `note`: a word of ours that says
    why. Raises `MoveNotAllowed` when the table has no such step, or when somebody moved the report meanwhile."""
    row = allowed(report.status, to, by)
    owner = _owner(row, report, officer)
    if not await reports.swap(report, status=to, owner_id=owner, **_moments(row, by, turn.now)):
        raise MoveNotAllowed(status=report.status.value)
    await log.note(Moved(report.id, turn.now, by, report.status, to, report.owner_id, owner, note))
    sent_at = turn.now if Stamp.SENT in row.stamps else report.sent_at
    return replace(report, status=to, owner_id=owner, sent_at=sent_at)


def _moments(row: Move, by: Mover, now: datetime) -> dict[str, datetime | None]:
    """What nobody did is no sign of life: a report that nobody touches is erased in time."""
    touched = {} if by is Mover.CLOCK else {"touched_at": now}
    stamped = {stamp.value: now for stamp in row.stamps}
    return {**touched, **stamped, **dict.fromkeys((stamp.value for stamp in row.clears), None)}


def _owner(row: Move, report: Report, officer: Officer | None) -> int | None:
    if row.owner is Owner.MOVER:
        if officer is None:
            raise ValueError("a report that is taken needs somebody who takes it")
        return officer.id
    return report.owner_id if row.owner is Owner.STAYS else None
