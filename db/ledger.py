"""The ledger: who gets an announcement, claimed in batches with leases, and what became of each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from db.engine import execute
from db.schema import broadcasts, ledger, residents, units

# Written out, not bound: only so do the partial indexes serve them.
_WAITING: Final[sa.ColumnElement[bool]] = sa.literal_column("ledger.status = 'waiting'")
_FAILED: Final[sa.ColumnElement[bool]] = sa.literal_column("ledger.status = 'failed'")
_UNDER_WAY: Final[sa.ColumnElement[bool]] = sa.literal_column("ledger.under_way")

FORGET_AT_ONCE: Final = 20_000
DUE: Final = (
    sa.select(ledger.c.id)
    .where(
        _WAITING,
        ledger.c.broadcast_id == sa.bindparam("of"),
        ledger.c.oblast.in_(sa.bindparam("open", expanding=True)),
        ledger.c.due_at <= sa.bindparam("now"),
    )
    .limit(sa.bindparam("most", type_=sa.Integer))
    .with_for_update(skip_locked=True)
)
"""Oblast by oblast, so that those on hold are not even looked at."""
_due = DUE.cte("due")
_claim = (
    sa.update(ledger)
    .where(ledger.c.id.in_(sa.select(_due.c.id)))
    .values(due_at=sa.bindparam("leased_until"), attempts=ledger.c.attempts + 1, under_way=True)
    .returning(ledger.c.id, ledger.c.resident_id, ledger.c.place, ledger.c.attempts)
)
_reached = sa.select(residents).where(residents.c.id.in_(sa.bindparam("wanted", expanding=True)))
_COUNTERS: Final = ("total", "sent", "blocked", "failed", "skipped", "repeated", "rate")


@dataclass(frozen=True, slots=True)
class Addressee:
    """A claimed row. `chat_id` None: forgotten since; `wants`: by kind, None: has not said."""

    id: int
    chat_id: int | None
    locale: str
    place: str
    attempts: int
    reachable: bool
    wants: Mapping[str, bool | None]

    def takes(self, kind: str) -> bool:
        """Can be reached, and said yes to this kind."""
        return self.reachable and self.wants.get(kind) is True


async def claim(
    announcement_id: int, *, oblasts: Collection[str], now: datetime, leased_until: datetime, most: int
) -> list[Addressee]:
    """Take up to `most` recipients who are due, in these oblasts only."""
    wanted = {"of": announcement_id, "open": list(oblasts), "now": now, "leased_until": leased_until, "most": most}
    rows = (await execute(_claim, wanted)).all()
    ids = [row.resident_id for row in rows if row.resident_id is not None]
    people = {row.id: row for row in await execute(_reached, {"wanted": ids})} if ids else {}
    return [_recipient(row, people.get(row.resident_id)) for row in sorted(rows, key=lambda row: row.id)]


def _recipient(row: sa.Row[Any], person: sa.Row[Any] | None) -> Addressee:
    return Addressee(
        id=row.id,
        chat_id=person.chat_id if person else None,
        locale=person.locale if person else "",
        place=row.place,
        attempts=row.attempts,
        reachable=person is not None and person.unreachable_at is None,
        wants={"opening": person.news_opening, "announcement": person.news_announcement} if person else {},
    )


async def settle(ids: Collection[int], status: str, error: str | None = None) -> int:
    """What became of these rows, for good; returns how many still waited for it."""
    if not ids:
        return 0
    values = {"status": status, "under_way": False, "error": error}
    return (await execute(sa.update(ledger).where(ledger.c.id.in_(list(ids)), _WAITING).values(values))).rowcount


async def postpone(
    row_id: int, *, claimed: int, due_at: datetime, attempts: int, error: str | None, again: bool
) -> None:
    """Not sent, once more at `due_at`, unless somebody has claimed it since (`claimed`: the attempts of this claim).
    `again`: it may have arrived all the same."""
    values = {"due_at": due_at, "attempts": attempts, "under_way": False, "error": error}
    values["repeats"] = ledger.c.repeats + int(again)
    mine = (ledger.c.id == row_id, ledger.c.attempts == claimed, _WAITING)
    await execute(sa.update(ledger).where(*mine).values(values))


async def recover(announcement_id: int, *, now: datetime, all_of_them: bool) -> int:
    """Give back what was claimed and never noted: it may have been sent, so it counts as a possible repeat. By the end
    of its lease, or at once (`all_of_them`: no other process is there). Returns how many."""
    lost = [_UNDER_WAY, ledger.c.broadcast_id == announcement_id]
    if not all_of_them:
        lost.append(ledger.c.due_at <= now)
    values = {"due_at": now, "under_way": False, "repeats": ledger.c.repeats + 1}
    return (await execute(sa.update(ledger).where(*lost).values(values))).rowcount


async def hurry(announcement_id: int, *, now: datetime, latest: datetime) -> None:
    """Who seems to wait until after `latest`, longer than anything takes, was written by a clock that has been set back
    since: due now. Looks at all who wait: for the moment when that may have happened."""
    late = (_WAITING, ledger.c.broadcast_id == announcement_id, ledger.c.due_at > latest)
    await execute(sa.update(ledger).where(*late).values(due_at=now))


async def retry(announcement_id: int, now: datetime, *, most: int) -> int:
    """Up to `most` of those that failed wait again; returns how many."""
    values = {"status": "waiting", "due_at": now, "attempts": 0, "error": None}
    some = sa.select(ledger.c.id).where(_FAILED, ledger.c.broadcast_id == announcement_id).limit(most)
    return (await execute(sa.update(ledger).where(ledger.c.id.in_(some)).values(values))).rowcount


async def add_up(announcement_id: int, *, rate: float | None = None, **more: int) -> None:
    """Add to the counters of the announcement."""
    values: dict[str, Any] = {name: broadcasts.c[name] + n for name, n in more.items() if n}
    if rate is not None:
        values["rate"] = rate
    if values:
        await execute(sa.update(broadcasts).where(broadcasts.c.id == announcement_id).values(values))


async def counters(announcement_id: int) -> sa.Row[Any]:
    """`total`, `sent`, `blocked`, `failed`, `skipped`, `repeated`, `rate`, `status`, `filled_at`."""
    columns = [broadcasts.c[name] for name in (*_COUNTERS, "status", "filled_at")]
    return (await execute(sa.select(*columns).where(broadcasts.c.id == announcement_id))).one()


async def waiting_in(announcement_id: int, oblasts: Collection[str]) -> int:
    """How many wait in these oblasts."""
    if not oblasts:
        return 0
    where = (_WAITING, ledger.c.broadcast_id == announcement_id, ledger.c.oblast.in_(list(oblasts)))
    return int((await execute(sa.select(sa.func.count()).select_from(ledger).where(*where))).scalar_one())


async def by_place(announcement_id: int) -> list[sa.Row[Any]]:
    """Rows of `oblast`, `place`, `status`, `n`."""
    columns = (ledger.c.oblast, ledger.c.place, ledger.c.status)
    grouped = sa.select(*columns, sa.func.count().label("n")).where(ledger.c.broadcast_id == announcement_id)
    return list(await execute(grouped.group_by(*columns).order_by(*columns)))


async def forget_recipients(before: datetime) -> int:
    """Of announcements that ended before: who got them is nobody's business any more, how many stays. In pieces, so
    that nobody waits; returns how many links went."""
    over = sa.select(broadcasts.c.id).where(broadcasts.c.finished_at < before)
    some = sa.select(ledger.c.id).where(ledger.c.resident_id.is_not(None), ledger.c.broadcast_id.in_(over))
    piece = some.limit(FORGET_AT_ONCE)
    return (await execute(sa.update(ledger).where(ledger.c.id.in_(piece)).values(resident_id=None))).rowcount


async def delivered(*, since: datetime, until: datetime, codes: Collection[str]) -> tuple[int, int]:
    """(announcements, messages) that reached somebody in these areas, of those begun in `since` <= t < `until`. No
    codes: the whole country."""
    around = (units.c.katottg, units.c.settlement, units.c.hromada, units.c.raion, units.c.oblast)
    inside = sa.select(units.c.katottg).where(sa.or_(*(column.in_(sorted(codes)) for column in around)))
    counted = (
        sa.select(sa.func.count(ledger.c.broadcast_id.distinct()).label("several"), sa.func.count().label("messages"))
        .join_from(ledger, broadcasts)
        .where(ledger.c.status == "sent", broadcasts.c.started_at >= since, broadcasts.c.started_at < until)
    )
    row = (await execute(counted.where(ledger.c.place.in_(inside)) if codes else counted)).one()
    return int(row.several), int(row.messages)
