"""Oblasts, raions, hromadas and city districts by what people call them when they say where a place lies."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.places import Alias, AliasKind, PlaceCategory, Unit
from bot.places.fold import fold_all
from bot.places.forms import is_form
from bot.places.nicknames import NICKNAMES
from bot.places.old_raions import OldRaion, OldRaions
from bot.places.size import people
from bot.places.stems import bare, bare_each, drawer
from bot.places.words import words

Codes = frozenset[str]
_OBLAST: Final = frozenset({PlaceCategory.OBLAST})
_DISTRICT: Final = frozenset({PlaceCategory.DISTRICT})
WIDER: Final = frozenset({PlaceCategory.OBLAST, PlaceCategory.RAION, PlaceCategory.HROMADA})
_MASCULINE: Final = re.compile("(?:[сцз]к|н|в)(?:и|ого|ому|им)$")
_FEMININE: Final = re.compile("(?:[сцз]к|н|в)(?:а|ои|у|оу)$")
_NEUTER: Final = re.compile("(?:[сцз]к|н|в)е$")
_GENDERS: Final = (
    (_MASCULINE, frozenset({PlaceCategory.RAION, PlaceCategory.DISTRICT})),
    (_FEMININE, frozenset({PlaceCategory.OBLAST, PlaceCategory.HROMADA})),
)
_REMEMBERED: Final = 4096  # areas are few, and named again and again
_MOST_ERRORS: Final = 2
_OF_TWO_WORDS: Final = re.compile("...о")  # Білоцерківська громада of Біла Церква
_SHORTEST_GUESSED: Final = 6


class Areas:
    """Everything that may be named to say where."""

    def __init__(
        self, units: Iterable[Unit], aliases: Iterable[Alias] = (), old_raions: Iterable[OldRaion] = ()
    ) -> None:
        listed = list(units)
        self._exact: dict[str, dict[PlaceCategory, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._called: dict[str, dict[tuple[str, PlaceCategory], set[str]]] = defaultdict(lambda: defaultdict(set))
        self._plain: dict[str, tuple[str, str]] = {}  # nicknames that need no word beside them, by drawer
        for unit in _areas(listed):
            self._add(unit.name, unit)
        others = list(aliases)
        for area, name in _centres(listed, others):
            self._call(name, area)
        self._add_nicknames(listed)
        self._oblasts = [
            (fold_all(words(unit.name)), unit.katottg) for unit in listed if unit.category is PlaceCategory.OBLAST
        ]
        self._add_other_names(listed, others)
        self._old = OldRaions(old_raions)
        self.called = lru_cache(maxsize=_REMEMBERED)(self._called_by)

    def _add(self, name: str, unit: Unit) -> None:
        folded = fold_all(words(name))
        self._exact[bare(folded)][unit.category].add(unit.katottg)
        self._called[drawer(folded)][bare_each(folded), unit.category].add(unit.katottg)

    def _call(self, name: str, unit: Unit) -> None:
        folded = fold_all(words(name))
        self._called[drawer(folded)][bare_each(folded), unit.category].add(unit.katottg)

    def _add_nicknames(self, units: Iterable[Unit]) -> None:
        oblasts = {unit.katottg[:4]: unit for unit in units if unit.category is PlaceCategory.OBLAST}
        for prefix, names in NICKNAMES.items():
            if (oblast := oblasts.get(prefix)) is not None:
                for name in names:
                    self._call(name, oblast)
                    if name == names[0] or name.endswith(("чина", "щина")):
                        plain = "".join(fold_all(words(name)))
                        self._plain[drawer([plain])] = plain, oblast.katottg

    def _add_other_names(self, units: Iterable[Unit], aliases: Iterable[Alias]) -> None:
        """City districts by all their names («Харків, Московський район», «Київ, Дарниця»), raions and hromadas by
        their former ones («Красноградський район»)."""
        areas = {unit.katottg: unit for unit in units if not unit.is_settlement}
        for alias in aliases:
            if area := areas.get(alias.katottg):
                self._add(alias.name, area)

    def _called_by(self, folded: tuple[str, ...], kinds: frozenset[PlaceCategory]) -> Codes:
        """Areas of these kinds that the folded words may mean, in any case and spelling; of an old raion, where raions
        are asked for, the hromadas."""
        raion = PlaceCategory.RAION in kinds and PlaceCategory.HROMADA not in kinds
        just_so = self.named(folded, kinds) | (self._old.named(folded) if raion else frozenset())
        return just_so or self._drawn(folded, kinds) or (self._old.alike(folded) if raion else frozenset())

    def named(self, folded: Sequence[str], kinds: frozenset[PlaceCategory]) -> Codes:
        """Areas of these kinds that have just this name, but for the ending."""
        return _of(self._exact.get(bare(folded)), kinds)

    def _drawn(self, folded: Sequence[str], kinds: frozenset[PlaceCategory]) -> Codes:
        """Of the areas in a drawer those that differ in few letters: «Чорна» is no form of «Чернігів»."""
        asked, called = bare_each(folded), self._called.get(drawer(folded), {})
        most = _MOST_ERRORS if len(asked) >= _SHORTEST_GUESSED else 1
        near = (
            codes
            for (name, kind), codes in called.items()
            if kind in kinds and OSA.distance(asked, name, score_cutoff=most) <= most
        )
        return frozenset(code for codes in near for code in codes)

    def said(self, folded: tuple[str, ...], kinds: frozenset[PlaceCategory]) -> Codes:
        """The same for words beside a name: «Покровський» is a raion or a district, «Покровська» a hromada or an
        oblast, if any is called just so."""
        for adjective, own in _GENDERS:
            if adjective.search(folded[-1]) and (codes := self.named(folded, kinds & own)):
                return codes
        return self.called(folded, kinds)

    def districts(self, folded: tuple[str, ...]) -> Codes:
        """City districts that may be meant. Their names are masculine: «Гірницьке, Криворізька громада» is a village,
        and not the district that was once «Гірницький»."""
        return frozenset() if folded and _NEUTER.search(folded[-1]) else self.called(folded, _DISTRICT)

    def surely(self, folded: tuple[str, ...]) -> bool:
        """Whether an area, its centre or an oblast's nickname is called just so."""
        asked = bare_each(folded)
        if any(name == asked for name, _kind in self._called.get(drawer(folded), {})):
            return True
        return len(folded) == 1 and bool(self.nickname(folded[0]))

    def of_old(self, folded: tuple[str, ...]) -> Codes:
        """The hromadas of an old raion, by its adjective or its centre: «гадяцький», «Зміїв»."""
        return self._old.named(folded) if _MASCULINE.search(folded[-1]) else self._old.around(folded)

    def nickname(self, folded: str) -> Codes:
        """The oblast that is called so by one word: «Полтавщина», «Закарпаття»."""
        plain, code = self._plain.get(drawer([folded]), ("", ""))
        return frozenset({code}) if code and is_form([folded], [plain]) else frozenset()

    def is_oblast(self, folded: Sequence[str]) -> bool:
        """Whether the words are an oblast's adjective alone: «Житомирська», «Івано-Франківська»."""
        return bool(folded) and folded[-1].endswith("ка") and bool(self.named(folded, _OBLAST))

    def begun(self, folded: Sequence[str]) -> Codes:
        """The one oblast whose name begins so, word by word: «полт», «ів-фр»."""
        found = {
            code
            for name, code in self._oblasts
            if len(name) >= len(folded) and all(map(str.startswith, name, folded)) and len("".join(folded)) > 1
        }
        return frozenset(found) if len(found) == 1 else frozenset()

    def alike(self, folded: Sequence[str], kinds: frozenset[PlaceCategory]) -> Codes:
        """Areas whose names nearly sound so: for a misspelled area that is marked as one."""
        asked = bare(folded)
        if len(asked) < _SHORTEST_GUESSED:
            return frozenset()
        pool = [name for name, area in self._exact.items() if not kinds.isdisjoint(area)]
        found = process.extractOne(asked, pool, scorer=OSA.distance, score_cutoff=_MOST_ERRORS)
        return _of(self._exact[found[0]], kinds) if found else frozenset()


