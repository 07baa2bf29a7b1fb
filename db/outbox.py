"""The outbox: notices not yet delivered, and the links of those that were."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from db.engine import execute, insert
from db.schema import links, outbox

_waiting = outbox.c.given_up_at.is_(None)
_ahead = outbox.alias("ahead")
# At most one row of a chat at a time, and never one that has an earlier row in its lane: a lane whose head waits for a
# retry holds up only itself.
_first = ~sa.exists().where(
    _ahead.c.channel == outbox.c.channel,
    _ahead.c.chat_id == outbox.c.chat_id,
    _ahead.c.id < outbox.c.id,
    _ahead.c.given_up_at.is_(None),
    sa.or_(_ahead.c.lane == outbox.c.lane, _ahead.c.due_at <= sa.bindparam("now")),
)
_due = (
    sa.select(outbox.c.id)
    .where(
        _waiting,
        _first,
        outbox.c.channel == sa.bindparam("of_channel"),
        outbox.c.due_at <= sa.bindparam("now"),
        outbox.c.chat_id.not_in(sa.bindparam("busy", expanding=True)),
    )
    .order_by(outbox.c.id)
    .limit(sa.bindparam("most"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_claim = (
    sa.update(outbox)
    .where(outbox.c.id.in_(sa.select(_due.c.id)))
    .values(due_at=sa.bindparam("leased_until"), attempts=outbox.c.attempts + 1)
    .returning(outbox)
)


@dataclass(frozen=True, slots=True)
class Post:
    """A claimed notice. `leased_until` tells whether it was replaced while it was being sent."""

    id: int
    chat_id: int
    locale: str
    kind: str
    fields: dict[str, Any]
    report_id: int | None
    entry_id: int | None
    role: str | None
    edits: int | None
    attempts: int
    leased_until: datetime


async def put(rows: Sequence[dict[str, Any]]) -> None:
    """Queue notices without a key in one statement, in their order."""
    if rows:
        await execute(sa.insert(outbox), rows)


async def put_or_replace(row: dict[str, Any]) -> None:
    """Queue a notice, or replace the waiting one that has the same key."""
    statement = insert(outbox).values(row)
    fresh = {name: statement.excluded[name] for name in ("kind", "fields", "locale", "due_at")}
    await execute(statement.on_conflict_do_update(index_elements=["key"], set_=fresh | {"given_up_at": None}))


async def claim(
    *, channel: str, now: datetime, leased_until: datetime, most: int, busy: Collection[int] = ()
) -> list[Post]:
    """Take up to `most` due notices, at most one a chat, none of the chats in `busy`; oldest first."""
    wanted = {"now": now, "of_channel": channel, "leased_until": leased_until, "most": most, "busy": list(busy)}
    rows = (await execute(_claim, wanted)).all()
    return sorted((_post(row) for row in rows), key=lambda post: post.id)


def _post(row: sa.Row[Any]) -> Post:
    return Post(
        id=row.id,
        chat_id=row.chat_id,
        locale=row.locale,
        kind=row.kind,
        fields=row.fields,
        report_id=row.report_id,
        entry_id=row.entry_id,
        role=row.role,
        edits=row.edits,
        attempts=row.attempts,
        leased_until=row.due_at,
    )


async def complete(post: Post, message_id: int | None) -> None:
    """Delivered. If it was replaced while under way, the newer words follow as an edit of the same message."""
    mine = sa.and_(outbox.c.id == post.id, outbox.c.due_at == post.leased_until)
    gone = (await execute(sa.delete(outbox).where(mine))).rowcount
    if not gone:
        await execute(sa.update(outbox).where(outbox.c.id == post.id).values(edits=message_id or post.edits))


async def postpone(post: Post, due_at: datetime, error: str) -> None:
    await execute(sa.update(outbox).where(outbox.c.id == post.id).values(due_at=due_at, error=error))


async def give_up(post: Post, now: datetime, error: str) -> None:
    """It cannot be delivered. The row stays for the admins, its key is free again."""
    values = {"given_up_at": now, "error": error, "key": None}
    await execute(sa.update(outbox).where(outbox.c.id == post.id).values(values))


async def move_chat(channel: str, old: int, new: int) -> None:
    """A group became a supergroup: what waits for the old id goes to the new one, at once."""
    here = sa.and_(outbox.c.channel == channel, outbox.c.chat_id == old)
    await execute(sa.update(outbox).where(here).values(chat_id=new))


async def next_due(channel: str) -> datetime | None:
    """When the next notice is due; leased ones count with the end of their lease."""
    statement = sa.select(sa.func.min(outbox.c.due_at)).where(_waiting, outbox.c.channel == channel)
    due: datetime | None = (await execute(statement)).scalar()
    return due


async def add_links(rows: Sequence[dict[str, Any]]) -> None:
    """Note which report a delivered message belongs to, so that a reply finds its way."""
    if rows:
        await execute(
            insert(links).on_conflict_do_nothing(index_elements=["channel", "chat_id", "message_id"]), list(rows)
        )
