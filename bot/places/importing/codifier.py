"""`import codifier`: an edition of the codifier over those that were loaded before.

A newer edition decides names and levels; what it renames stays findable by the old name, what it no longer lists stays
known by its code, marked. An older edition only adds the names it had. A newer one that would withdraw far more than
any real one ever did is taken for a part of the file, unless the operator insists.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from bot.domain.places import Alias, AliasKind, Category, Unit
from bot.places.codifier import CATEGORY, HEADER, NAME, category, linked
from bot.places.importing.editions import edition_of, is_later, is_older
from bot.places.importing.faults import Fault, Unusable, shown
from bot.places.importing.plan import Plan, Reading, State, new_aliases
from bot.places.importing.tables import Line, Table, cell, find_table, read_sheets

KIND: Final = "codifier"
CODE: Final = re.compile(r"UA\d{17}")
MOST_WITHDRAWN: Final = 0.02
"""The largest share of the units in force that an edition may withdraw. Real editions withdrew 9 of 31,752
from January 2024 to July 2026 (0.03 %)."""
LONGEST: Final = 100
"""Characters of a name; the longest in the ministry's editions has 28."""
_PARTS: Final = ((2, 4), (4, 6), (6, 9), (9, 12), (12, 14))
"""Where oblast, raion, hromada, settlement and district stand in a code."""
_DEPTH: Final[Mapping[Category, int]] = {
    Category.OBLAST: 1,
    Category.SPECIAL_CITY: 1,
    Category.RAION: 2,
    Category.HROMADA: 3,
    Category.CITY: 4,
    Category.TOWNSHIP: 4,
    Category.VILLAGE: 4,
    Category.DISTRICT: 5,
}
"""The last part of its code that is not all zeros; so in every row of the editions of 2024-01, 2025-05 and 2026-07."""
_TOP: Final = frozenset({Category.OBLAST, Category.SPECIAL_CITY})
_APOSTROPHES: Final = str.maketrans("'ʼ‘`", "’’’’")


def read(path: Path, edition: str | None = None, *, shrink: bool = False) -> Reading:
    """Every unit of the file; raises `Unusable` without a header or a date of the edition. `shrink`: the operator says
    that the file is whole, however much it withdraws."""
    table = find_table(read_sheets(path), HEADER[0], CATEGORY, NAME)
    dated = edition_of(edition, path.stem, (text for line in table.title for text in line.cells))
    if dated is None:
        raise Unusable("edition-missing", file=path.name)
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    units = [unit for line in table.body if (unit := _unit(line, table, seen, faults))]
    if not units and not faults:
        raise Unusable("empty", file=path.name)
    return Reading(faults, partial(plan, linked(units), dated, shrink=shrink))


def plan(units: Iterable[Unit], edition: str, state: State, *, shrink: bool = False) -> Plan:
    """What the edition changes; raises `Unusable` when it is dated in the future or seems to be a part of a file."""
    if is_later(edition, state.today):
        raise Unusable("edition-in-future", edition=edition, today=state.today.isoformat())
    listed = {unit.katottg: unit for unit in units}
    if is_older(edition, state.edition):
        return _older(listed, edition, state)
    gone = [unit for unit in _in_force(state) if unit.katottg not in listed]
    if not shrink:
        _check_whole(gone, state)
    return _newer(listed, gone, edition, state)


def _newer(listed: Mapping[str, Unit], gone: Sequence[Unit], edition: str, state: State) -> Plan:
    written = {unit.katottg: unit for unit in _changed(listed, state)}
    renamed = [state.units[code] for code, unit in written.items() if _other_name(state.units.get(code), unit)]
    source = f"{KIND} {state.edition}".strip()
    former = [(Alias(unit.katottg, unit.name, AliasKind.FORMER), source) for unit in renamed]
    added = sum(code not in state.units for code in written)
    counts = {"added": added, "renamed": len(renamed), "changed": len(written) - added - len(renamed)}
    return Plan(
        kind=KIND,
        label=edition,
        counts=counts | {"withdrawn": len(gone)},
        units=[*written.values(), *(replace(unit, withdrawn_in=edition) for unit in gone)],
        aliases=new_aliases(state, former),
        unmatched=[f"{unit.katottg} {unit.name}" for unit in gone],
    )


