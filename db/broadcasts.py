"""Announcements themselves: drafts, statuses, audiences as they were chosen. The recipients: db/ledger.py."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.broadcasts import Broadcast, Content, Kind, Media, MediaKind, StationButton, Status
from db.engine import execute
from db.schema import broadcast_areas, broadcast_targets, broadcasts

_BY_ID = sa.select(broadcasts).where(broadcasts.c.id == sa.bindparam("wanted"))
_AREAS = (
    sa.select(broadcast_areas)
    .where(broadcast_areas.c.broadcast_id.in_(sa.bindparam("wanted", expanding=True)))
    .order_by(broadcast_areas.c.katottg)
)
_ACTIVE: sa.ColumnElement[bool] = sa.literal_column("status IN ('scheduled', 'running')")
"""Written out, so that the partial index serves it."""
_BEGUN = (
    sa.select(broadcasts)
    .where(_ACTIVE, sa.or_(broadcasts.c.starts_at <= sa.bindparam("now"), broadcasts.c.status == Status.RUNNING.value))
    .order_by(broadcasts.c.id)
)
_PLANNED = sa.select(broadcasts).where(_ACTIVE, broadcasts.c.status == Status.SCHEDULED.value)


async def add(*, kind: Kind, author_id: int, languages: Collection[str], now: datetime) -> int:
    row: dict[str, Any] = {"kind": kind.value, "status": Status.DRAFT.value, "author_id": author_id}
    row |= {"created_at": now, "languages": list(languages), "stations": [], "texts": {}, "media": []}
    return int((await execute(sa.insert(broadcasts).values(row).returning(broadcasts.c.id))).scalar_one())


async def get(broadcast_id: int) -> Broadcast | None:
    row = (await execute(_BY_ID, {"wanted": broadcast_id})).one_or_none()
    return (await _with_areas([row]))[0] if row else None


async def lock(broadcast_id: int) -> None:
    """Nobody else changes or moves it until the transaction ends. SQLite has one writer anyway."""
    await execute(sa.select(broadcasts.c.id).where(broadcasts.c.id == broadcast_id).with_for_update())


async def newest(*, statuses: Collection[Status] = (), most: int, before_id: int | None = None) -> list[Broadcast]:
    """The latest first; no `statuses`: all; `before_id` goes on from an earlier page."""
    found = sa.select(broadcasts).order_by(broadcasts.c.id.desc()).limit(most)
    if statuses:
        found = found.where(broadcasts.c.status.in_([each.value for each in statuses]))
    if before_id is not None:
        found = found.where(broadcasts.c.id < before_id)
    return await _with_areas(list(await execute(found)))


async def begun(now: datetime) -> list[Broadcast]:
    """Those that run, and those whose time has come; the oldest first."""
    return await _with_areas(list(await execute(_BEGUN, {"now": now})))


async def scheduled() -> list[Broadcast]:
    """Those that wait for their time."""
    return await _with_areas(list(await execute(_PLANNED)))


async def change(broadcast_id: int, **values: Any) -> None:
    """Set plain columns: `stations`, `languages`, `texts`, `media`, `button`, `frozen`."""
    await execute(sa.update(broadcasts).where(broadcasts.c.id == broadcast_id).values(values))


async def move(broadcast: Broadcast, to: Status, **values: Any) -> bool:
    """From the status it was read in to another; False when somebody else moved it first."""
    here = (broadcasts.c.id == broadcast.id, broadcasts.c.status == broadcast.status.value)
    return (await execute(sa.update(broadcasts).where(*here).values(status=to.value, **values))).rowcount > 0


async def set_areas(broadcast_id: int, areas: Collection[str]) -> None:
    """The audience, instead of the one before."""
    await execute(sa.delete(broadcast_areas).where(broadcast_areas.c.broadcast_id == broadcast_id))
    if areas:
        rows = [{"broadcast_id": broadcast_id, "katottg": each} for each in sorted(set(areas))]
        await execute(sa.insert(broadcast_areas), rows)


async def set_targets(broadcast_id: int, targets: Mapping[int, Iterable[str]]) -> None:
    """Whom each station (id) concerns (codes), instead of the ones before."""
    await execute(sa.delete(broadcast_targets).where(broadcast_targets.c.broadcast_id == broadcast_id))
    rows = [
        {"broadcast_id": broadcast_id, "katottg": code, "station_id": station}
        for station, codes in targets.items()
        for code in sorted(set(codes))
    ]
    if rows:
        await execute(sa.insert(broadcast_targets), rows)


async def targets_of(broadcast_id: int) -> dict[int, list[str]]:
    """Codes by station."""
    found: dict[int, list[str]] = {}
    for row in await execute(sa.select(broadcast_targets).where(broadcast_targets.c.broadcast_id == broadcast_id)):
        found.setdefault(row.station_id, []).append(row.katottg)
    return found


def packed(texts: Mapping[str, Content]) -> dict[str, Any]:
    """As the column keeps them."""
    return {locale: {"text": each.text, "entities": list(each.entities)} for locale, each in texts.items()}


async def _with_areas(rows: list[sa.Row[Any]]) -> list[Broadcast]:
    areas: dict[int, list[str]] = {}
    if not rows:
        return []
    for row in await execute(_AREAS, {"wanted": [each.id for each in rows]}):
        areas.setdefault(row.broadcast_id, []).append(row.katottg)
    return [_broadcast(row, areas.get(row.id, ())) for row in rows]


def _broadcast(row: sa.Row[Any], areas: Iterable[str]) -> Broadcast:
    return Broadcast(
        id=row.id,
        kind=Kind(row.kind),
        status=Status(row.status),
        author_id=row.author_id,
        approver_id=row.approver_id,
        created_at=row.created_at,
        starts_at=row.starts_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        stations=tuple(row.stations),
        areas=tuple(areas),
        languages=tuple(row.languages),
        texts={k: Content(each["text"], tuple(each["entities"])) for k, each in row.texts.items()},
        media=tuple(Media(MediaKind(each["kind"]), each["file_id"]) for each in row.media),
        button=StationButton(row.button) if row.button else None,
        frozen=None if row.frozen is None else {int(station): said for station, said in row.frozen.items()},
    )
