"""Answers a question about a name: exact before folded before inflected before guessed, in each class by size.

The question is read in several ways (`bot.places.question`), as typed and as another keyboard layout would have it; the
first way that leads to a name wins, and one that fits the areas that were named wins over one that does not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, Generic, TypeVar

from bot.domain.places import (
    Alias,
    Ambiguous,
    Answer,
    Candidate,
    Choice,
    Found,
    Later,
    NotCovered,
    PlaceCategory,
    Point,
    Unit,
)
from bot.places.alike import Effort
from bot.places.areas import Areas
from bot.places.beside_city import city_beside
from bot.places.codes_of_places import code_in
from bot.places.elsewhere import is_abroad, is_in_country
from bot.places.embedded.files import read_former, read_neighbourhoods, read_old_raions
from bot.places.everyday import all_everyday, tells_something
from bot.places.finding import NameFinding
from bot.places.guessing import GOOD_GUESS, Guesser
from bot.places.layout import is_latin, retyped
from bot.places.names import Hit, NameIndex, once
from bot.places.question import Question
from bot.places.ranking import Class, Nearby, ranked
from bot.places.reading import Reading, Trust
from bot.places.steps import Steps
from bot.places.vocabulary import FILLERS, PREPOSITIONS, is_small_talk

T = TypeVar("T")

MOST_OTHERS: Final = 20
TRUSTS: Final = (Trust.TOLD, Trust.NAMED, Trust.ALIKE)
LONGEST: Final = 200
"""Characters of a question: the ways to read one grow with the sending of its words, and no name with all its areas and
what people say around it comes near."""
LINK: Final = "://"
"""«https://…/abc» is nothing that was typed with another layout."""
FEW: Final = 5  # so many are always offered where there are so many


