"""How a report moves: every cell of the table, for everybody."""

import pytest

from bot.domain.errors import MoveNotAllowed
from bot.domain.moves import MOVES, CaseStep, Mover, Owner, Stamp, allowed, steps
from bot.domain.reports import ReportStatus

ALLOWED = {
    (ReportStatus.DRAFT, ReportStatus.NEW): {Mover.RESIDENT},
    (ReportStatus.NEW, ReportStatus.ACCEPTED): {Mover.OFFICER},
    (ReportStatus.ACCEPTED, ReportStatus.RESOLVED): {Mover.OFFICER},
    (ReportStatus.ACCEPTED, ReportStatus.NEW): {Mover.CLOCK},  # its officer can no longer be reached
    # the resident wrote again; an older card
    (ReportStatus.RESOLVED, ReportStatus.ACCEPTED): {Mover.RESIDENT, Mover.OFFICER},
}


@pytest.mark.parametrize("by", Mover)
@pytest.mark.parametrize("before", ReportStatus)
@pytest.mark.parametrize("after", ReportStatus)
def test_every_move(before: ReportStatus, after: ReportStatus, by: Mover) -> None:
    if by in ALLOWED.get((before, after), ()):
        assert (allowed(before, after, by).before, allowed(before, after, by).after) == (before, after)
        return
    with pytest.raises(MoveNotAllowed) as refusal:
        allowed(before, after, by)
    assert refusal.value.fields == {"status": before.value}


def test_no_step_stands_twice_and_no_status_is_a_dead_end() -> None:
    cells = [(row.before, row.after, by) for row in MOVES for by in row.by]
    assert len(set(cells)) == len(cells)
    assert {row.before for row in MOVES} == set(ReportStatus)


def test_who_takes_a_report_has_it_and_nobody_has_a_new_one() -> None:
    for row in MOVES:
        if row.after is ReportStatus.NEW and row.before is not ReportStatus.DRAFT:
            assert row.owner is Owner.NOBODY
        if row.after is ReportStatus.ACCEPTED and Mover.OFFICER in row.by:
            assert row.owner is Owner.MOVER


def test_a_report_is_resolved_as_long_as_it_says_when() -> None:
    for row in MOVES:
        assert (Stamp.RESOLVED in row.stamps) == (row.after is ReportStatus.RESOLVED)
        assert (Stamp.RESOLVED in row.clears) == (row.before is ReportStatus.RESOLVED)


@pytest.mark.parametrize(
    ("status", "mine", "offered"),
    [
        (ReportStatus.NEW, False, (CaseStep.ACCEPT, CaseStep.REPLY)),
        (ReportStatus.ACCEPTED, True, (CaseStep.REPLY, CaseStep.RESOLVE)),
        (ReportStatus.ACCEPTED, False, ()),
        (ReportStatus.RESOLVED, True, (CaseStep.REPLY,)),
        (ReportStatus.RESOLVED, False, ()),
    ],
)
def test_what_a_card_offers(status: ReportStatus, *, mine: bool, offered: tuple[CaseStep, ...]) -> None:
    assert steps(status, mine=mine) == offered
