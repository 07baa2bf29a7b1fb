"""Reads a question: which words are the name, which say the kind of place, which say where it lies.

«Малин, Житомирська область», «живу в селі Вереси на Житомирщині», «Харків, Київський район». A question can be read in
several ways; `readings` gives them in the order of trust, and the first that fits a known name wins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.domain.places import Alias, Category, Unit
from bot.places.areas import WIDER, Areas, Codes
from bot.places.fold import fold_all
from bot.places.parts import Part, take_apart
from bot.places.reading import Reading, Trust
from bot.places.words import spelled_out, words

_PARTS: Final = re.compile(r"[,;()\n/|:]+|\s[-–—]\s")
_CITIES: Final = frozenset({Category.CITY, Category.SPECIAL_CITY})
_DISTRICT: Final = frozenset({Category.DISTRICT})


class Reader:
    """Knows the names of oblasts, raions, hromadas and city districts, to tell areas from names."""

    def __init__(self, units: Iterable[Unit], aliases: Iterable[Alias] = ()) -> None:
        self.areas = Areas(units, aliases)

    def readings(self, text: str) -> Iterator[Reading]:
        """Ways to understand the question, the plainest first; none for an empty one."""
        whole = words(text)
        if whole:
            yield Reading(tuple(whole))
        if len(whole) < 2:
            return
        parts = [take_apart(self.areas, each) for part in _PARTS.split(spelled_out(text)) if (each := words(part))]
        order = sorted(range(len(parts)), key=lambda at: (not parts[at].name, not parts[at].kinds))
        for at in order:
            part, others = parts[at], parts[:at] + parts[at + 1 :]
            if not part.name and any(other.name for other in others):
                part.kinds = _DISTRICT  # a place is named elsewhere: here only «Київський район» of «Харків» may be
            yield from self._readings_of(part, [context for other in others for context in self._contexts(other)])

    def _readings_of(self, part: Part, others: Sequence[Codes]) -> Iterator[Reading]:
        within = (*part.areas, *others)
        if others and (district := self.areas.called(fold_all(part.name), _DISTRICT)):
            yield Reading((), _DISTRICT, (district, *within))  # «Львів, Сихів»
        if part.whole != part.name:
            yield Reading(tuple(part.whole), within=within, inflected=part.inflected)
        within = (*part.nickname, *within)
        yield Reading(tuple(part.name), part.kinds, within, inflected=part.inflected)
        if part.areas and (city := self.areas.called(fold_all(part.name), _CITIES)):
            yield Reading((), _DISTRICT, (*within, city))
        for name, area in _cuts(part.name):
            yield from self._guesses(part, name, area, within)

    def _guesses(self, part: Part, name: Sequence[str], area: Sequence[str], within: Sequence[Codes]) -> Iterator[Reading]:
        """«Київ Голосіївський»: a city and one of its districts; «Малин Житомирська»."""
        folded = fold_all(area)
        district = self.areas.called(folded, _DISTRICT)
        if district and (city := self.areas.called(fold_all(name), _CITIES)):
            yield Reading((), _DISTRICT, (district, city), Trust.NAMED)
        if codes := self.areas.called(folded, WIDER):
            trust = Trust.NAMED if self.areas.named(folded, WIDER) else Trust.ALIKE
            yield Reading(tuple(name), part.kinds, (codes, *within), trust, part.inflected)

    def _contexts(self, part: Part) -> list[Codes]:
        """What another part says about where: its areas, and its name when something is called so."""
        own = self.areas.called(fold_all(part.name), frozenset(Category)) if part.name else frozenset()
        told = [*part.areas, *part.nickname]
        return [*told, own] if own else told


def _cuts(name: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Name and area without any word that says so: «Малин Житомирська», then «Житомирська Малин»."""
    for cut in range(len(name) - 1, 0, -1):
        yield name[:cut], name[cut:]
    for cut in range(1, len(name)):
        yield name[cut:], name[:cut]