def _of(area: Mapping[PlaceCategory, set[str]] | None, kinds: frozenset[PlaceCategory]) -> Codes:
    return frozenset(code for kind, codes in (area or {}).items() if kind in kinds for code in codes)


def _areas(units: Iterable[Unit]) -> list[Unit]:
    """Oblasts, raions, hromadas, districts, and cities that have districts."""
    listed = list(units)
    divided = {unit.settlement for unit in listed if unit.category is PlaceCategory.DISTRICT}
    return [unit for unit in listed if not unit.is_settlement or unit.katottg in divided]


def _named_after(area: Unit, unit: Unit) -> bool:
    if unit.category is PlaceCategory.CITY and " " in unit.name and _OF_TWO_WORDS.match(area.name):
        return area.name[:3] == unit.name[:3]
    return area.name[:4] == unit.name[:4]


def _centres(units: Sequence[Unit], aliases: Iterable[Alias]) -> list[tuple[Unit, str]]:
    """Raions and hromadas with the settlement they are named after, the biggest of a like name; and with the names
    that it had before, as theirs went with them: «Новоград-Волинський район»."""
    areas = {unit.katottg: unit for unit in units if unit.category in WIDER}
    best: dict[str, Unit] = {}
    for unit in units:
        for code in (unit.raion, unit.hromada) if unit.is_settlement else ():
            if code in areas and _named_after(areas[code], unit):
                best[code] = max(best.get(code, unit), unit, key=people)
    names = [(areas[code], unit.name) for code, unit in best.items()]
    named_after: dict[str, list[Unit]] = defaultdict(list)
    for code, unit in best.items():
        named_after[unit.katottg].append(areas[code])
    before = (each for each in aliases if each.kind is AliasKind.FORMER and each.katottg in named_after)
    return names + [(area, each.name) for each in before for area in named_after[each.katottg]]
