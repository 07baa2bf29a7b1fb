"""A long list, one page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class OnePage(Generic[Item]):
    """`shown` stands on page `number` (from 0) of `pages`; an empty list has one page, and nothing on it."""

    shown: Sequence[Item]
    number: int
    pages: int


def one_page(listed: Sequence[Item], number: int, *, size: int) -> OnePage[Item]:
    """A page that is no more (the list became shorter) is the last one; before the first there is none."""
    pages = max(1, ceil(len(listed) / size))
    number = min(max(number, 0), pages - 1)
    return OnePage(listed[number * size : (number + 1) * size], number, pages)
