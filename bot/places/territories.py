"""Whole areas by what people call them: «Малинська громада», «Бердичівський район», «Житомирщина»."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.domain.places import Category, Unit
from bot.places.areas import WIDER, Areas
from bot.places.fold import fold, fold_all
from bot.places.vocabulary import AREAS, BETWEEN, KINDS
from bot.places.words import spelled_out, words

ORDER: Final = (Category.OBLAST, Category.RAION, Category.HROMADA, Category.DISTRICT)
_PARTS: Final = re.compile("[,;\n]")
SAME_BEGINNING: Final = 4  # letters: names in one drawer sound alike, and may still be others


class Territories:
    """Oblasts, raions, hromadas and city districts; building it takes about a tenth of a second."""

    def __init__(self, units: Iterable[Unit]) -> None:
        listed = list(units)
        self._units = {unit.katottg: unit for unit in listed}
        self._areas = Areas(listed)

    def find(self, text: str) -> list[Unit]:
        """The widest first; none for «село Вереси», which says that it is no area. What comes behind a comma says
        where it lies."""
        first, *rest = [part for part in _PARTS.split(text) if part.strip()] or [""]
        around = [{unit.katottg for unit in self._called(part)} for part in rest]
        found = self._called(first)
        return [unit for unit in found if all(codes & set(unit.areas) for codes in around)]

    def _called(self, text: str) -> list[Unit]:
        folded = fold_all(words(spelled_out(text)))
        kinds = _kinds(folded)
        name = [word for word in folded if word not in AREAS and not BETWEEN.fullmatch(word)]
        if not name or any(word in KINDS for word in folded):
            return []
        codes = self._areas.nickname(name[0]) if len(name) == 1 else frozenset()
        codes |= self._areas.called(tuple(name), kinds)
        if not codes and kinds != WIDER:  # it is said to be an area: a misspelled one, then
            codes = self._areas.alike(name, kinds)
        found = [self._units[code] for code in codes if self._units[code].category in kinds]
        return sorted(_alike(found, name), key=lambda unit: (ORDER.index(unit.category), unit.katottg))


def says_area(text: str) -> bool:
    """Whether there is a word like «громада» or «область» in it."""
    return any(word in AREAS for word in fold_all(words(spelled_out(text))))


def _kinds(folded: Sequence[str]) -> frozenset[Category]:
    """What it is said to be; unsaid: anything wide."""
    said = [AREAS[word] for word in folded if word in AREAS]
    return frozenset().union(*said) if said else WIDER


def _alike(found: list[Unit], name: Sequence[str]) -> list[Unit]:
    """Those whose names begin so, if there are any."""
    begins = name[0][:SAME_BEGINNING]
    return [unit for unit in found if fold(words(unit.name)[0]).startswith(begins)] or found
