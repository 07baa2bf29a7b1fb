"""Former names and old raions from the codifier's predecessor: `python -m bot.places.embedded.koatuu EDITION.csv …`.

КОАТУУ: editions of the State Statistics Service (ДК 014-97) as CSV with the columns TE, NP, NU, the oldest first; those
of 15.07.2015, 30.11.2016, 03.07.2018 and 30.05.2019 were taken. Its codes are no part of КАТОТТГ's, so settlements are
matched by name: first those whose name is the only one of its oblast, then those whose council or old raion is known by
the others to lie in one hromada or raion. What stays ambiguous is left out.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bot.domain.places import Alias, AliasKind, Unit
from bot.places.embedded import files
from bot.places.embedded.spelling import plain
from bot.places.old_raions import OldRaion
from bot.places.words import key

ROUNDS: Final = 5
OBLAST: Final = 2  # so many characters of a code of ten say which oblast
RAION: Final = 5
COUNCIL: Final = 8
NOW_RAION: Final = 6  # and so many of a KATOTTG code which raion
NOW_HROMADA: Final = 9
SETTLEMENTS: Final = frozenset("МТСЩC")  # the last is a Latin letter, a slip of some editions
PART: Final = 0.2  # of a hromada's settlements: so many make it a part of an old raion, and so do two
_RAION: Final = re.compile(r"(?P<name>\S+) РАЙОН/(?:М\.|СМТ|С\.|С-ЩЕ)\s*(?P<centre>.+)")
_SMALL: Final = frozenset({"на", "за", "під", "над", "і", "та", "в", "у", "до"})

Names = Mapping[str, Sequence[str]]
"""Names by КОАТУУ code, the oldest first."""


class Editions(NamedTuple):
    settlements: Names
    raions: Names


def read_editions(paths: Iterable[Path]) -> Editions:
    """All names that settlements and raions had in these editions."""
    settlements: dict[str, list[str]] = defaultdict(list)
    raions: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                code, kind, name = row["TE"].zfill(10), (row["NP"] or "").strip(), row["NU"].strip()
                if kind in SETTLEMENTS:
                    settlements[code].append(name)
                elif _RAION.fullmatch(name):
                    raions[code].append(name)
    return Editions(settlements, raions)


def matched(names: Names, units: Iterable[Unit], former: Iterable[Alias]) -> dict[str, str]:
    """КОАТУУ code to KATOTTG, only where one settlement can be meant."""
    bearers = _bearers([unit for unit in units if unit.is_settlement], former)
    possible = {code: _possible(code, said, bearers) for code, said in names.items()}
    known = _agreed({code: rest for code, rest in possible.items() if len(rest) == 1})
    for _ in range(ROUNDS):
        ground = _Ground(known)
        taken = set(known.values())
        open_ = {code: ground.narrowed(code, rest - taken) for code, rest in possible.items() if code not in known}
        known |= _agreed({code: rest for code, rest in open_.items() if len(rest) == 1})
    return known


def former_names(names: Names, known: Mapping[str, str], units: Iterable[Unit]) -> Iterator[Alias]:
    """What matched settlements were called and are no more."""
    today = {unit.katottg: unit.name for unit in units}
    for code, katottg in known.items():
        for name in {key(said): cased(said) for said in names[code]}.values():
            if key(name) != key(today[katottg]):
                yield Alias(katottg, name, AliasKind.FORMER)


def old_raions(editions: Editions, known: Mapping[str, str], units: Iterable[Unit]) -> Iterator[tuple[str, OldRaion]]:
    """Each with its oblast: the hromadas that hold a part of it."""
    hromadas = {unit.katottg: unit.hromada for unit in units if unit.hromada}
    sizes = Counter(hromadas[katottg] for katottg in known.values() if katottg in hromadas)
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for code, katottg in known.items():
        if hromada := hromadas.get(katottg):
            held[code[:RAION]][hromada] += 1
    for code, said in editions.raions.items():
        parts = [hromada for hromada, n in held[code[:RAION]].items() if n > 1 or n >= PART * sizes[hromada]]
        found = [match for each in said if (match := _RAION.fullmatch(each))]
        names = dict.fromkeys(cased(match["name"]) for match in reversed(found))
        if parts:
            yield f"UA{code[:OBLAST]}", OldRaion(list(names), cased(found[-1]["centre"]), frozenset(parts))


def cased(name: str) -> str:
    """«ГАЇ-ЗА-РУДОЮ» as it is written: Гаї-за-Рудою."""
    parts = re.split(r"([ -])", plain(name).lower())
    return "".join(part if at and part in _SMALL else part[:1].upper() + part[1:] for at, part in enumerate(parts))


def _bearers(settlements: Sequence[Unit], former: Iterable[Alias]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    codes = {unit.katottg for unit in settlements}
    named = ((unit.katottg, unit.name) for unit in settlements)
    before = ((alias.katottg, alias.name) for alias in former if alias.katottg in codes)
    for katottg, name in (*named, *before):
        found[katottg[2:4], key(name)].add(katottg)
    return found


def _possible(code: str, said: Sequence[str], bearers: Mapping[tuple[str, str], set[str]]) -> set[str]:
    """Those that bear the latest of its names that anything bears."""
    found = (bearers.get((code[:OBLAST], key(name)), set()) for name in reversed(said))
    return next(filter(None, found), set())


def _agreed(found: Mapping[str, set[str]]) -> dict[str, str]:
    """Pairs of which no two mean the same settlement."""
    claims = Counter(katottg for rest in found.values() for katottg in rest)
    return {code: katottg for code, rest in found.items() for katottg in rest if claims[katottg] == 1}


class _Ground:
    """Where councils and old raions lie now, by the settlements that are known."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._hromadas: dict[str, set[str]] = defaultdict(set)
        self._raions: dict[str, set[str]] = defaultdict(set)
        for code, katottg in known.items():
            for above in (code[:COUNCIL], code[:RAION]):
                self._hromadas[above].add(katottg[:NOW_HROMADA])
            self._raions[code[:RAION]].add(katottg[:NOW_RAION])

    def narrowed(self, code: str, rest: set[str]) -> set[str]:
        """Those of `rest` in its council's hromadas, else in its raion's; none outside the raions its own lies in."""
        raions = self._raions.get(code[:RAION])
        inside = {each for each in rest if raions is None or each[:NOW_RAION] in raions}
        for above in (code[:COUNCIL], code[:RAION]):
            if len(inside) > 1:
                inside = {each for each in inside if each[:NOW_HROMADA] in self._hromadas[above]} or inside
        return inside


def main(paths: Sequence[str]) -> int:
    units, newer = files.read_units(), files.read_aliases_of(files.FOLDER / files.FORMER)
    editions = read_editions(map(Path, paths))
    known = matched(editions.settlements, units, newer)
    listed = {(alias.katottg, key(alias.name)) for alias in newer}
    names = former_names(editions.settlements, known, units)
    fresh = [each for each in names if (each.katottg, key(each.name)) not in listed]
    files.write_former(files.FOLDER / files.KOATUU, fresh)
    files.write_old_raions(files.FOLDER / files.RAIONS, old_raions(editions, known, units))
    sys.stdout.write(f"{len(known)} of {len(editions.settlements)} settlements matched\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
