"""What everybody may know: true, kind, and nothing about single people."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.figures.public import FEWEST, activities
from bot.domain.figures.stats import Sample, StatsStep
from bot.domain.notices import Activity
from bot.domain.reports import Category
from bot.texts.figures import activity, duration
from bot.texts.words import words

DAY, HROMADA, HOUR = date(2026, 11, 1), "UA18020030000035625", 3600


def sent(n: int, hromada: str = HROMADA) -> Sample:
    return Sample(DAY, hromada, Category.NOISE, StatsStep.SENT, n=n)


def answered(seconds: float, n: int, hromada: str = HROMADA) -> Sample:
    return Sample(DAY, hromada, Category.NOISE, StatsStep.ANSWERED, seconds=seconds, n=n)


def test_fewer_than_five_are_not_shown() -> None:
    assert activities([sent(4), answered(HOUR, 4)]) == {}
    assert activities([sent(5), answered(HOUR, 5)]) == {HROMADA: Activity(90, 5, HOUR)}


def test_fewer_than_five_answers_tell_no_time() -> None:
    assert activities([sent(6), answered(HOUR, 4)])[HROMADA].answer_seconds is None


def test_who_waits_counts_as_never() -> None:
    assert activities([sent(42), answered(3 * HOUR, 30)])[HROMADA].answer_seconds == 3 * HOUR
    assert activities([sent(42), answered(3 * HOUR, 10)])[HROMADA].answer_seconds is None


def test_hromadas_do_not_mix() -> None:
    found = activities([sent(5), sent(3, "UA2"), answered(HOUR, 5, "UA2")])
    assert set(found) == {HROMADA}
    assert found[HROMADA].answer_seconds is None


@given(counts=st.lists(st.tuples(st.sampled_from("абв"), st.integers(1, 9)), max_size=12))
def test_nothing_small_is_ever_shown(counts: list[tuple[str, int]]) -> None:
    found = activities([sent(n, hromada) for hromada, n in counts])
    for hromada, n in ((each, sum(n for h, n in counts if h == each)) for each in "абв"):
        assert (hromada in found) == (n >= FEWEST)


@pytest.mark.parametrize(
    ("seconds", "uk", "en"),
    [
        (20, "1 хвилину", "1 minute"),
        (22 * 60, "22 хвилини", "22 minutes"),
        (89 * 60, "89 хвилин", "89 minutes"),
        (90 * 60, "2 години", "2 hours"),
        (3 * HOUR, "3 години", "3 hours"),
        (5 * HOUR, "5 годин", "5 hours"),
        (21 * HOUR, "21 годину", "21 hours"),
        (35 * HOUR, "35 годин", "35 hours"),
        (36 * HOUR, "2 дні", "2 days"),
        (5 * 24 * HOUR, "5 днів", "5 days"),
    ],
)
def test_durations_are_said_as_people_do(seconds: float, uk: str, en: str) -> None:
    assert duration(words("uk"), seconds).replace("\u00a0", " ") == uk
    assert duration(words("en"), seconds).replace("\u00a0", " ") == en


@pytest.mark.parametrize(
    ("locale", "known", "said"),
    [
        (
            "uk",
            Activity(90, 42, 3 * HOUR),
            "За останні 90 днів у громаді — 42 повідомлення; половині відповіли не довше ніж за 3 години.",
        ),
        ("uk", Activity(90, 5), "За останні 90 днів у громаді — 5 повідомлень."),
        ("uk", None, ""),
        (
            "en",
            Activity(90, 42, HOUR),
            "In the last 90 days this community sent 42 reports; half were answered within 60 minutes.",
        ),
    ],
)
def test_the_line_on_the_card(locale: str, known: Activity | None, said: str) -> None:
    assert activity(words(locale), known).replace("\u00a0", " ") == said
