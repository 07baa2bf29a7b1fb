"""Silent hromadas: the list. Who lies inside: silent_places.py; what may not be kept there: silent_erasure.py; what
waits to be said: silent_outbox.py."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from bot.domain.reports import OPEN, ReportStatus
from bot.domain.silence import Silence, SilentArea
from db.engine import execute
from db.schema import generations, reports, residents, silent_generations, silent_hromadas, units
from db.silent_erasure import forget
from db.silent_places import inside, places

__all__ = ["counts", "imported", "last_import", "load", "newest_generations", "places", "plant", "planted", "write"]

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


async def counts(code: str) -> tuple[int, int, int]:
    """(reports that are not resolved, drafts, residents) inside an area."""
    written = sa.select(sa.func.count()).select_from(reports).where(reports.c.place.in_(inside(code)))
    living = sa.select(sa.func.count()).select_from(residents).where(residents.c.place.in_(inside(code)))
    is_open = reports.c.status.in_([each.value for each in OPEN])
    row = await execute(
        sa.select(
            written.where(is_open).scalar_subquery().label("open"),
            written.where(reports.c.status == ReportStatus.DRAFT.value).scalar_subquery().label("drafts"),
            living.scalar_subquery().label("living"),
        )
    )
    found = row.one()
    return found.open, found.drafts, found.living


IMPORT: Final = ":import"
PLANTED: Final = ":planted"
"""Labels of generations that change no line: a whole list was imported; the first lines were there."""


async def imported(now: datetime) -> None:
    """A whole list came; perhaps nothing differed."""
    await execute(silent_generations.insert().values(label=IMPORT, rows=0, changed_at=now))


async def last_import() -> datetime | None:
    """When a whole list came last."""
    newest = sa.select(sa.func.max(silent_generations.c.changed_at)).where(silent_generations.c.label == IMPORT)
    found: datetime | None = (await execute(newest)).scalar()
    return found


async def planted() -> bool:
    """Whether the first lines have been there."""
    done = sa.select(silent_generations.c.id).where(silent_generations.c.label == PLANTED).limit(1)
    return (await execute(done)).first() is not None


async def plant(areas: Sequence[SilentArea], now: datetime) -> None:
    """The first lines, once in a database's life; what an admin has written stays."""
    if await planted():
        return
    codes = [each.katottg for each in areas]
    known = set((await execute(sa.select(units.c.katottg).where(units.c.katottg.in_(codes)))).scalars())
    listed = (await load()).keys()
    await write([each for each in areas if each.katottg in known - listed], (), label=PLANTED, now=now)
