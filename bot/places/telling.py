"""Where a story says that it happens: of all places it mentions the likeliest first.

«Ми з Маріуполя, зараз живемо в Миргороді»: where somebody lives or is now goes before where they came from, what they
are near to, or where somebody else is.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from math import log10
from typing import Final, NamedTuple

from bot.domain.places import (
    Ambiguous,
    Answer,
    Candidate,
    Choice,
    Found,
    NotCovered,
    PlaceCategory,
    Unanswered,
    each_unit_once,
    first_of,
)
from bot.places.areas import Codes
from bot.places.cues import weight_of
from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer
from bot.places.mentions import Mention, Token, mentions, tokens
from bot.places.parts import take_apart
from bot.places.ranking import stands_out
from bot.places.size import people
from bot.places.stems import drawer
from bot.places.story import is_misspelled
from bot.places.vocabulary import AREAS, FILLERS, KINDS, PREPOSITIONS, SPOTS
from bot.places.words import words

NO_PLACE: Final = NotCovered(Unanswered.STORY)
_SIZE: Final = 0.5
"""The weight of ten million people."""
_FITS: Final = 0.3
"""The weight of lying in the areas that are told."""
_LATER: Final = -0.002
"""The weight of each word that comes before."""
_RAION: Final = frozenset({PlaceCategory.RAION})
_KINDS_OF_PLACE: Final = frozenset({*KINDS, *AREAS})


def places_told(gazetteer: Gazetteer, text: str) -> Answer:
    """Places of a story, none of them certain; `Found` where one place bears the likeliest name, its others behind."""
    story = tokens(text)
    found = mentions(gazetteer, story)
    if not found:
        return NO_PLACE
    areas = _areas(gazetteer, story)
    fitted = _in_cities([_fitted(mention, areas, found) for mention in found])
    fitted.sort(key=lambda each: -_weight(each, story, areas))
    return _answer(_cities_first(fitted))


def _cities_first(ordered: Sequence[Mention]) -> list[Mention]:
    """A part of a city follows the city where both are told: «живу в Черкасах на Митниці»."""
    return sorted(
        ordered, key=lambda each: any(each.first.unit.settlement == one.first.unit.katottg for one in ordered)
    )


def _answer(ordered: Sequence[Mention]) -> Answer:
    first, *rest = ordered[0].candidates
    nexts = [each.first for each in ordered[1:]]
    others = [candidate for each in ordered[1:] for candidate in each.candidates[1:]]
    if not rest or stands_out(first, rest[0]):
        return Found(first, each_unit_once((first, *nexts, *rest, *others))[1:])
    return Ambiguous(each_unit_once((first, *rest, *nexts, *others)), Choice.TOLD)


def _areas(gazetteer: Gazetteer, story: Sequence[Token]) -> list[Codes]:
    """Areas that are told to be such: «Сумської області», «на Полтавщині»."""
    taken = (take_apart(gazetteer.areas, part) for part in _parts(story))
    return [codes for part in taken for codes in (*part.areas, *part.nickname)]


def _fitted(mention: Mention, areas: Sequence[Codes], among: Sequence[Mention]) -> Mention:
    """Of namesakes those in the areas that are told; then those in the raion of another place of the story."""
    inside = [each for each in mention.candidates if _fits(each, areas)] or list(mention.candidates)
    raions = {each.first.unit.raion for each in among if each is not mention} - {None}
    if inside[1:] and not stands_out(inside[0], inside[1]):
        inside.sort(key=lambda each: each.unit.raion not in raions)
    return replace(mention, candidates=tuple(inside))


def _in_cities(found: Sequence[Mention]) -> list[Mention]:
    """Of namesakes the city and its part where both are told: of «у Києві на Троєщині» no village."""
    cities = {each.unit.katottg for mention in found for each in mention.candidates}
    parts = {each.unit.settlement for mention in found for each in mention.candidates} & cities
    return [_among(mention, parts) for mention in found] if parts else list(found)


def _among(mention: Mention, cities: Collection[str | None]) -> Mention:
    told = [each for each in mention.candidates if {each.unit.katottg, each.unit.settlement} & set(cities)]
    return replace(mention, candidates=tuple(told)) if told else mention


def _fits(candidate: Candidate, areas: Sequence[Codes]) -> bool:
    return all(not codes.isdisjoint(candidate.unit.areas) for codes in areas)


def _weight(mention: Mention, story: Sequence[Token], areas: Sequence[Codes]) -> float:
    size = _SIZE * min(1.0, log10(max(people(mention.first.unit), 1)) / 7)
    fits = _FITS if areas and _fits(mention.first, areas) else 0.0
    return mention.first.score + size + fits + weight_of(mention, story) + _LATER * mention.at


class Beside(NamedTuple):
    """Words that are neither of the name that was found, nor of what lies around it, nor said with any name; `leads`:
    one of them stands before the name («Динамо Київ»; behind it may be a part of a city)."""

    how_many: int = 0
    leads: bool = False


def beside(gazetteer: Gazetteer, text: str, answer: Answer) -> Beside:
    """What stands beside the best of an answer."""
    found = first_of(answer)
    if found is None:
        return Beside()
    names = [found.alias or "", *(unit.name for unit in gazetteer.chain(found.unit))]
    known = {drawer([fold(word)]) for name in names for word in words(name)}
    weighty = _weighty(gazetteer, tokens(text))
    left = [word for word in weighty if drawer([fold(word)]) not in known and not _is_around(gazetteer, word, found)]
    if not left or (left[1:] and is_misspelled(weighty, answer)):
        return Beside()
    return Beside(len(left), left[0] == weighty[0])


def _is_around(gazetteer: Gazetteer, word: str, found: Candidate) -> bool:
    """Whether it says where a settlement lies by the centre of a raion: «Слобожанське, Чугуїв». A city's part lies in
    another manner in the city."""
    if not found.unit.is_settlement:
        return False
    folded = (fold(word),)
    raions = gazetteer.areas.called(folded, _RAION) | gazetteer.areas.of_old(folded)
    return not raions.isdisjoint(found.unit.areas)


def first_part(text: str) -> str:
    """What stands before the first comma or full stop."""
    story = tokens(text)
    return " ".join(token.word for token in story if token.part == story[0].part)


def _weighty(gazetteer: Gazetteer, story: Sequence[Token]) -> list[str]:
    """Words that are neither an area's, nor a kind of place, nor said around any name."""
    return [
        word
        for part in _parts(story)
        for word in take_apart(gazetteer.areas, part).name
        if word not in FILLERS and word not in PREPOSITIONS and word not in SPOTS and fold(word) not in _KINDS_OF_PLACE
    ]


def _parts(story: Sequence[Token]) -> list[list[str]]:
    parts: dict[int, list[str]] = {}
    for token in story:
        parts.setdefault(token.part, []).append(token.word)
    return list(parts.values())
