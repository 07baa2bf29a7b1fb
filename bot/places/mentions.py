"""Places that a story mentions: every window of its words that is a name.

Nothing is guessed. A village is only believed where a preposition, a kind («село …»), a capital letter or a part of
the sentence for itself says that it is a name; cities everywhere. A word of danger («пожежа») is no place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.domain.emergency import alarm_of
from bot.domain.places import PARTS_OF_CITIES, Candidate, PlaceCategory
from bot.places.everyday import all_everyday
from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer
from bot.places.size import people
from bot.places.vocabulary import AREAS, FILLERS, KINDS, PREPOSITIONS, SPOTS
from bot.places.words import as_typed, spelled_out, words

LONGEST: Final = 1000
"""Characters that are looked at: who says where says so early."""
MOST_WORDS: Final = 3
SHORTEST: Final = 3
"""Letters of a name among other words."""
WELL_KNOWN_PEOPLE: Final = 10_000
FOREIGN_SPELT: Final = 0.75
"""How well a name fits that stands as it is spelled, or as Russian spells it."""
_SENTENCE: Final = re.compile(r"[.!?…\n]+")
_PART: Final = re.compile(r"[,;:()«»]+|\s[-–—]\s")
_SHORTENED: Final = re.compile(r"(?<!\w)(м|с|г|смт|пгт|сел|пос|обл|вул|ул|просп|пров|пл|о)\.\s*", re.I)
_STREET: Final = (
    "вул вулиця вулиці вулицю вулицею ул улица улице улицу улицей просп проспект проспекті проспекте провулок"
    " провулку переулок переулке площа площі площадь площади бульвар бульварі бульваре шосе шоссе"
)
_STREETS: Final = frozenset(_STREET.split())
_ON: Final = frozenset({"на", "по"})
_PERSON: Final = (
    "пан пані пане сусід сусіда сусідка сосед соседка сосід кум кума дядько дядя тітка баба бабуся дід офіцер"
    " капітан лейтенант майор сержант директор вчитель вчителька лікар подруга друг пана звати звуть зовут"
)
_OFFICE: Final = "староста старости старосту старостою голова голови голову головою мер мера"
_PERSONS: Final = frozenset(_PERSON.split())
_OFFICES: Final = frozenset(_OFFICE.split())
"""Whoever has one has it in a place: «голова Літина»."""
_FEMININE: Final = re.compile("(?:[сзц]ьк|ск|цк|[^аеиоуіїєяю]н)(?:ій|ой)$")
_BESIDE: Final = PREPOSITIONS | FILLERS | SPOTS


class Token(NamedTuple):
    word: str
    capital: bool
    part: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Mention:
    """`candidates` bear the name, the likeliest first; it stands `at` … `end` of the story's tokens."""

    candidates: tuple[Candidate, ...]
    at: int
    end: int

    @property
    def first(self) -> Candidate:
        return self.candidates[0]


def tokens(text: str) -> list[Token]:
    """Words with what is known of their place."""
    found: list[Token] = []
    part = 0
    for sentence, piece in enumerate(_SENTENCE.split(_SHORTENED.sub(r"\1 ", text[:LONGEST]))):
        for each in _PART.split(piece):
            said, typed = words(spelled_out(each)), as_typed(each)
            capitals = [one[:1].isupper() for one in typed] if len(typed) == len(said) else [False] * len(said)
            found += (Token(word, capital, part, sentence) for word, capital in zip(said, capitals, strict=True))
            part += 1
    return found


def mentions(gazetteer: Gazetteer, story: Sequence[Token]) -> list[Mention]:
    """All of them in the order of the story."""
    seeker = _Seeker(gazetteer, story)
    found: list[Mention] = []
    at = 0
    while at < len(story):
        mention = seeker.at(at)
        found += [mention] if mention else []
        at = mention.end if mention else at + 1
    return found


