"""Results by settlement: numbers add up, and none is so small that somebody could be told from it."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.services.announcements.results import FEW, by_settlement

HROMADAS = {"a": "h1", "b": "h1", "c": "h2", "d": "h3"}
OBLASTS = {"a": "o1", "b": "o1", "c": "o1", "d": "o2"}
rows = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(["sent", "blocked", "failed"]), st.integers(1, 7)), max_size=12
)


@given(rows)
def test_nothing_is_lost_and_nothing_is_small(drawn: list[tuple[str, str, int]]) -> None:
    found = by_settlement([(OBLASTS[place], place, status, n) for place, status, n in drawn], HROMADAS.get)
    wanted = Counter[str]()
    for _, status, n in drawn:
        wanted[status] += n
    assert sum(each.total for each in found) == wanted.total()
    assert sum(each.sent for each in found) == wanted["sent"]
    assert sum(each.failed for each in found) == wanted["failed"]
    assert all(each.total >= FEW for each in found if each.oblast is not None)
    places = [(each.oblast, each.hromada, each.settlement) for each in found]
    assert len(places) == len(set(places))


def test_small_villages_are_told_together() -> None:
    found = by_settlement([("o1", "a", "sent", 9), ("o1", "b", "sent", 3), ("o1", "c", "blocked", 2)], HROMADAS.get)
    assert [(each.hromada, each.settlement, each.total) for each in found] == [("h1", "a", 9), (None, None, 5)]
