"""A text as words with what the tables say of each: where each tag stands, what is denied, where sentences end."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.domain.emergency.rows import DENIALS, Phrase, Row
from bot.domain.emergency.spelling import lowered, plain

NEAR: Final = 8
"""How many words may lie between two phrases that stand near one another."""
SENTENCE: Final = 4
"""How many words the end of a sentence counts for."""
_MOST: Final = 700
"""Words that are looked at: more than a message of 4,096 characters has, were they words."""

_TOKEN: Final = re.compile(r"\w+|[.!?\n;…]+|[^\w\s]+")
_SPACED: Final = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_DENIALS: Final = frozenset(map(plain, DENIALS))
_NO_DENIAL_AFTER: Final = frozenset(
    {"чи", "мало", "ледь", "ледве", "чуть", "едва", "трохи", "якби", "лиш", "поки", "пока"}
)
_NO_DENIAL_BEFORE: Final = frozenset({"тільки", "лише", "только", "просто", "перший", "первий", "раз", "вперше"})
_ABBREVIATED: Final = frozenset("вул ул м с смт кв р рр ст тел буд д пров просп пл обл г".split())  # noqa: SIM905

Span = tuple[int, int]
"""The first and the last word of what was found."""


@dataclass(slots=True)
class DangerReading:
    """Words, their places in the text and the spans of each tag."""

    words: list[str]
    at: list[int]
    denied: list[bool]
    spans: dict[str, list[Span]] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)

    def has(self, tags: frozenset[str]) -> bool:
        """Whether every tag stands somewhere."""
        return tags <= self.spans.keys()

    def add(self, tag: str, spans: Iterable[Span]) -> None:
        """A concept was found in these places."""
        self.spans[tag] = sorted({*self.spans.get(tag, ()), *spans})
        self._starts.pop(tag, None)

    def drop(self, gone: set[int]) -> None:
        """These words mean nothing: forget what they carry."""
        kept = {tag: [each for each in spans if not gone.intersection(each)] for tag, spans in self.spans.items()}
        self.spans = {tag: spans for tag, spans in kept.items() if spans}
        self._starts.clear()

    def find(self, phrase: Phrase) -> Iterator[tuple[int, ...]]:
        """Where a phrase stands: the words it is made of."""
        first = phrase[0]
        for start, end in self.spans.get(first.tag, ()):
            if self.denied[start]:
                continue
            found = self._follow(phrase, start, end)
            if found:
                yield found

    def _follow(self, phrase: Phrase, start: int, end: int) -> tuple[int, ...]:
        found = [start] if start == end else [start, end]
        for element in phrase[1:]:
            place = self._next(element.tag, end, element.gap, is_denied=element.is_denied)
            if place is None:
                return ()
            found += place
            end = place[1]
        return tuple(found)

    def _next(self, tag: str, after: int, gap: int, *, is_denied: bool) -> Span | None:
        spans = self.spans.get(tag)
        if spans is None:
            return None
        starts = self._starts.get(tag)
        if starts is None:
            starts = self._starts[tag] = [start for start, _ in spans]
        for each in range(bisect_left(starts, after + 1), len(spans)):
            start, end = spans[each]
            if self.at[start] - self.at[after] > gap:
                return None
            if is_denied or not self.denied[start]:
                return start, end
        return None

    def match(self, row: Row) -> Iterator[tuple[int, ...]]:
        """Where a row stands: the words of all its phrases."""
        if not self.has(row.needs):
            return
        found = [list(self.find(phrase)) for phrase in row.phrases]
        if not all(found):
            return
        base, *others = sorted(found, key=len)
        for place in base:
            if near := self._near(place, others):
                yield near

    def _near(self, place: tuple[int, ...], others: list[list[tuple[int, ...]]]) -> tuple[int, ...]:
        taken = place
        for places in others:
            index = bisect_left(places, place)
            around = places[max(0, index - 2) : index + 3]
            free = [each for each in around if not set(each) & set(taken) and self._apart(place, each) <= NEAR]
            if not free:
                return ()
            taken += min(free, key=lambda each: self._apart(place, each))
        return taken

    def _apart(self, one: tuple[int, ...], other: tuple[int, ...]) -> int:
        """Places between two findings."""
        if one[0] > other[0]:
            one, other = other, one
        return max(0, self.at[other[0]] - self.at[one[-1]])


def read(text: str, tags_of: Callable[[str], tuple[frozenset[str], ...]]) -> DangerReading:
    """The words of a text with their tags."""
    words: list[str] = []
    at: list[int] = []
    denied: list[bool] = []
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    place, stopped, before, before_that = 0, True, "", ""
    for word in _TOKEN.findall(_SPACED.sub(lambda run: run[0].replace(" ", ""), lowered(text))):
        if not (word[0].isalnum() or word[0] == "_"):
            place += SENTENCE if word[0] in ".!?\n;…" and not (word == "." and before in _ABBREVIATED) else 0
            stopped = True
            continue
        if len(words) >= _MOST:
            break
        is_denied = not stopped and before in _DENIALS and before_that not in _NO_DENIAL_AFTER
        for tags in tags_of(word):
            place += 1
            spelt = plain(word)
            denied.append(is_denied and spelt not in _NO_DENIAL_BEFORE)
            for tag in tags:
                spans[tag].append((len(words), len(words)))
            words.append(word)
            at.append(place)
            is_denied = False
        before_that, before, stopped = before, plain(word), False
    return DangerReading(words, at, denied, dict(spans))
