"""What counts as open."""

from bot.domain.reports import OPEN, ReportStatus


def test_nobody_sees_a_draft_and_nothing_resolved_waits() -> None:
    assert set(ReportStatus) - OPEN == {ReportStatus.DRAFT, ReportStatus.RESOLVED}
