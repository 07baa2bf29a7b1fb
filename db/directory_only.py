"""Where no reports are taken: areas of which the bot shows the directory and no more."""

from datetime import datetime
from typing import Final

import sqlalchemy as sa

from db.engine import execute, insert
from db.schema import directory_only, silent_generations

LABEL: Final = ":directory-only"
"""Of generations of the other list of places (db/silent.py): a running bot reloads both when there is a newer one."""


async def load() -> frozenset[str]:
    """The codes."""
    return frozenset((await execute(sa.select(directory_only.c.katottg))).scalars())


async def add(katottg: str, now: datetime) -> None:
    """Doing it twice changes nothing."""
    statement = insert(directory_only).values(katottg=katottg, since=now)
    await execute(statement.on_conflict_do_nothing(index_elements=["katottg"]))
    await _changed(now)


async def remove(katottg: str, now: datetime) -> None:
    await execute(sa.delete(directory_only).where(directory_only.c.katottg == katottg))
    await _changed(now)


async def _changed(now: datetime) -> None:
    await execute(silent_generations.insert().values(label=LABEL, rows=1, changed_at=now))
