"""The outbox: notices not yet delivered, and the links of those that were."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.notices import Priority
from db import queues
from db.engine import built_once, execute, insert
from db.schema import links, outbox, reports, residents

REPLACED: Final = "replaced"
"""In `error` while newer words wait in the row of older ones. A send under way notices it when it is noted."""


def _unsent(row: Any) -> sa.ColumnElement[bool]:
    found: sa.ColumnElement[bool] = row.c.given_up_at.is_(None)
    return found


def _head_of_lane(row: Any) -> sa.ColumnElement[bool]:
    """No earlier notice of its lane waits: a lane whose head waits for a retry holds up only itself. A limited
    subquery on purpose: one step into an index whatever waits, where planners make costly joins of NOT EXISTS."""
    ahead = outbox.alias()
    lane = sa.select(ahead.c.id).where(ahead.c.lane == row.c.lane, _unsent(ahead))
    head: sa.ColumnElement[bool] = lane.order_by(ahead.c.id).limit(1).scalar_subquery() == row.c.id
    return head


def _claimable(row: Any) -> sa.ColumnElement[bool]:
    """A notice that was never meant to wait goes out even when the clock is set back behind its writing, and none waits
    longer than anything can."""
    at_once = sa.and_(row.c.attempts == 0, row.c.due_at <= row.c.created_at)
    ripe = sa.or_(row.c.due_at <= sa.bindparam("now"), row.c.due_at > sa.bindparam("latest"), at_once)
    return sa.and_(_unsent(row), ripe, _head_of_lane(row))


def _first_of_chat() -> sa.ColumnElement[bool]:
    """At most one notice of a chat is under way, and a lane that is held up lets the chat's others pass."""
    other = outbox.alias("other")
    here = sa.and_(other.c.channel == outbox.c.channel, other.c.chat_id == outbox.c.chat_id)
    chat = sa.select(other.c.id).where(here, _claimable(other)).order_by(other.c.place, other.c.id)
    first: sa.ColumnElement[bool] = chat.limit(1).scalar_subquery() == outbox.c.id
    return first


