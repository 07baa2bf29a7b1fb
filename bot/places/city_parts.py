"""Parts of cities (Салтівка, Поділ) beside villages and towns of the same name: which are likelier to be meant."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.places import PARTS_OF_CITIES, AliasKind, PlaceCategory, Unit
from bot.places.names import Hit, once
from bot.places.size import people

TOWN_PEOPLE: Final = 10_000
LIKELIER_OFF: Final = -1.5  # outweighs that it is no official name
_NEXT_CITY_OFF: Final = 0.15  # outweighs that a district is smaller than the whole of a smaller city
_CITIES: Final = frozenset({PlaceCategory.CITY, PlaceCategory.SPECIAL_CITY})


def is_part(hit: Hit) -> bool:
    """Whether it was called by the name of a part of it."""
    return hit.alias is not None and hit.alias.kind in PARTS_OF_CITIES


def in_order(hits: Sequence[Hit], units: Mapping[str, Unit]) -> list[Hit]:
    """Parts of bigger cities first, and before villages: more people live there. A town is meant itself, and so is a
    village whose name is a word beside a part that is called by the same word."""
    parts = sorted(filter(is_part, hits), key=lambda hit: -people(_city(hit.unit, units)))
    if not parts:
        return list(hits)
    others = [hit for hit in hits if not is_part(hit)]
    town = any(_is_town(hit.unit) for hit in others)
    ordered = [_moved(hit, at, likelier=bool(others) and not town) for at, hit in enumerate(parts)]
    return once((*ordered, *others) if not town else (*others, *ordered))


def _moved(hit: Hit, at: int, *, likelier: bool) -> Hit:
    likelier = likelier and hit.alias is not None and hit.alias.kind is AliasKind.LOCAL
    return Hit(hit.unit, hit.alias, hit.off + _NEXT_CITY_OFF * at + (LIKELIER_OFF if likelier else 0.0))


def _city(unit: Unit, units: Mapping[str, Unit]) -> Unit:
    return units.get(unit.settlement or unit.katottg, unit)


def _is_town(unit: Unit) -> bool:
    return unit.category in _CITIES or people(unit) >= TOWN_PEOPLE
