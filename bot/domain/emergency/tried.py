"""The rows of the tables, so kept that only those are tried whose words are there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from bot.domain.emergency.alarm import Danger
from bot.domain.emergency.reading import DangerReading
from bot.domain.emergency.rows import Phrase, Row

T = TypeVar("T")


class Rows:
    """Every row by the rarest of its tags, so that only those are tried whose words are there."""

    def __init__(
        self,
        dangers: Mapping[Danger, list[list[Row]]],
        context: Mapping[str, list[Row]],
        harmless: list[Row],
        named: list[tuple[str, Phrase]],
    ) -> None:
        self._dangers = _keyed(
            ((kind, level, row), row.needs)
            for kind, tables in dangers.items()
            for level, table in enumerate(tables)
            for row in table
        )
        self._context = _keyed(((name, row), row.needs) for name, table in context.items() for row in table)
        self._harmless = _keyed((row, row.needs) for row in harmless)
        self._phrases = _keyed(((name, part), frozenset(each.tag for each in part)) for name, part in named)

    def dangers(self, found: DangerReading) -> Iterator[tuple[Danger, int, Row]]:
        """(kind, 0 sure 1 likely 2 hint, row), the sure ones first."""
        return iter(sorted(_met(self._dangers, found), key=lambda each: each[1]))

    def context(self, found: DangerReading) -> Iterator[tuple[str, Row]]:
        return _met(self._context, found)

    def harmless(self, found: DangerReading) -> Iterator[Row]:
        return _met(self._harmless, found)

    def phrases(self, found: DangerReading) -> Iterator[tuple[str, Phrase]]:
        return _met(self._phrases, found)


def _keyed(listed: Iterable[tuple[T, frozenset[str]]]) -> Mapping[str, list[tuple[frozenset[str], T]]]:
    """By the tag that the fewest others need."""
    pairs = list(listed)
    often = Counter(tag for _, needs in pairs for tag in needs)
    found: defaultdict[str, list[tuple[frozenset[str], T]]] = defaultdict(list)
    for each, needs in pairs:
        found[min(sorted(needs), key=lambda tag: often[tag])].append((needs, each))
    return found


def _met(keyed: Mapping[str, list[tuple[frozenset[str], T]]], found: DangerReading) -> Iterator[T]:
    for tag in list(found.spans):
        for needs, each in keyed.get(tag, ()):
            if found.has(needs):
                yield each
