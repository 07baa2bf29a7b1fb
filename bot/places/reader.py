"""What somebody typed: coordinates, a street address, a place's name, a story, or nothing that says where.

One reading for everybody who asks: the dialogue, `places read` and `places score`. Pure over the gazetteer: where an
address needs a map, the settlement named in it is the answer. Only a name that stands as it is spelled is certain; a
story never is.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.places import Answer, Candidate, Found, NotCovered, Point, Unanswered, Unit, candidates, first_of
from bot.places.address import Address
from bot.places.coordinates import read_coordinates
from bot.places.cries import is_cry
from bot.places.gazetteer import Gazetteer
from bot.places.loose_address import known_address
from bot.places.mentions import FOREIGN_SPELT, WELL_KNOWN_PEOPLE
from bot.places.ranking import UNGUESSED
from bot.places.size import people
from bot.places.story import is_story, stands_as_typed
from bot.places.telling import begins_otherwise, first_part, left_over, places_told
from bot.places.words import words

NO_SETTLEMENT: Final = NotCovered(Unanswered.NO_SETTLEMENT)
GOOD_GUESS: Final = 0.5
"""How well a guess fits that is a town."""
_A_STORY: Final = 2
"""So many words beside a name and what lies around it tell more than where."""


class Kind(StrEnum):
    COORDINATES = "coordinates"
    ADDRESS = "address"
    NAME = "name"
    STORY = "story"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Read:
    """`answer`: the places it may mean; `certain`: the one that was found needs no question. `point` of coordinates,
    `address` of an address."""

    kind: Kind
    answer: Answer
    certain: bool = False
    point: Point | None = None
    address: Address | None = None

    @property
    def is_where(self) -> bool:
        """Whether it says where and nothing else, without a guess."""
        return self.point is not None or (self.kind is Kind.NAME and not _guessed(self.answer))

    @property
    def tells_where(self) -> bool:
        """Whether it is a story that names a place."""
        return self.kind is Kind.STORY and first_of(self.answer) is not None


def read(gazetteer: Gazetteer, text: str, *, near: Point | None = None, home: str | None = None) -> Read:
    """The one reading of `text`; `near` and `home` as in `Gazetteer.find`."""
    if point := read_coordinates(text):
        at = gazetteer.at(point)
        return Read(Kind.COORDINATES, at, isinstance(at, Found), point=point)
    if is_cry(gazetteer, text):
        return Read(Kind.STORY, places_told(gazetteer, text))
    if found := _address(gazetteer, text, near, home):
        return found
    answer = gazetteer.find(text, near=near, home=home)
    if told := _story(gazetteer, text, answer):
        return told
    if isinstance(answer, NotCovered):
        return _beside_area(gazetteer, text, answer) or Read(Kind.NOTHING, answer)
    return Read(Kind.NAME, answer, _is_certain(gazetteer, text, answer))


def _address(gazetteer: Gazetteer, text: str, near: Point | None, home: str | None) -> Read | None:
    """None: this is no address, or one in no place that is known, or a story."""
    address = known_address(text, gazetteer.find)
    if address is None:
        return None
    if not address.settlement:
        return Read(Kind.ADDRESS, NO_SETTLEMENT, address=address)
    answer = gazetteer.find(address.settlement, near=near, home=home)
    if isinstance(answer, NotCovered) or left_over(gazetteer, address.settlement, answer) >= _A_STORY:
        return None
    return Read(Kind.ADDRESS, answer, _is_certain(gazetteer, address.settlement, answer), address=address)


def _story(gazetteer: Gazetteer, text: str, answer: Answer) -> Read | None:
    """None: a name and no more. One word beside it may be anything; where it is a name too, the likelier of the two is
    meant: «у Гуйві, поруч із Житомиром»."""
    left = left_over(gazetteer, text, answer)
    tells = is_story(text, answer) or left >= _A_STORY
    if not tells and not left and not _guessed(answer):
        return None
    told = places_told(gazetteer, text)
    if tells:
        return Read(Kind.STORY, _likely(gazetteer, text, answer) if isinstance(told, NotCovered) else told)
    listed = candidates(told)
    if not listed:
        return None
    named = first_of(answer)
    if _guessed(answer) or named is None:
        better = _is_well_known(listed[0])
    else:
        better = named.unit in [each.unit for each in listed[1:]]
    return Read(Kind.STORY, told) if better else None


def _beside_area(gazetteer: Gazetteer, text: str, answer: NotCovered) -> Read | None:
    """A place that is told together with its oblast, of which alone no more could be said."""
    told = places_told(gazetteer, text) if answer.reason == Unanswered.OBLAST else answer
    return Read(Kind.STORY, told) if candidates(told) else None


def _guessed(answer: Answer) -> bool:
    best = first_of(answer)
    return best is not None and best.score < UNGUESSED


def _is_well_known(candidate: Candidate) -> bool:
    return candidate.score >= FOREIGN_SPELT and people(candidate.unit) >= WELL_KNOWN_PEOPLE


def _likely(gazetteer: Gazetteer, text: str, answer: Answer) -> Answer:
    """A mere guess at words of a story is no place, unless a town's name stands first: «Кролевіць сумська, скажіть»."""
    if first_of(answer) and not _guessed(answer):
        return answer
    guess = gazetteer.find(first_part(text))
    best = first_of(guess)
    town = best is not None and best.score >= GOOD_GUESS and people(best.unit) >= WELL_KNOWN_PEOPLE
    return guess if town else NotCovered(Unanswered.STORY)


def _is_certain(gazetteer: Gazetteer, text: str, answer: Answer) -> bool:
    if not isinstance(answer, Found) or not stands_as_typed(text, answer.candidate):
        return False
    return len(words(text)) == 1 or not _tells_more(gazetteer, text, answer)


def _tells_more(gazetteer: Gazetteer, text: str, answer: Found) -> bool:
    """Whether a word that nobody explained stands first, or a town beside the name: «Динамо Київ», «бар Львів»."""
    return begins_otherwise(gazetteer, text, answer) or _names_town(gazetteer, text, answer.candidate.unit)


def _names_town(gazetteer: Gazetteer, text: str, beside: Unit) -> bool:
    """Another than this one, the city it is a part of, and its namesakes."""
    own = {beside.katottg, beside.settlement}
    told = (each.unit for each in candidates(places_told(gazetteer, text)))
    others = (each for each in told if each.katottg not in own and each.name != beside.name)
    return any(people(each) >= WELL_KNOWN_PEOPLE for each in others)
