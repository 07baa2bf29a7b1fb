"""The use case: a file becomes the edition in force, whole or not at all."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import db.editions
import db.gazetteer
import db.registry
from bot.domain.clock import Clock
from bot.domain.errors import FileRefused
from bot.domain.registry import Changes, Edition, How
from bot.outside.limits import OFFICIAL
from bot.outside.reading import Outside
from bot.services.registry.checking import named_codes
from bot.services.registry.faults import Fault, of_file
from bot.services.registry.parsing import Parsed, parse
from bot.services.registry.planning import Ground, Plan, plan, refused
from bot.services.registry.writing import write_edition
from db.engine import Database


@dataclass(frozen=True, slots=True)
class ImportRefused:
    """Nothing was changed; `faults` are all there are, in the order of the file."""

    faults: tuple[Fault, ...]
    plan: Plan


@dataclass(frozen=True, slots=True)
class ImportAccepted:
    """`generation` is None when nothing was written: only a check, or the edition in force says the same."""

    plan: Plan
    generation: int | None

    @property
    def changes(self) -> Changes:
        return self.plan.changes


Outcome: TypeAlias = ImportRefused | ImportAccepted


async def import_registry(database: Database, clock: Clock, path: Path, *, dry_run: bool = False) -> Outcome:
    """Make the file or folder at `path` the registry; with `dry_run` only say what would change."""
    try:
        tables = await Outside(OFFICIAL).tables(path)
    except FileRefused as error:
        return ImportRefused((of_file(error),), refused(Edition(), (of_file(error),)))
    parsed = await asyncio.to_thread(parse, tables)  # a large workbook takes seconds: off the event loop
    async with database.write():
        await db.gazetteer.lock()  # one load at a time: what we compare with must not change before we write
        found = plan(parsed, await ground(parsed))
        if found.faults:
            return ImportRefused(found.faults, found)
        if dry_run:
            return ImportAccepted(found, None)
        write = write_edition(found.old, found.new, how=How.IMPORT, label=path.name, admin=None, now=clock())
        return ImportAccepted(found, await write)


async def ground(parsed: Parsed) -> Ground:
    """What the file is held against, as it is now."""
    categories = await db.registry.categories(named_codes(parsed))
    return Ground(await db.editions.load(), categories, await db.registry.withdrawn())
