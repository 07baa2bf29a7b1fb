"""Officers, stations, beats and posts, loaded whole. See db/editions.py for changing, db/officers.py for bindings."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.people import Beat, Post, Station, Visibility
from bot.domain.places import PlaceCategory, Point
from bot.domain.routing import Directory
from db.engine import execute
from db.officers import officer_of
from db.schema import beat_areas, beats, generations, officers, posts, stations, units

KIND = "registry"

STATIONS = sa.select(stations).where(stations.c.retired_at.is_(None)).order_by(stations.c.id)
OFFICERS = sa.select(officers).where(officers.c.retired_at.is_(None)).order_by(officers.c.id)
BEATS = sa.select(beats).where(beats.c.retired_at.is_(None)).order_by(beats.c.id)
_AREAS = sa.select(beat_areas)
_POSTS = sa.select(posts).order_by(posts.c.since, posts.c.id)
_NEWEST = sa.select(sa.func.max(generations.c.id)).where(generations.c.kind == KIND)


async def newest_generation() -> int:
    """The id of the edition in force; 0 before the first one."""
    return (await execute(_NEWEST)).scalar() or 0


async def load() -> Directory:
    """Everything that is not retired, in five statements."""
    areas, held = await areas_by_beat(), await posts_by_beat()
    return Directory.of(
        officers=[officer_of(row) for row in await execute(OFFICERS)],
        stations=[_station_of(row) for row in await execute(STATIONS)],
        beats=[
            Beat(
                id=row.id,
                code=row.code,
                name=row.name,
                station_id=row.station_id,
                areas=frozenset(areas.get(row.id, ())),
                posts=tuple(Post(each.officer_id, each.since, each.until) for each in held.get(row.id, ())),
            )
            for row in await execute(BEATS)
        ],
    )


async def stations_since(since: datetime) -> set[int]:
    """Ids of the stations that came into the directory then or later."""
    found = sa.select(stations.c.id).where(stations.c.added_at >= since, stations.c.retired_at.is_(None))
    return {row.id for row in await execute(found)}


async def categories(codes: Collection[str]) -> dict[str, PlaceCategory]:
    """The category of each KATOTTG code that any loaded edition of the codifier lists; the others are absent."""
    known: dict[str, PlaceCategory] = {}
    listed = sorted(codes)
    for start in range(0, len(listed), 1000):
        chunk = listed[start : start + 1000]
        rows = await execute(sa.select(units.c.katottg, units.c.category).where(units.c.katottg.in_(chunk)))
        known.update((row.katottg, PlaceCategory(row.category)) for row in rows)
    return known


async def withdrawn() -> dict[str, str]:
    """Names of the KATOTTG codes that the codifier has withdrawn: a handful."""
    found = await execute(sa.select(units.c.katottg, units.c.name).where(units.c.withdrawn_in.is_not(None)))
    return {row.katottg: row.name for row in found}


async def unit_names(codes: Collection[str]) -> dict[str, str]:
    """Names of KATOTTG codes, of withdrawn ones too."""
    known: dict[str, str] = {}
    listed = sorted(codes)
    for start in range(0, len(listed), 1000):
        chunk = sa.select(units.c.katottg, units.c.name).where(units.c.katottg.in_(listed[start : start + 1000]))
        known.update((row.katottg, row.name) for row in await execute(chunk))
    return known


async def areas_by_beat() -> dict[int, list[str]]:
    """KATOTTG codes by the beat's id, of retired beats too."""
    grouped: dict[int, list[str]] = {}
    for row in await execute(_AREAS):
        grouped.setdefault(row.beat_id, []).append(row.katottg)
    return grouped


async def posts_by_beat() -> dict[int, list[sa.Row[Any]]]:
    """Rows of `posts` by the beat's id, the earliest first, of retired beats too."""
    grouped: dict[int, list[sa.Row[Any]]] = {}
    for row in await execute(_POSTS):
        grouped.setdefault(row.beat_id, []).append(row)
    return grouped


def point_of(row: sa.Row[Any]) -> Point | None:
    """The point of a row that has `lat` and `lon`."""
    return None if row.lat is None else Point(row.lat, row.lon)


def _station_of(row: sa.Row[Any]) -> Station:
    return Station(
        id=row.id,
        code=row.code,
        name=row.name,
        address=row.address,
        point=point_of(row),
        hours=row.hours,
        phone=row.phone,
        photo=row.photo,
        address_seen=Visibility(row.address_seen),
        phone_seen=Visibility(row.phone_seen),
    )
