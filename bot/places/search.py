"""Answers a question about a name: exact before folded before inflected before guessed, in each class by size.

The question is read in several ways (`bot.places.question`), as typed and as another keyboard layout would have it; the
first way that leads to a name wins, and one that fits the areas that were named wins over one that does not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias

from bot.domain.places import Alias, AliasKind, Ambiguous, Answer, Candidate, Category, Found, NotCovered, Point, Unit
from bot.places.embedded.files import read_renamed
from bot.places.layout import is_latin, retyped
from bot.places.names import Hit, NameIndex, once
from bot.places.question import Reader, Reading
from bot.places.ranking import Class, Nearby, dwarfs, ranked, stands_out
from bot.places.russian import ukrainian
from bot.places.size import by_size

SHORTEST_PREFIX: Final = 2
MOST_BY_PREFIX: Final = 60
MOST_GUESSED: Final = 10
MOST_OTHERS: Final = 20
FEW: Final = 5  # so many are always offered where there are so many
LONG_BEGINNING: Final = 7  # so many letters that go on in one way only are no misspelling
STILL_MEANT_OFF: Final = -1.0  # outweighs that a name is not the official one any more
GOOD_GUESS: Final = 1.3  # a nearer one is not looked for in another layout

Step: TypeAlias = Callable[[Reading], list[Hit]]


@dataclass(frozen=True, slots=True)
class _Finding:
    reading: Reading
    hits: list[Hit]
    how: Class


class NameSearch:
    """Settlements and city districts by what people call them; `units` come by size."""

    def __init__(self, units: Mapping[str, Unit], aliases: Iterable[Alias]) -> None:
        self._units = units
        self._names = NameIndex(units, chain(aliases, read_renamed()))
        self._reader = Reader(units.values())
        self._inside: dict[str, list[Unit]] = {}
        for unit in units.values():
            for code in (unit.raion, unit.hromada):
                if code and unit.is_settlement:
                    self._inside.setdefault(code, []).append(unit)
        self._clear: tuple[tuple[Class, Step], ...] = (
            (Class.EXACT, self._exact),
            (Class.FOLDED, self._folded),
            (Class.INFLECTED, self._inflected),
            (Class.RUSSIAN, self._russian),
        )

    def find(self, text: str, *, near: Point | None = None, home: str | None = None) -> Answer:
        """`Found` when one place is clearly meant, `Ambiguous` with all that fit, `NotCovered` when none does.

        `near` (a point of the asker's) and `home` (a code in his hromada) put his neighbours first within a class.
        """
        readings = self._reader.readings(text)
        plainest = next(readings, None)
        if plainest is None:
            return NotCovered("empty")
        nearby = Nearby(near, self._units.get(home) if home else None)
        if hits := self._official(plainest.key):  # most questions are a name and nothing else
            return self._answer(_Finding(plainest, hits, Class.EXACT), nearby, strict=True)
        return self._ponder([plainest, *readings], text, nearby)

    def areas(self, name: str, kinds: frozenset[Category]) -> frozenset[str]:
        """Codes of the areas of these kinds that a name may mean."""
        return self._reader.areas(name, kinds)

    def _ponder(self, plain: Sequence[Reading], text: str, nearby: Nearby) -> Answer:
        """First ways that guess nothing, then guesses; a place outside the areas that were named comes last."""
        retypings = Lazily(self._reader.readings(each) for each in retyped(text))
        for strict in (True, False):
            if found := self._clearly(plain, retypings, strict=strict):
                return self._answer(found, nearby, strict=strict)
            if strict and (found := self._guess(plain, retypings if is_latin(text) else ())):
                return self._answer(found, nearby, strict=True)
        return NotCovered("unknown-name")

    def _clearly(self, plain: Sequence[Reading], others: Iterable[list[Reading]], *, strict: bool) -> _Finding | None:
        """What is surely the name, before what is only if the rest is an area: «Нова Борова» is no «Нова»."""
        for guessed in (False, True):
            for how, step in self._clear:
                for readings in chain([plain], others):
                    for reading in readings:
                        if reading.guessed is guessed and (
                            hits := self._fitting(step(reading), reading, strict=strict)
                        ):
                            return _Finding(reading, hits, how)
            if strict and not guessed and (found := self._long_name(plain)):
                return found
        return None

    def _long_name(self, readings: Sequence[Reading]) -> _Finding | None:
        """Several words that, misspelled as they are, can only be one name."""
        for reading in readings:
            if not reading.guessed and len(reading.words) > 1:
                near = self._names.alike(reading.folded, reading.key, drawn_only=True)
                hits = [hit for hit in self._fitting(near, reading, strict=True) if hit.off <= GOOD_GUESS]
                if hits:
                    return _Finding(reading, hits[:MOST_GUESSED], Class.ALIKE)
        return None

    def _guess(self, plain: Sequence[Reading], others: Iterable[list[Reading]]) -> _Finding | None:
        """One kind of reading at a time; the nearest names of either layout."""
        best: _Finding | None = None
        for readings in chain([plain], others):
            for reading in _worth_guessing(readings):
                if (found := self._guessed(reading)) and (best is None or found.hits[0].off < best.hits[0].off):
                    best = found
            if best and best.hits[0].off <= GOOD_GUESS:
                return best
        return best

    def _guessed(self, reading: Reading) -> _Finding | None:
        """Names that go on from what was typed among names that resemble it."""
        alike = self._fitting(self._names.alike(reading.folded, reading.key), reading, strict=True)
        longer = self._fitting(self._beginning(reading), reading, strict=True)
        known = {hit.unit.katottg for hit in longer}
        certain = len(longer) == 1 and len(reading.key) >= LONG_BEGINNING
        if certain or (longer and all(hit.unit.katottg in known or hit.off > GOOD_GUESS for hit in alike)):
            return _Finding(reading, longer[:MOST_BY_PREFIX], Class.BEGINNING)
        hits = once(sorted((*alike, *longer), key=lambda hit: hit.off))
        return _Finding(reading, hits[:MOST_GUESSED], Class.ALIKE) if hits else None

    def _exact(self, reading: Reading) -> list[Hit]:
        if not reading.words:
            return self._of_areas(reading)
        return self._or_inflected(self._official(reading.key), reading)

    def _official(self, key: str) -> list[Hit]:
        """Official names; a city that was called so until lately comes before villages that are: Южне, Дружба."""
        official = self._names.official(key)
        renamed = [
            Hit(hit.unit, hit.alias, STILL_MEANT_OFF)
            for hit in (self._former(key) if official else ())
            if dwarfs(hit.unit, official[0].unit)
        ]
        return once((*renamed, *official))

    def _former(self, key: str) -> list[Hit]:
        return [hit for hit in self._names.other(key) if hit.alias and hit.alias.kind is AliasKind.FORMER]

    def _folded(self, reading: Reading) -> list[Hit]:
        """A former name spelled exactly, then the official one in another spelling or alphabet, then other names."""
        if not reading.words:
            return []
        folded, others = self._names.folded(reading.folded), self._names.other(reading.key)
        return self._or_inflected(once((*self._former(reading.key), *folded, *others)), reading)

    def _or_inflected(self, hits: list[Hit], reading: Reading) -> list[Hit]:
        """After a preposition a name in the nominative is no likelier than one in another case: «з Малина»."""
        return _merged(self._names.inflected(reading.folded), hits) if hits and reading.inflected else hits

    def _inflected(self, reading: Reading) -> list[Hit]:
        return self._names.inflected(reading.folded) if reading.words else []

    def _russian(self, reading: Reading) -> list[Hit]:
        folded = reading.folded
        spelled = ukrainian(folded)
        return self._names.folded(spelled) or self._names.inflected(spelled) if spelled != folded else []

    def _beginning(self, reading: Reading) -> list[Hit]:
        """Names that go on after what was typed, the less likely the more is missing."""
        key = reading.key
        hits = self._names.starting(key) if len(key) >= SHORTEST_PREFIX else []
        return [Hit(hit.unit, hit.alias, _unfinished(len(hit.unit.name) - len(key))) for hit in hits]

    def _fitting(self, hits: list[Hit], reading: Reading, *, strict: bool) -> list[Hit]:
        """Hits that lie where the reading says; not strict: a place the areas do not hold is better than none."""
        kept = [hit for hit in hits if _lies_within(hit.unit, reading)]
        loose = [] if strict else hits
        return _of_kind(kept or loose, reading)

    def _of_areas(self, reading: Reading) -> list[Hit]:
        """The question names an area and no place: a city district itself, or what a hromada or raion holds."""
        codes = sorted(code for codes in reading.within for code in codes)
        districts = [self._units[code] for code in codes if self._units[code].category is Category.DISTRICT]
        held = [unit for code in codes for unit in self._inside.get(code, ())]
        return [
            Hit(unit)
            for unit in (*sorted(districts, key=by_size), *held)
            if not reading.kinds or unit.category in reading.kinds
        ]

    def _answer(self, found: _Finding, nearby: Nearby, *, strict: bool) -> Answer:
        first, *rest = ranked(found.hits, found.how, nearby)
        clear = not rest or (found.how.is_whole and found.reading.words and stands_out(found.hits))
        rest += self._neighbours(found)
        if strict and clear and found.how is not Class.ALIKE:
            return Found(first, (*rest, *self._longer(found, rest)))
        return Ambiguous((first, *rest))

    def _neighbours(self, found: _Finding) -> list[Candidate]:
        """What may have been meant instead, when little else is offered."""
        if not found.reading.words or len(found.hits) >= FEW:
            return []
        known = {hit.unit.katottg for hit in found.hits}
        hits = self._names.neighbours(found.reading.folded)
        fitting = [hit for hit in hits if hit.unit.katottg not in known and _lies_within(hit.unit, found.reading)]
        return ranked(fitting[: FEW - len(found.hits)], Class.NEIGHBOUR, Nearby())

    def _longer(self, found: _Finding, offered: Iterable[Candidate]) -> Iterator[Candidate]:
        """What else the name may be the beginning of."""
        hits = self._names.starting(found.reading.key) if found.reading.words else []
        known = {found.hits[0].unit.katottg, *(each.unit.katottg for each in offered)}
        fitting = [hit for hit in hits if hit.unit.katottg not in known and _lies_within(hit.unit, found.reading)]
        yield from ranked(fitting[:MOST_OTHERS], Class.BEGINNING, Nearby())


class Lazily:
    """Readings of other layouts: read when first needed, kept for the next step."""

    def __init__(self, readings: Iterable[Iterable[Reading]]) -> None:
        self._coming = iter(readings)
        self._read: list[list[Reading]] = []

    def __iter__(self) -> Iterator[list[Reading]]:
        yield from self._read
        for each in self._coming:
            self._read.append(list(each))
            yield self._read[-1]


def _worth_guessing(readings: Sequence[Reading]) -> list[Reading]:
    """The plainest reading when it is the only one, else those that tell the name from the words around it: with
    the areas that were surely named, or with areas guessed at."""
    told = [reading for reading in readings[1:] if reading.words]
    guessed = [reading for reading in told if reading.guessed]
    sure = [reading for reading in told if not reading.guessed]
    return [*sure[-1:], *guessed[:1]] if told else list(readings[:1])


def _unfinished(missing: int) -> float:
    """How far off a name is that goes on for so many letters, in wrong letters."""
    return 0.5 + 0.2 * max(1, missing)


def _merged(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    known = {hit.unit.katottg: hit for hit in (*second, *first)}
    return sorted(known.values(), key=lambda hit: (hit.alias is not None, by_size(hit.unit)))


def _lies_within(unit: Unit, reading: Reading) -> bool:
    return all(not codes.isdisjoint(unit.areas) for codes in reading.within)


def _of_kind(hits: list[Hit], reading: Reading) -> list[Hit]:
    """Those of the kind asked for, if there are any: people say «село» of a township."""
    return [hit for hit in hits if hit.unit.category in reading.kinds] or hits
