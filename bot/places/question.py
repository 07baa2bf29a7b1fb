"""Reads a question: which words are the name, which say the kind of place, which say where it lies.

«Малин, Житомирська область», «с. Іванівка Бердичівського району», «Харків, Київський район». A question can be read
in several ways; `readings` gives them in the order of trust, and the first that fits a known name wins.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.domain.places import SETTLEMENTS, Category, Unit
from bot.places.words import AREAS, FILLERS, KINDS, key, stem, words

_PARTS: Final = re.compile(r"[,;()\n]+")
_MOST_WORDS_IN_AREA: Final = 4
_WIDER: Final = frozenset({Category.OBLAST, Category.RAION, Category.HROMADA})
_DISTRICT: Final = frozenset({Category.DISTRICT})
Codes = frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """`name` is a key (empty: the question names only areas); each of `within` holds codes of which one must contain
    the place; `kinds` empty means any. `guessed`: that there is an area at all is our guess, it holds or falls."""

    name: str
    kinds: frozenset[Category] = frozenset()
    within: tuple[Codes, ...] = ()
    guessed: bool = False


@dataclass(slots=True)
class _Part:
    """One part between commas, taken to pieces; `whole` is the name with its kind word: «Нове Село» is a name."""

    name: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    kinds: frozenset[Category] = frozenset()
    areas: list[Codes] = field(default_factory=list)


class Reader:
    """Knows the names of oblasts, raions, hromadas and city districts, to tell areas from names."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._areas: dict[str, dict[Category, set[str]]] = defaultdict(lambda: defaultdict(set))
        for unit in _areas(units):
            self._areas[_area_stem(unit)][unit.category].add(unit.katottg)

    def readings(self, text: str) -> Iterator[Reading]:
        """Ways to understand the question, the plainest first; none for an empty one."""
        if whole := key(text):
            yield Reading(whole)
        parts = [self._take_apart(each) for part in _PARTS.split(text) if (each := words(part))]
        for at, part in enumerate(parts):
            others = parts[:at] + parts[at + 1 :]
            if not part.name and any(other.name for other in others):
                part.kinds = _DISTRICT  # a place is named elsewhere: here only «Київський район» of «Харків» may be
            yield from self._readings_of(part, [context for other in others for context in self._contexts(other)])

    def _readings_of(self, part: _Part, others: Sequence[Codes]) -> Iterator[Reading]:
        if part.whole != part.name:
            yield Reading("".join(part.whole), within=(*part.areas, *others))
        yield Reading("".join(part.name), part.kinds, (*part.areas, *others))
        for cut in range(len(part.name) - 1, 0, -1):
            if codes := self._codes(part.name[cut:], _WIDER):
                yield Reading("".join(part.name[:cut]), part.kinds, (codes, *part.areas, *others), guessed=True)

    def _contexts(self, part: _Part) -> list[Codes]:
        """What another part says about where: its areas, and its name when something is called so."""
        own = self._codes(part.name, frozenset(Category)) if part.name else frozenset()
        return [*part.areas, own] if own else part.areas

    def _take_apart(self, found: Sequence[str]) -> _Part:
        part = _Part()
        for word in found:
            if word in AREAS and (taken := self._area_before(part.name, AREAS[word])):
                size, codes = taken
                part.name = part.name[:-size]
                part.areas.append(codes)
            else:
                part.name.append(word)
        return _without_kind(part)

    def _area_before(self, before: Sequence[str], kinds: frozenset[Category]) -> tuple[int, Codes] | None:
        """How many of the words before belong to the area's name, and the codes it may mean; the longest wins."""
        fillers = 0
        while fillers < len(before) and FILLERS.fullmatch(before[len(before) - 1 - fillers]):
            fillers += 1
        for fill in dict.fromkeys((fillers, 0)):
            rest = before[: len(before) - fill]
            for size in range(min(_MOST_WORDS_IN_AREA, len(rest)), 0, -1):
                if codes := self._codes(rest[-size:], kinds):
                    return size + fill, codes
        return None

    def _codes(self, name: Sequence[str], kinds: frozenset[Category]) -> Codes:
        text = " ".join(name)
        found = [self._areas[each] for each in {stem(text), key(text)} if each in self._areas]
        return frozenset(code for area in found for kind in area if kind in kinds for code in area[kind])


def _areas(units: Iterable[Unit]) -> list[Unit]:
    """Everything that may be named to say where: oblasts, raions, hromadas, districts, cities with districts."""
    listed = list(units)
    divided = {unit.settlement for unit in listed if unit.category is Category.DISTRICT}
    return [unit for unit in listed if not unit.is_settlement or unit.katottg in divided]


def _area_stem(unit: Unit) -> str:
    """Settlements by their full name, the rest are adjectives."""
    return key(unit.name) if unit.category in SETTLEMENTS else stem(unit.name)


def _without_kind(part: _Part) -> _Part:
    """A kind word at the beginning or the end is not the name, unless nothing else is there."""
    part.whole = part.name
    if len(part.name) > 1 and part.name[0] in KINDS:
        part.kinds, part.name = KINDS[part.name[0]], part.name[1:]
    elif len(part.name) > 1 and part.name[-1] in KINDS:
        part.kinds, part.name = KINDS[part.name[-1]], part.name[:-1]
    return part
