"""Oblasts, raions and hromadas by name, as admins type them: «Житомирська область», «бердичів громада», or a code.

Names of areas are few (about two thousand), so every one is looked at; settlements are `bot.places.search`'s matter.
"""

from collections.abc import Sequence
from typing import Final

from bot.domain.places import Category, Unit
from bot.places.fold import fold_all
from bot.places.gazetteer import Gazetteer
from bot.places.vocabulary import AREAS, BETWEEN
from bot.places.words import spelled_out, words

LEVELS: Final = (Category.OBLAST, Category.SPECIAL_CITY, Category.RAION, Category.HROMADA)
"""Kinds of areas that can be looked after or be silent, the widest first."""
SHORTEST: Final = 3
"""Letters of a name's beginning that are enough to look for."""


def find_territories(gazetteer: Gazetteer, text: str) -> list[Unit]:
    """Areas of that name, whole names first, the wide before the narrow. Further words name what it lies in:
    «Іванівська Одеська». A town's name finds its hromada: «Бердичів»."""
    if unit := gazetteer.get(text.strip().upper()):
        return [unit] if unit.category in LEVELS else []
    asked = fold_all(words(spelled_out(text)))
    kinds = frozenset[Category]().union(*(AREAS.get(word, frozenset()) for word in asked))
    names = [word for word in asked if word not in AREAS and not BETWEEN.fullmatch(word)]
    if not names or len(names[0]) < SHORTEST:
        return []
    fitting = (unit for unit in gazetteer.units if unit.category in LEVELS and (not kinds or unit.category in kinds))
    return sorted((u for u in fitting if _is_meant(u, names, gazetteer)), key=lambda unit: _rank(unit, names))


def _is_meant(unit: Unit, names: Sequence[str], gazetteer: Gazetteer) -> bool:
    """The first word begins the area's own name, each other one its name or the name of an area around it."""
    own, *around = (_folded(each) for each in gazetteer.chain(unit))
    if not own or not own[0].startswith(names[0]):
        return False
    known = [*own, *(word for each in around for word in each)]
    return all(any(word.startswith(name) for word in known) for name in names[1:])


def _rank(unit: Unit, names: Sequence[str]) -> tuple[bool, int, str]:
    return _folded(unit)[0] != names[0], LEVELS.index(unit.category), unit.katottg


def _folded(unit: Unit) -> tuple[str, ...]:
    return fold_all(words(unit.name))
