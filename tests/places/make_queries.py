"""Makes `generated-tuned.csv` and `generated-unseen.csv`: questions as people misspell and inflect them.

Run: `python -m tests.places.make_queries`. Seeded: the same gazetteer gives the same bytes. Only names that one
settlement bears (or of which one is clearly the biggest) are asked about without an area, so every question has one
right answer. The rules of this script are written in ordinary spelling and know nothing of the search's own.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from translitua import RussianSimple, UkrainianKMU, translit

from bot.domain.places import AliasKind, PlaceCategory, Unit
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer
from bot.places.size import people
from tests.places.inflecting import genitive, locative

FOLDER: Final = Path(__file__).parent
PER_KIND: Final = 120
SEEDS: Final = {"generated-tuned.csv": 20261, "generated-unseen.csv": 20262}
LETTERS: Final = "абвгдежзиіїйклмнопрстуфхцчшщюяьє"
UKRAINIAN: Final = "йцукенгшщзхїфівапролджєячсмитьбю"
QWERTY: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN_KEYS: Final = str.maketrans("іїє'", "ыъэё")
LOOSE: Final = (("kh", "h"), ("zh", "j"), ("yi", "i"), ("ii", "i"), ("y", "i"), ("ts", "c"), ("ia", "ya"), ("ie", "e"))
RUSSIAN_ENDS: Final = (
    ("ський", "ский"), ("цький", "цкий"), ("ська", "ская"), ("цька", "цкая"), ("ське", "ское"), ("цьке", "цкое"),
    ("івка", "овка"), ("ївка", "евка"), ("вці", "вцы"), ("нці", "нцы"), ("ець", "ец"), ("ськ", "ск"), ("цьк", "цк"),
    ("лів", "лев"), ("чів", "чев"), ("шів", "шев"), ("ів", "ов"), ("їв", "ев"), ("ове", "овое"), ("еве", "евое"),
    ("не", "ное"), ("иця", "ица"), ("пілля", "полье"), ("піль", "поль"), ("жжя", "жье"), ("ки", "ки"), ("ги", "ги"),
    ("хи", "хи"), ("жи", "жи"), ("чи", "чи"), ("ши", "ши"), ("ий", "ый"), ("и", "ы"), ("і", "и"),
)  # fmt: skip
RUSSIAN_LETTERS: Final = str.maketrans({"и": "и", "і": "и", "ї": "и", "є": "е", "ґ": "г", "’": "ь", "'": "ь"})
RUSSIAN_BEGINNINGS: Final = (
    ("Олександр", "Александр"), ("Олексі", "Алексе"), ("Микола", "Никола"), ("Дмитр", "Дмитр"), ("Андрі", "Андре"),
    ("Ганн", "Анн"), ("Катерин", "Екатерин"), ("Сергі", "Серге"), ("Біл", "Бел"), ("Ліс", "Лес"), ("Кам’ян", "Камен"),
    ("Нова ", "Новая "), ("Стара ", "Старая "), ("Мала ", "Малая "), ("Нове ", "Новое "), ("Новий ", "Новый "),
    ("Старий ", "Старый "), ("Нові ", "Новые "), ("Старі ", "Старые "), ("Малі ", "Малые "), ("Опанас", "Афанас"),
)  # fmt: skip

Make = Callable[[Random, str], str]


def typo(random: Random, name: str) -> str:
    """One letter dropped, doubled wrongly, replaced or swapped; never the first."""
    at = random.randrange(1, len(name) - 1)
    other = random.choice(LETTERS)
    return random.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + other + name[at:],
            name[:at] + other + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )


def two_typos(random: Random, name: str) -> str:
    return typo(random, typo(random, name))


def careless(random: Random, name: str) -> str:
    """Apostrophes, hyphens, capitals and spaces as they come."""
    name = name.replace("’", random.choice(("", "'", "`", '"', "ь", "*")))
    name = name.replace("-", random.choice((" ", "", " - ", "–")))
    return random.choice((str.upper, str.lower, str.swapcase))(name)


def confused(random: Random, name: str) -> str:
    """и/і/ї/й, г/ґ, е/є and е/и for each other, once or twice."""
    pairs = {"и": "іе", "і": "ий", "ї": "ій", "й": "иї", "г": "ґх", "е": "єи", "є": "е", "о": "а"}
    places = [at for at, letter in enumerate(name) if letter in pairs and at]
    for at in random.sample(places, min(len(places), random.choice((1, 1, 2)))):
        name = name[:at] + random.choice(pairs[name[at]]) + name[at + 1 :]
    return name


def in_case(random: Random, name: str) -> str:
    """A preposition and its case, sometimes with words around."""
    if random.random() < 0.5:
        return random.choice(("в {}", "у {}", "живу в {}", "ми мешкаємо в {}", "{}")).format(locative(name))
    return random.choice(("з {}", "до {}", "я з {}", "біля {}", "{}")).format(genitive(name))


def romanised(_random: Random, name: str) -> str:
    return translit(name.replace("’", "'"), UkrainianKMU)


def loosely_romanised(random: Random, name: str) -> str:
    text = romanised(random, name).lower().replace("'", "")
    for one, other in random.sample(LOOSE, 2):
        text = text.replace(one, other)
    return text


def russian(_random: Random, name: str) -> str:
    for own, foreign in RUSSIAN_BEGINNINGS:
        if name.startswith(own):
            name = foreign + name[len(own) :]
    return " ".join(_russian_word(word) for word in name.split())


def _russian_word(word: str) -> str:
    for own, foreign in RUSSIAN_ENDS:
        if word.endswith(own):
            word = word[: -len(own)] + foreign
            break
    return word.translate(RUSSIAN_LETTERS)


def romanised_russian(random: Random, name: str) -> str:
    return translit(russian(random, name), RussianSimple)


def on_latin_keys(_random: Random, name: str) -> str:
    return name.lower().replace("’", "").translate(str.maketrans(UKRAINIAN, QWERTY))


def on_russian_keys(_random: Random, name: str) -> str:
    return name.lower().replace("’", "").translate(RUSSIAN_KEYS)


PLAIN: Final[dict[str, Make]] = {
    "exact": lambda _random, name: name,
    "careless": careless,
    "case": in_case,
    "typo": typo,
    "two typos": two_typos,
    "confused": confused,
    "latin": romanised,
    "latin loose": loosely_romanised,
    "latin russian": romanised_russian,
    "russian": russian,
    "layout latin": on_latin_keys,
    "layout russian": on_russian_keys,
}
AREAS: Final = (
    "{n}, {o} область", "{n} {o} обл.", "{o} обл. {n}", "{o} область, с. {n}", "{n} {og} області",
    "{n} {r} район", "{n} {rg} району", "{rg} р-ну {n}", "с. {n} {r} р-н", "{n}, {h} громада", "{n} {hg} громади",
    "{h} ТГ, {n}", "{n} ({h} отг)", "{o} обл., {r} р-н, {n}", "{n} {h} тг {o} обл",
    "{nl} {rg} району", "з {ng} {og} області",
)  # fmt: skip


class Maker:
    def __init__(self) -> None:
        self.gazetteer = Gazetteer(files.read_units(), files.read_aliases())
        self.settlements = [unit for unit in self.gazetteer.units if unit.is_settlement and unit.raion]
        self.namesakes: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.gazetteer.units:
            if unit.is_settlement:
                self.namesakes[unit.name].append(unit)

    def plain(self, unit: Unit) -> bool:
        """Whether the name alone means this settlement."""
        first, *rest = sorted(self.namesakes[unit.name], key=people, reverse=True)
        return first is unit and (not rest or people(unit) >= max(10_000, 10 * people(rest[0])))

    def pick(self, random: Random, *, longer_than: int = 3) -> Unit:
        """A settlement whose name alone is enough: two in five by population, the others anyhow."""
        while True:
            some = random.choices(self.settlements, k=8)
            unit = max(some, key=people) if random.random() < 0.4 else some[0]
            if self.plain(unit) and len(unit.name) > longer_than:
                return unit

    def rows(self, seed: int) -> list[tuple[str, str, str]]:
        random = Random(seed)
        made = [row for kind, make in PLAIN.items() for row in self._plain_rows(random, kind, make)]
        return [*made, *self._context(random), *self._former(random), *self._districts(random)]

    def _plain_rows(self, random: Random, kind: str, make: Make) -> list[tuple[str, str, str]]:
        shortest = {"typo": 5, "two typos": 8, "confused": 5}.get(kind, 3)
        rows: list[tuple[str, str, str]] = []
        while len(rows) < PER_KIND:
            unit = self.pick(random, longer_than=shortest)
            query = make(random, unit.name)
            if kind in {"exact", "layout latin"} or query != unit.name:
                rows.append((query, unit.katottg, kind))
        return rows

    def _context(self, random: Random) -> list[tuple[str, str, str]]:
        rows: list[tuple[str, str, str]] = []
        while len(rows) < PER_KIND * 2:
            unit, pattern = random.choice(self.settlements), random.choice(AREAS)
            if self._unique(unit, pattern):
                rows.append((self._filled(pattern, unit), unit.katottg, "context"))
        return rows

    def _unique(self, unit: Unit, pattern: str) -> bool:
        codes = [
            code
            for letter, code in zip("orh", (unit.oblast, unit.raion, unit.hromada), strict=True)
            if "{" + letter in pattern
        ]
        names = [self.gazetteer.unit(code or "").name for code in codes]
        same = [
            each
            for each in self.namesakes[unit.name]
            if all(any(above.name == name for above in self.gazetteer.chain(each)[1:]) for name in names)
        ]
        return len(same) == 1

    def _filled(self, pattern: str, unit: Unit) -> str:
        o, r, h = (self.gazetteer.unit(code or "").name for code in (unit.oblast, unit.raion, unit.hromada))
        n = unit.name
        return pattern.format(
            n=n,
            ng=genitive(n),
            nl="в " + locative(n),
            o=o,
            r=r,
            h=h,
            og=_adjective(o, "ої"),
            rg=_adjective(r, "ого"),
            hg=_adjective(h, "ої"),
        )

    def _former(self, random: Random) -> list[tuple[str, str, str]]:
        every = [*self.gazetteer.aliases, *files.read_former()]
        bearers = Counter(alias.name for alias in every)
        known = [
            alias
            for alias in every
            if alias.kind is AliasKind.FORMER and bearers[alias.name] == 1 and alias.name not in self.namesakes
        ]
        return [(alias.name, alias.katottg, "former") for alias in random.sample(known, PER_KIND)]

    def _districts(self, random: Random) -> list[tuple[str, str, str]]:
        rows = []
        for unit in self.gazetteer.units:
            if unit.category is PlaceCategory.DISTRICT and unit.oblast is not None and random.random() < 0.5:
                city = self.gazetteer.unit(unit.settlement or "").name
                pattern = random.choice(("{c}, {d} район", "{d} район {g}", "{c} {d} р-н", "{d} район, м. {c}"))
                rows.append((pattern.format(c=city, d=unit.name, g=genitive(city)), unit.katottg, "district"))
        return rows


def _adjective(name: str, ending: str) -> str:
    return name[:-2] + ending if name.endswith("ий") else name[:-1] + ending if name.endswith("а") else name


def main() -> None:
    maker = Maker()
    for name, seed in SEEDS.items():
        with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("query", "katottg", "kind"))
            table.writerows(maker.rows(seed))


if __name__ == "__main__":
    main()
