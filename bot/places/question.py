"""Reads a question: which words are the name, which say the kind of place, which say where it lies.

«Малин, Житомирська область», «живу в селі Вереси на Житомирщині», «Харків, Київський район». A question can be read in
several ways, some surer than others, and the first that fits a known name wins.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from bot.domain.places import PlaceCategory
from bot.places.areas import WIDER, Areas, Codes
from bot.places.everyday import all_everyday, is_everyday
from bot.places.fold import fold, fold_all
from bot.places.parts import Part, take_apart
from bot.places.reading import Reading, Trust
from bot.places.vocabulary import ADJECTIVE, BESIDE, CONTRAST, FILLERS, KINDS, LIVING, PREPOSITIONS, SELF
from bot.places.words import spelled_out, words

_PARTS: Final = re.compile(r"[,;()\n/|:]+|\s[-–—]\s")
_SIGNS: Final = re.compile(r"[-–—,;()\n/|:.]")
_MOST_WORDS_IN_NAME: Final = 3
_CITIES: Final = frozenset({PlaceCategory.CITY, PlaceCategory.SPECIAL_CITY})
_DISTRICT: Final = frozenset({PlaceCategory.DISTRICT})
_AROUND: Final = WIDER | {PlaceCategory.SPECIAL_CITY}


class Question:
    """One question and the ways to read it, each kind worked out when it is first needed."""

    def __init__(self, areas: Areas, text: str) -> None:
        self._areas = areas
        self._text = text
        self.plain = Reading.of(words(text), plain=True)

    @cached_property
    def told(self) -> list[Reading]:
        """Ways that take nothing for an area but what is told to be one; as it came comes first, unless it begins with
        a preposition, which no name does."""
        if len(self.plain.words) < 2:
            return [self.plain]
        found = [word for word in self.plain.words if word not in FILLERS]
        as_it_came = [] if found[:1] and found[0] in PREPOSITIONS else [self.plain]
        return [*as_it_came, *(reading for at in self._order for reading in self._readings_of(at))]

    @cached_property
    def guessed(self) -> list[Reading]:
        """Ways that take words for an area because there is one of that name, the surer first."""
        if len(self.plain.words) < 2:
            return []
        found = [reading for at in self._order for reading in self._guesses_of(at)]
        return sorted(found, key=lambda reading: reading.trust)

    def trusted(self, trust: Trust) -> list[Reading]:
        """Ways of so much trust."""
        return [each for each in self.guessed if each.trust is trust] if trust else self.told

    @cached_property
    def _parts(self) -> list[Part]:
        if not _SIGNS.search(self._text):  # one part without abbreviations: its words are known
            return [take_apart(self._areas, self.plain.words)]
        split = (words(part) for part in _PARTS.split(spelled_out(self._text)))
        return [take_apart(self._areas, each) for each in split if each]

    @property
    def _order(self) -> list[int]:
        """Parts with a name first; of them where somebody says to live, then those that say what kind of place it is,
        last what only lies near."""
        return sorted(range(len(self._parts)), key=self._lateness)

    def _lateness(self, at: int) -> tuple[bool, ...]:
        part = self._parts[at]
        nameless = not part.name or all_everyday(part.name)
        return nameless, LIVING.isdisjoint(part.said), not part.kinds, bool(part.said) and part.said[0] in BESIDE

    def _within(self, at: int, *, of_old: bool = False) -> tuple[Codes, ...]:
        """Where the name of one part lies, by all that is told; `of_old`: what is called like an old raion or its
        centre stands for that raion."""
        found = list(self._parts[at].areas)
        for place, other in enumerate(self._parts):
            if place != at:
                found += self._contexts(other, of_old=of_old)
        return tuple(found)

    def _contexts(self, part: Part, *, of_old: bool) -> list[Codes]:
        """What another part says about where: its areas, and its name when something is called so."""
        folded, told = fold_all(part.name), [*part.areas, *part.nickname]
        own = ((of_old and self._areas.of_old(folded)) or self._called(folded)) if folded else None
        return [*told, own] if own else told

    def _called(self, folded: tuple[str, ...]) -> Codes:
        """An area, or a settlement for all around it."""
        return self._areas.said(folded, frozenset(PlaceCategory)) | self._areas.said(folded, WIDER)

    def _left(self, at: int) -> bool:
        """Whether another part says something that is neither where nor an everyday word."""
        return any(self._tells_more(other) for place, other in enumerate(self._parts) if place != at)

    @cached_property
    def _living(self) -> list[int]:
        """Parts that say where somebody lives."""
        return [at for at, part in enumerate(self._parts) if not LIVING.isdisjoint(part.said)]

    def _leads(self, at: int) -> bool:
        """Whether the name of this part is what the others are about, whatever they say: «Сміла, вкрали курей», «живу в
        Гуйві, …», «я з Вінниці, …»."""
        if any(not CONTRAST.isdisjoint(part.said) for part in self._parts):
            return False
        part = self._parts[at]
        if self._living:
            return self._living == [at]
        begins = at == 0 and not part.inflected
        return begins or part.said[0] in SELF

    def _tells_more(self, part: Part) -> bool:
        if not CONTRAST.isdisjoint(part.said):
            return True
        return any(not is_everyday(word) for word in part.name) and not self._areas.surely(fold_all(part.name))

    def _readings_of(self, at: int) -> Iterator[Reading]:
        part, within, left = self._parts[at], self._within(at), self._left(at)
        named_elsewhere = len(self._parts) > 1 and any(other.name for other in self._parts if other is not part)
        if named_elsewhere and (self._only_says_where(fold_all(part.name)) or self._only_chats(part)):
            return
        if not part.name and named_elsewhere:
            part.kinds = _DISTRICT  # a place is named elsewhere: here only «Київський район» of «Харків» may be
        leads = self._leads(at)
        beside = within and len(self._parts) > 1 and not part.kinds
        if beside and (district := self._areas.districts(fold_all(part.name))):
            yield Reading.of((), _DISTRICT, (district, *within), left=left)  # «Львів, Сихів»
        for whole in _wholes(part, within):
            yield Reading.of(whole, within=within, inflected=part.inflected, left=left, leads=leads)
        within = (*part.nickname, *within)
        alone = part.by_letter and not part.inflected
        yield Reading.of(
            part.name, part.kinds, within, inflected=part.inflected, left=left, leads=leads, nominative=alone
        )
        if alone:
            yield Reading.of(part.name, within=within, inflected=True, left=left, leads=leads)
        if leads and at in self._living and named_elsewhere:  # «ми з Харкова, живемо у Львові»
            own = (*part.nickname, *part.areas)
            yield Reading.of(part.name, part.kinds, own, inflected=part.inflected, left=True, leads=True)
        if part.areas and (city := self._areas.called(fold_all(part.name), _CITIES)):
            yield Reading.of((), _DISTRICT, (*within, city), left=left)
        yield from self._in_old_raions(at, left=left, leads=leads)

    def _in_old_raions(self, at: int, *, left: bool, leads: bool) -> Iterator[Reading]:
        """«Лиман, Зміїв», after the hromadas of today."""
        part, old = self._parts[at], self._within(at, of_old=True)
        if old != self._within(at):
            within = (*part.nickname, *old)
            yield Reading.of(part.name, part.kinds, within, inflected=part.inflected, left=left, leads=leads)

    def _only_chats(self, part: Part) -> bool:
        """«Доброго ранку, питаю за Мукачево»: everyday words beside a part that names something; «Дніпро, Перемога» is
        a part of that city."""
        if not all_everyday(part.name) or self._areas.districts(fold_all(part.name)):
            return False
        return any(
            other.name and not all_everyday(other.name) and not ADJECTIVE.search(fold(other.name[-1]))
            for other in self._parts
            if other is not part
        )

    def _only_says_where(self, folded: tuple[str, ...]) -> bool:
        """«Прилуки, Чернігівська», «Орденоносне, Крим»"""
        return self._areas.is_oblast(folded) or bool(len(folded) == 1 and self._areas.nickname(folded[0]))

    def _guesses_of(self, at: int) -> Iterator[Reading]:
        """«Київ Голосіївський»: a city and one of its districts; «Малин Житомирська»."""
        part, within, left = self._parts[at], self._within(at), self._left(at)
        for place, (name, area) in enumerate(_cuts(part.name)):
            folded = fold_all(area)
            district = self._areas.districts(folded)
            if district and (city := self._areas.called(fold_all(name), _CITIES)):
                yield Reading.of((), _DISTRICT, (district, city), trust=Trust.NAMED, left=left)
            for codes in filter(None, (self._areas.said(folded, _AROUND), self._areas.of_old(folded))):
                trust = Trust.NAMED if self._areas.named(folded, WIDER) else Trust.ALIKE
                # «Тернопіль Дружба»: what stands behind a city is likelier its part than a village around it
                part_of_it = place >= len(part.name) - 1 and not ADJECTIVE.search(folded[-1])
                yield Reading.of(
                    name,
                    part.kinds,
                    (codes, *part.nickname, *within),
                    trust=trust,
                    inflected=part.inflected,
                    left=left or part_of_it,
                )
        yield from self._behind_prepositions(part, within)

    def _behind_prepositions(self, part: Part, within: Sequence[Codes]) -> Iterator[Reading]:
        """«працює у Стрижавці під Вінницею», «їду до Гадяча завтра»: the first words behind a preposition, within what
        stands behind another if that is an area; before them «Стрижавка під Вінницею»."""
        before, *rest = part.between_prepositions()
        behind = [said for said in rest if said]
        around = [self._areas.called(fold_all(each), WIDER) for each in behind]
        if before and any(around):
            told = (*part.nickname, *within, *filter(None, around))
            yield Reading.of(before, within=told, trust=Trust.BEHIND)
        for at, said in enumerate(behind):
            kinds = KINDS.get(fold(said[0]), frozenset()) if said[1:] else frozenset()
            name = said[1:] if kinds else said
            others = [codes for place, codes in enumerate(around) if place != at and codes]
            for size in range(min(_MOST_WORDS_IN_NAME, len(name)), 0, -1):
                for beside in [others, []] if others else [[]]:
                    told = (*part.nickname, *within, *beside)
                    yield Reading.of(name[:size], kinds, told, trust=Trust.BEHIND, inflected=True)


def _cuts(name: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Name and area without any word that says so: «Малин Житомирська», then «Житомирська Малин»."""
    for cut in range(len(name) - 1, 0, -1):
        yield name[:cut], name[cut:]
    for cut in range(1, len(name)):
        yield name[cut:], name[:cut]


def _wholes(part: Part, within: Sequence[Codes]) -> Iterator[Sequence[str]]:
    """Longer names that the words of a part may be: «Нове Село», and where an area is named «Добрий Лук»."""
    if within and part.filled != part.whole and len(part.filled) <= _MOST_WORDS_IN_NAME:
        yield part.filled
    if part.whole != part.name:
        yield part.whole
