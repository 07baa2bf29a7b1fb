"""The finder of areas by name: oblasts, raions, hromadas, Kyiv and Sevastopol, city districts.

Everybody who names an area asks here: whoever gives an admin a territory, silences an area, wants its figures, or
chooses who hears an announcement. Settlements are `bot.places.search`'s matter.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from bot.domain.places import PlaceCategory, Unit
from bot.places.areas import Areas, Codes
from bot.places.fold import fold_all
from bot.places.vocabulary import ADJECTIVE, AREAS, BETWEEN, KINDS
from bot.places.words import spelled_out, words

LEVELS: Final = (PlaceCategory.OBLAST, PlaceCategory.SPECIAL_CITY, PlaceCategory.RAION, PlaceCategory.HROMADA)
"""Kinds of areas that can be looked after, be silent, have figures of their own; the widest first."""
HROMADAS: Final = (PlaceCategory.SPECIAL_CITY, PlaceCategory.HROMADA)
"""Of the lowest level: Kyiv and Sevastopol have no hromadas."""
ORDER: Final = (*LEVELS, PlaceCategory.DISTRICT)
SHORTEST: Final = 3
"""Letters of a name's beginning that are enough to look for."""
SAME_BEGINNING: Final = 4  # letters: names in one drawer sound alike, and may still be others
FIRST_TYPED: Final = 2  # letters: nobody misspells them, and «Салтівський» is not «Ялтинський»
_WIDE: Final = frozenset(LEVELS)
_CODE: Final = re.compile(r"UA\d+")
_PARTS: Final = re.compile("[,;\n]")


class Said:
    """A name as typed, its words folded. `kinds`: what it is said to be; None when it is not said. `whole`: with the
    words that say so, for a name may have one in it (Хутір-Михайлівська)."""

    def __init__(self, text: str) -> None:
        folded = fold_all(words(spelled_out(text)))
        said = [kinds for word in folded if (kinds := AREAS.get(word) or KINDS.get(word))]
        self.kinds = frozenset[PlaceCategory]().union(*said) if said else None
        self.whole = tuple(folded)
        self.name = tuple(w for w in folded if w not in AREAS and w not in KINDS and not BETWEEN.fullmatch(w))

    def among(self, kinds: Iterable[PlaceCategory]) -> frozenset[PlaceCategory]:
        """Kinds that may be meant, of those that are wanted. Without a word a city's district is not meant: too many
        are called like something else."""
        return frozenset(kinds) & (_WIDE if self.kinds is None else self.kinds)


