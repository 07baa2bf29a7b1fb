"""What announcements add to /stats: how many there were, and how many messages arrived."""

from collections.abc import Sequence

from bot.domain.admins import Scope
from bot.domain.figures.periods import Period
from bot.domain.figures.stats import More
from db import ledger


async def announced(scope: Scope, period: Period) -> Sequence[More]:
    """Of announcements begun in the period, what reached residents of the scope. Inside of a read transaction."""
    since, until = period.bounds
    codes = () if scope.is_country else tuple(scope.codes)
    count, messages = await ledger.delivered(since=since, until=until, codes=codes)
    return (More("broadcasts", count), More("delivered", messages)) if count else ()
