"""Medians and 90 %: what they promise, with weights and in buckets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.figures.lapses import bucket_of, lapse, quantile, seconds_of, usual

values = st.lists(st.tuples(st.floats(0, 1e7), st.integers(1, 9)), min_size=1, max_size=40)
shares = st.sampled_from([0.1, 0.25, 0.5, 0.9, 1.0])


@given(values=values, share=shares)
def test_a_quantile_is_the_smallest_that_holds_its_share(values: list[tuple[float, int]], share: float) -> None:
    found = quantile(values, share)
    total = sum(n for _, n in values)
    assert found is not None
    assert found in {value for value, _ in values}
    assert sum(n for value, n in values if value <= found) >= share * total - 1e-6
    assert sum(n for value, n in values if value < found) < share * total


@given(values=values, share=shares)
def test_a_weight_is_so_many_times_the_same(values: list[tuple[float, int]], share: float) -> None:
    singly = [(value, 1) for value, n in values for _ in range(n)]
    assert quantile(values, share) == quantile(singly, share)


@given(values=values)
def test_the_median_comes_before_the_90_percent(values: list[tuple[float, int]]) -> None:
    found = lapse(values)
    assert found.median is not None
    assert found.most is not None
    assert min(values)[0] <= found.median <= found.most <= max(values)[0]


def test_nothing_measured_has_no_median() -> None:
    assert quantile([], 0.5) is None
    assert lapse([], waiting=3).median is None


@pytest.mark.parametrize(("hours", "median", "most"), [([1], 1, 1), ([1, 2], 1, 2), ([1, 2, 3], 2, 3)])
def test_the_lower_median_of_few(hours: list[int], median: int, most: int) -> None:
    found = lapse([(hour, 1) for hour in hours])
    assert (found.median, found.most) == (median, most)


def test_what_was_never_answered_counts_as_never() -> None:
    """Ten answers within the hour are not «usually within an hour» when thirty wait."""
    assert usual([(3600, 10)], 10) == 3600
    assert usual([(3600, 10)], 20) == 3600
    assert usual([(3600, 10)], 21) is None
    assert usual([], 0) is None


@given(seconds=st.floats(0, 400 * 86_400))
def test_a_bucket_stands_near_what_is_in_it(seconds: float) -> None:
    kept = seconds_of(bucket_of(seconds))
    assert abs(kept - seconds) <= max(0.062 * (seconds + 60), 4)


@given(bucket=st.integers(0, 160))
def test_a_bucket_keeps_its_own_duration(bucket: int) -> None:
    assert bucket_of(seconds_of(bucket)) == bucket
