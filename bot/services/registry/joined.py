"""Cells that are joined into one: only the first of them holds the value, the others are blank to every reader."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from bot.outside.answers import Merged, letters

MOST_COLUMNS: Final = 100
"""A registry's sheet has ten; what is joined far beyond is nobody's value."""


class JoinedTables:
    """Where a cell that reads blank has its value."""

    def __init__(self, merged: Iterable[Merged]) -> None:
        self._by_column: defaultdict[int, list[tuple[int, Merged]]] = defaultdict(list)
        for each in sorted(merged, key=lambda one: one.top):
            for column in range(each.left, min(each.right + 1, MOST_COLUMNS)):
                self._by_column[column].append((each.top, each))

    def first(self, line: int, column: int) -> str | None:
        """«A3», the first of the cells that this one is joined with; None: with none, or it is the first."""
        here = self._by_column.get(column, [])
        at = bisect_right(here, line, key=lambda one: one[0])
        if not at:
            return None
        _, last = here[at - 1]
        if line > last.bottom or (last.top, last.left) == (line, column):
            return None
        return f"{letters(last.left)}{last.top}"