def _in_force(state: State) -> list[Unit]:
    return [unit for unit in state.units.values() if unit.withdrawn_in is None]


def _check_whole(gone: Sequence[Unit], state: State) -> None:
    """Raises `Unusable` when whole oblasts are missing, or more than a small share of the units."""
    count = len(_in_force(state))
    oblasts = [unit.name for unit in gone if unit.category in _TOP]
    if oblasts:
        names = ", ".join(oblasts)
        raise Unusable("oblasts-missing", oblasts=names, gone=str(len(gone)), count=str(count))
    if len(gone) > math.ceil(count * MOST_WITHDRAWN):
        raise Unusable("too-many-withdrawn", gone=str(len(gone)), count=str(count))


def _changed(listed: Mapping[str, Unit], state: State) -> Iterator[Unit]:
    """Units that are new or differ; what other files told about them (point, population) stays."""
    for code, unit in listed.items():
        known = state.units.get(code)
        merged = unit if known is None else replace(unit, point=known.point, population=known.population)
        if merged != known:
            yield merged


def _older(listed: Mapping[str, Unit], edition: str, state: State) -> Plan:
    known = [(unit, state.units.get(code)) for code, unit in listed.items()]
    former = [Alias(unit.katottg, unit.name, AliasKind.FORMER) for unit, now in known if _other_name(now, unit)]
    aliases = new_aliases(state, [(alias, f"{KIND} {edition}") for alias in former])
    return Plan(
        kind="aliases",
        label=f"{KIND} {edition}",
        counts={"aliases": len(aliases)},
        aliases=aliases,
        unmatched=[f"{unit.katottg} {unit.name}" for unit, now in known if now is None],
    )


def _other_name(known: Unit | None, unit: Unit) -> bool:
    """Whether the unit had another name; another kind of apostrophe makes no other name."""
    return known is not None and known.name.translate(_APOSTROPHES) != unit.name.translate(_APOSTROPHES)


def _unit(line: Line, table: Table, seen: dict[str, int], faults: list[Fault]) -> Unit | None:
    """The unit of a line; what is wrong with it goes to `faults`."""
    letter, name = cell(line, table, CATEGORY), cell(line, table, NAME)
    found = category(letter)
    level = _level(line, table, found)
    code = cell(line, table, level)
    before = len(faults)
    if not CODE.fullmatch(code):
        faults.append(Fault("not-a-katottg", line.number, level, {"value": shown(code)}))
    elif code in seen:
        faults.append(Fault("repeated", line.number, level, {"value": code, "first": str(seen[code])}))
    if found is None:
        faults.append(Fault("not-a-category", line.number, CATEGORY, {"value": shown(letter)}))
    elif CODE.fullmatch(code) and _DEPTH[found] != _depth(code):
        faults.append(Fault("not-of-category", line.number, CATEGORY, {"value": shown(letter), "code": code}))
    faults.extend(_faults_of_name(name, line.number))
    seen.setdefault(code, line.number)
    return Unit(code, found, name) if found is not None and len(faults) == before else None


def _faults_of_name(name: str, number: int) -> Iterator[Fault]:
    if not name:
        yield Fault("required", number, NAME)
    if len(name) > LONGEST:
        yield Fault("too-long", number, NAME, {"length": str(len(name)), "limit": str(LONGEST)})


def _depth(code: str) -> int:
    return max((at for at, (begin, end) in enumerate(_PARTS, start=1) if int(code[begin:end])), default=0)


def _level(line: Line, table: Table, found: Category | None) -> str:
    """The column of the unit's own code: the deepest one. Kyiv and Sevastopol have theirs at the first level; editions
    of 2024 leave stubs (`UA80`, `UA800`) below it."""
    if found is Category.SPECIAL_CITY:
        return HEADER[0]
    return next((level for level in reversed(HEADER) if cell(line, table, level)), HEADER[0])
