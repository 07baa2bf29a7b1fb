"""Places: administrative units with their KATOTTG codes, and the answers a search can give.

KATOTTG: `UA` + oblast 2 + raion 2 + hromada 3 + settlement 3 + district 2 + unique 5 digits
(Ministry for Communities and Territories Development).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeAlias, overload


class PlaceCategory(StrEnum):
    """The codifier's category letters (always Latin here; files may have Cyrillic ones)."""

    OBLAST = "O"
    SPECIAL_CITY = "K"  # Kyiv and Sevastopol: an oblast, a hromada and a settlement at once
    RAION = "P"
    HROMADA = "H"
    CITY = "M"
    TOWNSHIP = "X"  # селище
    VILLAGE = "C"
    DISTRICT = "B"  # a district of a city


SETTLEMENTS = frozenset({PlaceCategory.SPECIAL_CITY, PlaceCategory.CITY, PlaceCategory.TOWNSHIP, PlaceCategory.VILLAGE})


@dataclass(frozen=True, slots=True)
class Point:
    """WGS 84, degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the codifier with the codes of the units above it.

    `oblast`, `raion`, `hromada`, `settlement` are codes of the levels above (never the unit itself, except that
    Kyiv and Sevastopol are their own `hromada`); None where there is no such level.
    """

    katottg: str
    category: PlaceCategory
    name: str
    oblast: str | None = None
    raion: str | None = None
    hromada: str | None = None
    settlement: str | None = None
    point: Point | None = None
    population: int | None = None
    withdrawn_in: str | None = None  # the edition of the codifier that no longer lists it

    @property
    def is_settlement(self) -> bool:
        return self.category in SETTLEMENTS

    @property
    def areas(self) -> tuple[str, ...]:
        """Codes from the narrowest to the widest that contain this unit, itself first."""
        chain = (self.katottg, self.settlement, self.hromada, self.raion, self.oblast)
        return tuple(dict.fromkeys(code for code in chain if code))


class AliasKind(StrEnum):
    FORMER = "former"
    FOREIGN = "foreign"  # a spelling in another language or alphabet
    LOCAL = "local"  # a part of a city by which people know its district: Салтівка
    WORD = "word"  # such a part whose name means something else as well: Парус


PARTS_OF_CITIES: Final = frozenset({AliasKind.LOCAL, AliasKind.WORD})


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of the unit `katottg`."""

    katottg: str
    name: str
    kind: AliasKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit a question may mean. `score` in 0..1, best first; `distance_m` where a point was given, in metres;
    `alias` is the name it was found by when that is not its own, `alias_kind` says what sort of name that is;
    `districts` are the city's districts around the point, the nearest first, where their polygons are known: several
    near their border."""

    unit: Unit
    score: float
    distance_m: float | None = None
    alias: str | None = None
    alias_kind: AliasKind | None = None
    districts: tuple[Unit, ...] = ()


def each_unit_once(listed: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """In their order, each where it comes first."""
    kept: dict[str, Candidate] = {}
    for each in listed:
        kept.setdefault(each.unit.katottg, each)
    return tuple(kept.values())


class Later(Sequence[Candidate]):
    """Candidates at hand, and more that are looked for when somebody wants to see them: mostly nobody does."""

    def __init__(self, known: Iterable[Candidate], more: Callable[[], Iterable[Candidate]]) -> None:
        self._known = tuple(known)
        self._more = more

    @cached_property
    def _all(self) -> tuple[Candidate, ...]:
        return each_unit_once((*self._known, *self._more()))

    @overload
    def __getitem__(self, at: int) -> Candidate: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Candidate, ...]: ...
    def __getitem__(self, at: int | slice) -> Candidate | tuple[Candidate, ...]:
        return self._known[0] if at == 0 and self._known else self._all[at]

    def __len__(self) -> int:
        return len(self._all)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)


@dataclass(frozen=True, slots=True)
class Found:
    """One clear answer; `others` are the next best, for "another place"."""

    candidate: Candidate
    others: Sequence[Candidate] = ()


class Choice(StrEnum):
    """Why a person is asked to choose."""

    NAMESAKES = "namesakes"  # what was typed is a name, and not clearly one place's
    ALIKE = "alike"  # nothing is called so; these are the nearest names
    ELSEWHERE = "elsewhere"  # nothing is called so where it was said to lie
    POINT = "point"  # a location
    BORDER = "border"  # a location near the border of hromadas
    DISTRICTS = "districts"  # a location near the border of a city's districts
    SERVED = "served"  # the places of a station or hromada whose poster was scanned
    OTHERS = "others"  # the first answer was not it
    TOLD = "told"  # a story may speak of any of these


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several places may be meant, or one that is not certain: the person chooses. `others`: see `Found`."""

    candidates: Sequence[Candidate]
    why: Choice = Choice.NAMESAKES
    others: Sequence[Candidate] = ()


@dataclass(frozen=True, slots=True)
class NearBorder:
    """The point is within its accuracy of another hromada: the person chooses. One candidate for each hromada, whose
    `distance_m` is the way to that hromada's edge (0 inside of it). `others`: the next best of each hromada."""

    candidates: tuple[Candidate, ...]
    others: Sequence[Candidate] = ()


@dataclass(frozen=True, slots=True)
class NotCovered:
    """Nothing fits; `reason` is `unknown-name`, `outside-ukraine`, `empty`, `oblast` (no more than an oblast was
    named), `no-name` (a greeting and the like) or one of the codes in `Unanswered`."""

    reason: str


class Unanswered(StrEnum):
    """What the search could not answer, as it is counted for the admins."""

    UNKNOWN_NAME = "unknown-name"
    OBLAST = "oblast"  # nothing narrower was named
    NO_NAME = "no-name"  # a greeting and the like
    POSTCODE = "postcode"  # and nothing else
    PLUS_CODE = "plus-code"  # a short one, which means nothing without its town
    THREE_WORDS = "three-words"
    SHORT_LINK = "short-link"  # of a map app: the point is on its server
    EMPTY = "empty"  # words that name nothing: «де я живу»
    STORY = "story"  # too long for a name, and none was found in it
    OUTSIDE = "outside-ukraine"  # a point
    WRONG_PLACE = "wrong-place"  # one place was shown, and it was not that
    NOT_LISTED = "not-listed"  # several were offered, and it was none of them
    NO_SETTLEMENT = "address-without-settlement"
    NO_GEOCODER = "address-not-looked-for"  # no geocoder is configured
    NO_ADDRESS = "address-not-found"
    GEOCODER_AWAY = "geocoder-away"


CODES: Final = frozenset({Unanswered.POSTCODE, Unanswered.PLUS_CODE, Unanswered.THREE_WORDS, Unanswered.SHORT_LINK})
"""Sent instead of a name."""

Answer: TypeAlias = Found | Ambiguous | NearBorder | NotCovered


SEARCH: Final = ("query", "point", "near", "others", "listed", "sought", "typed", "hushed")
"""What looking for a place leaves in a dialogue: words, points, what else was offered. It is forgotten within a day or
two, if nothing else erases it before."""


def candidates(answer: Answer) -> tuple[Candidate, ...]:
    """All that an answer offers, best first."""
    match answer:
        case Found(first, others):
            return (first, *others)
        case Ambiguous(listed) | NearBorder(listed):
            return tuple(listed)
        case NotCovered():
            return ()


def first_of(answer: Answer) -> Candidate | None:
    """The best that an answer offers. What else may be meant is not looked for."""
    match answer:
        case Found(first):
            return first
        case Ambiguous(listed) | NearBorder(listed):
            return listed[0]
        case NotCovered():
            return None
