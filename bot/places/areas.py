"""Oblasts, raions, hromadas and city districts by what people call them when they say where a place lies."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.places import Category, Unit
from bot.places.fold import fold_all
from bot.places.forms import is_form
from bot.places.size import people
from bot.places.stems import drawer, without_case
from bot.places.words import words

Codes = frozenset[str]
WIDER: Final = frozenset({Category.OBLAST, Category.RAION, Category.HROMADA})
# By the first four characters of the code: what an oblast is called besides its name. Without a word like «область»
# only the first of a line is taken for an oblast: Вінниця may be a city.
NICKNAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "UA01": ("Крим", "АРК", "АР Крим", "Кримська", "Сімферополь"),
    "UA05": ("Вінниччина", "Вінниця"),
    "UA07": ("Волинь", "Луцька", "Луцьк"),
    "UA12": ("Дніпропетровщина", "Дніпровська", "Дніпро", "Січеславщина", "Січеславська", "Дніпропетровськ"),
    "UA14": ("Донеччина", "Донбас", "Донецьк"),
    "UA18": ("Житомирщина", "Житомир"),
    "UA21": ("Закарпаття", "Ужгородська", "Ужгород"),
    "UA23": ("Запоріжчина", "Запоріжжя"),
    "UA26": ("Прикарпаття", "Франківщина", "Івано-Франківщина", "Франківська", "Івано-Франківськ", "Франківськ"),
    "UA32": ("Київщина", "Київ"),
    "UA35": ("Кіровоградщина", "Кропивниччина", "Кропивницька", "Кропивницький", "Кіровоград"),
    "UA44": ("Луганщина", "Луганськ"),
    "UA46": ("Львівщина", "Львів"),
    "UA48": ("Миколаївщина", "Миколаїв", "Николаевская", "Николаев"),
    "UA51": ("Одещина", "Одеса", "Одесщина"),
    "UA53": ("Полтавщина", "Полтава"),
    "UA56": ("Рівненщина", "Рівне", "Ровенская", "Ровно"),
    "UA59": ("Сумщина", "Суми"),
    "UA61": ("Тернопільщина", "Тернопіль"),
    "UA63": ("Харківщина", "Харків", "Слобожанщина"),
    "UA65": ("Херсонщина", "Херсон"),
    "UA68": ("Хмельниччина", "Хмельницький"),
    "UA71": ("Черкащина", "Черкаси"),
    "UA73": ("Буковина", "Чернівеччина", "Чернівці"),
    "UA74": ("Чернігівщина", "Чернігів"),
}
_MOST_ERRORS: Final = 2
_SHORTEST_GUESSED: Final = 6


class Areas:
    """Everything that may be named to say where."""

    def __init__(self, units: Iterable[Unit]) -> None:
        listed = list(units)
        self._exact: dict[str, dict[Category, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._called: dict[str, dict[tuple[str, Category], set[str]]] = defaultdict(lambda: defaultdict(set))
        self._plain: dict[str, tuple[str, str]] = {}  # nicknames that need no word beside them, by drawer
        for unit in _areas(listed):
            self._add(unit.name, unit)
        for area, centre in _centres(listed):
            self._call(centre, area)
        self._add_nicknames(listed)

    def _add(self, name: str, unit: Unit) -> None:
        folded = fold_all(words(name))
        self._exact[_bare(folded)][unit.category].add(unit.katottg)
        self._called[drawer(folded)][_bare_each(folded), unit.category].add(unit.katottg)

    def _call(self, name: str, unit: Unit) -> None:
        folded = fold_all(words(name))
        self._called[drawer(folded)][_bare_each(folded), unit.category].add(unit.katottg)

    def _add_nicknames(self, units: Iterable[Unit]) -> None:
        oblasts = {unit.katottg[:4]: unit for unit in units if unit.category is Category.OBLAST}
        for prefix, names in NICKNAMES.items():
            if (oblast := oblasts.get(prefix)) is not None:
                for name in names:
                    self._call(name, oblast)
                    if name == names[0] or name.endswith(("чина", "щина")):
                        plain = "".join(fold_all(words(name)))
                        self._plain[drawer([plain])] = plain, oblast.katottg

    def called(self, folded: Sequence[str], kinds: frozenset[Category]) -> Codes:
        """Areas of these kinds that the folded words may mean, in any case and spelling."""
        return self.named(folded, kinds) or self._drawn(folded, kinds)

    def named(self, folded: Sequence[str], kinds: frozenset[Category]) -> Codes:
        """Areas of these kinds that have just this name, but for the ending."""
        return _of(self._exact.get(_bare(folded)), kinds)

    def _drawn(self, folded: Sequence[str], kinds: frozenset[Category]) -> Codes:
        """Of the areas in a drawer those that differ in few letters: «Чорна» is no form of «Чернігів»."""
        bare, called = _bare_each(folded), self._called.get(drawer(folded), {})
        most = _MOST_ERRORS if len(bare) >= _SHORTEST_GUESSED else 1
        near = (
            codes
            for (name, kind), codes in called.items()
            if kind in kinds and OSA.distance(bare, name, score_cutoff=most) <= most
        )
        return frozenset(code for codes in near for code in codes)

    def nickname(self, folded: str) -> Codes:
        """The oblast that is called so by one word: «Полтавщина», «Закарпаття»."""
        plain, code = self._plain.get(drawer([folded]), ("", ""))
        return frozenset({code}) if code and is_form([folded], [plain]) else frozenset()

    def alike(self, folded: Sequence[str], kinds: frozenset[Category]) -> Codes:
        """Areas whose names nearly sound so: for a misspelled area that is marked as one."""
        asked = _bare(folded)
        if len(asked) < _SHORTEST_GUESSED:
            return frozenset()
        pool = [name for name, area in self._exact.items() if not kinds.isdisjoint(area)]
        found = process.extractOne(asked, pool, scorer=OSA.distance, score_cutoff=_MOST_ERRORS)
        return _of(self._exact[found[0]], kinds) if found else frozenset()


def _bare(folded: Sequence[str]) -> str:
    """Without the case ending of an adjective."""
    return without_case("".join(folded))


def _bare_each(folded: Sequence[str]) -> str:
    """All words without their case endings."""
    return "".join(map(without_case, folded))


def _of(area: Mapping[Category, set[str]] | None, kinds: frozenset[Category]) -> Codes:
    return frozenset(code for kind, codes in (area or {}).items() if kind in kinds for code in codes)


def _areas(units: Iterable[Unit]) -> list[Unit]:
    """Oblasts, raions, hromadas, districts, and cities that have districts."""
    listed = list(units)
    divided = {unit.settlement for unit in listed if unit.category is Category.DISTRICT}
    return [unit for unit in listed if not unit.is_settlement or unit.katottg in divided]


def _centres(units: Sequence[Unit]) -> list[tuple[Unit, str]]:
    """Raions and hromadas with the settlement they are named after: the biggest of a like name."""
    areas = {unit.katottg: unit for unit in units if unit.category in WIDER}
    best: dict[str, Unit] = {}
    for unit in units:
        for code in (unit.raion, unit.hromada) if unit.is_settlement else ():
            if code in areas and areas[code].name[:4] == unit.name[:4]:
                best[code] = max(best.get(code, unit), unit, key=people)
    return [(areas[code], unit.name) for code, unit in best.items()]
