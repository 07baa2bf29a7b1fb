"""The life of a report, every cell of the table."""

import pytest

from bot.domain.errors import MoveNotAllowed
from bot.domain.reports import MOVES, OPEN, Status, check_move

ALLOWED = {
    (Status.DRAFT, Status.NEW),
    (Status.NEW, Status.ACCEPTED),
    (Status.ACCEPTED, Status.RESOLVED),
    (Status.ACCEPTED, Status.NEW),  # its officer can no longer be reached
    (Status.RESOLVED, Status.ACCEPTED),  # the resident wrote again
}


@pytest.mark.parametrize("old", Status)
@pytest.mark.parametrize("new", Status)
def test_every_move(old: Status, new: Status) -> None:
    if (old, new) in ALLOWED:
        check_move(old, new)
        return
    with pytest.raises(MoveNotAllowed) as refusal:
        check_move(old, new)
    assert refusal.value.fields == {"status": old.value}


def test_every_status_has_its_row_and_none_is_a_dead_end() -> None:
    assert set(MOVES) == set(Status)
    assert all(MOVES.values())


def test_nobody_sees_a_draft_and_nothing_resolved_waits() -> None:
    assert set(Status) - OPEN == {Status.DRAFT, Status.RESOLVED}
