"""Days as people write them."""

from datetime import date

import pytest

from bot.domain.clock import shown_day, written_day


@pytest.mark.parametrize(
    "text", ["22.11.2026", "2026-11-22", "22/11/2026", " 22.11.2026 ", shown_day(date(2026, 11, 22))]
)
def test_a_day(text: str) -> None:
    assert written_day(text) == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "31.02.2026", "завтра", "zt-s01", "22.11"])
def test_no_day(text: str) -> None:
    assert written_day(text) is None
