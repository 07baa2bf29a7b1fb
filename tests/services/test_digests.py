"""When the daily digest is due: once a day by Kyiv's clock, also when the clock is turned."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

import pytest

from bot.domain.paper_notices import Digest
from bot.services.digests import Digests

NOBODY: Any = cast(Any, None)
QUARTER = timedelta(minutes=15)


@pytest.mark.parametrize("turned", [date(2026, 10, 25), date(2026, 3, 29), date(2026, 11, 23)])
@pytest.mark.parametrize("hour", [0, 2, 4, 8, 22])
def test_a_day_is_due_in_one_piece_even_when_the_clock_is_turned(turned: date, hour: int) -> None:
    made = Digests(NOBODY, NOBODY, hour)
    start = datetime(turned.year, turned.month, turned.day, tzinfo=UTC) - timedelta(hours=6)
    due = [start + number * QUARTER for number in range(36 * 4) if made.day(start + number * QUARTER) == turned]
    assert due
    assert due[-1] - due[0] == (len(due) - 1) * QUARTER


def test_in_autumn_the_hour_after_the_long_night_is_the_one_on_the_clock() -> None:
    made = Digests(NOBODY, NOBODY, 8)
    assert made.day(datetime(2026, 10, 24, 5, tzinfo=UTC)) == date(2026, 10, 24)  # summer: 08:00
    assert made.day(datetime(2026, 10, 25, 5, 59, tzinfo=UTC)) is None  # winter: 07:59
    assert made.day(datetime(2026, 10, 25, 6, tzinfo=UTC)) == date(2026, 10, 25)
    assert made.day(datetime(2026, 10, 25, 9, tzinfo=UTC)) is None  # too late to begin


def test_nothing_at_all_is_nothing_to_say() -> None:
    assert not Digest().anything
    assert Digest(unreachable=1).anything
