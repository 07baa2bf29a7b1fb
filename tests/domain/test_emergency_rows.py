"""The language of the tables of danger: a row says what it looks as if it says."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from bot.domain.emergency.reading import read
from bot.domain.emergency.recogniser import TABLES
from bot.domain.emergency.rows import is_denial, lines, phrase, several
from bot.domain.emergency.tables import phrases, times


def tables() -> Iterator[tuple[str, str]]:
    """(name, table of rows) of every module."""
    for module in (*TABLES.values(), times, phrases):
        yield from _of(module)


def _of(module: ModuleType) -> Iterator[tuple[str, str]]:
    for name, value in vars(module).items():
        if isinstance(value, str) and not name.startswith("_") and name != "WHO_AND_WHERE":
            yield f"{module.__name__}.{name}", value


def test_an_alternative_of_several_words_is_written_as_one() -> None:
    """«везе/не туди» would be «везе» or «не», and then «туди»: it is «везе/не+туди»."""
    torn = [f"{name}: {line}" for name, table in tables() for line in lines(table) if any(map(_is_torn, line.split()))]
    assert torn == []


def _is_torn(element: str) -> bool:
    alternatives = element.rstrip(",").split("/")
    return alternatives[-1] in {"не", "без"} and not all(map(is_denial, alternatives))


def test_what_several_words_are() -> None:
    assert list(several("HELD/не+туди/сам")) == [("не+туди", phrase("не туди"))]


@pytest.mark.parametrize(
    ("text", "is_found"), [("везе не туди", True), ("везе не зовсім туди", False), ("везе туди", False)]
)
def test_several_words_follow_each_other(text: str, is_found: bool) -> None:
    ((_, part),) = several("не+туди")
    found = read(text, lambda word: (frozenset({word}),))
    assert any(found.find(part)) is is_found
