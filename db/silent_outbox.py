"""What waits to be said while the list of silent hromadas changes: read with how silent it has become, written back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.domain.silence import Silence
from db.engine import execute
from db.schema import beat_areas, officers, outbox, posts, reports, residents, silent_hromadas, units
from db.silent_places import AROUND, hushed, places, strings


@dataclass(frozen=True, slots=True)
class HeldNotice:
    """A notice that waits, or was given up. `level`: of its reader's home, its report, or a place, report or officer it
    names; `to_officer`: the report is somebody else's; `place`: of the report, as it may be kept; `entry_id`: what it
    passes on; `hushed`: its reader is (`silent_places.hushed`)."""

    id: int
    chat_id: int
    kind: str
    fields: dict[str, Any]
    level: Silence | None
    to_officer: bool
    place: str | None
    entry_id: int | None = None
    hushed: bool = False


_ROWS = (
    sa.select(
        outbox.c.id,
        outbox.c.chat_id,
        outbox.c.kind,
        outbox.c.fields,
        outbox.c.entry_id,
        residents.c.place.label("home"),
        hushed().label("hushed"),
        reports.c.place,
        sa.and_(reports.c.id.is_not(None), reports.c.resident_id != sa.func.coalesce(residents.c.id, 0)).label("desk"),
    )
    .join_from(outbox, reports, reports.c.id == outbox.c.report_id, isouter=True)
    .join(residents, residents.c.chat_id == outbox.c.chat_id, isouter=True)
    .order_by(outbox.c.id)
)


async def held() -> list[HeldNotice]:
    """All of them, oldest first."""
    rows = (await execute(_ROWS)).all()
    if not rows:
        return []
    codes = await _codes()
    levels = {**await _names(), **await _refs(codes), **codes}
    return [_held(row, levels) for row in rows]


def _held(row: sa.Row[Any], levels: Mapping[str, Silence]) -> HeldNotice:
    said: Iterator[str] = (each for each in (row.home, row.place, *strings(row.fields)) if each)
    level = max((levels[each] for each in said if each in levels), default=None)
    desk, mute = bool(row.desk), bool(row.hushed)
    return HeldNotice(row.id, row.chat_id, row.kind, dict(row.fields), level, desk, row.place, row.entry_id, mute)


async def _codes() -> dict[str, Silence]:
    """Every code in a silent area with the strictest level around it."""
    listed = {row.katottg: Silence(row.level) for row in await execute(sa.select(silent_hromadas))}
    inside = await execute(sa.select(*AROUND).where(units.c.katottg.in_(places())))
    return {row.katottg: max(listed[code] for code in row if code in listed) for row in inside}


async def _refs(codes: Mapping[str, Silence]) -> dict[str, Silence]:
    """Reports there, by the random id that lists of reports carry."""
    there = sa.select(reports.c.ref, reports.c.place).where(reports.c.place.in_(places()))
    return {row.ref: codes[row.place] for row in await execute(there)}


async def _names() -> dict[str, Silence]:
    """Officers with a beat in a silent area are shown nowhere."""
    inside = sa.select(beat_areas.c.beat_id).where(beat_areas.c.katottg.in_(places()))
    theirs = sa.select(posts.c.officer_id).where(posts.c.beat_id.in_(inside))
    found = (await execute(sa.select(officers.c.name).where(officers.c.id.in_(theirs)))).scalars()
    return dict.fromkeys(found, Silence.OFFICERS)


async def drop(ids: Sequence[int]) -> None:
    """Nothing of it may be said any more."""
    if ids:
        await execute(sa.delete(outbox).where(outbox.c.id.in_(ids)))


async def change(rows: Sequence[tuple[int, str, dict[str, Any]]]) -> None:
    """(id, kind, fields): what is said instead."""
    if rows:
        fields = sa.bindparam("said", type_=outbox.c.fields.type)
        anew = (
            sa.update(outbox).where(outbox.c.id == sa.bindparam("row")).values(kind=sa.bindparam("as"), fields=fields)
        )
        await execute(anew, [{"row": row, "as": kind, "said": said} for row, kind, said in rows])
