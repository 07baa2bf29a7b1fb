"""How big a settlement is: people where known, else what is typical of its kind among those without a figure.

GeoNames lists places of 500 people and more, so a village it does not know is small.
"""

from collections.abc import Mapping
from typing import Final

from bot.domain.places import PlaceCategory, Unit

TYPICAL: Final[Mapping[PlaceCategory, int]] = {
    PlaceCategory.SPECIAL_CITY: 500_000,
    PlaceCategory.DISTRICT: 100_000,
    PlaceCategory.CITY: 10_000,
    PlaceCategory.TOWNSHIP: 900,
    PlaceCategory.VILLAGE: 300,
}
_KINDS: Final = {kind: place for place, kind in enumerate("KMXCBHPO")}


def people(unit: Unit) -> int:
    """Population, known or typical."""
    return unit.population or TYPICAL.get(unit.category, 0)


def by_size(unit: Unit) -> tuple[int, int, str]:
    """Sort key: the most populous first, then cities, townships, villages, then by code."""
    return -people(unit), _KINDS[unit.category], unit.katottg
