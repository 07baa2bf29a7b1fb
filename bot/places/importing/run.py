"""The frame of every importer: read the file, compare with the database, write whole or not at all."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import db.gazetteer
from bot.domain.clock import KYIV
from bot.places.importing.editions import iso
from bot.places.importing.faults import FileFault, FileUnusable
from bot.places.importing.plan import AliasKey, ImportPlan, ImportReading, State
from bot.places.load import Progress, silent
from db import audit, polygons
from db.engine import Database

Reader: TypeAlias = Callable[[Path, str | None], Awaitable[ImportReading]]
"""Reads a file with the edition given by the operator, if any; raises `FileUnusable`."""


@dataclass(frozen=True, slots=True)
class PlacesRefused:
    """Nothing was changed; `faults` are all there are, in the order of the file."""

    faults: Sequence[FileFault]


@dataclass(frozen=True, slots=True)
class PlacesAccepted:
    """`generation` is None when nothing was written: only a check, or there was nothing to change."""

    plan: ImportPlan
    generation: int | None


Outcome: TypeAlias = PlacesRefused | PlacesAccepted


async def import_file(
    database: Database,
    read: Reader,
    path: Path,
    *,
    now: datetime,
    edition: str | None = None,
    dry_run: bool = False,
    progress: Progress = silent,
) -> Outcome:
    """Load one official file in one transaction; with `dry_run` only say what would change."""
    try:
        reading = await read(path, edition)
    except FileUnusable as error:
        return PlacesRefused((error.fault,))
    if reading.faults:
        return PlacesRefused(reading.faults)
    async with database.write():
        await db.gazetteer.lock()  # one load at a time: what we compare with must not change before we write
        try:
            plan = reading.plan(await _state(now))
        except FileUnusable as error:
            return PlacesRefused((error.fault,))
        if dry_run or not plan.size:
            return PlacesAccepted(plan, None)
        return PlacesAccepted(plan, await _write(plan, now=now, progress=progress))


async def _state(now: datetime) -> State:
    units, aliases = await db.gazetteer.read_units(), await db.gazetteer.read_aliases()
    loaded = await db.gazetteer.read_generations()
    return State(
        units={unit.katottg: unit for unit in units},
        aliases={AliasKey(alias.katottg, alias.name): alias.kind for alias in aliases},
        polygons=dict(await polygons.read()),
        edition=_newest_edition(row.label for row in loaded if row.kind == "codifier"),
        today=now.astimezone(KYIV).date(),
    )


def _newest_edition(labels: Iterable[str]) -> str:
    return max((iso(label) or "" for label in labels), default="")


async def _write(plan: ImportPlan, *, now: datetime, progress: Progress) -> int:
    generation = await db.gazetteer.add_generation(plan.kind, label=plan.label[:200], rows=plan.size, loaded_at=now)
    before = 0
    for rows, count in (
        (db.gazetteer.write_units(plan.units), len(plan.units)),
        (db.gazetteer.write_aliases(plan.aliases), len(plan.aliases)),
        (polygons.add(generation, plan.polygons), len(plan.polygons)),
    ):
        async with aclosing(rows) as parts:
            async for done in parts:
                progress(before + done, plan.size)
        before += count
    source = {"label": plan.label[:200]}
    await audit.note(at=now, admin_id=None, action="places-imported", subject=f"places:{plan.kind}", after=source)
    if plan.polygons:
        await polygons.keep(generation, replaced=[area.katottg for area in plan.polygons])
    return generation
