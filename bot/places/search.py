"""Answers a question about a name: exact before folded before inflected before guessed, in each class by size.

The question is read in several ways (`bot.places.question`), as typed and as another keyboard layout would have it; the
first way that leads to a name wins, and one that fits the areas that were named wins over one that does not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias

from bot.domain.places import Alias, Ambiguous, Answer, Candidate, Category, Found, NotCovered, Point, Unit
from bot.places.embedded.files import read_renamed
from bot.places.layout import retyped
from bot.places.names import Hit, NameIndex
from bot.places.question import Reader, Reading
from bot.places.ranking import Class, Nearby, ranked, stands_out
from bot.places.size import by_size

SHORTEST_PREFIX: Final = 2
MOST_BY_PREFIX: Final = 60
MOST_GUESSED: Final = 10
MOST_OTHERS: Final = 20

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
        if hits := self._names.official(plainest.key):  # most questions are a name and nothing else
            return self._answer(_Finding(plainest, hits, Class.EXACT), nearby, strict=True)
        return self._ponder([plainest, *readings], text, nearby)

    def _ponder(self, plain: list[Reading], text: str, nearby: Nearby) -> Answer:
        others = [list(self._reader.readings(each)) for each in retyped(text)]
        for strict in (True, False):
            for readings in (plain, *others):
                if found := self._clearly(readings, strict=strict):
                    return self._answer(found, nearby, strict=strict)
            for readings in (plain, *others[:1]) if strict else ():
                if found := self._guess(readings):
                    return self._answer(found, nearby, strict=True)
        return NotCovered("unknown-name")

    def _clearly(self, readings: Sequence[Reading], *, strict: bool) -> _Finding | None:
        for how, step in self._clear:
            for reading in readings:
                if hits := self._fitting(step(reading), reading, strict=strict):
                    return _Finding(reading, hits, how)
        return None

    def _guess(self, readings: Sequence[Reading]) -> _Finding | None:
        for reading in readings:
            if hits := self._fitting(self._beginning(reading), reading, strict=True):
                return _Finding(reading, hits[:MOST_BY_PREFIX], Class.BEGINNING)
        for reading in sorted(readings[1:], key=lambda each: not each.guessed):
            if hits := self._fitting(self._names.alike(reading.folded), reading, strict=True):
                return _Finding(reading, hits[:MOST_GUESSED], Class.ALIKE)
        return None

    def _exact(self, reading: Reading) -> list[Hit]:
        """After a preposition a name in the nominative is no likelier than one in another case: «з Малина»."""
        if not reading.words:
            return self._of_areas(reading)
        official = self._names.official(reading.key)
        if official and reading.inflected:
            return _merged(self._names.inflected(reading.folded), official)
        return official

    def _folded(self, reading: Reading) -> list[Hit]:
        """Other names are no likelier than another spelling of the official one."""
        if not reading.words:
            return []
        return _merged(self._names.folded(reading.folded), self._names.exact(reading.key))

    def _inflected(self, reading: Reading) -> list[Hit]:
        return self._names.inflected(reading.folded) if reading.words else []

    def _beginning(self, reading: Reading) -> list[Hit]:
        return self._names.starting(reading.key) if len(reading.key) >= SHORTEST_PREFIX else []

    def _fitting(self, hits: list[Hit], reading: Reading, *, strict: bool) -> list[Hit]:
        """Hits that lie where the reading says; not strict: a place the areas do not hold is better than none."""
        kept = [hit for hit in hits if _lies_within(hit.unit, reading)]
        loose = [] if strict or reading.guessed else hits
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
        first, *rest = candidates = ranked(found.hits, found.how, nearby)
        clear = not rest or (found.how.is_whole and found.reading.words and stands_out(found.hits))
        if strict and clear and found.how is not Class.ALIKE:
            return Found(first, (*rest, *self._longer(found)))
        return Ambiguous(tuple(candidates))

    def _longer(self, found: _Finding) -> Iterator[Candidate]:
        """What else the name may be the beginning of."""
        hits = self._names.starting(found.reading.key) if found.reading.words else []
        known = {hit.unit.katottg for hit in found.hits}
        fitting = [hit for hit in hits if hit.unit.katottg not in known and _lies_within(hit.unit, found.reading)]
        yield from ranked(fitting[:MOST_OTHERS], Class.BEGINNING, Nearby())


def _merged(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    known = {hit.unit.katottg: hit for hit in (*second, *first)}
    return sorted(known.values(), key=lambda hit: (hit.alias is not None, by_size(hit.unit)))


def _lies_within(unit: Unit, reading: Reading) -> bool:
    return all(not codes.isdisjoint(unit.areas) for codes in reading.within)


def _of_kind(hits: list[Hit], reading: Reading) -> list[Hit]:
    """Those of the kind asked for, if there are any: people say «село» of a township."""
    return [hit for hit in hits if hit.unit.category in reading.kinds] or hits
