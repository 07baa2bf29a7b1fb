"""Which place of GeoNames is which settlement of the codifier: by name within the oblast, checked by the neighbours.

A pair is proposed when the names agree; its *doubt*, in kilometres, is how far the place lies from the nearest place
already known in the settlement's hromada (or raion, at a price), less when the kind fits the population, more when
only an alternate name agrees. A pair is taken when its doubt is low and no other pair of either side comes near.
Namesakes are common (Іванівка: 119), so the surest pairs go first and vouch for the next round.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.places import PlaceCategory, Point, Unit
from bot.places.embedded.geonames import Place
from bot.places.embedded.spelling import letters, skeleton
from bot.places.geometry import distance_m

ROUNDS: Final = 4
MOST_DOUBT_KM: Final = 20.0
MARGIN_KM: Final = 10.0
UNKNOWN_KM: Final = 99.0
OTHER_HROMADA_KM: Final = 7.0  # the price of having neighbours only in the raion
ALTERNATE_NAME_KM: Final = 12.0
# Kilometres forgiven for each power of ten of people: towns have rare names and wide hromadas.
TRUST_KM: Final = {
    PlaceCategory.SPECIAL_CITY: 25.0,
    PlaceCategory.CITY: 25.0,
    PlaceCategory.TOWNSHIP: 5.0,
    PlaceCategory.VILLAGE: 0.0,
}
MOST_PEOPLE: Final = {PlaceCategory.VILLAGE: 30_000, PlaceCategory.TOWNSHIP: 40_000}


@dataclass(frozen=True, slots=True)
class Pair:
    place: Place
    unit: Unit
    by_alternate: bool


def match(places: Sequence[Place], settlements: Iterable[Unit]) -> dict[str, Place]:
    """Settlement code to its place, only for those that are unique and plausible."""
    pairs = _propose(places, settlements)
    known = {pair.unit.katottg: pair for pair in _without_rivals(pairs)}
    known = _check(known.values(), known)
    for _ in range(ROUNDS):
        known = _check(pairs, known)
    return {code: pair.place for code, pair in sorted(known.items())}


def _propose(places: Sequence[Place], settlements: Iterable[Unit]) -> list[Pair]:
    by_letters: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    by_skeleton: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in settlements:
        by_letters[unit.katottg[2:4], letters(unit.name)].append(unit)
        by_skeleton[unit.katottg[2:4], skeleton(unit.name)].append(unit)
    pairs = []
    for place in places:
        named = [unit for name in sorted(place.cyrillic) for unit in by_letters.get((place.oblast, name), ())]
        main = [unit for unit in named if skeleton(unit.name) == place.main]
        main = main or by_skeleton.get((place.oblast, place.main), [])
        pairs += [Pair(place, unit, by_alternate=not main) for unit in main or named if _fits(place, unit)]
    return pairs


def _fits(place: Place, unit: Unit) -> bool:
    """A village of 75,000 is a part of a city with a village's name."""
    return place.population <= MOST_PEOPLE.get(unit.category, place.population)


def _without_rivals(pairs: Sequence[Pair]) -> list[Pair]:
    by_place, by_unit = _grouped(pairs)
    return [
        pair
        for pair in pairs
        if len(by_place[pair.place.number]) == 1 and len(by_unit[pair.unit.katottg]) == 1 and not pair.by_alternate
    ]


def _check(pairs: Iterable[Pair], known: Mapping[str, Pair]) -> dict[str, Pair]:
    """Pairs of little doubt, seen from those known so far, that win on both sides."""
    kin = _kin(known.values())
    doubts = {(pair.place.number, pair.unit.katottg): _doubt(pair, kin) for pair in pairs}
    by_place, by_unit = _grouped(pairs)

    def wins(pair: Pair) -> bool:
        own = doubts[pair.place.number, pair.unit.katottg]
        rivals = [each for each in (*by_place[pair.place.number], *by_unit[pair.unit.katottg]) if each != pair]
        return own <= MOST_DOUBT_KM and all(
            doubts[each.place.number, each.unit.katottg] >= own + MARGIN_KM for each in rivals
        )

    return {pair.unit.katottg: pair for pair in pairs if wins(pair)}


def _doubt(pair: Pair, kin: Mapping[str, Mapping[str, Point]]) -> float:
    code, category = pair.unit.katottg, pair.unit.category
    nearest = min(
        _nearest(pair, kin.get(code[:9], {})),
        _nearest(pair, kin.get(code[:6], {})) + OTHER_HROMADA_KM,
    )
    trusted = TRUST_KM[category] * math.log10(max(pair.place.population, 1))
    return nearest - trusted + (ALTERNATE_NAME_KM if pair.by_alternate else 0.0)


def _nearest(pair: Pair, points: Mapping[str, Point]) -> float:
    """Kilometres to the nearest of the points that is not the settlement's own."""
    others = (distance_m(pair.place.point, point) for code, point in points.items() if code != pair.unit.katottg)
    return min(others, default=UNKNOWN_KM * 1000) / 1000


def _kin(pairs: Iterable[Pair]) -> dict[str, dict[str, Point]]:
    """Known points by the first 9 characters of the code (hromada) and by the first 6 (raion)."""
    kin: dict[str, dict[str, Point]] = defaultdict(dict)
    for pair in pairs:
        for length in (6, 9):
            kin[pair.unit.katottg[:length]][pair.unit.katottg] = pair.place.point
    return kin


def _grouped(pairs: Iterable[Pair]) -> tuple[dict[int, list[Pair]], dict[str, list[Pair]]]:
    by_place: dict[int, list[Pair]] = defaultdict(list)
    by_unit: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_place[pair.place.number].append(pair)
        by_unit[pair.unit.katottg].append(pair)
    return by_place, by_unit
