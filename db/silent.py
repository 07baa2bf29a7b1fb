"""Silent hromadas: the list. Who lies inside: silent_places.py; what may not be kept there: silent_erasure.py."""

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.silence import Silence, SilentArea
from db.engine import execute
from db.schema import generations, silent_generations, silent_hromadas
from db.silent_erasure import forget
from db.silent_places import places

__all__ = ["load", "newest_generations", "places", "write"]

_ALL = sa.select(silent_hromadas).order_by(silent_hromadas.c.katottg)
_NEWEST = sa.select(
    sa.select(sa.func.max(generations.c.id))
    .where(generations.c.kind == "registry")
    .scalar_subquery()
    .label("registry"),
    sa.select(sa.func.max(silent_generations.c.id)).scalar_subquery().label("silent"),
)


async def newest_generations() -> tuple[int, int]:
    """The ids of the registry and of the list in force, in one statement; 0 before the first."""
    row = (await execute(_NEWEST)).one()
    return row.registry or 0, row.silent or 0


async def load() -> dict[str, SilentArea]:
    """The list, by code."""
    rows = await execute(_ALL)
    return {row.katottg: SilentArea(row.katottg, Silence(row.level), row.note) for row in rows}


async def write(put: Sequence[SilentArea], gone: Collection[str], *, label: str, now: datetime) -> None:
    """Change the list as one generation: these lines are added or changed, those codes leave it; and what the list
    no longer lets be kept is erased in the same transaction. The day a line came onto the list stays."""
    since = {row.katottg: row.since for row in await execute(_ALL)}
    touched = [{"was": code} for code in sorted({*gone, *(area.katottg for area in put)})]
    if touched:
        await execute(sa.delete(silent_hromadas).where(silent_hromadas.c.katottg == sa.bindparam("was")), touched)
    rows = [
        {"katottg": each.katottg, "level": int(each.level), "note": each.note, "since": since.get(each.katottg, now)}
        for each in put
    ]
    if rows:
        await execute(silent_hromadas.insert(), rows)
    await execute(silent_generations.insert().values(label=label[:200], rows=len(touched), changed_at=now))
    await forget()
