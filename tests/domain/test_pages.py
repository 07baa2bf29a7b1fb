"""Pages of a list: together they are the list, and a page that is not there is the nearest one."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pages import one_page

lists = st.lists(st.integers(), max_size=40)
sizes = st.integers(1, 9)


@given(listed=lists, size=sizes)
def test_all_pages_together_are_the_list(listed: list[int], size: int) -> None:
    pages = [one_page(listed, number, size=size) for number in range(one_page(listed, 0, size=size).pages)]
    assert [item for page in pages for item in page.shown] == listed
    assert [page.number for page in pages] == list(range(len(pages)))
    assert all(page.shown for page in pages) == bool(listed)
    assert all(len(page.shown) == size for page in pages[:-1])


@given(listed=lists, size=sizes, beyond=st.integers(0, 99))
def test_a_page_that_is_not_there_is_the_nearest(listed: list[int], size: int, beyond: int) -> None:
    last = one_page(listed, 0, size=size).pages - 1
    assert one_page(listed, last + beyond, size=size) == one_page(listed, last, size=size)
    assert one_page(listed, -beyond, size=size) == one_page(listed, 0, size=size)