class _Seeker:
    """Looks for names in one story."""

    def __init__(self, gazetteer: Gazetteer, story: Sequence[Token]) -> None:
        self._gazetteer = gazetteer
        self._story = story
        self._cased = any(token.capital for token in story)
        self._after = 0  # the last name that was found ends there

    def at(self, at: int) -> Mention | None:
        """The longest name that begins here."""
        for end in self._ends(at):
            if self._may_be_name(at, end) and (found := self._named(at, end)) and not self._is_danger(at, end):
                self._after = end
                return Mention(tuple(found), at, end)
        return None

    def _ends(self, at: int) -> Iterator[int]:
        most = min(at + MOST_WORDS, len(self._story))
        yield from (end for end in range(most, at, -1) if self._story[end - 1].part == self._story[at].part)

    def _may_be_name(self, at: int, end: int) -> bool:
        """Neither words that stand around names, nor a street's name, an area's or somebody's."""
        said = [token.word for token in self._story[at:end]]
        if any(word in _BESIDE or fold(word) in AREAS for word in (said[0], said[-1])) or fold(said[0]) in KINDS:
            return False
        if len("".join(said)) < SHORTEST or not any(map(str.isalpha, said)):
            return False
        return not (self._is_street(at, end) or self._is_area(at, end) or self._is_person(at))

    def _is_danger(self, at: int, end: int) -> bool:
        """«Пожежа»: asked of what is a name at all, as it is looked through at a cost."""
        return alarm_of(" ".join(token.word for token in self._story[at:end])) is not None

    def _is_street(self, at: int, end: int) -> bool:
        """«вулиця Київська», «на Київській», «Київська вул»."""
        around = {self._word(each) for each in (at - 1, at - 2, end) if self._same_part(each, at)}
        on = self._word(at - 1) in _ON and bool(_FEMININE.search(self._word(end - 1)))
        return on or not _STREETS.isdisjoint(around)

    def _is_area(self, at: int, end: int) -> bool:
        """«Київської області», «Kharkiv region», «на Полтавщині»."""
        told = self._same_part(end, at) and fold(self._word(end)) in AREAS
        return told or (end == at + 1 and self._is_oblast(fold(self._word(at))))

    def _is_oblast(self, folded: str) -> bool:
        areas = self._gazetteer.areas
        return areas.is_oblast([folded]) or bool(areas.nickname(folded))

    def _is_person(self, at: int) -> bool:
        """«сусід Калинівський», «Іван Житомирський»: right behind a word for somebody, or another with a capital."""
        if not self._same_part(at - 1, at) or self._after == at or fold(self._word(at - 1)) in KINDS:
            return False
        name, before = self._story[at], self._story[at - 1]
        if before.word in _OFFICES:
            return False
        return before.word in _PERSONS or (name.capital and before.capital and before.word not in _BESIDE)

    def _named(self, at: int, end: int) -> list[Candidate]:
        said = [token.word for token in self._story[at:end]]
        found = self._gazetteer.named(said, inflected=self._word(at - 1) in PREPOSITIONS)
        if self._same_part(at - 1, at) and self._word(at - 1) in _OFFICES:  # «староста Білозірки» is no «голова Бабин»
            found = [each for each in found if words(each.alias or each.unit.name) != said]
        whole = bool(found) and self._is_whole(at, end)  # asked once: a hundred villages may bear the name
        return [each for each in found if self._is_believed(each, at, end, whole=whole)]

    def _is_believed(self, candidate: Candidate, at: int, end: int, *, whole: bool) -> bool:
        """A district only by what people call it: its own adjective may be anybody's surname."""
        if candidate.unit.category is PlaceCategory.DISTRICT and candidate.alias_kind not in PARTS_OF_CITIES:
            return False
        preposition = self._word(at - 1) in PREPOSITIONS
        spelt = candidate.score >= FOREIGN_SPELT
        if fold(self._word(at - 1)) in KINDS or ((preposition or spelt) and whole):
            return True
        if self._cased and not self._story[at].capital:
            return False
        if not preposition and all_everyday([token.word for token in self._story[at:end]]):
            return False
        if people(candidate.unit) >= WELL_KNOWN_PEOPLE:
            return preposition or self._cased or spelt
        return preposition or (self._story[at].capital and not self._begins_sentence(at))

    def _is_whole(self, at: int, end: int) -> bool:
        """Whether nothing else of weight stands in this part of the sentence."""
        others = (
            fold(token.word)
            for place, token in enumerate(self._story)
            if self._same_part(place, at) and not at <= place < end and token.word not in _BESIDE
        )
        return all(word in KINDS or word in AREAS or self._is_oblast(word) for word in others)

    def _same_part(self, one: int, other: int) -> bool:
        return 0 <= one < len(self._story) and self._story[one].part == self._story[other].part

    def _begins_sentence(self, at: int) -> bool:
        return at == 0 or self._story[at - 1].sentence != self._story[at].sentence

    def _word(self, at: int) -> str:
        """ "" outside of the story."""
        return self._story[at].word if 0 <= at < len(self._story) else ""