_waiting = _unsent(outbox)
_due = (
    sa.select(outbox.c.id)
    .where(
        outbox.c.channel == sa.bindparam("of_channel"),
        outbox.c.place < sa.bindparam("before"),
        outbox.c.chat_id.not_in(sa.bindparam("busy", expanding=True)),
        _claimable(outbox),
        _first_of_chat(),
    )
    .order_by(outbox.c.place, outbox.c.id)
    .limit(sa.bindparam("most"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_claim = (
    sa.update(outbox)
    .where(outbox.c.id.in_(sa.select(_due.c.id)))
    .values(due_at=sa.bindparam("leased_until"), attempts=outbox.c.attempts + 1, error=None)
    .returning(outbox)
)
_place = queues.place(outbox, _unsent, together=outbox.c.created_at)
_put = sa.insert(outbox).values(place=_place)


@dataclass(frozen=True, slots=True)
class SendProgress:
    """How far a notice is that takes several messages: the next one, and the entries that are sent with it (what comes
    into an album later goes after it). `plain`: without what Telegram refused."""

    part: int = 0
    entry_ids: tuple[int, ...] = ()
    plain: bool = False


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A claimed notice. `attempts` tells this claim from a later one, when its lease ran out before it was noted."""

    id: int
    channel: str
    chat_id: int
    locale: str
    kind: str
    fields: dict[str, Any]
    report_id: int | None
    entry_id: int | None
    role: str | None
    edits: int | None
    attempts: int
    place: int = 0
    key: str | None = None
    below: int | None = None
    quotes: int | None = None
    progress: SendProgress = SendProgress()

    @property
    def urgent(self) -> bool:
        return self.place < queues.URGENT

    @property
    def anew(self) -> bool:
        """What it would change stands above what the person wrote last, where a change looks like silence."""
        return self.edits is not None and self.below is not None and self.below > self.edits


def lane_of(channel: str, chat_id: int, report_id: int | None, priority: Priority) -> str:
    """Notices of one lane arrive in order: those about one report to one chat, and what is more or less urgent than
    they are by itself."""
    return f"{channel}:{chat_id}:{report_id or 0}:{priority.value}"


async def drop_twins(twins: Collection[str]) -> None:
    """Equal answers that nobody has begun to send make room for the new ones, which stand below what was written
    since."""
    await execute(sa.delete(outbox).where(outbox.c.twin.in_(twins), _waiting, outbox.c.attempts == 0))


async def put(rows: Sequence[dict[str, Any]]) -> None:
    """Queue notices without a key in one statement, in their order; `priority` says how urgent each is."""
    if rows:
        await execute(_put, [_placed(row) for row in rows])


async def put_or_replace(row: dict[str, Any]) -> None:
    """Queue a notice, or put newer words into the one with the same key. That one keeps its place and, when it is due
    later, its time: it may be under way right now."""
    await execute(_put_or_replace(), _placed(row))


@built_once
def _put_or_replace() -> sa.Executable:
    statement = insert(outbox).values(place=_place)
    fresh = {name: statement.excluded[name] for name in ("kind", "fields", "locale", "below", "quotes")}
    fresh["edits"] = sa.func.coalesce(statement.excluded.edits, outbox.c.edits)
    later = outbox.c.due_at > statement.excluded.due_at
    fresh["due_at"] = sa.case((later, outbox.c.due_at), else_=statement.excluded.due_at)
    fresh["renewed"] = outbox.c.progress.is_not(None)
    whole: sa.Executable = statement.on_conflict_do_update(index_elements=["key"], set_=fresh | {"error": REPLACED})
    return whole


def _placed(row: dict[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in row.items() if name != "priority"}
    return values | queues.wanted(row["priority"], row["lane"], row["created_at"])


async def outlive(report_id: int, chat_id: int) -> list[str]:
    """Cards of a report that are being sent to a chat for the first time stay when the report is erased; returns their
    keys: what is put under one follows as an edit. What nobody has begun to send goes with the report."""
    here = sa.and_(outbox.c.report_id == report_id, outbox.c.chat_id == chat_id, outbox.c.role == "card")
    begun = sa.and_(_waiting, outbox.c.attempts > 0, outbox.c.edits.is_(None))
    key = sa.func.coalesce(outbox.c.key, sa.literal("card-copy:") + sa.cast(outbox.c.id, sa.String))
    kept = sa.update(outbox).where(here, begun).values(report_id=None, key=key)
    return list((await execute(kept.returning(outbox.c.key))).scalars())


async def drop(key: str) -> None:
    """What nobody has begun to send need not be said any more."""
    await execute(sa.delete(outbox).where(outbox.c.key == key, _waiting, outbox.c.attempts == 0))


async def claim(
    *,
    channel: str,
    now: datetime,
    leased_until: datetime,
    most: int,
    busy: Collection[int] = (),
    urgent: bool = False,
) -> list[OutboxRow]:
    """Take up to `most` due notices, at most one a chat, none of the chats in `busy`, in the order of `db/queues.py`.
    `urgent`: of emergencies alone."""
    latest = max(now + queues.LONGEST_PAUSE, leased_until + queues.SKEW)
    wanted = {"now": now, "latest": latest, "of_channel": channel, "leased_until": leased_until}
    wanted |= {"most": most, "busy": list(busy), "before": queues.URGENT if urgent else queues.ALL}
    rows = (await execute(_claim, wanted)).all()
    return sorted((_post(row) for row in rows), key=lambda post: (post.place, post.id))


def _post(row: sa.Row[Any]) -> OutboxRow:
    return OutboxRow(
        id=row.id,
        channel=row.channel,
        chat_id=row.chat_id,
        locale=row.locale,
        kind=row.kind,
        fields=row.fields,
        report_id=row.report_id,
        entry_id=row.entry_id,
        role=row.role,
        edits=row.edits,
        attempts=row.attempts,
        place=row.place,
        key=row.key,
        below=row.below,
        quotes=row.quotes,
        progress=_progress(row.progress),
    )


def _progress(fields: dict[str, Any] | None) -> SendProgress:
    return SendProgress(fields["part"], tuple(fields["entry_ids"]), fields["plain"]) if fields else SendProgress()


def _claim_of(post: OutboxRow) -> sa.ColumnElement[bool]:
    """The row, unless somebody else has claimed it since."""
    return sa.and_(outbox.c.id == post.id, outbox.c.attempts == post.attempts)


_DELIVERED = sa.delete(outbox).where(
    outbox.c.id == sa.bindparam("post"),
    outbox.c.attempts >= sa.bindparam("attempt"),
    outbox.c.error.is_(None),
    ~outbox.c.renewed,
)


async def complete(post: OutboxRow, message_id: int | None, now: datetime) -> bool:
    """Delivered. If it was replaced while under way, the newer words follow as an edit of the same message. False when
    somebody was forgotten meanwhile: the notice or its report is gone, and there is nothing left to link the message
    to."""
    if (await execute(_DELIVERED, {"post": post.id, "attempt": post.attempts})).rowcount:
        return True
    older = sa.func.coalesce(outbox.c.edits, message_id)
    values: dict[str, Any] = {"edits": message_id if post.anew else older, "due_at": now, "attempts": 0}
    values |= {"progress": None, "renewed": False}
    if post.role == "card":
        lane = lane_of(post.channel, post.chat_id, post.report_id, Priority.REST)
        values |= {"lane": lane, "place": queues.first_place(Priority.REST)}
    renewed = sa.update(outbox).where(_claim_of(post)).values(values).returning(outbox.c.report_id)
    row = (await execute(renewed)).first()
    return row is not None and row.report_id == post.report_id


async def go_on(post: OutboxRow, progress: SendProgress, now: datetime) -> bool:
    """One message of several is done with: the next one is due, in the same place of the lane. False when the notice
    is gone."""
    values = {"progress": asdict(progress), "due_at": now, "attempts": 0}
    values["renewed"] = sa.or_(outbox.c.renewed, sa.func.coalesce(outbox.c.error, "") == REPLACED)
    return (await execute(sa.update(outbox).where(_claim_of(post)).values(values))).rowcount > 0


async def send_anew(post: OutboxRow, now: datetime) -> None:
    """What it was to change is gone: it comes as a new message."""
    values = {"edits": None, "due_at": now, "attempts": 0}
    await execute(sa.update(outbox).where(_claim_of(post)).values(values))


async def postpone(post: OutboxRow, due_at: datetime, error: str, *, attempts: int | None = None) -> None:
    """Not delivered, again at `due_at`. `attempts`: how many count so far, when this one does not."""
    values = {"due_at": due_at, "error": error, "attempts": post.attempts if attempts is None else attempts}
    await execute(sa.update(outbox).where(_claim_of(post)).values(values))


async def hurry(channel: str, now: datetime, kinds: Collection[str]) -> None:
    """What waits for another try because of such errors need not wait any longer."""
    here = sa.and_(_waiting, outbox.c.channel == channel, outbox.c.due_at > now, outbox.c.error.in_(kinds))
    await execute(sa.update(outbox).where(here).values(due_at=now))


async def give_up(post: OutboxRow, now: datetime, error: str, *, chat_gone: bool) -> bool:
    """It cannot be delivered: the row stays for the admins, its key is free again. False when newer words have come
    meanwhile: they get their own try, unless the whole chat cannot be reached."""
    same = sa.true() if chat_gone else outbox.c.error.is_(None)
    values = {"given_up_at": now, "error": error, "key": None}
    if (await execute(sa.update(outbox).where(_claim_of(post), same).values(values))).rowcount:
        return True
    await postpone(post, now, error, attempts=0)
    return False


async def purge_given_up(before: datetime) -> int:
    """Forget what was given up before then."""
    return (await execute(sa.delete(outbox).where(outbox.c.given_up_at < before))).rowcount


async def release(channel: str, now: datetime) -> None:
    """Give back what a process that died had claimed. Only for the one process there is."""
    leased = sa.and_(outbox.c.attempts > 0, sa.or_(outbox.c.error.is_(None), outbox.c.error == REPLACED))
    here = sa.and_(_waiting, outbox.c.channel == channel, outbox.c.due_at > now)
    await execute(sa.update(outbox).where(here, leased).values(due_at=now))


async def waiting_entries(report_id: int, chat_id: int) -> set[int]:
    """Entries of a report that are on their way to this chat."""
    where = (outbox.c.report_id == report_id, outbox.c.chat_id == chat_id, outbox.c.entry_id.is_not(None), _waiting)
    return {row.entry_id for row in await execute(sa.select(outbox.c.entry_id).where(*where))}


async def forget(channel: str, chat_id: int) -> None:
    """Erase whatever was owed to a chat."""
    await execute(sa.delete(outbox).where(outbox.c.channel == channel, outbox.c.chat_id == chat_id))


async def forget_cases(channel: str, chat_id: int) -> None:
    """Erase what was owed to a chat as an officer's; answers to reports of its own stay."""
    own = sa.select(reports.c.id).join(residents, residents.c.id == reports.c.resident_id)
    own = own.where(residents.c.channel == channel, residents.c.chat_id == chat_id)
    case = sa.or_(outbox.c.report_id.is_(None), outbox.c.report_id.not_in(own))
    await execute(sa.delete(outbox).where(outbox.c.channel == channel, outbox.c.chat_id == chat_id, case))


async def move_chat(channel: str, old: int, new: int) -> None:
    """A group became a supergroup: what waits for the old id goes to the new one, at once."""
    here = sa.and_(outbox.c.channel == channel, outbox.c.chat_id == old)
    lane = sa.func.replace(outbox.c.lane, f":{old}:", f":{new}:")
    await execute(sa.update(outbox).where(here).values(chat_id=new, lane=lane))


async def waiting(now: datetime) -> queues.QueueWaiting:
    """What should be on its way by now."""
    columns = (sa.func.count().label("n"), sa.func.min(outbox.c.created_at).label("oldest"))
    row = (await execute(sa.select(*columns).where(_waiting, outbox.c.due_at <= now))).one()
    return queues.QueueWaiting(row.n, row.oldest)


_NEXT_DUE = sa.select(sa.func.min(outbox.c.due_at)).where(
    _waiting, outbox.c.channel == sa.bindparam("of_channel"), outbox.c.due_at > sa.bindparam("now")
)


async def next_due(channel: str, now: datetime) -> datetime | None:
    """When the next notice becomes due; leased ones count with the end of their lease. What is due already and was
    not claimed waits for something else than time."""
    due: datetime | None = (await execute(_NEXT_DUE, {"of_channel": channel, "now": now})).scalar()
    return due


async def add_links(rows: Sequence[dict[str, Any]]) -> None:
    """Note which report a delivered message belongs to, so that a reply finds its way."""
    if rows:
        await execute(_add_links(), list(rows))


@built_once
def _add_links() -> sa.Executable:
    found: sa.Executable = insert(links).on_conflict_do_nothing(index_elements=["channel", "chat_id", "message_id"])
    return found
