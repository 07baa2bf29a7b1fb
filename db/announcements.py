"""Announcements themselves, one row each: drafts, statuses, for whom. The recipients: db/ledger.py."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.announcements import (
    Announcement,
    AnnouncementMedia,
    AnnouncementStatus,
    Content,
    Kind,
    MediaKind,
    StationButton,
)
from db.engine import execute
from db.schema import broadcasts

_BY_ID = sa.select(broadcasts).where(broadcasts.c.id == sa.bindparam("wanted"))
_LOCKED = _BY_ID.with_for_update()  # SQLite has one writer and leaves this out
_ACTIVE: sa.ColumnElement[bool] = sa.literal_column("status IN ('scheduled', 'running')")
"""Written out, so that the partial index serves it."""
_BEGUN = (
    sa.select(broadcasts)
    .where(
        _ACTIVE,
        sa.or_(broadcasts.c.starts_at <= sa.bindparam("now"), broadcasts.c.status == AnnouncementStatus.RUNNING.value),
    )
    .order_by(broadcasts.c.id)
)
_PLANNED = sa.select(broadcasts).where(_ACTIVE, broadcasts.c.status == AnnouncementStatus.SCHEDULED.value)


async def add(
    *, kind: Kind, author_id: int, languages: Collection[str], now: datetime, button: StationButton | None = None
) -> Announcement:
    """A new draft."""
    row: dict[str, Any] = {"kind": kind.value, "status": AnnouncementStatus.DRAFT.value}
    row |= {"author_id": author_id, "created_at": now}
    row |= {"languages": list(languages), "stations": [], "texts": {}, "media": [], "button": button}
    return _announcement((await execute(sa.insert(broadcasts).values(row).returning(broadcasts))).one())


async def get(announcement_id: int) -> Announcement | None:
    row = (await execute(_BY_ID, {"wanted": announcement_id})).one_or_none()
    return row and _announcement(row)


async def locked(announcement_id: int) -> Announcement | None:
    """The same; nobody else changes or moves it until the transaction ends."""
    row = (await execute(_LOCKED, {"wanted": announcement_id})).one_or_none()
    return row and _announcement(row)


async def newest(
    *, statuses: Collection[AnnouncementStatus] = (), most: int, before_id: int | None = None
) -> list[Announcement]:
    """The latest first; no `statuses`: all; `before_id` goes on from an earlier page."""
    found = sa.select(broadcasts).order_by(broadcasts.c.id.desc()).limit(most)
    if statuses:
        found = found.where(broadcasts.c.status.in_([each.value for each in statuses]))
    if before_id is not None:
        found = found.where(broadcasts.c.id < before_id)
    return [_announcement(row) for row in await execute(found)]


async def begun(now: datetime) -> list[Announcement]:
    """Those that run, and those whose time has come; the oldest first."""
    return [_announcement(row) for row in await execute(_BEGUN, {"now": now})]


async def scheduled() -> list[Announcement]:
    """Those that wait for their time."""
    return [_announcement(row) for row in await execute(_PLANNED)]


async def change(announcement_id: int, **values: Any) -> None:
    """Set plain columns as the database keeps them: `texts` by `packed`, `media` by `pictures`."""
    await execute(sa.update(broadcasts).where(broadcasts.c.id == announcement_id).values(values))


async def move(announcement: Announcement, to: AnnouncementStatus, **values: Any) -> bool:
    """From the status it was read in to another; False when somebody else moved it first."""
    here = (broadcasts.c.id == announcement.id, broadcasts.c.status == announcement.status.value)
    return (await execute(sa.update(broadcasts).where(*here).values(status=to.value, **values))).rowcount > 0


def packed(texts: Mapping[str, Content]) -> dict[str, Any]:
    """As the column keeps them."""
    return {locale: {"text": each.text, "entities": list(each.entities)} for locale, each in texts.items()}


def pictures(media: Iterable[AnnouncementMedia]) -> list[dict[str, str]]:
    """As the column keeps them."""
    return [{"kind": each.kind.value, "file_id": each.file_id} for each in media]


def _announcement(row: sa.Row[Any]) -> Announcement:
    return Announcement(
        id=row.id,
        kind=Kind(row.kind),
        status=AnnouncementStatus(row.status),
        author_id=row.author_id,
        approver_id=row.approver_id,
        created_at=row.created_at,
        starts_at=row.starts_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        stations=tuple(row.stations),
        areas=tuple(row.areas),
        targets={int(station): tuple(areas) for station, areas in row.targets.items()},
        languages=tuple(row.languages),
        texts={k: Content(each["text"], tuple(each["entities"])) for k, each in row.texts.items()},
        media=tuple(AnnouncementMedia(MediaKind(each["kind"]), each["file_id"]) for each in row.media),
        button=StationButton(row.button) if row.button else None,
        frozen=None if row.frozen is None else {int(station): said for station, said in row.frozen.items()},
    )
