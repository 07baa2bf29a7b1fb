"""What came of an announcement, by settlement; small numbers are put together until nobody can be told from them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from bot.domain.admins import Scope
from bot.domain.announcements import Result
from bot.domain.figures.periods import Period
from bot.domain.figures.stats import More
from db import ledger

FEW: Final = 5
Key: TypeAlias = tuple[str | None, str | None, str | None]
"""Codes of an oblast, a hromada, a settlement."""


def by_settlement(rows: Iterable[tuple[str, str, str, int]], hromada_of: Callable[[str], str | None]) -> list[Result]:
    """`rows`: oblast, place (codes), status, how many. Places with fewer than five recipients are one line of their
    hromada, hromadas with fewer one of their oblast, and those one of the country."""
    counted: dict[Key, Counter[str]] = {}
    for oblast, place, status, n in rows:
        counted.setdefault((oblast, hromada_of(place), place), Counter())[status] += n
    for level in (2, 1, 0):
        counted = _together(counted, level)
    return [_result(key, counted[key]) for key in sorted(counted, key=lambda key: tuple(part or "~" for part in key))]


def _together(counted: Mapping[Key, Counter[str]], level: int) -> dict[Key, Counter[str]]:
    """Lines of one level with few recipients lose the code of that level."""
    found: dict[Key, Counter[str]] = {}
    for key, counts in counted.items():
        few = counts.total() < FEW and all(part is None for part in key[level + 1 :])
        kept = key[:level] + (None,) * (3 - level) if few else key
        found.setdefault((kept[0], kept[1], kept[2]), Counter()).update(counts)
    return found


def _result(key: Key, counts: Mapping[str, int]) -> Result:
    oblast, hromada, settlement = key
    return Result(
        oblast=oblast,
        hromada=hromada,
        settlement=settlement,
        total=sum(counts.values()),
        sent=counts.get("sent", 0),
        blocked=counts.get("blocked", 0),
        failed=counts.get("failed", 0),
        skipped=counts.get("skipped", 0),
        waiting=counts.get("waiting", 0),
    )


async def announced(scope: Scope, period: Period) -> Sequence[More]:
    """What announcements add to /stats: of those begun in the period, what reached residents of the scope. Inside of a
    read transaction."""
    since, until = period.bounds
    codes = () if scope.is_country else tuple(scope.codes)
    count, messages = await ledger.delivered(since=since, until=until, codes=codes)
    return (More("announcements", count), More("delivered", messages)) if count else ()
