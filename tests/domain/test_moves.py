"""How a report moves: every cell of the table, for everybody."""

import pytest

from bot.domain.errors import MoveNotAllowed
from bot.domain.moves import MOVES, CaseStep, Mover, Owner, Stamp, allowed, steps
from bot.domain.reports import Status

ALLOWED = {
    (Status.DRAFT, Status.NEW): {Mover.RESIDENT},
    (Status.NEW, Status.ACCEPTED): {Mover.OFFICER},
    (Status.ACCEPTED, Status.RESOLVED): {Mover.OFFICER},
    (Status.ACCEPTED, Status.NEW): {Mover.CLOCK},  # its officer can no longer be reached
    (Status.RESOLVED, Status.ACCEPTED): {Mover.RESIDENT, Mover.OFFICER},  # the resident wrote again; an older card
}


@pytest.mark.parametrize("by", Mover)
@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("after", Status)
def test_every_move(before: Status, after: Status, by: Mover) -> None:
    if by in ALLOWED.get((before, after), ()):
        assert (allowed(before, after, by).before, allowed(before, after, by).after) == (before, after)
        return
    with pytest.raises(MoveNotAllowed) as refusal:
        allowed(before, after, by)
    assert refusal.value.fields == {"status": before.value}


def test_no_step_stands_twice_and_no_status_is_a_dead_end() -> None:
    cells = [(row.before, row.after, by) for row in MOVES for by in row.by]
    assert len(set(cells)) == len(cells)
    assert {row.before for row in MOVES} == set(Status)


def test_who_takes_a_report_has_it_and_nobody_has_a_new_one() -> None:
    for row in MOVES:
        if row.after is Status.NEW and row.before is not Status.DRAFT:
            assert row.owner is Owner.NOBODY
        if row.after is Status.ACCEPTED and Mover.OFFICER in row.by:
            assert row.owner is Owner.MOVER


def test_a_report_is_resolved_as_long_as_it_says_when() -> None:
    for row in MOVES:
        assert (Stamp.RESOLVED in row.stamps) == (row.after is Status.RESOLVED)
        assert (Stamp.RESOLVED in row.clears) == (row.before is Status.RESOLVED)


@pytest.mark.parametrize(
    ("status", "mine", "offered"),
    [
        (Status.NEW, False, (CaseStep.ACCEPT, CaseStep.REPLY)),
        (Status.ACCEPTED, True, (CaseStep.REPLY, CaseStep.RESOLVE)),
        (Status.ACCEPTED, False, ()),
        (Status.RESOLVED, True, (CaseStep.REPLY,)),
        (Status.RESOLVED, False, ()),
    ],
)
def test_what_a_card_offers(status: Status, *, mine: bool, offered: tuple[CaseStep, ...]) -> None:
    assert steps(status, mine=mine) == offered
