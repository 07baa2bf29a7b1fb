"""Guesses: names that resemble what was typed, with typing errors, Russian vowels, forms, all at once.

Only a question that nothing else could answer gets here. One pass of rapidfuzz over the names of nearly the same length
finds candidates (optimal string alignment: insertions, deletions, substitutions, neighbours swapped); the few that
remain are compared closely.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.places.forms import forms
from bot.places.russian import ukrainian

MOST: Final = 12
MOST_COMPARED: Final = 30
# Which vowels the neighbours' language or a careless ear has instead of each other: Харьков, Винница, Запарожье.
_LAX: Final = str.maketrans({"и": "о", "е": "о", "а": "о", "х": "г"})
_FEW_ERRORS: Final = ((3, 0), (5, 1), (11, 2))  # up to this many letters, so many errors
_MOST_ERRORS: Final = 3
_MOST_WITH_FORMS: Final = 8
_FORM_OFF: Final = 0.6  # a misspelled form is a little less likely than a misspelled name
_SURE: Final = 0.5  # so near in the drawers that no pass over all names is needed
_GOOD: Final = 1.3  # so near as spelled that no pass over the folded names is needed


class Entry(Protocol):
    """A name: its folded words, and its key as it is spelled."""

    words: tuple[str, ...]
    key: str


Known = TypeVar("Known", bound=Entry)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: folded words, the same as if they had been Russian, and the key when it is Cyrillic."""

    spellings: tuple[tuple[str, ...], ...]
    key: str

    @classmethod
    def of(cls, folded: Sequence[str], key: str) -> "Asked":
        spellings = dict.fromkeys((tuple(folded), ukrainian(folded)))
        return cls(tuple(spellings), "" if key.isascii() else key)

    @property
    def most_errors(self) -> int:
        """How many errors are forgiven in a name this long."""
        length = max(len(self.key), len("".join(self.spellings[0])))
        return next((most for size, most in _FEW_ERRORS if length <= size), _MOST_ERRORS)


class Alike(Generic[Known]):
    """Names by length, as they are spelled and folded."""

    def __init__(self, entries: Mapping[str, Known]) -> None:
        self._entries = entries
        self._spelled = _Pool((entry.key, text) for text, entry in entries.items())
        self._folded = _Pool((text, text) for text in entries)

    def rank(self, asked: Asked, drawn: Mapping[str, Known], *, drawn_only: bool = False) -> list[tuple[Known, float]]:
        """Entries with how far off they are, the nearest first; `drawn` are candidates found otherwise, by text."""
        found = self._compared(asked, drawn)
        if not drawn_only and asked.most_errors and _best(found) > _SURE:
            found |= self._compared(asked, self._near(asked.key, self._spelled, asked.most_errors))
            if _best(found) > _GOOD:
                found |= self._compared(asked, self._near("".join(asked.spellings[0]), self._folded, asked.most_errors))
        fitting = [each for each in found.values() if each[1] <= asked.most_errors + 0.5]
        return sorted(fitting, key=lambda each: each[1])[:MOST]

    def _near(self, asked: str, pool: "_Pool", most: int) -> dict[str, Known]:
        return {text: self._entries[text] for text in pool.near(asked, most)}

    def _compared(self, asked: Asked, entries: Mapping[str, Known]) -> dict[str, tuple[Known, float]]:
        """The nearest few are compared by their forms too."""
        off = sorted(((_off(asked, entry), text) for text, entry in entries.items()))
        found = {text: (entries[text], far) for far, text in off}
        for far, text in off[:_MOST_WITH_FORMS]:
            if far > _FORM_OFF:
                found[text] = entries[text], min(far, _off_of_forms(asked, entries[text]))
        return found


class _Pool:
    """Names by length, each with the text its entry is known by."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._names: dict[int, list[str]] = defaultdict(list)
        self._texts: dict[int, list[str]] = defaultdict(list)
        for name, text in names:
            self._names[len(name)].append(name)
            self._texts[len(name)].append(text)

    def near(self, asked: str, most: int) -> list[str]:
        """Texts of names with so many letters wrong at the most, the nearest first."""
        near: list[tuple[int, str]] = []
        for size in range(len(asked) - most, len(asked) + most + 1) if asked else ():
            names = self._names.get(size, ())
            found = process.extract(asked, names, scorer=OSA.distance, score_cutoff=most, limit=MOST_COMPARED)
            near.extend((int(distance), self._texts[size][place]) for _name, distance, place in found)
        return [text for _distance, text in sorted(near)[:MOST_COMPARED]]


def _best(found: Mapping[str, tuple[Known, float]]) -> float:
    return min((off for _entry, off in found.values()), default=99.0)


def _off(asked: Asked, entry: Entry) -> float:
    """How far the nearest of the spellings is from the name: letters as typed count more than what they sound like."""
    folded = "".join(entry.words)
    off = min(_distance("".join(words), folded) for words in asked.spellings)
    return off if not asked.key else 0.4 * off + 0.6 * OSA.distance(asked.key, entry.key)


def _off_of_forms(asked: Asked, entry: Entry) -> float:
    return min(_off_of_form(words, entry.words) for words in asked.spellings)


def _off_of_form(words: Sequence[str], own: Sequence[str]) -> float:
    if len(words) != len(own):
        return 99.0
    total = _FORM_OFF
    for word, name in zip(words, own, strict=True):
        best, _score, _place = process.extractOne(word, (name, *forms(name)), scorer=OSA.distance)
        total += _distance(word, best)
    return total


def _distance(asked: str, name: str) -> float:
    """Wrong letters, a wrong vowel half of one; the more so the nearer to the beginning."""
    plain = OSA.distance(asked, name)
    lax = OSA.distance(asked.translate(_LAX), name.translate(_LAX))
    return (plain + lax) / 2 + 0.3 * float(JaroWinkler.distance(asked, name))
