"""The use case: a file becomes the edition in force, whole or not at all."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import db.editions
import db.gazetteer
import db.registry
from bot.domain.clock import Clock
from bot.domain.registry import Changes, changes
from bot.services.registry.checking import check, edition_of, named_codes
from bot.services.registry.faults import Fault, UnreadableFile
from bot.services.registry.parsing import Parsed, parse
from bot.services.registry.reading import read
from db.engine import Database


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed; `faults` are all there are, in the order of the file."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """`generation` is None when nothing was written: only a check, or the edition in force says the same."""

    changes: Changes
    generation: int | None


Outcome: TypeAlias = Refused | Accepted


async def import_registry(database: Database, clock: Clock, path: Path, *, dry_run: bool = False) -> Outcome:
    """Make the file or folder at `path` the registry; with `dry_run` only say what would change."""
    try:
        parsed = await asyncio.to_thread(_parse, path)  # a large workbook takes seconds: off the event loop
    except UnreadableFile as error:
        return Refused((error.fault,))
    async with database.write():
        await db.gazetteer.lock()  # one load at a time: what we compare with must not change before we write
        check(parsed, await db.registry.categories(named_codes(parsed)))
        if parsed.faults:
            return Refused(parsed.in_order())
        difference = changes(await db.editions.load(), edition_of(parsed))
        if dry_run or not difference.size:
            return Accepted(difference, None)
        return Accepted(difference, await db.editions.apply(difference, label=path.name, now=clock()))


def _parse(path: Path) -> Parsed:
    return parse(read(path))
