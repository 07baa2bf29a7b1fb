"""What may have been meant when nothing was found: names that resemble what was typed, or go on from it."""

from collections.abc import Iterable
from typing import Final

from bot.places.alike import Effort
from bot.places.finding import NameFinding
from bot.places.names import Hit, NameIndex, once
from bot.places.question import Question
from bot.places.ranking import Class
from bot.places.reading import Reading, Trust

SHORTEST_PREFIX: Final = 2
MOST_BY_PREFIX: Final = 60
MOST_GUESSED: Final = 10
LONG_BEGINNING: Final = 7  # so many letters that go on in one way only are no misspelling
GOOD_GUESS: Final = 1.3  # a nearer one is not looked for in another layout
GOOD_LONG_GUESS: Final = 1.7


class Guesser:
    def __init__(self, names: NameIndex) -> None:
        self._names = names

    def long_name(self, asked: Question, *, drawn_only: bool) -> NameFinding | None:
        """Several words that, misspelled as they are, can only be one name; all names are only looked through where
        an area was guessed at."""
        if not drawn_only and not asked.trusted(Trust.ALIKE):
            return None
        for reading in asked.told:
            if len(reading.words) > 1:
                near = reading.fitting(self._names.alike(reading.asked, Effort.DRAWN if drawn_only else Effort.ENOUGH))
                if hits := [hit for hit in near if hit.off <= GOOD_LONG_GUESS]:
                    return NameFinding(reading, hits[:MOST_GUESSED], Class.ALIKE)
        return None

    def guess(self, layouts: Iterable[Question]) -> NameFinding | None:
        """One kind of reading at a time; the nearest names of any layout."""
        best: NameFinding | None = None
        for asked in layouts:
            for reading in _worth_guessing(asked):
                if (found := self._guessed(reading)) and (best is None or found.hits[0].off < best.hits[0].off):
                    best = found
            if best and best.hits[0].off <= GOOD_GUESS:
                return best
        return best

    def _guessed(self, reading: Reading) -> NameFinding | None:
        """Names that go on from what was typed among names that resemble it."""
        alike = reading.fitting(self._names.alike(reading.asked))
        longer = reading.fitting(self._beginning(reading))
        known = {hit.unit.katottg for hit in longer}
        others = [hit for hit in alike if hit.unit.katottg not in known]
        certain = len(longer) == 1 and len(reading.key) >= LONG_BEGINNING and not _nearer(others, longer[0])
        if certain or (longer and all(hit.off > GOOD_GUESS for hit in others)):
            return NameFinding(reading, longer[:MOST_BY_PREFIX], Class.BEGINNING)
        hits = once(sorted((*alike, *longer), key=lambda hit: hit.off))
        return NameFinding(reading, hits[:MOST_GUESSED], Class.ALIKE) if hits else None

    def _beginning(self, reading: Reading) -> list[Hit]:
        """Names that go on after what was typed, the less likely the more is missing."""
        key = reading.key
        hits = self._names.starting(key) if len(key) >= SHORTEST_PREFIX else []
        return [Hit(hit.unit, hit.alias, _unfinished(len(hit.unit.name) - len(key))) for hit in hits]


def _nearer(others: Iterable[Hit], longer: Hit) -> bool:
    """Whether another name is nearer than the one that goes on."""
    return any(hit.off < longer.off for hit in others)


def _worth_guessing(asked: Question) -> list[Reading]:
    """As it came when there is no other way, else the ways that tell the name from the words around it: with the areas
    that were surely named, or with areas guessed at. A kind of place behind the name may belong to it: «Вінницькі
    Хутори»."""
    sure = [reading for reading in asked.told if reading.words and not reading.plain]
    guessed = [reading for reading in asked.guessed if reading.words and reading.trust < Trust.BEHIND]
    whole = [each for each in sure[-2:-1] if each.words[:-1] == sure[-1].words]
    return [*whole, *sure[-1:], *guessed[:1]] or [asked.plain]


def _unfinished(missing: int) -> float:
    """How far off a name is that goes on for so many letters, in wrong letters."""
    return 0.5 + 0.2 * max(1, missing)
