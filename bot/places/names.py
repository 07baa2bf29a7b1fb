"""Finds units by name: spelled exactly, folded, inflected, by a beginning, or merely alike.

Official names come before other names, and those of one name by size.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from bot.domain.places import SETTLEMENTS, Alias, AliasKind, PlaceCategory, Unit
from bot.places.alike import Alike, AskedName, Effort
from bot.places.fold import fold_name
from bot.places.forms import is_form
from bot.places.layout import is_latin
from bot.places.likeness import spelled_off, stem_off
from bot.places.size import by_size
from bot.places.stems import drawers_of_name, drawers_of_question
from bot.places.words import words

NAMED: Final = SETTLEMENTS | {PlaceCategory.DISTRICT}


class Hit(NamedTuple):
    """A unit that bears the name; `alias` when it is not the official one; `off` is how far the name is from what
    was typed (0: it is the name or a form of it; about 1 for every wrong letter)."""

    unit: Unit
    alias: Alias | None = None
    off: float = 0.0


@dataclass(slots=True)
class NameEntry:
    """One name as it is spelled, with all who bear it: officially first, each by size."""

    words: tuple[str, ...]  # folded
    key: str
    hits: list[Hit] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.words)


class NameIndex:
    """Settlements and city districts by name; `units` come by size, and so do those of one name."""

    def __init__(self, units: Mapping[str, Unit], aliases: Iterable[Alias]) -> None:
        self._official: dict[str, list[Hit]] = defaultdict(list)
        self._other: dict[str, list[Hit]] = defaultdict(list)
        self._entries: dict[str, NameEntry] = {}
        self._folded: dict[str, list[NameEntry]] = defaultdict(list)
        self._drawers: dict[str, list[list[NameEntry]]] = defaultdict(list)  # names of one sound are one list
        self._add_units(unit for unit in units.values() if unit.category in NAMED)
        self._add_aliases(units, aliases)
        self._sorted = sorted({*self._official, *self._other})
        self._alike = Alike([entry for entry in self._entries.values() if _guessable(entry)])

    def _add_units(self, named: Iterable[Unit]) -> None:
        by_name: dict[str, list[Hit]] = defaultdict(list)
        for unit in named:
            by_name[unit.name].append(Hit(unit))
        for name, hits in by_name.items():
            found = words(name)
            self._official["".join(found)].extend(hits)
            self._entry(found).hits.extend(hits)

    def _add_aliases(self, units: Mapping[str, Unit], aliases: Iterable[Alias]) -> None:
        """Latin spellings are looked up as they are: folded they mostly are the official name. An older edition also
        knows other names of hromadas and raions: those are no places to live in."""
        size = {code: place for place, code in enumerate(units) if units[code].category in NAMED}
        for alias in sorted((each for each in aliases if each.katottg in size), key=lambda each: size[each.katottg]):
            found, hit = words(alias.name), Hit(units[alias.katottg], alias)
            key = "".join(found)
            self._other[key].append(hit)
            if not is_latin(key):
                self._entry(found).hits.append(hit)

    def _entry(self, found: Sequence[str]) -> NameEntry:
        """The entry of a name; one of a new sound is put into its drawers."""
        key = "".join(found)
        if key not in self._entries:
            entry = self._entries[key] = NameEntry(fold_name(found), key)
            alike = self._folded[entry.text]
            alike.append(entry)
            for each in drawers_of_name(entry.words) if len(alike) == 1 else ():
                self._drawers[each].append(alike)
        return self._entries[key]

    def official(self, name: str) -> list[Hit]:
        """Units whose official name has this key, the most populous first."""
        return self._official.get(name, [])

    def other(self, name: str) -> list[Hit]:
        """Units that have this key as another name."""
        return self._other.get(name, [])

    def folded(self, asked: Sequence[str], key: str) -> list[Hit]:
        """Units that have a name which sounds or looks the same; `asked` are folded words, `key` is as typed."""
        return _all_hits(self._folded.get("".join(asked), ()), key, spelled_off)

    def inflected(self, asked: Sequence[str], key: str) -> list[Hit]:
        """Units of whose name `asked` (folded words; `key` as typed) is a case form, official names first."""
        meant = [entry for entry in self._in_drawers(asked) if is_form(asked, entry.words)]
        return _all_hits(list({entry.key: entry for entry in meant}.values()), key, stem_off)

    def alike(self, asked: AskedName, effort: Effort = Effort.ENOUGH) -> list[Hit]:
        """Units whose names resemble what was asked, the nearest first."""
        drawn = {entry.key: entry for entry in self._in_drawers(asked.spellings[0])}
        ranked = self._alike.rank(asked, list(drawn.values()), effort)
        return once(Hit(hit.unit, _told(hit.alias), off) for entry, off in ranked for hit in entry.hits)

    def _in_drawers(self, asked: Sequence[str]) -> list[NameEntry]:
        """Some lie in several."""
        return [
            entry for drawer in drawers_of_question(asked) for alike in self._drawers.get(drawer, ()) for entry in alike
        ]

    def starting(self, name: str) -> list[Hit]:
        """Units whose name begins so and goes on, official names before others, each class by size."""
        longer = [found for found in self._beginning(name) if found != name]
        official = sorted((hit for found in longer for hit in self._official.get(found, ())), key=_by_size)
        other = sorted((hit for found in longer for hit in self._other.get(found, ())), key=_by_size)
        return once((*official, *other))

    def _beginning(self, name: str) -> Iterator[str]:
        for at in range(bisect_left(self._sorted, name), len(self._sorted)):
            if not self._sorted[at].startswith(name):
                return
            yield self._sorted[at]


def _told(alias: Alias | None) -> Alias | None:
    """A misspelled foreign spelling is as good as the name misspelled."""
    return None if alias is None or alias.kind is AliasKind.FOREIGN else alias


def _guessable(entry: NameEntry) -> bool:
    """Foreign spellings are looked up, not guessed at."""
    return any(hit.alias is None or hit.alias.kind is not AliasKind.FOREIGN for hit in entry.hits)


def _all_hits(entries: Sequence[NameEntry], key: str, off: Callable[[str, str], float]) -> list[Hit]:
    """All who bear these names, official ones first; of several names the one that is spelled more like the key."""
    bearers = once(hit for entry in entries for hit in entry.hits)
    if len(entries) == 1 or len(bearers) == 1:
        return bearers
    far = {entry.key: off(key, entry.key) for entry in entries}
    hits = [Hit(hit.unit, hit.alias, far[entry.key]) for entry in entries for hit in entry.hits]
    return once(sorted(hits, key=_official_by_size))


def _by_size(hit: Hit) -> tuple[int, int, str]:
    return by_size(hit.unit)


def _official_by_size(hit: Hit) -> tuple[bool, float, tuple[int, int, str]]:
    return hit.alias is not None, hit.off, by_size(hit.unit)


def once(hits: Iterable[Hit]) -> list[Hit]:
    """The first hit of each unit."""
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.unit.katottg, hit)
    return list(first.values())
