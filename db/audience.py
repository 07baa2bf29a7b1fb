"""Whom an announcement concerns: residents by the place they set, and who of them is left out."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.admins import COUNTRY
from bot.domain.announcements import Announcement, Kind
from db import silent_places
from db.engine import execute, insert, members
from db.schema import broadcasts, ledger, residents, units

SILENT: Final = silent_places.here()
"""Of a row of `units`: nothing is sent there."""

WANTS: Final[Mapping[Kind, sa.Column[bool]]] = {
    Kind.OPENING: residents.c.news_opening,
    Kind.ANNOUNCEMENT: residents.c.news_announcement,
}
_OBLAST: Final = sa.func.coalesce(units.c.oblast, units.c.katottg)  # Kyiv and Sevastopol are their own
_AROUND: Final = (units.c.katottg, units.c.settlement, units.c.hromada, units.c.raion, units.c.oblast)


def _lives_in(announcement: Announcement) -> sa.ColumnElement[bool]:
    """Whether the unit of a row lies in its audience."""
    if COUNTRY in announcement.areas:
        return sa.true()
    areas = members(announcement.areas)
    return sa.or_(*(column.in_(areas) for column in _AROUND))


def _readers(announcement: Announcement) -> tuple[sa.ColumnElement[bool], ...]:
    """Reads one of the languages."""
    here = sa.func.coalesce(residents.c.channel, "") == "telegram"  # plainly named, SQLite would go by its index
    return here, residents.c.locale.in_(announcement.languages)


def _willing(announcement: Announcement) -> sa.ColumnElement[bool]:
    """Said yes."""
    return WANTS[announcement.kind].is_(sa.true())


_AT_HOME: Final = units.join(residents, residents.c.place == units.c.katottg)


async def count(announcement: Announcement) -> list[sa.Row[Any]]:
    """Rows of `locale`, `oblast`, `silent`, `unreachable`, `willing` (booleans) and `n`. Places first, then residents
    by place: there are fewer places than residents."""
    places = sa.select(units.c.katottg).where(_lives_in(announcement))
    gone = _flag(residents.c.unreachable_at.is_not(None)).label("unreachable")
    columns = (residents.c.place, residents.c.locale, gone, _flag(_willing(announcement)).label("willing"))
    by_place = (
        sa.select(*columns, sa.func.count().label("n"))
        .where(residents.c.place.in_(places), *_readers(announcement))
        .group_by(*columns)
        .subquery()
    )
    quiet = _flag(SILENT).label("silent")
    grouped = (by_place.c.locale, _OBLAST.label("oblast"), quiet, by_place.c.unreachable, by_place.c.willing)
    inner = sa.select(*grouped, by_place.c.n).join(units, units.c.katottg == by_place.c.place).subquery()
    keys = (inner.c.locale, inner.c.oblast, inner.c.silent, inner.c.unreachable, inner.c.willing)
    return list(await execute(sa.select(*keys, sa.func.sum(inner.c.n).label("n")).group_by(*keys)))


def _flag(true: sa.ColumnElement[bool]) -> sa.ColumnElement[Any]:
    """1 or 0, to group by on both engines."""
    return sa.case((true, sa.literal_column("1")), else_=sa.literal_column("0"))


async def fill(announcement: Announcement, *, after: int, upto: int, now: datetime) -> int:
    """List the recipients among the residents with `after` < id <= `upto`; returns how many. What is listed stays."""
    rows = (
        sa.select(
            sa.literal(announcement.id),
            residents.c.id,
            units.c.katottg,
            _OBLAST,
            sa.literal("waiting"),
            sa.literal(now, ledger.c.due_at.type),
            sa.false(),
        )
        .select_from(_AT_HOME)
        .where(residents.c.id > after, residents.c.id <= upto, *_readers(announcement), _willing(announcement))
        .where(_lives_in(announcement))
        .where(residents.c.unreachable_at.is_(None), sa.not_(SILENT))
        .order_by(residents.c.id)
    )
    into = ("broadcast_id", "resident_id", "place", "oblast", "status", "due_at", "under_way")
    statement = insert(ledger).from_select(list(into), rows)
    return (await execute(statement.on_conflict_do_nothing())).rowcount


async def silent_among(places: Collection[str]) -> set[str]:
    """Those of the places (codes) where nothing is sent by now: the list may have grown since the first slice."""
    found = sa.select(units.c.katottg).where(units.c.katottg.in_(sorted(places)), SILENT)
    return {row.katottg for row in await execute(found)}


async def last_resident() -> int:
    """The highest id there is; 0 without residents."""
    return (await execute(sa.select(sa.func.max(residents.c.id)))).scalar() or 0


async def slice_of(announcement_id: int) -> sa.Row[Any] | None:
    """`fill_from`, `fill_to`, `filled_at`; locked until the transaction ends, None when another process fills."""
    found = sa.select(broadcasts.c.fill_from, broadcasts.c.fill_to, broadcasts.c.filled_at)
    where = broadcasts.c.id == announcement_id
    return (await execute(found.where(where).with_for_update(skip_locked=True))).one_or_none()


async def filled(announcement_id: int, *, upto: int, added: int, done_at: datetime | None) -> None:
    """A slice is listed; `done_at`: it was the last."""
    values = {"fill_from": upto, "total": broadcasts.c.total + added, "filled_at": done_at}
    await execute(sa.update(broadcasts).where(broadcasts.c.id == announcement_id).values(values))
