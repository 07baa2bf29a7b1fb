"""Guesses: names that resemble what was typed, with typing errors, Russian vowels, forms, all at once.

Only a question that nothing else could answer gets here. A pass of rapidfuzz over the names of nearly the same length
finds candidates (optimal string alignment: insertions, deletions, substitutions, neighbours swapped); the few that
remain are compared closely (`bot.places.slips`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, Generic, Protocol, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.places.forms import forms
from bot.places.russian import ukrainian
from bot.places.slips import apart

MOST: Final = 12
MOST_COMPARED: Final = 40
_MOST_EXTRACTED: Final = 150
_FEW_ERRORS: Final = ((3, 0), (4, 1), (6, 2))  # up to this many letters, so many errors
_MOST_ERRORS: Final = 3
_MOST_OFF: Final = 0.34  # for each letter
_MOST_WITH_FORMS: Final = 6
_FORM_OFF: Final = 0.5  # a misspelled form is less likely than a misspelled name,
_BARE_FORM_OFF: Final = 1.2  # all the more without a preposition;
_SOUND_OFF: Final = 0.5  # and so is a name that only sounds like it
_SURE: Final = 0.5  # so near in the drawers that no pass over all names is needed
_GOOD: Final = 1.3  # so near as spelled that no pass over the folded names is needed


class AlikeEntry(Protocol):
    """A name: its folded words, and its key as it is spelled."""

    words: tuple[str, ...]
    key: str

    @property
    def text(self) -> str: ...


Known = TypeVar("Known", bound=AlikeEntry)


@dataclass(frozen=True, slots=True)
class AskedName:
    """What was typed: folded words, the same as if they had been Russian, and the key when it is Cyrillic; `inflected`:
    a preposition stands before it."""

    spellings: tuple[tuple[str, ...], ...]
    key: str
    inflected: bool = False

    @classmethod
    def of(cls, folded: Sequence[str], key: str, *, inflected: bool = False) -> "AskedName":
        spellings = dict.fromkeys((tuple(folded), ukrainian(folded)))
        return cls(tuple(spellings), "" if key.isascii() else key, inflected)

    @property
    def text(self) -> str:
        return "".join(self.spellings[0])

    @property
    def length(self) -> int:
        return max(len(self.key), len(self.text))

    @property
    def most_errors(self) -> int:
        """How many errors are forgiven in a name this long."""
        return next((most for size, most in _FEW_ERRORS if self.length <= size), _MOST_ERRORS)


class Effort(Enum):
    """How far to look: among the candidates given; further when none of them is surely meant; everywhere."""

    DRAWN = auto()
    ENOUGH = auto()
    THOROUGH = auto()


class Alike(Generic[Known]):
    """Names as they are spelled, and folded."""

    def __init__(self, entries: Sequence[Known]) -> None:
        self._spelled = _Pool((entry.key, entry) for entry in entries)
        self._folded = _Pool((entry.text, entry) for entry in entries)

    def rank(
        self, asked: AskedName, drawn: Sequence[Known], effort: Effort = Effort.ENOUGH
    ) -> list[tuple[Known, float]]:
        """Entries with how far off they are, the nearest first; `drawn` are candidates found otherwise."""
        found = _Compared[Known](asked)
        found.add(_nearest(asked.text, ((entry.text, entry) for entry in drawn)))
        if asked.most_errors and (effort is Effort.THOROUGH or (effort is Effort.ENOUGH and found.best > _SURE)):
            found.add(self._spelled.near(asked.key, asked.most_errors))
            if found.best > _GOOD:
                found.add(self._folded.near(asked.text, asked.most_errors))
        return found.ranked(_MOST_OFF * asked.length)[:MOST]


class _Pool(Generic[Known]):
    """Names by length, each with its entry."""

    def __init__(self, names: Iterable[tuple[str, Known]]) -> None:
        self._names: dict[int, list[str]] = defaultdict(list)
        self._entries: dict[int, list[Known]] = defaultdict(list)
        for name, entry in names:
            self._names[len(name)].append(name)
            self._entries[len(name)].append(entry)

    def near(self, asked: str, most: int) -> list[Known]:
        """Entries of names with so many letters wrong at the most, the nearest few."""
        near: list[tuple[str, Known]] = []
        for size in range(len(asked) - most, len(asked) + most + 1) if asked else ():
            names, entries = self._names.get(size, ()), self._entries.get(size, ())
            found = process.extract(asked, names, scorer=OSA.distance, score_cutoff=most, limit=_MOST_EXTRACTED)
            near.extend((name, entries[place]) for name, _distance, place in found)
        return _nearest(asked, near)


def _nearest(asked: str, named: Iterable[tuple[str, Known]]) -> list[Known]:
    """The entries whose names are nearest at a first glance."""
    far = [
        (OSA.distance(asked, name) + JaroWinkler.distance(asked, name), at, entry)
        for at, (name, entry) in enumerate(named)
    ]
    return [entry for _far, _at, entry in sorted(far)[:MOST_COMPARED]]


class _Compared(Generic[Known]):
    """Entries looked at closely, each with how far off it is."""

    def __init__(self, asked: AskedName) -> None:
        self._asked = asked
        self._found: dict[str, tuple[float, Known]] = {}
        self.best = 99.0

    def add(self, entries: Iterable[Known]) -> None:
        """Compare those that are new; the nearest few by their forms too."""
        fresh = {entry.key: (_off(self._asked, entry), entry) for entry in entries if entry.key not in self._found}
        for key, (far, entry) in sorted(fresh.items(), key=lambda each: each[1][0])[:_MOST_WITH_FORMS]:
            if far > (_FORM_OFF if self._asked.inflected else _BARE_FORM_OFF):
                fresh[key] = min(far, _off_of_forms(self._asked, entry)), entry
        self._found |= fresh
        self.best = min((self.best, *(far for far, _entry in fresh.values())))

    def ranked(self, most: float) -> list[tuple[Known, float]]:
        """Those that are at most so far off, the nearest first."""
        fitting = [(entry, far) for far, entry in self._found.values() if far <= most]
        return sorted(fitting, key=lambda each: each[1])


def _off(asked: AskedName, entry: AlikeEntry) -> float:
    """How far off the name is: as spelled, or what it sounds like where it is not in its own alphabet or language."""
    if not asked.key:
        return min(apart("".join(words), entry.text) for words in asked.spellings)
    sounds = (apart("".join(words), entry.text) + _SOUND_OFF for words in asked.spellings)
    return min((apart(asked.key, entry.key), *sounds))


def _off_of_forms(asked: AskedName, entry: AlikeEntry) -> float:
    nearest = min(_off_of_form(words, entry.words) for words in asked.spellings)
    return nearest + (_FORM_OFF if asked.inflected else _BARE_FORM_OFF)


def _off_of_form(words: Sequence[str], own: Sequence[str]) -> float:
    if len(words) != len(own):
        return 99.0
    total = 0.0
    for word, name in zip(words, own, strict=True):
        best, _score, _place = process.extractOne(word, (name, *forms(name)), scorer=OSA.distance)
        total += apart(word, best)
    return total
