"""The audit log: who did what, when, and how it was before and after. Written, read, never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from db.engine import execute
from db.schema import admins, audit


@dataclass(frozen=True, slots=True)
class Record:
    """`admin` is a name, None for the command line; `areas` are the codes it concerned, empty for the country."""

    id: int
    at: datetime
    admin: str | None
    action: str
    subject: str
    areas: tuple[str, ...]
    before: Any
    after: Any


async def note(
    *,
    at: datetime,
    admin_id: int | None,
    action: str,
    subject: str,
    areas: Sequence[str] = (),
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """`before` and `after` hold what changed, as plain values; never what a resident wrote."""
    row = {"at": at, "admin_id": admin_id, "action": action, "subject": subject, "areas": sorted(areas)}
    await execute(sa.insert(audit).values(**row, before=before, after=after))


async def newest(*, most: int, before_id: int | None = None) -> list[Record]:
    """The latest first; `before_id` goes on from an earlier page."""
    statement = (
        sa.select(audit, admins.c.name.label("admin"))
        .join_from(audit, admins, audit.c.admin_id == admins.c.id, isouter=True)
        .order_by(audit.c.id.desc())
        .limit(most)
    )
    if before_id is not None:
        statement = statement.where(audit.c.id < before_id)
    return [_record(row) for row in await execute(statement)]


def _record(row: sa.Row[Any]) -> Record:
    return Record(row.id, row.at, row.admin, row.action, row.subject, tuple(row.areas), row.before, row.after)
