"""Which report is meant: by its random id, which is all that our buttons and links carry."""

from bot.domain.clock import shown_moment
from bot.domain.errors import ReportGone
from bot.domain.reports import Report
from db import reports, restores


async def report_of(ref: str) -> Report:
    """Raises `ReportGone` for a ref that the database does not know: erased, or written after a copy was made that
    has been put back since."""
    report = await reports.by_ref(ref)
    if report is None:
        raise await gone()
    return report


async def gone() -> ReportGone:
    last = await restores.latest()
    return ReportGone(copied=shown_moment(last.copied_at) if last else "no")
