"""`import population`: the yearbook of the State Statistics Service, tables 5 (towns) and 6 (hromadas).

The tables have names and no codes; oblast and raion stand on lines of their own above. Reads the lines; which unit each
one means is found in `matching`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from bot.domain.places import PlaceCategory, Unit
from bot.places.importing.faults import FileFault, FileUnusable, shown
from bot.places.importing.matching import Counted, Names
from bot.places.importing.plan import ImportPlan, ImportReading, State
from bot.places.importing.tables import TableLine, read_sheets

KIND: Final = "population"
TITLE: Final = re.compile(r"[56]\. ?Чисельність наявного населення")
OBLAST: Final = re.compile(r"(?P<name>.+?) область|(?P<crimea>Автономна Республіка Крим)")
RAION: Final = re.compile(r"(?P<name>.+?) район")
SPECIAL: Final = ("Київ", "Севастополь")
CITY: Final = re.compile(r"м\. ?(?P<name>.+)")
TOWNSHIP: Final = re.compile(r"(?:смт|с-ще|селище) ?(?P<name>.+)")
HROMADA: Final = re.compile(r"(?P<name>.+?) (?P<kind>міська|селищна|сільська) ?(?:ТГ|територіальна громада)")
CENTRES: Final = {"міська": PlaceCategory.CITY, "селищна": PlaceCategory.TOWNSHIP, "сільська": PlaceCategory.VILLAGE}
NO_FIGURE: Final = {"", "…", "...", "–", "-", "—"}
_FOOTNOTE: Final = re.compile(r"[\d¹²³*]+\)?$")


async def read(path: Path, _edition: str | None = None) -> ImportReading:
    """Every town and hromada with a figure; raises `FileUnusable` when the workbook has neither table."""
    faults: list[FileFault] = []
    rows: list[Counted] = []
    for sheet in await read_sheets(path):
        if any(TITLE.match(line.cells[0]) for line in sheet.lines[:5]):
            rows.extend(_read_sheet(sheet.name, sheet.lines, faults))
    if not rows and not faults:
        raise FileUnusable("no-population", file=path.name)
    return ImportReading(faults, partial(plan, rows, path.name))


def plan(rows: Sequence[Counted], label: str, state: State) -> ImportPlan:
    """Units whose figure is new or differs; what matches none or several is listed."""
    names = Names(state, rows)
    found: dict[str, int] = {}
    unmatched = []
    for row in rows:
        unit = names.match(row)
        if unit is None:
            unmatched.append(f"{row.sheet}: {row.number}: {row.name}, {row.raion}, {row.oblast}")
        else:
            found.setdefault(unit.katottg, row.people)  # Kyiv stands in both tables
    written = [_counted(state, code, people) for code, people in found.items()]
    changed = [unit for unit in written if unit != state.units[unit.katottg]]
    added = sum(state.units[unit.katottg].population is None for unit in changed)
    counts = {"added": added, "changed": len(changed) - added, "same": len(written) - len(changed)}
    return ImportPlan(kind=KIND, label=label, counts=counts, units=changed, unmatched=unmatched)


def _counted(state: State, code: str, people: int) -> Unit:
    return replace(state.units[code], population=people)


def _read_sheet(sheet: str, lines: Iterable[TableLine], faults: list[FileFault]) -> Iterator[Counted]:
    oblast = raion = ""
    for line in lines:
        name = _FOOTNOTE.sub("", line.cells[0]).strip()
        if found := OBLAST.fullmatch(name):
            oblast, raion = found["name"] or found["crimea"], ""
        elif found := RAION.fullmatch(name):
            raion = found["name"]
        elif (kind := _kind(name)) and (people := _figure(line, faults)) is not None:
            yield Counted(line.number, sheet, oblast, raion, *kind, people)


def _kind(name: str) -> tuple[str, tuple[PlaceCategory, ...], PlaceCategory | None] | None:
    """The bare name of a town or hromada, what it may be by now (the likeliest first), and what its centre is."""
    if found := HROMADA.fullmatch(name):
        return found["name"], (PlaceCategory.HROMADA,), CENTRES[found["kind"]]
    if found := CITY.fullmatch(name):
        special = found["name"] in SPECIAL
        return found["name"], (PlaceCategory.SPECIAL_CITY if special else PlaceCategory.CITY,), None
    if found := TOWNSHIP.fullmatch(name):
        return found["name"], (PlaceCategory.TOWNSHIP, PlaceCategory.VILLAGE, PlaceCategory.CITY), None
    return None


def _figure(line: TableLine, faults: list[FileFault]) -> int | None:
    text = line.cells[1].replace(" ", "") if len(line.cells) > 1 else ""
    if text in NO_FIGURE:
        return None
    if not (text.isascii() and text.isdecimal()):
        faults.append(FileFault("not-a-number", line.number, "", {"value": shown(text)}))
        return None
    return int(text)
