"""What somebody typed: coordinates, a street address, a place's name, a story, or nothing that says where.

One reading for everybody who asks: the dialogue, `places read` and `places score`. Pure over the gazetteer: where an
address needs a map, the settlement named in it is the answer.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.places import Answer, Found, NotCovered, Point, Unanswered
from bot.places.address import Address
from bot.places.coordinates import read_coordinates
from bot.places.cries import is_cry
from bot.places.gazetteer import Gazetteer
from bot.places.loose_address import known_address
from bot.places.story import is_story

NO_SETTLEMENT = NotCovered(Unanswered.NO_SETTLEMENT)


class Kind(StrEnum):
    COORDINATES = "coordinates"
    ADDRESS = "address"
    NAME = "name"
    STORY = "story"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Read:
    """`answer`: the places it may mean; `certain`: one of them is surely meant and needs no question. `words`: those of
    the place; `point` of coordinates, `address` of an address."""

    kind: Kind
    answer: Answer
    certain: bool = False
    words: str = ""
    point: Point | None = None
    address: Address | None = None


def read(gazetteer: Gazetteer, text: str, *, near: Point | None = None, home: str | None = None) -> Read:
    """The one reading of `text`; `near` and `home` as in `Gazetteer.find`."""
    if point := read_coordinates(text):
        at = gazetteer.at(point)
        return Read(Kind.COORDINATES, at, isinstance(at, Found), point=point)
    if is_cry(gazetteer, text):
        return Read(Kind.STORY, NotCovered(Unanswered.STORY))
    if found := _address(gazetteer, text, near, home):
        return found
    answer = gazetteer.find(text, near=near, home=home)
    if is_story(text, answer):
        return Read(Kind.STORY, answer)
    if isinstance(answer, NotCovered):
        return Read(Kind.NOTHING, answer)
    return Read(Kind.NAME, answer, isinstance(answer, Found), text)


def _address(gazetteer: Gazetteer, text: str, near: Point | None, home: str | None) -> Read | None:
    """None: this is no address, or one in no place that is known."""
    address = known_address(text, gazetteer.find)
    if address is None:
        return None
    if not address.settlement:
        return Read(Kind.ADDRESS, NO_SETTLEMENT, address=address)
    answer = gazetteer.find(address.settlement, near=near, home=home)
    if isinstance(answer, NotCovered):
        return None
    return Read(Kind.ADDRESS, answer, isinstance(answer, Found), address.settlement, address=address)
