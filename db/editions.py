"""Editions of the registry: what is in force as its keepers would write it, and a new one written over it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.people import Role, Visibility
from bot.domain.registry import BeatEntry, Changes, DirectoryKind, Edition, How, OfficerEntry, PostEntry, StationEntry
from bot.domain.stored import packed
from db import history
from db.engine import execute, insert
from db.registry import BEATS, KIND, OFFICERS, STATIONS, areas_by_beat, point_of, posts_by_beat
from db.schema import beat_areas, beats, generations, officers, posts, stations

TABLES: Final[Mapping[DirectoryKind, sa.Table]] = {
    DirectoryKind.STATIONS: stations,
    DirectoryKind.OFFICERS: officers,
    DirectoryKind.BEATS: beats,
}


async def load() -> Edition:
    """The edition in force, for comparing with the next."""
    areas, held = await areas_by_beat(), await posts_by_beat()
    station_codes = await _codes(stations)
    officer_codes = await _codes(officers)
    entries = [
        BeatEntry(
            code=row.code,
            name=row.name,
            station=station_codes.get(row.station_id),
            areas=frozenset(areas.get(row.id, ())),
            posts=frozenset(PostEntry(officer_codes[p.officer_id], p.since, p.until) for p in held.get(row.id, ())),
        )
        for row in await execute(BEATS)
    ]
    return Edition(
        stations={row.code: _station_entry(row) for row in await execute(STATIONS)},
        officers={row.code: _officer_entry(row) for row in await execute(OFFICERS)},
        beats={entry.code: entry for entry in entries},
    )


async def apply(
    changes: Changes,
    *,
    label: str,
    now: datetime,
    before: Edition | None = None,
    how: How = How.IMPORT,
    admin_id: int | None = None,
    areas: Sequence[str] = (),
) -> int:
    """Write an edition as one generation and return its id. Ids and Telegram bindings stay with their codes.

    `before`: the edition in force, where the caller has it already; it is kept, so that one can return to it. `areas`:
    the codes concerned, none for the country.
    """
    earlier = packed(before or await load())
    new = {entry.code for entry in changes.stations.added}
    await _upsert(stations, [_station_values(entry) for entry in changes.stations.written])
    await _note_added(new, now)
    await _upsert(officers, [_officer_values(entry) for entry in changes.officers.written])
    station_ids = {code: id_ for id_, code in (await _codes(stations)).items()}
    await _upsert(beats, [_beat_values(entry, station_ids) for entry in changes.beats.written])
    await _replace_beats(changes.beats.written)
    for table, gone in (
        (beats, changes.beats.retired),
        (officers, changes.officers.retired),
        (stations, changes.stations.retired),
    ):
        await _retire(table, gone, now)
    written = generations.insert().values(kind=KIND, label=label[:200], rows=changes.size, loaded_at=now)
    generation: int = (await execute(written.returning(generations.c.id))).scalar_one()
    await history.add(
        generation=generation, how=how, admin_id=admin_id, counts=changes.counts(), areas=areas, before=earlier
    )
    return generation


async def ids(kind: DirectoryKind) -> dict[str, int]:
    """Ids by code, of the retired too: a code that was used once means the same entry for ever."""
    return {code: id_ for id_, code in (await _codes(TABLES[kind])).items()}


async def _upsert(table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    statement = insert(table)
    kept = {name: statement.excluded[name] for name in rows[0] if name != "code"}
    await execute(
        statement.on_conflict_do_update(index_elements=["code"], set_={**kept, "retired_at": None}),
        rows,
    )


async def _note_added(codes: Collection[str], now: datetime) -> None:
    """Since when a station is in the directory; one that comes back keeps its day."""
    where = (stations.c.code.in_(sorted(codes)), stations.c.added_at.is_(None))
    if codes:
        await execute(sa.update(stations).where(*where).values(added_at=now))


async def _retire(table: sa.Table, codes: Iterable[str], now: datetime) -> None:
    if rows := [{"gone": code} for code in codes]:
        await execute(sa.update(table).where(table.c.code == sa.bindparam("gone")).values(retired_at=now), rows)


async def _replace_beats(entries: Iterable[BeatEntry]) -> None:
    """Areas and posts have no identity of their own: they are written anew with their beat."""
    ids = {code: id_ for id_, code in (await _codes(beats)).items()}
    officer_ids = {code: id_ for id_, code in (await _codes(officers)).items()}
    written = [(ids[entry.code], entry) for entry in entries]
    if not written:
        return
    for table in (beat_areas, posts):
        gone = table.delete().where(table.c.beat_id == sa.bindparam("beat"))
        await execute(gone, [{"beat": id_} for id_, _ in written])
    if areas := [{"beat_id": id_, "katottg": code} for id_, entry in written for code in sorted(entry.areas)]:
        await execute(beat_areas.insert(), areas)
    if held := [_post_values(id_, post, officer_ids) for id_, entry in written for post in _in_order(entry.posts)]:
        await execute(posts.insert(), held)


def _in_order(held: Iterable[PostEntry]) -> list[PostEntry]:
    return sorted(held, key=lambda post: (post.since, post.officer))


async def _codes(table: sa.Table) -> dict[int, str]:
    """Codes by id, of the retired too: a post may still name them."""
    return {row.id: row.code for row in await execute(sa.select(table.c.id, table.c.code))}


# --- rows and entries -------------------------------------------------------------------------------------------------


def _station_entry(row: sa.Row[Any]) -> StationEntry:
    return StationEntry(
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


def _officer_entry(row: sa.Row[Any]) -> OfficerEntry:
    return OfficerEntry(
        code=row.code,
        role=Role(row.role),
        name=row.name,
        rank=row.rank,
        phone=row.phone,
        photo=row.photo,
        name_seen=Visibility(row.name_seen),
        phone_seen=Visibility(row.phone_seen),
        photo_seen=Visibility(row.photo_seen),
    )


def _station_values(entry: StationEntry) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "address": entry.address,
        "lat": entry.point and entry.point.lat,
        "lon": entry.point and entry.point.lon,
        "hours": entry.hours,
        "phone": entry.phone,
        "photo": entry.photo,
        "address_seen": entry.address_seen.value,
        "phone_seen": entry.phone_seen.value,
    }


def _officer_values(entry: OfficerEntry) -> dict[str, Any]:
    return {
        "code": entry.code,
        "role": entry.role.value,
        "name": entry.name,
        "rank": entry.rank,
        "phone": entry.phone,
        "photo": entry.photo,
        "name_seen": entry.name_seen.value,
        "phone_seen": entry.phone_seen.value,
        "photo_seen": entry.photo_seen.value,
    }


def _beat_values(entry: BeatEntry, station_ids: Mapping[str, int]) -> dict[str, Any]:
    station_id = None if entry.station is None else station_ids[entry.station]
    return {"code": entry.code, "name": entry.name, "station_id": station_id}


def _post_values(beat_id: int, post: PostEntry, officer_ids: Mapping[str, int]) -> dict[str, Any]:
    return {"beat_id": beat_id, "officer_id": officer_ids[post.officer], "since": post.since, "until": post.until}
