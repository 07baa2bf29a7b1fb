"""Orders what was found: by the class of the match, how far off it is, size, and who lives nearby."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import cos, hypot, log10, radians
from typing import Final

from bot.domain.places import PARTS_OF_CITIES, Ambiguous, Answer, Candidate, Choice, Found, PlaceCategory, Point, Unit
from bot.places.names import Hit
from bot.places.size import people

# A city stands for its name when it is this big and its namesakes are this much smaller (Київ, Харків): they follow
# as `others`, one tap away, instead of being put before everybody who lives in the city.
CITY_PEOPLE: Final = 50_000
OVERWHELMING: Final = 20
RENAMED_PEOPLE: Final = 10_000
RIVAL: Final = 3
FAR_BEHIND: Final = 0.2
"""So much worse than the best fits what only resembles a name that somebody bears."""
TOWNS: Final = frozenset({PlaceCategory.CITY, PlaceCategory.TOWNSHIP})
_SIZE_WEIGHT: Final = 0.04
_ALIAS_OFF: Final = 0.05
_HOME: Final = 0.04
_ERROR_OFF: Final = 0.045
_NEAR_KM: Final = 30.0
_KM_PER_DEGREE: Final = 111.2
_TEN_MILLION: Final = 7


class Class(Enum):
    """How a name was found; the value is the score of the class."""

    EXACT = 0.9
    FOLDED = 0.8
    INFLECTED = 0.7
    RESPELLED = 0.65
    NEIGHBOUR = 0.3
    BEGINNING = 0.5
    ALIKE = 0.55

    @property
    def is_whole(self) -> bool:
        """The whole name was typed, and nothing was guessed."""
        return self in {Class.EXACT, Class.FOLDED, Class.INFLECTED, Class.RESPELLED}


UNGUESSED: Final = 0.6
"""Whole names score this much at least, whatever is off; guesses do not reach it without the asker's place."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What is known of where the asker is: his last point, his place."""

    point: Point | None = None
    home: Unit | None = None

    def bonus(self, unit: Unit) -> float:
        """0 to 1: the same hromada or within a few kilometres is 1, the same raion less."""
        if self.home is None and self.point is None:
            return 0.0
        return max(self._by_home(unit), self._by_point(unit))

    def _by_home(self, unit: Unit) -> float:
        if self.home is None:
            return 0.0
        levels = ((unit.hromada, self.home.hromada, 1.0), (unit.raion, self.home.raion, 0.6))
        return next((worth for its, own, worth in levels if its is not None and its == own), 0.0)

    def _by_point(self, unit: Unit) -> float:
        if self.point is None or unit.point is None:
            return 0.0
        north = unit.point.lat - self.point.lat
        east = (unit.point.lon - self.point.lon) * cos(radians(self.point.lat))
        return max(0.0, 1 - hypot(north, east) * _KM_PER_DEGREE / _NEAR_KM)


def ranked(hits: Sequence[Hit], how: Class, nearby: Nearby) -> list[Candidate]:
    """Candidates, best first; hits of equal score keep their order."""
    if len(hits) == 1:
        return [_candidate(hits[0], round(_score(hits[0], how, nearby), 4))]
    scored = [(round(_score(hit, how, nearby), 4), hit) for hit in hits]
    scored.sort(key=lambda each: -each[0])
    return [_candidate(hit, score) for score, hit in scored]


def stands_out(first: Candidate, second: Candidate) -> bool:
    """One official name among other names only, or a city beside which its namesakes are small."""
    if first.alias is None and second.alias is not None:
        part = second.alias_kind in PARTS_OF_CITIES and people(first.unit) < CITY_PEOPLE
        return not part and not rivals(second.unit, first.unit)
    alike = (first.alias is None) == (second.alias is None)
    return alike and people(first.unit) >= max(CITY_PEOPLE, OVERWHELMING * people(second.unit))


def singled(answer: Answer) -> Answer:
    """Nobody chooses from a list of one, or of one and what only resembles it: such a place is confirmed with a tap,
    and the others follow when it is not the one."""
    if not isinstance(answer, Ambiguous) or answer.why not in (Choice.NAMESAKES, Choice.ELSEWHERE):
        return answer
    first, *others = answer.candidates
    alone = not others or first.score - others[0].score >= FAR_BEHIND
    return Found(first, others) if alone else answer


def dwarfs(renamed: Unit, bearer: Unit) -> bool:
    """Whether a place that lost a name is still meant by it rather than the one that bears it."""
    return people(renamed) >= max(RENAMED_PEOPLE, OVERWHELMING * people(bearer))


def rivals(renamed: Unit, bearer: Unit) -> bool:
    """Whether a town that lost a name may still be meant by it, beside a smaller place that bears it: Ватутіне."""
    return renamed.category in TOWNS and people(renamed) >= RIVAL * people(bearer)


def _candidate(hit: Hit, score: float) -> Candidate:
    if hit.alias is None:
        return Candidate(hit.unit, score)
    return Candidate(hit.unit, score, alias=hit.alias.name, alias_kind=hit.alias.kind)


def _score(hit: Hit, how: Class, nearby: Nearby) -> float:
    size = _SIZE_WEIGHT * min(1.0, log10(max(people(hit.unit), 1)) / _TEN_MILLION)
    alias = _ALIAS_OFF if hit.alias is not None else 0.0
    return max(0.0, how.value + size - alias - _ERROR_OFF * hit.off + _HOME * nearby.bonus(hit.unit))