class NamedAreas:
    """Built of the units in force and what they are called; `Gazetteer.named_areas` is the one of a generation."""

    def __init__(self, units: Iterable[Unit], areas: Areas) -> None:
        self._areas = areas
        self._units = {unit.katottg: unit for unit in units if unit.category in ORDER}
        self._words = {code: fold_all(words(unit.name)) for code, unit in self._units.items()}

    def called(self, text: str, kinds: Iterable[PlaceCategory]) -> list[Unit]:
        """Areas of these kinds that are called so, the widest first: by code, in any case and spelling, by nickname
        («Житомирщина»), by their centre («Малин» is the hromada); misspelled ones where a word says that it is an area.
        What it lies in may be told beside a comma, or behind the name: «Іванівська Одеська»."""
        if _CODE.fullmatch(code := text.strip().upper()):
            return self._sorted({code}, frozenset(kinds))
        parts = [Said(part) for part in _PARTS.split(text)]
        named = [part for part in parts if part.name]
        around = [self._meant(part, ORDER) for part in named]
        for at, part in enumerate(named):
            others = (*around[:at], *around[at + 1 :])
            codes = self._meant(part, kinds) or self._behind(part, kinds)
            if found := [unit for unit in self._of(codes) if all(each & set(unit.areas) for each in others)]:
                return self._sorted((unit.katottg for unit in found), frozenset(kinds))
        return []

    def typed(self, text: str, kinds: Iterable[PlaceCategory]) -> list[Unit]:
        """All that may be meant, for who types the beginning of a name and chooses from a list: what is called so, then
        what begins so. A name just as it is spelled is meant itself: «Бердичівська» is no raion."""
        asked, wanted = Said(text), list(kinds)
        begun = self._begun(asked, wanted)
        if begun and self._words[begun[0].katottg][0] == asked.name[0]:
            return begun
        return list({unit.katottg: unit for unit in (*self.called(text, wanted), *begun)}.values())

    def _begun(self, said: Said, kinds: Iterable[PlaceCategory]) -> list[Unit]:
        """Areas whose names begin so, whole names first. Further words begin its name or one of an area around it."""
        if not said.name or len(said.name[0]) < SHORTEST:
            return []
        wanted = said.among(kinds)
        found = (unit for unit in self._units.values() if unit.category in wanted and self._begins(unit, said.name))
        return sorted(found, key=lambda unit: (self._words[unit.katottg][0] != said.name[0], *_rank(unit)))

    def _meant(self, said: Said, kinds: Iterable[PlaceCategory]) -> Codes:
        """Areas that the whole name means."""
        if said.whole != said.name and (whole := self._areas.named(said.whole, frozenset(kinds))):
            return whole
        name, wanted = said.name, said.among(kinds)
        if not name or not wanted:
            return frozenset()
        codes = self._areas.nickname(name[0]) if len(name) == 1 else frozenset()
        codes |= self._areas.called(name, wanted)
        if not codes and said.kinds:  # it is said to be an area: a misspelled one, then
            codes = self._beginning(self._areas.alike(name, wanted), name[0][:FIRST_TYPED])
        found = frozenset(code for code in codes if self._units[code].category in wanted) or self._raions(codes, wanted)
        return self._beginning(found, name[0][:SAME_BEGINNING]) or found

    def _raions(self, codes: Codes, wanted: Collection[PlaceCategory]) -> Codes:
        """The raions that an old raion's hromadas lie in now."""
        raions = {self._units[code].raion for code in codes} if PlaceCategory.RAION in wanted else set()
        return frozenset(raion for raion in raions if raion is not None)

    def _beginning(self, codes: Codes, letters: str) -> Codes:
        return frozenset(code for code in codes if self._words[code][0].startswith(letters))

    def _behind(self, said: Said, kinds: Iterable[PlaceCategory]) -> Codes:
        """Areas that the first words name exactly, in those that the others name: adjectives all, or nicknames. «Нова
        Борова» is none of it."""
        for own, rest in _cuts(said.name):
            around = self._areas.nickname(rest[0]) | self._areas.named(rest, _WIDE)
            codes = self._areas.named(own, said.among(kinds)) if ADJECTIVE.search(own[-1]) else frozenset()
            if found := frozenset(unit.katottg for unit in self._of(codes) if around & set(unit.areas[1:])):
                return found
        return frozenset()

    def _begins(self, unit: Unit, name: Sequence[str]) -> bool:
        own = self._words[unit.katottg]
        if not own[0].startswith(name[0]):
            return False
        known = [word for code in unit.areas for word in self._words.get(code, ())]
        return all(any(word.startswith(each) for word in known) for each in name[1:])

    def _of(self, codes: Iterable[str]) -> Iterator[Unit]:
        return (self._units[code] for code in codes if code in self._units)

    def _sorted(self, codes: Iterable[str], kinds: frozenset[PlaceCategory]) -> list[Unit]:
        return sorted((unit for unit in self._of(codes) if unit.category in kinds), key=_rank)


def says_area(text: str) -> bool:
    """Whether there is a word like «громада» or «область» in it."""
    return any(word in AREAS for word in fold_all(words(spelled_out(text))))


def _rank(unit: Unit) -> tuple[int, str]:
    return ORDER.index(unit.category), unit.katottg


def _cuts(name: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The name and what is behind it, long names first."""
    for at in range(len(name) - 1, 0, -1):
        yield name[:at], name[at:]
