"""Polygons, by generation: those of the newest one are in force, whole or not at all."""

from collections.abc import AsyncGenerator, Iterable, Sequence
from itertools import islice
from typing import Final

import sqlalchemy as sa

from db.engine import execute
from db.schema import generations, polygons

SLICE: Final = 200  # polygons weigh kilobytes each

_newest = sa.select(sa.func.max(generations.c.id)).where(generations.c.kind == "polygons").scalar_subquery()
_in_force = (
    sa.select(polygons.c.katottg, polygons.c.wkb)
    .where(polygons.c.generation_id == _newest)
    .order_by(polygons.c.katottg)
)


async def read() -> list[tuple[str, bytes]]:
    """Codes and WKB of the polygons in force, by code."""
    return [(row.katottg, bytes(row.wkb)) for row in await execute(_in_force)]


async def add(generation_id: int, shapes: Iterable[tuple[str, bytes]]) -> AsyncGenerator[int, None]:
    """Insert the polygons of a generation slice by slice; yields how many are in so far."""
    rows = iter(shapes)
    done = 0
    while part := list(islice(rows, SLICE)):
        await execute(sa.insert(polygons), [_row(generation_id, *each) for each in part])
        done += len(part)
        yield done


async def keep(generation_id: int, *, replaced: Sequence[str]) -> None:
    """Hand on to this generation what it does not replace, and drop the older ones."""
    older = sa.select(sa.func.max(polygons.c.generation_id)).where(polygons.c.generation_id < generation_id)
    handed_on = sa.select(sa.literal(generation_id), polygons.c.katottg, polygons.c.wkb).where(
        polygons.c.generation_id == older.scalar_subquery(), polygons.c.katottg.not_in(replaced)
    )
    await execute(sa.insert(polygons).from_select(["generation_id", "katottg", "wkb"], handed_on))
    await execute(sa.delete(polygons).where(polygons.c.generation_id < generation_id))


def _row(generation_id: int, katottg: str, wkb: bytes) -> dict[str, object]:
    return {"generation_id": generation_id, "katottg": katottg, "wkb": wkb}
