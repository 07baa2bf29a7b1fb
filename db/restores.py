"""Copies of the database that were put back: what they do not know, and whom that concerns."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from bot.domain.reports import Recipient
from db.engine import execute
from db.schema import admins, audit, inbox, officers, reports, residents, restores


@dataclass(frozen=True, slots=True)
class Restore:
    """What was written between the two moments is gone."""

    copied_at: datetime
    restored_at: datetime


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody who may have written since; a resident with the place they live in."""

    recipient: Recipient
    place: str | None = None


async def add(copied_at: datetime, restored_at: datetime) -> None:
    await execute(sa.insert(restores).values(copied_at=copied_at, restored_at=restored_at))


async def latest() -> Restore | None:
    row = (await execute(sa.select(restores).order_by(restores.c.id.desc()).limit(1))).first()
    return Restore(row.copied_at, row.restored_at) if row else None


async def last_moment() -> datetime | None:
    """When the copy was written to last."""
    moments = (reports.c.touched_at, inbox.c.received_at, audit.c.at, residents.c.consented_at)
    found = [(await execute(sa.select(sa.func.max(each)))).scalar() for each in moments]
    return max((each for each in found if each is not None), default=None)


async def everybody() -> list[Concerned]:
    """Whoever can be written to, once a chat: officers, residents, admins, in the language of the first of these."""
    here = residents.c.unreachable_at.is_(None)
    found = [Concerned(Recipient(row.chat_id, row.locale)) for row in await execute(_OFFICERS)]
    rows = await execute(sa.select(residents).where(here).order_by(residents.c.id))
    found += [Concerned(Recipient(row.chat_id, row.locale, row.channel), row.place) for row in rows]
    found += [Concerned(Recipient(row.chat_id, row.locale)) for row in await execute(_ADMINS)]
    return list({each.recipient.chat_id: each for each in reversed(found)}.values())[::-1]


_OFFICERS: Final = sa.select(officers).where(
    officers.c.chat_id.is_not(None), officers.c.confirmed_at.is_not(None), officers.c.unreachable_at.is_(None)
)
_ADMINS: Final = sa.select(admins).where(admins.c.chat_id != 0)
