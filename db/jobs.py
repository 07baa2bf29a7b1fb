"""Long work that waits, is under way, or is done."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.jobs import Job
from bot.domain.reports import Recipient
from db.engine import execute
from db.queues import LONGEST_PAUSE
from db.schema import jobs

_waiting: Final = jobs.c.done_at.is_(None)
_next = (
    sa.select(jobs.c.id)
    .where(
        _waiting,
        sa.or_(jobs.c.due_at <= sa.bindparam("now"), jobs.c.due_at > sa.bindparam("latest")),  # a clock set back
        jobs.c.chat_id.not_in(sa.bindparam("busy", expanding=True)),
    )
    .order_by(jobs.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .cte("next")
)
_claim = (
    sa.update(jobs)
    .where(jobs.c.id.in_(sa.select(_next.c.id)))
    .values(due_at=sa.bindparam("leased_until"), attempts=jobs.c.attempts + 1)
    .returning(jobs)
)


async def add(*, kind: str, args: Mapping[str, Any], recipient: Recipient, now: datetime) -> int:
    row = {"kind": kind, "args": dict(args), "channel": recipient.channel, "chat_id": recipient.chat_id}
    row |= {"locale": recipient.locale, "created_at": now, "due_at": now}
    return int((await execute(sa.insert(jobs).values(row).returning(jobs.c.id))).scalar_one())


async def claim(now: datetime, leased_until: datetime, busy: Collection[int] = ()) -> Job | None:
    """The oldest one that waits, of no chat in `busy`; counted as an attempt."""
    wanted = {"now": now, "leased_until": leased_until, "latest": now + LONGEST_PAUSE, "busy": list(busy)}
    row = (await execute(_claim, wanted)).one_or_none()
    return row and Job(row.id, row.kind, row.args, Recipient(row.chat_id, row.locale, row.channel), row.attempts)


async def next_due(now: datetime) -> datetime | None:
    """When the next one becomes due that is not due yet."""
    later = sa.select(sa.func.min(jobs.c.due_at)).where(_waiting, jobs.c.due_at > now)
    due: datetime | None = (await execute(later)).scalar()
    return due


async def keep(job: Job, leased_until: datetime) -> None:
    """It goes on: the lease is longer."""
    await execute(sa.update(jobs).where(_claim_of(job)).values(due_at=leased_until))


async def finish(job: Job, now: datetime, error: str | None = None) -> bool:
    """Done, or given up with the kind of error; False when somebody else has taken it since."""
    return (await execute(sa.update(jobs).where(_claim_of(job)).values(done_at=now, error=error))).rowcount > 0


async def postpone(job: Job, due_at: datetime, error: str) -> None:
    await execute(sa.update(jobs).where(_claim_of(job)).values(due_at=due_at, error=error))


async def hand_back(job: Job, now: datetime) -> None:
    """It was left half-way by somebody who was asked to stop."""
    await execute(sa.update(jobs).where(_claim_of(job)).values(due_at=now, attempts=jobs.c.attempts - 1))


async def release(now: datetime) -> None:
    """Give back what a process that died had claimed. Only for the one process there is."""
    await execute(sa.update(jobs).where(_waiting, jobs.c.due_at > now, jobs.c.attempts > 0).values(due_at=now))


async def purge(before: datetime) -> int:
    return (await execute(sa.delete(jobs).where(jobs.c.done_at < before))).rowcount


def _claim_of(job: Job) -> sa.ColumnElement[bool]:
    return sa.and_(jobs.c.id == job.id, jobs.c.attempts == job.attempts, _waiting)