class NameSearch:
    """Settlements and city districts by what people call them; `units` come by size."""

    def __init__(self, units: Mapping[str, Unit], aliases: Iterable[Alias]) -> None:
        known = [*aliases, *read_former(), *read_neighbourhoods()]
        self._units = units
        self._names = NameIndex(units, known)
        self._areas = Areas(units.values(), known, read_old_raions())
        self._steps = Steps(units, self._names)
        self._guesser = Guesser(self._names)

    def find(self, text: str, *, near: Point | None = None, home: str | None = None) -> Answer:
        """`Found` when one place is clearly meant, `Ambiguous` with all that fit, `NotCovered` when none does.

        `near` (a point of the asker's) and `home` (a code in his hromada) put his neighbours first within a class.
        """
        if code := code_in(text):
            return NotCovered(code)
        if len(text) > LONGEST or LINK in text:
            return NotCovered("unknown-name")
        asked = Question(self._areas, text)
        nearby = Nearby(near, self._units.get(home) if home else None)
        if hits := self._steps.official(asked.plain.key):  # most questions are a name and nothing else
            return self._answer(NameFinding(asked.plain, hits, Class.EXACT), nearby)
        if reason := self._no_name(asked):
            return NotCovered(reason)
        return self._ponder(asked, text, nearby)

    def named(self, words: Sequence[str], *, inflected: bool) -> list[Candidate]:
        """What these words (`bot.places.words`) are a name of, all of them and without a guess, best first."""
        reading = Reading.of(words, inflected=inflected)
        if len(reading.key) < 2:
            return []
        found = ((how, hits) for how, step in self._steps.clear if (hits := step(reading)))
        return next((ranked(hits, how, Nearby()) for how, hits in found), [])

    @property
    def areas(self) -> Areas:
        """What areas are called: for who looks for an area itself, too."""
        return self._areas

    def _no_name(self, asked: Question) -> str | None:
        """Why there is no name to look for."""
        if not asked.plain.words:
            return "empty"
        if is_small_talk(asked.plain.words):
            return "no-name"
        if is_in_country(_without_fillers(asked.plain.words)) and not self._lies_within(asked):
            return "outside-ukraine"
        return "oblast" if self._areas.is_oblast(asked.plain.folded) else None

    def _lies_within(self, asked: Question) -> bool:
        """Whether a place is called so in an area that was named: «Китай, Чистопільська громада»."""
        found = self._by_steps((asked,), Trust.TOLD, strict=True)
        return found is not None and found.how is Class.EXACT and bool(found.reading.within)

    def _ponder(self, asked: Question, text: str, nearby: Nearby) -> Answer:
        """First ways that guess nothing, then guesses; a place outside the areas that were named comes last."""
        layouts = Lazily(chain((asked,), (Question(self._areas, each) for each in retyped(text))))
        elsewhere = _no_name_here(asked)
        found = self._clearly(layouts, strict=True)
        if found and (not elsewhere or found.is_literal):
            return self._answer(found, nearby)
        if reason := elsewhere or self._nothing_to_guess(layouts):
            return NotCovered(reason)
        guessed = self._guesser.guess(layouts if is_latin(text) else (asked,))
        if beside := city_beside(asked, self._steps, self._areas):
            return self._answer(beside.against(guessed), nearby)
        if found := (guessed if guessed and guessed.hits[0].off <= GOOD_GUESS else self._behind(layouts) or guessed):
            return self._answer(found, nearby)
        if found := self._clearly(layouts, strict=False):
            return self._answer(found, nearby, outside=True)
        return NotCovered("unknown-name")

    def _clearly(self, layouts: Iterable[Question], *, strict: bool) -> NameFinding | None:
        """What is surely the name, before what is only if the rest is an area: «Нова Борова» is no «Нова»."""
        for trust in TRUSTS:
            if strict and trust and (found := self._long_name(layouts, trust)):
                return found
            if found := self._by_steps(layouts, trust, strict=strict):
                return found
        return None

    def _long_name(self, layouts: Iterable[Question], trust: Trust) -> NameFinding | None:
        """Only as it was typed."""
        return self._guesser.long_name(next(iter(layouts)), drawn_only=trust is Trust.NAMED)

    def _behind(self, layouts: Iterable[Question]) -> NameFinding | None:
        """What stands behind a preposition, with whatever around it, the most words that are a name: asked about, as it
        may be a story."""
        readings = (each for question in layouts for each in question.trusted(Trust.BEHIND) if len(each.key) > 1)
        for reading in readings:
            for _how, step in self._steps.clear:
                if hits := reading.fitting(step(reading)):
                    return NameFinding(reading, hits, Class.ALIKE)
        return None

    def _by_steps(self, layouts: Iterable[Question], trust: Trust, *, strict: bool) -> NameFinding | None:
        """The surest step that leads anywhere, in the likeliest layout."""
        for how, step in self._steps.clear:
            for question in layouts:
                for reading in question.trusted(trust):
                    if len(reading.key) == 1:  # «p ;bnjvbhf» is no «Пії», though folded that is one letter
                        continue
                    if hits := reading.fitting(step(reading), strict=strict):
                        return NameFinding(reading, hits, how)
        return None

    def _nothing_to_guess(self, layouts: Iterable[Question]) -> str | None:
        """Why no name is to be guessed at: «Житомирська область», «на Полтавщині», «ghbdsn»."""
        if any(is_small_talk(each.plain.words) for each in layouts):
            return "no-name"
        told = next(iter(layouts)).told
        return "oblast" if all(map(self._is_oblast, told[1:] or told)) else None

    def _is_oblast(self, reading: Reading) -> bool:
        """Whether no more than an oblast was said."""
        if reading.words:
            return len(reading.words) == 1 and bool(self._areas.nickname(reading.folded[0]))
        return all(self._units[code].category is PlaceCategory.OBLAST for codes in reading.within for code in codes)

    def _answer(self, found: NameFinding, nearby: Nearby, *, outside: bool = False) -> Answer:
        """`outside`: nothing of that name lies where the question says. What else may be meant is looked for when
        somebody asks."""
        first, *rest = ranked(found.hits, found.how, nearby)
        if not outside and found.is_clear(first, rest[:1]):
            return Found(first, Later(rest, lambda: (*self._neighbours(found), *self._longer(found))))
        named = found.how.is_whole or found.reading.trust is Trust.BEHIND
        why = Choice.ELSEWHERE if outside else Choice.NAMESAKES if named else Choice.ALIKE
        return Ambiguous(Later((first, *rest), lambda: self._neighbours(found)), why)

    def _neighbours(self, found: NameFinding) -> list[Candidate]:
        """What may have been meant instead: all that were called exactly so before, then what resembles, when little
        else is offered."""
        if not found.reading.words:
            return []
        before = self._names.other(found.reading.key) if found.how is Class.EXACT else []
        hits = once((*found.hits, *before))
        hits = once((*hits, *self._resembling(found, most=FEW - len(hits))))
        fitting = [hit for hit in hits[len(found.hits) :] if found.reading.allows(hit.unit)]
        return ranked(fitting, Class.NEIGHBOUR, Nearby())

    def _resembling(self, found: NameFinding, *, most: int) -> list[Hit]:
        """None for an exact name whose area was named too."""
        reading, exact = found.reading, found.how is Class.EXACT
        if most <= 0 or (exact and reading.within):
            return []
        known = {hit.unit.katottg for hit in found.hits}
        effort = Effort.DRAWN if exact and len(found.hits) > 1 else Effort.THOROUGH
        hits = self._names.alike(reading.asked, effort)
        return [hit for hit in hits if hit.unit.katottg not in known and reading.allows(hit.unit)][:most]

    def _longer(self, found: NameFinding) -> list[Candidate]:
        """What else the name may be the beginning of."""
        hits = self._names.starting(found.reading.key) if found.reading.words else []
        known = {hit.unit.katottg for hit in found.hits}
        fitting = [hit for hit in hits if hit.unit.katottg not in known and found.reading.allows(hit.unit)]
        return ranked(fitting[:MOST_OTHERS], Class.BEGINNING, Nearby())


def _no_name_here(asked: Question) -> str | None:
    """Why the words are no place of ours, unless one is called just so: «у дворі», «з Варшави»."""
    if is_abroad(_without_fillers(asked.plain.words)):
        return "outside-ukraine"
    if not all_everyday(asked.plain.words):
        return None
    return "unknown-name" if tells_something(asked.plain.words) else "no-name"


def _without_fillers(found: Sequence[str]) -> list[str]:
    return [word for word in found if word not in FILLERS and word not in PREPOSITIONS]


class Lazily(Generic[T]):
    """What is asked for again and again: each made when first needed, and kept."""

    def __init__(self, coming: Iterable[T]) -> None:
        self._coming = iter(coming)
        self._made: list[T] = []

    def __iter__(self) -> Iterator[T]:
        yield from self._made
        for each in self._coming:
            self._made.append(each)
            yield each
