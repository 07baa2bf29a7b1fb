"""The half-yearly report: two pages, and no count that points to a person."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import HalfUnclear
from bot.domain.figures.lapses import Lapse
from bot.domain.figures.stats import StatsStep
from bot.domain.halfyear import FEWEST, Half, HalfYear, HalfYearTally, half_of, joined
from bot.domain.notices import OfficerWords
from bot.domain.people import Role
from bot.domain.reports import Category
from bot.papers import press
from bot.papers.halfyear import print_halfyear, values_of
from tests.papers import paper

TOPICS: Final = {Category.NOISE: 20, Category.ROAD: 15, Category.DRUGS: 2}
TIMES: Final = {
    StatsStep.ACCEPTED: Lapse(40, 22 * 60.0, 5 * 3600.0),
    StatsStep.ANSWERED: Lapse(38, 3 * 3600.0, 22 * 3600.0, 4),
    StatsStep.RESOLVED: Lapse(4, 3 * 86400.0, 9 * 86400.0, 7),
}
NOW: Final = HalfYearTally(42, 40, 35, 7, TIMES, TOPICS, (9, 8, 7, 6, 2, 0))
REPORT: Final = HalfYear(
    officer=OfficerWords(Role.COMMUNITY, "капітан поліції", "Зразок Другий", None),
    hromadas=("Бердичівська",),
    half=Half(2026, 1),
    now=NOW,
    before=HalfYearTally(
        3, 3, 3, 0, {StatsStep.ANSWERED: Lapse(3, 60.0, 60.0)}, {Category.THREAT: 3}, (3, 0, 0, 0, 0, 0)
    ),
    settlements=12,
    people=75_000,
)


def test_it_has_two_pages_of_a4() -> None:
    assert paper.page_sizes(print_halfyear(REPORT)) == [(595.2756, 841.8898)] * 2


def test_an_empty_and_a_crowded_one_have_two_pages_too() -> None:
    nothing = HalfYearTally(0, 0, 0, 0, {}, {}, (0,) * 6)
    full = replace(NOW, categories=dict.fromkeys(Category, 10**6), months=(10**6,) * 6)
    for report in (
        replace(REPORT, now=nothing, before=nothing),
        replace(REPORT, now=full, hromadas=("Новоград-Волинська",) * 70),
    ):
        assert len(paper.page_sizes(print_halfyear(report))) == 2


def test_so_few_reports_that_each_is_somebodys_are_not_told_apart() -> None:
    values = values_of(REPORT)
    assert [before for _, _, before in values["tiles"]] == ["менше 5"] * 4
    assert [now for _, now, _ in values["tiles"]] == ["42", "40", "35", "7"]
    said = [[cell.replace("\u00a0", " ") for cell in row[1:]] for row in values["times"]]
    assert said == [["22 хвилини", "5 годин", "—"], ["3 години", "22 години", "—"], ["—", "—", "—"]]
    assert [label for label, _, _ in values["category_bars"]] == ["Шум, сусіди", "Решта тем разом"]
    assert values["month_bars"][4][1] == "менше 5"
    assert "Наркотики" not in str(values)


@given(st.dictionaries(st.sampled_from(list(Category)), st.integers(0, 30)))
def test_no_small_count_is_shown_nor_left_over(counts: dict[Category, int]) -> None:
    shown, rest = joined(counts)
    assert all(n >= FEWEST for n in shown.values())
    assert sum(shown.values()) + rest == sum(counts.values())
    if shown:
        assert rest == 0 or rest >= FEWEST


@given(st.text(max_size=80))
@settings(max_examples=25, deadline=None)
def test_nothing_in_a_name_is_markup(name: str) -> None:
    report = replace(REPORT, officer=replace(REPORT.officer, name=name), hromadas=(name,))
    assert len(paper.page_sizes(press.pdf("halfyear", values_of(report)))) == 2


def test_halves() -> None:
    today = date(2026, 11, 22)
    assert half_of("", today) == Half(2026, 1)
    assert half_of("", date(2026, 6, 30)) == Half(2025, 2)
    assert half_of("2026-2", today) == Half(2026, 2)
    for wrong in ("2027-1", "2026-3", "26-1", "²026-1", "2026-1 x"):
        with pytest.raises(HalfUnclear):
            half_of(wrong, today)
