"""What somebody typed: coordinates, a street address, a place's name, a story, or nothing that says where.

One reading for everybody who asks: the dialogue, `places read` and `places score`. Pure over the gazetteer: where an
address needs a map, the settlement named in it is the answer. Only a name that stands as it is spelled is certain; a
story never is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from bot.domain import emergency
from bot.domain.places import Answer, Candidate, Found, NotCovered, Point, Unanswered, Unit, candidates, first_of
from bot.places.address import StreetAddress
from bot.places.coordinates import read_coordinates
from bot.places.cries import is_cry
from bot.places.gazetteer import Gazetteer
from bot.places.loose_address import known_address
from bot.places.mentions import FOREIGN_SPELT, WELL_KNOWN_PEOPLE
from bot.places.ranking import UNGUESSED
from bot.places.size import people
from bot.places.story import is_story, stands_as_typed
from bot.places.telling import Beside, beside, first_part, places_told
from bot.places.words import words

NO_SETTLEMENT: Final = NotCovered(Unanswered.NO_SETTLEMENT)
GOOD_GUESS: Final = 0.5
"""How well a guess fits that is a town."""
NOTHING_KNOWN: Final = "щось абищонеточно десь біля якогось Невідомозвідки"
"""Asks all that a text can be asked."""
_A_STORY: Final = 2
"""So many words beside a name and what lies around it tell more than where."""


class ReadingKind(StrEnum):
    COORDINATES = "coordinates"
    ADDRESS = "address"
    NAME = "name"
    STORY = "story"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Read:
    """`answer`: the places it may mean; `certain`: the one that was found needs no question. `point` of coordinates,
    `address` of an address."""

    kind: ReadingKind
    answer: Answer
    certain: bool = False
    point: Point | None = None
    address: StreetAddress | None = None

    @property
    def is_where(self) -> bool:
        """Whether it says where and nothing else, without a guess."""
        return self.point is not None or (self.kind is ReadingKind.NAME and not _guessed(self.answer))

    @property
    def tells_where(self) -> bool:
        """Whether it is a story that names a place."""
        return self.kind is ReadingKind.STORY and first_of(self.answer) is not None


def read(gazetteer: Gazetteer, text: str, *, near: Point | None = None, home: str | None = None) -> Read:
    """The one reading of `text`; `near` and `home` as in `Gazetteer.find`."""
    if point := read_coordinates(text):
        at = gazetteer.at(point)
        return Read(ReadingKind.COORDINATES, at, isinstance(at, Found), point=point)
    if is_cry(gazetteer, text):
        return Read(ReadingKind.STORY, places_told(gazetteer, text))
    if found := _address(gazetteer, text, near, home):
        return found
    typed = _Typed(gazetteer, text, gazetteer.find(text, near=near, home=home))
    if told := _story(typed):
        return told
    if isinstance(typed.answer, NotCovered):
        return _beside_area(typed) or Read(ReadingKind.NOTHING, typed.answer)
    return Read(ReadingKind.NAME, typed.answer, _is_certain(typed))


def warm(gazetteer: Gazetteer) -> None:
    """Read all tables that a reading needs: they take seconds that nobody who writes should wait for."""
    emergency.warm()
    read(gazetteer, NOTHING_KNOWN)


@dataclass(frozen=True)
class _Typed:
    """A text, and the places its name may mean. What else it says is worked out once, when somebody asks."""

    gazetteer: Gazetteer
    text: str
    answer: Answer

    @cached_property
    def beside(self) -> Beside:
        return beside(self.gazetteer, self.text, self.answer)

    @cached_property
    def told(self) -> Answer:
        """As if it were a story."""
        return places_told(self.gazetteer, self.text)


def _address(gazetteer: Gazetteer, text: str, near: Point | None, home: str | None) -> Read | None:
    """None: this is no address, or one in no place that is known, or a story."""
    address = known_address(text, gazetteer.find)
    if address is None:
        return None
    if not address.settlement:
        return Read(ReadingKind.ADDRESS, NO_SETTLEMENT, address=address)
    typed = _Typed(gazetteer, address.settlement, gazetteer.find(address.settlement, near=near, home=home))
    if isinstance(typed.answer, NotCovered) or typed.beside.how_many >= _A_STORY:
        return None
    return Read(ReadingKind.ADDRESS, typed.answer, _is_certain(typed), address=address)


def _story(typed: _Typed) -> Read | None:
    """None: a name and no more. One word beside it may be anything; where it is a name too, the likelier of the two is
    meant: «у Гуйві, поруч із Житомиром»."""
    tells = is_story(typed.text, typed.answer) or typed.beside.how_many >= _A_STORY
    if tells:
        return Read(ReadingKind.STORY, _likely(typed) if isinstance(typed.told, NotCovered) else typed.told)
    return Read(ReadingKind.STORY, typed.told) if _is_better_told(typed) else None


def _is_better_told(typed: _Typed) -> bool:
    """Whether the text as a story names a likelier place than the name that was found in it."""
    guessed = _guessed(typed.answer)
    if not guessed and not typed.beside.how_many:
        return False
    listed, named = candidates(typed.told), first_of(typed.answer)
    if not listed:
        return False
    if guessed or named is None:
        return _is_well_known(listed[0]) or _is_part_behind_city(listed)
    return named.unit in [each.unit for each in listed[1:]]


def _beside_area(typed: _Typed) -> Read | None:
    """A place that is told together with its oblast, of which alone no more could be said."""
    alone = isinstance(typed.answer, NotCovered) and typed.answer.reason == Unanswered.OBLAST
    return Read(ReadingKind.STORY, typed.told) if alone and first_of(typed.told) else None


def _guessed(answer: Answer) -> bool:
    best = first_of(answer)
    return best is not None and best.score < UNGUESSED


def _is_well_known(candidate: Candidate) -> bool:
    return candidate.score >= FOREIGN_SPELT and people(candidate.unit) >= WELL_KNOWN_PEOPLE


def _is_part_behind_city(told: Sequence[Candidate]) -> bool:
    """«живу в Києві на Троєщині»"""
    return any(each.unit.settlement == told[0].unit.katottg for each in told[1:2])


def _likely(typed: _Typed) -> Answer:
    """A mere guess at words of a story is no place, unless a town's name stands first: «Кролевіць сумська, скажіть»."""
    if first_of(typed.answer) and not _guessed(typed.answer):
        return typed.answer
    guess = typed.gazetteer.find(first_part(typed.text))
    best = first_of(guess)
    town = best is not None and best.score >= GOOD_GUESS and people(best.unit) >= WELL_KNOWN_PEOPLE
    return guess if town else NotCovered(Unanswered.STORY)


def _is_certain(typed: _Typed) -> bool:
    if not isinstance(typed.answer, Found) or not stands_as_typed(typed.text, typed.answer.candidate):
        return False
    return len(words(typed.text)) == 1 or not _tells_more(typed, typed.answer.candidate.unit)


def _tells_more(typed: _Typed, found: Unit) -> bool:
    """Whether a word that nobody explained stands first, or a town beside the name: «Динамо Київ», «бар Львів»."""
    return typed.beside.leads or _names_town(typed.told, found)


def _names_town(told: Answer, found: Unit) -> bool:
    """Another than this one, the city it is a part of, and its namesakes."""
    own = {found.katottg, found.settlement}
    units = (each.unit for each in candidates(told))
    others = (each for each in units if each.katottg not in own and each.name != found.name)
    return any(people(each) >= WELL_KNOWN_PEOPLE for each in others)
