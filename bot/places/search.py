"""Answers a question about a name: exact before prefix, official names before others, the most populous first."""

from collections.abc import Iterable, Mapping, Sequence
from math import log10
from typing import Final

from bot.domain.places import Alias, Ambiguous, Answer, Candidate, Category, Found, NotCovered, Unit
from bot.places.names import Hit, NameIndex
from bot.places.question import Reader, Reading
from bot.places.size import by_size, people

SHORTEST_PREFIX: Final = 2
MOST_BY_PREFIX: Final = 60
MOST_OTHERS: Final = 20
# A city stands for its name when it is this big and its namesakes are this much smaller (Київ, Харків): they follow
# as `others`, one tap away, instead of being put before everybody who lives in the city.
CITY_PEOPLE: Final = 50_000
OVERWHELMING: Final = 20


class NameSearch:
    """Settlements and city districts by what people call them; `units` come by size."""

    def __init__(self, units: Mapping[str, Unit], aliases: Iterable[Alias]) -> None:
        self._units = units
        self._names = NameIndex(units, aliases)
        self._reader = Reader(units.values())
        self._inside: dict[str, list[Unit]] = {}
        for unit in units.values():
            for code in (unit.raion, unit.hromada):
                if code and unit.is_settlement:
                    self._inside.setdefault(code, []).append(unit)

    def find(self, text: str) -> Answer:
        """`Found` when one place is clearly meant, `Ambiguous` with all that fit, `NotCovered` when none does."""
        readings = self._reader.readings(text)
        plainest = next(readings, None)
        if plainest is None:
            return NotCovered("empty")
        if hits := self._hits(plainest, whole=True, strict=True):  # most questions are a name and nothing else
            return self._answer(plainest, hits, whole=True, strict=True)
        return self._ponder([plainest, *readings])

    def _ponder(self, readings: Sequence[Reading]) -> Answer:
        """A whole name before a beginning, and within each a place where the areas say before one elsewhere."""
        for whole in (True, False):
            for strict in (True, False):
                for reading in readings:
                    if hits := self._hits(reading, whole=whole, strict=strict):
                        return self._answer(reading, hits, whole=whole, strict=strict)
        return NotCovered("unknown-name")

    def _hits(self, reading: Reading, *, whole: bool, strict: bool) -> list[Hit]:
        """Units that fit the reading; not strict: a place the areas do not hold is better than none."""
        if not reading.name:
            return self._of_areas(reading) if whole else []
        if not whole and len(reading.name) < SHORTEST_PREFIX:
            return []
        hits = self._names.exact(reading.name) if whole else self._names.starting(reading.name)
        kept = [hit for hit in hits if _lies_within(hit.unit, reading)]
        loose = [] if strict or reading.guessed else hits
        return _of_kind(kept or loose, reading)

    def _of_areas(self, reading: Reading) -> list[Hit]:
        """The question names an area and no place: a city district itself, or what a hromada or raion holds."""
        codes = sorted(code for codes in reading.within for code in codes)
        districts = [self._units[code] for code in codes if self._units[code].category is Category.DISTRICT]
        held = [unit for code in codes for unit in self._inside.get(code, ())]
        fitting = [unit for unit in (*sorted(districts, key=by_size), *held) if _lies_within(unit, reading)]
        return [Hit(unit) for unit in fitting if not reading.kinds or unit.category in reading.kinds]

    def _answer(self, reading: Reading, hits: Sequence[Hit], *, whole: bool, strict: bool) -> Answer:
        first, *rest = candidates = _scored(hits, whole=whole)
        clear = not rest or (whole and reading.name and _stands_out(hits))
        if strict and clear:
            return Found(first, (*rest, *_scored(self._longer(reading, hits), whole=False)))
        return Ambiguous(tuple(candidates if whole else candidates[:MOST_BY_PREFIX]))

    def _longer(self, reading: Reading, hits: Sequence[Hit]) -> list[Hit]:
        """What else the name may be the beginning of."""
        found = self._names.starting(reading.name) if reading.name else []
        known = {hit.unit.katottg for hit in hits}
        return [hit for hit in found if hit.unit.katottg not in known and _lies_within(hit.unit, reading)][:MOST_OTHERS]


def _lies_within(unit: Unit, reading: Reading) -> bool:
    return all(not codes.isdisjoint(unit.areas) for codes in reading.within)


def _of_kind(hits: list[Hit], reading: Reading) -> list[Hit]:
    """Those of the kind asked for, if there are any: people say «село» of a township."""
    return [hit for hit in hits if hit.unit.category in reading.kinds] or hits


def _stands_out(hits: Sequence[Hit]) -> bool:
    """One official name among other names only, or a city beside which its namesakes are small."""
    first, second = hits[0], hits[1]
    if first.alias is None and second.alias is not None:
        return True
    big = people(first.unit)
    return first.alias == second.alias is None and big >= max(CITY_PEOPLE, OVERWHELMING * people(second.unit))


def _scored(hits: Sequence[Hit], *, whole: bool) -> list[Candidate]:
    """Scores fall with the class of the match, and within a class with size."""
    return [_candidate(hit, round(_score(hit, whole=whole), 4)) for hit in hits]


def _candidate(hit: Hit, score: float) -> Candidate:
    if hit.alias is None:
        return Candidate(hit.unit, score)
    return Candidate(hit.unit, score, alias=hit.alias.name, alias_kind=hit.alias.kind)


def _score(hit: Hit, *, whole: bool) -> float:
    size = 0.09 * min(1.0, log10(max(people(hit.unit), 1)) / 6.5)
    if whole:
        return (0.9 if hit.alias is None else 0.8) + size
    return (0.5 if hit.alias is None else 0.4) + size
