"""«Чернівці Роша»: words that nothing is called by, beside a city: a part of it that no table knows."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.domain.places import PlaceCategory
from bot.places.areas import Areas
from bot.places.city_parts import is_part
from bot.places.everyday import is_everyday
from bot.places.finding import NameFinding
from bot.places.fold import fold, fold_all
from bot.places.names import Hit
from bot.places.question import Question
from bot.places.ranking import Class
from bot.places.reading import Reading
from bot.places.size import people
from bot.places.steps import Steps
from bot.places.vocabulary import AREAS, FILLERS, KINDS, PREPOSITIONS, SPOTS, is_said_around

KNOWN_PEOPLE: Final = 10_000
MOST_BESIDE: Final = 2
"""Words: who writes more tells something."""
GOOD_GUESS: Final = 1.3  # so near, a village in the city's oblast may be meant as well
_AFTER_OFF: Final = 2.0  # behind the unknown words the city rather says where they lie
_LONGEST: Final = 3  # words of a city's name
_CITIES: Final = frozenset({PlaceCategory.CITY, PlaceCategory.SPECIAL_CITY})


class BesideCity(NamedTuple):
    """The city as it was found, and whether it was named before the unknown words."""

    city: NameFinding
    first: bool

    def against(self, guessed: NameFinding | None) -> NameFinding:
        """Both, where a name of the city's surroundings is near what was typed."""
        near = [hit for hit in guessed.hits if hit.off <= GOOD_GUESS] if guessed else []
        if not guessed or not near:
            return self.city
        city = self.city.hits[0]
        known = [hit for hit in near if hit.unit.katottg != city.unit.katottg]
        if not known:
            return self.city
        here = Hit(city.unit, city.alias, 0.0 if self.first else _AFTER_OFF)
        return NameFinding(guessed.reading, [here, *known], Class.ALIKE)


def city_beside(asked: Question, steps: Steps, areas: Areas) -> BesideCity | None:
    """The city at one end of what was asked, where one or two words at the other mean nothing that is known, nor what
    everybody knows: «Бердичів пожежа» tells something."""
    found = [word for word in asked.plain.words if word not in FILLERS]
    if any(fold(word) in AREAS or fold(word) in _OTHER_KINDS for word in found):
        return None
    if not PREPOSITIONS.isdisjoint(found[1:]):  # «Пісочин під Харковом»
        return None
    for name, rest, first in _ends(found):
        few = rest and sum(map(_says_much, rest)) <= MOST_BESIDE and not any(map(_is_common, rest))
        if few and not areas.is_oblast(fold_all(name)) and (city := _city(name, steps)):
            return BesideCity(city, first)
    return None


_OTHER_KINDS: Final = frozenset(word for word, kinds in KINDS.items() if kinds.isdisjoint(_CITIES))


def _ends(found: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str], bool]]:
    """The words at either end, the most first, with those left over."""
    for size in range(min(_LONGEST, len(found) - 1), 0, -1):
        yield found[:size], found[size:], True
        yield found[-size:], found[:-size], False


def _says_much(word: str) -> bool:
    return len(word) > 1 and not word.isdecimal() and word not in SPOTS and word not in PREPOSITIONS


def _is_common(word: str) -> bool:
    return is_everyday(word) and not (is_said_around(word) or word.isdecimal() or word in SPOTS)


def _city(said: Sequence[str], steps: Steps) -> NameFinding | None:
    """The known city that is called so, also in another spelling, and behind a preposition in another case."""
    name = [word for word in said if word not in PREPOSITIONS and fold(word) not in KINDS]
    if not name:
        return None
    reading = Reading.of(name, inflected=len(name) < len(said))
    for how, step in steps.clear:
        if how is Class.INFLECTED and not reading.inflected:
            continue
        if hits := [hit for hit in step(reading) if not is_part(hit)]:
            best = max(hits, key=lambda hit: people(hit.unit) - 1000 * hit.off)
            known = best.unit.category in _CITIES and people(best.unit) >= KNOWN_PEOPLE
            return NameFinding(reading, [best], how) if known else None
    return None
