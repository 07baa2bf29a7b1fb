"""`import codifier`: an edition of the codifier over those that were loaded before.

A newer edition decides names and levels; what it renames stays findable by the old name, what it no longer lists stays
known by its code, marked. An older edition only adds the names it had. A newer one that would withdraw far more than
any real one ever did is taken for a part of the file, unless the operator insists.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from bot.domain.places import Alias, AliasKind, PlaceCategory, Unit
from bot.places.codifier import CATEGORY, HEADER, NAME, linked
from bot.places.importing.editions import edition_of, is_later, is_older
from bot.places.importing.faults import FileFault, FileUnusable
from bot.places.importing.plan import ImportPlan, ImportReading, State, new_aliases
from bot.places.importing.tables import find_table, read_sheets
from bot.places.importing.units import read_unit

KIND: Final = "codifier"
MOST_WITHDRAWN: Final = 0.02
"""The largest share of the units in force that an edition may withdraw. Real editions withdrew 9 of 31,752
from January 2024 to July 2026 (0.03 %)."""
_TOP: Final = frozenset({PlaceCategory.OBLAST, PlaceCategory.SPECIAL_CITY})
_APOSTROPHES: Final = str.maketrans("'ʼ‘`", "’’’’")


async def read(path: Path, edition: str | None = None, *, shrink: bool = False) -> ImportReading:
    """Every unit of the file; raises `FileUnusable` without a header or a date of the edition. `shrink`: the operator
    says that the file is whole, however much it withdraws."""
    table = find_table(await read_sheets(path), HEADER[0], CATEGORY, NAME)
    dated = edition_of(edition, path.stem, (text for line in table.title for text in line.cells))
    if dated is None:
        raise FileUnusable("edition-missing", file=path.name)
    faults: list[FileFault] = []
    seen: dict[str, int] = {}
    units = [unit for line in table.body if (unit := read_unit(line, table, seen, faults))]
    if not units and not faults:
        raise FileUnusable("empty", file=path.name)
    return ImportReading(faults, partial(plan, linked(units), dated, shrink=shrink))


def plan(units: Iterable[Unit], edition: str, state: State, *, shrink: bool = False) -> ImportPlan:
    """What the edition changes; raises `FileUnusable` when it is dated in the future or is only a part of a file."""
    if is_later(edition, state.today):
        raise FileUnusable("edition-in-future", edition=edition, today=state.today.isoformat())
    listed = {unit.katottg: unit for unit in units}
    if is_older(edition, state.edition):
        return _older(listed, edition, state)
    gone = [unit for unit in _in_force(state) if unit.katottg not in listed]
    if not shrink:
        _check_whole(gone, state)
    return _newer(listed, gone, edition, state)


def _newer(listed: Mapping[str, Unit], gone: Sequence[Unit], edition: str, state: State) -> ImportPlan:
    written = {unit.katottg: unit for unit in _changed(listed, state)}
    renamed = [state.units[code] for code, unit in written.items() if _other_name(state.units.get(code), unit)]
    source = f"{KIND} {state.edition}".strip()
    former = [(Alias(unit.katottg, unit.name, AliasKind.FORMER), source) for unit in renamed]
    added = sum(code not in state.units for code in written)
    counts = {"added": added, "renamed": len(renamed), "changed": len(written) - added - len(renamed)}
    return ImportPlan(
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
    """Raises `FileUnusable` when whole oblasts are missing, or more than a small share of the units."""
    count = len(_in_force(state))
    oblasts = [unit.name for unit in gone if unit.category in _TOP]
    if oblasts:
        names = ", ".join(oblasts)
        raise FileUnusable("oblasts-missing", oblasts=names, gone=str(len(gone)), count=str(count))
    if len(gone) > math.ceil(count * MOST_WITHDRAWN):
        raise FileUnusable("too-many-withdrawn", gone=str(len(gone)), count=str(count))


def _changed(listed: Mapping[str, Unit], state: State) -> Iterator[Unit]:
    """Units that are new or differ; what other files told about them (point, population) stays."""
    for code, unit in listed.items():
        known = state.units.get(code)
        merged = unit if known is None else replace(unit, point=known.point, population=known.population)
        if merged != known:
            yield merged


def _older(listed: Mapping[str, Unit], edition: str, state: State) -> ImportPlan:
    known = [(unit, state.units.get(code)) for code, unit in listed.items()]
    former = [Alias(unit.katottg, unit.name, AliasKind.FORMER) for unit, now in known if _other_name(now, unit)]
    aliases = new_aliases(state, [(alias, f"{KIND} {edition}") for alias in former])
    return ImportPlan(
        kind="aliases",
        label=f"{KIND} {edition}",
        counts={"aliases": len(aliases)},
        aliases=aliases,
        unmatched=[f"{unit.katottg} {unit.name}" for unit, now in known if now is None],
        older_than=state.edition,
    )


def _other_name(known: Unit | None, unit: Unit) -> bool:
    """Whether the unit had another name; another kind of apostrophe makes no other name."""
    return known is not None and known.name.translate(_APOSTROPHES) != unit.name.translate(_APOSTROPHES)
