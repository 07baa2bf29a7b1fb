"""The daily digest: who wants it, the day it was made last, and what an officer's says."""

from datetime import date, datetime

import sqlalchemy as sa

from bot.domain.reports import ReportStatus
from db.engine import execute, insert
from db.schema import beats, digests, entries, gaps, posts, recipients, reports


async def settled(channel: str, day: date) -> set[int]:
    """Chats that had theirs on that day, or do not want any."""
    over = sa.or_(digests.c.last_day >= day, ~digests.c.wanted)
    rows = await execute(sa.select(digests.c.chat_id).where(digests.c.channel == channel, over))
    return {row.chat_id for row in rows}


async def claim(channel: str, chat_id: int, day: date) -> bool:
    """Whether this day's is still to be made; from now on it is not. One statement, so of two who ask one wins."""
    statement = insert(digests).values(channel=channel, chat_id=chat_id, wanted=True, last_day=day)
    due = sa.and_(digests.c.wanted, sa.or_(digests.c.last_day.is_(None), digests.c.last_day < day))
    claimed = statement.on_conflict_do_update(index_elements=["channel", "chat_id"], set_={"last_day": day}, where=due)
    return (await execute(claimed.returning(digests.c.chat_id))).one_or_none() is not None


async def wanted(channel: str, chat_id: int) -> bool:
    where = (digests.c.channel == channel, digests.c.chat_id == chat_id)
    found = (await execute(sa.select(digests.c.wanted).where(*where))).scalar()
    return found is not False


async def want(channel: str, chat_id: int, *, on: bool) -> None:
    statement = insert(digests).values(channel=channel, chat_id=chat_id, wanted=on)
    await execute(statement.on_conflict_do_update(index_elements=["channel", "chat_id"], set_={"wanted": on}))


async def new_for(officer_id: int) -> int:
    """Reports this officer received and nobody has accepted."""
    got = sa.exists().where(recipients.c.report_id == reports.c.id, recipients.c.officer_id == officer_id)
    return await _count(reports.c.status == ReportStatus.NEW.value, got)


async def unanswered_by(officer_id: int) -> int:
    """Reports of this officer in which the resident wrote last."""
    last = sa.select(entries.c.officer_id).where(entries.c.report_id == reports.c.id)
    by_resident = last.order_by(entries.c.id.desc()).limit(1).scalar_subquery().is_(None)
    return await _count(reports.c.status == ReportStatus.ACCEPTED.value, reports.c.owner_id == officer_id, by_resident)


async def _count(*where: sa.ColumnElement[bool]) -> int:
    found: int = (await execute(sa.select(sa.func.count()).select_from(reports).where(*where))).scalar_one()
    return found


async def ending(officer_id: int, since: date, until: date) -> list[tuple[str, date]]:
    """(the beat's name, the last day) of posts that end between two days, the earliest first."""
    statement = (
        sa.select(beats.c.name, posts.c.until)
        .join_from(posts, beats, posts.c.beat_id == beats.c.id)
        .where(posts.c.officer_id == officer_id, posts.c.until.between(since, until), beats.c.retired_at.is_(None))
    )
    return [(row.name, row.until) for row in await execute(statement.order_by(posts.c.until, posts.c.id))]


async def new_gaps(since: datetime) -> list[str]:
    """Places where an officer was looked for in vain for the first time."""
    return [row.place for row in await execute(sa.select(gaps.c.place).where(gaps.c.first_at >= since))]
