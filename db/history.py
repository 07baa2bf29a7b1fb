"""Generations of the registry with the edition before each, so that one can go back. The latest fifty are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from bot.domain.registry import How
from db.engine import execute
from db.schema import admins, editions, generations

KEPT: Final = 50

_KEEP = sa.select(editions.c.generation_id).order_by(editions.c.generation_id.desc()).limit(KEPT)


@dataclass(frozen=True, slots=True)
class Past:
    """One applied change. `counts`: added, changed and retired entries by kind; `admin` None: the command line."""

    generation: int
    at: datetime
    how: How
    label: str
    admin: str | None
    counts: Mapping[str, tuple[int, int, int]]
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """The edition that a generation replaced (`bot.domain.stored`); `areas` are the codes it concerned, empty for the
    country."""

    edition: bytes
    areas: tuple[str, ...]


async def add(
    *,
    generation: int,
    how: How,
    admin_id: int | None,
    counts: Mapping[str, tuple[int, int, int]],
    areas: Sequence[str],
    before: bytes,
) -> None:
    """Note a change, and let the oldest go."""
    row = {
        "generation_id": generation,
        "how": how.value,
        "admin_id": admin_id,
        "counts": dict(counts),
        "areas": list(areas),
    }
    await execute(sa.insert(editions).values(row | {"before": before}))
    await execute(sa.delete(editions).where(editions.c.generation_id.not_in(_KEEP)))


async def newest(most: int) -> list[Past]:
    """The latest first."""
    statement = (
        sa.select(
            editions.c.generation_id,
            editions.c.how,
            editions.c.counts,
            editions.c.areas,
            generations.c.label,
            generations.c.loaded_at,
            admins.c.name,
        )
        .join_from(editions, generations, editions.c.generation_id == generations.c.id)
        .join(admins, editions.c.admin_id == admins.c.id, isouter=True)
        .order_by(editions.c.generation_id.desc())
        .limit(most)
    )
    return [
        Past(
            generation=row.generation_id,
            at=row.loaded_at,
            how=How(row.how),
            label=row.label,
            admin=row.name,
            counts={kind: (each[0], each[1], each[2]) for kind, each in row.counts.items()},
            areas=tuple(row.areas),
        )
        for row in await execute(statement)
    ]


async def before(generation: int) -> Before | None:
    """None: not kept (any more)."""
    wanted = sa.select(editions.c.before, editions.c.areas).where(editions.c.generation_id == generation)
    row = (await execute(wanted)).one_or_none()
    return row and Before(row.before, tuple(row.areas))
