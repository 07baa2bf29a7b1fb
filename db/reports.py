"""Reports, their entries and their recipients."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.emergency import Danger
from bot.domain.places import Point
from bot.domain.provenance import origin_from, quote_from
from bot.domain.reports import OPEN, Category, Dangers, Entry, EntryKind, Incoming, Report, ReportStatus, Strayed
from db.engine import execute, insert
from db.schema import UtcDateTime, entries, erased, gaps, officers, recipients, reports

_report_columns = (
    reports.c.id,
    reports.c.ref,
    reports.c.resident_id,
    reports.c.status,
    reports.c.category,
    reports.c.place,
    reports.c.lat,
    reports.c.lon,
    reports.c.owner_id,
    reports.c.created_at,
    reports.c.sent_at,
    reports.c.dangers,
    reports.c.danger_declared,
    reports.c.aid_hushed,
    reports.c.by_child,
    reports.c.strayed,
)
_select = sa.select(*_report_columns)
_open = reports.c.status.in_([status.value for status in OPEN])

_ENTRY = sa.select(entries).where(entries.c.id == sa.bindparam("wanted"))
_mine = reports.alias()
_wrote_last = (
    sa.select(sa.func.max(entries.c.created_at))
    .join(_mine, _mine.c.id == entries.c.report_id)
    .where(_mine.c.resident_id == sa.bindparam("resident"), entries.c.officer_id.is_(None))
    .scalar_subquery()
)
_lately_resolved = sa.and_(
    reports.c.status == ReportStatus.RESOLVED.value,
    reports.c.resolved_at > sa.bindparam("since"),
    reports.c.resolved_at >= _wrote_last,
)
_TAKES_WORDS = (
    _select.where(
        reports.c.resident_id == sa.bindparam("resident"),
        sa.or_(reports.c.status == ReportStatus.DRAFT.value, _open, _lately_resolved),
    )
    .order_by(sa.case((reports.c.status == ReportStatus.DRAFT.value, 0), (_open, 1), else_=2))
    .order_by(sa.case((_open, reports.c.touched_at), else_=reports.c.resolved_at).desc())
)
_SENT = (
    sa.select(sa.func.count())
    .select_from(reports)
    .where(reports.c.resident_id == sa.bindparam("resident"), reports.c.status != ReportStatus.DRAFT.value)
)
_MAGNITUDES = sa.select(
    sa.select(sa.func.count())
    .select_from(entries)
    .where(entries.c.report_id == sa.bindparam("report"))
    .scalar_subquery()
    .label("entries"),
    _SENT.scalar_subquery().label("sent"),
)


def _point(row: sa.Row[Any]) -> Point | None:
    return Point(row.lat, row.lon) if row.lat is not None else None


def _report(row: sa.Row[Any]) -> Report:
    return Report(
        id=row.id,
        ref=row.ref,
        resident_id=row.resident_id,
        status=ReportStatus(row.status),
        category=Category(row.category),
        place=row.place,
        point=_point(row),
        owner_id=row.owner_id,
        created_at=row.created_at,
        sent_at=row.sent_at,
        dangers=tuple(Danger(kind) for kind in row.dangers.split(",") if kind),
        danger_declared=row.danger_declared,
        aid_hushed=row.aid_hushed,
        by_child=row.by_child,
        strayed=Strayed(row.strayed) if row.strayed else None,
    )


def _entry(row: sa.Row[Any]) -> Entry:
    incoming = Incoming(
        kind=EntryKind(row.kind),
        chat_id=row.chat_id,
        message_id=row.message_id,
        text=row.text,
        entities=tuple(row.entities or ()),
        file_id=row.file_id,
        point=_point(row),
        album=row.album,
        still=row.still,
        forwarded=origin_from((row.context or {}).get("forwarded")),
        quote=quote_from((row.context or {}).get("quote")),
        unique_id=row.unique_id,
    )
    return Entry(row.id, row.report_id, row.officer_id, incoming, row.quotes_entry_id)


# --- reports ----------------------------------------------------------------------------------------------------------


async def add_draft(*, resident_id: int, category: Category, place: str, point: Point | None, now: datetime) -> Report:
    """Start a report; its number is given here."""
    values: dict[str, Any] = {"resident_id": resident_id, "status": ReportStatus.DRAFT.value}
    values |= {"category": category.value, "place": place, "created_at": now, "touched_at": now}
    values |= {"lat": point.lat if point else None, "lon": point.lon if point else None}
    return _report((await execute(sa.insert(reports).values(values).returning(*_report_columns))).one())


async def by_id(report_id: int) -> Report | None:
    row = (await execute(_select.where(reports.c.id == report_id).with_for_update())).first()
    return _report(row) if row else None


async def by_ref(ref: str) -> Report | None:
    row = (await execute(_select.where(reports.c.ref == ref).with_for_update())).first()
    return _report(row) if row else None


async def by_refs(refs: Collection[str]) -> list[Report]:
    return [_report(row) for row in await execute(_select.where(reports.c.ref.in_(refs)))]


async def ref_of(report_id: int) -> str | None:
    """The random id of a report known by its number."""
    found: str | None = (await execute(sa.select(reports.c.ref).where(reports.c.id == report_id))).scalar()
    return found


async def draft_of(resident_id: int) -> Report | None:
    where = (reports.c.resident_id == resident_id, reports.c.status == ReportStatus.DRAFT.value)
    row = (await execute(_select.where(*where))).first()
    return _report(row) if row else None


async def open_of(resident_id: int) -> list[Report]:
    """Sent and not resolved, the one touched last first."""
    where = (reports.c.resident_id == resident_id, _open)
    return [_report(row) for row in await execute(_select.where(*where).order_by(reports.c.touched_at.desc()))]


async def takes_words(resident_id: int, since: datetime) -> list[Report]:
    """Where a resident's words may go: the draft; what is open, touched last first; what was resolved after `since` and
    after whatever the resident wrote last, the latest first."""
    return [_report(row) for row in await execute(_TAKES_WORDS, {"resident": resident_id, "since": since})]


async def sent_by(resident_id: int) -> list[Report]:
    """Sent reports, newest first."""
    where = (reports.c.resident_id == resident_id, reports.c.status != ReportStatus.DRAFT.value)
    return [_report(row) for row in await execute(_select.where(*where).order_by(reports.c.id.desc()))]


async def queue_of(officer_id: int) -> list[Report]:
    """Open reports this officer received and that are theirs or nobody's, oldest first."""
    statement = (
        _select.join(recipients, recipients.c.report_id == reports.c.id)
        .where(recipients.c.officer_id == officer_id, _open)
        .where(sa.or_(reports.c.owner_id.is_(None), reports.c.owner_id == officer_id))
        .order_by(reports.c.id)
    )
    return [_report(row) for row in await execute(statement)]


async def update(report_id: int, **values: Any) -> None:
    await execute(sa.update(reports).where(reports.c.id == report_id).values(values))


async def swap(report: Report, *, status: ReportStatus, owner_id: int | None, **values: Any) -> bool:
    """For bot/services/reports/moves.py alone: how the report stands and whose it is, with other `values`; False when
    it does not stand any more as `report` says."""
    as_known = (reports.c.id == report.id, reports.c.status == report.status.value)
    owned = reports.c.owner_id.is_not_distinct_from(report.owner_id)
    statement = sa.update(reports).where(*as_known, owned).values(status=status.value, owner_id=owner_id, **values)
    return (await execute(statement.returning(reports.c.id))).first() is not None


async def drop(report_id: int) -> None:
    await execute(sa.delete(reports).where(reports.c.id == report_id))


async def count_sent(resident_id: int) -> int:
    found: int = (await execute(_SENT, {"resident": resident_id})).scalar_one()
    return found


async def magnitudes(report: Report) -> tuple[int, int]:
    """How many entries it has, and how many reports its resident has sent."""
    found = (await execute(_MAGNITUDES, {"report": report.id, "resident": report.resident_id})).one()
    return found.entries, found.sent


async def unattended() -> list[Report]:
    """Open reports with no officer who could act on them now: nobody received them, or those who did (once one owns
    it: the owner) left, blocked the bot or are no longer in service. Oldest first."""
    attended = sa.exists().where(
        recipients.c.report_id == reports.c.id,
        officers.c.id == recipients.c.officer_id,
        sa.or_(reports.c.owner_id.is_(None), reports.c.owner_id == officers.c.id),
        officers.c.chat_id.is_not(None),
        officers.c.confirmed_at.is_not(None),
        officers.c.unreachable_at.is_(None),
        officers.c.retired_at.is_(None),
    )
    return [_report(row) for row in await execute(_select.where(_open, ~attended).order_by(reports.c.id))]


async def erase_of(resident_id: int, now: datetime) -> int:
    """Erase all reports of a resident with everything that hangs on them; returns how many. Of those that were sent
    the random id stays: what others still have of them can be told why it is dead."""
    refs = sa.select(reports.c.ref, sa.literal(now, UtcDateTime)).where(
        reports.c.resident_id == resident_id, reports.c.status != ReportStatus.DRAFT.value
    )
    await execute(sa.insert(erased).from_select(["ref", "erased_at"], refs))
    return (await execute(sa.delete(reports).where(reports.c.resident_id == resident_id))).rowcount


async def was_erased(refs: Collection[str]) -> bool:
    """Whether one of these was erased by its resident."""
    return (await execute(sa.select(erased.c.ref).where(erased.c.ref.in_(refs)).limit(1))).first() is not None


async def purge_erased(before: datetime) -> int:
    return (await execute(sa.delete(erased).where(erased.c.erased_at < before))).rowcount


async def purge_resolved(before: datetime) -> int:
    """Erase reports resolved before that moment."""
    where = (reports.c.status == ReportStatus.RESOLVED.value, reports.c.resolved_at < before)
    return (await execute(sa.delete(reports).where(*where))).rowcount


async def purge_silent(before: datetime) -> int:
    """Erase reports that nobody has resolved and nobody has touched since that moment, drafts too."""
    where = (reports.c.status != ReportStatus.RESOLVED.value, reports.c.touched_at < before)
    return (await execute(sa.delete(reports).where(*where))).rowcount


# --- entries ----------------------------------------------------------------------------------------------------------


async def add_entry(
    report_id: int, incoming: Incoming, *, officer_id: int | None, quotes: int | None, now: datetime
) -> int | None:
    """Keep one message; None when this very message is already kept."""
    values: dict[str, Any] = {"report_id": report_id, "officer_id": officer_id, "quotes_entry_id": quotes}
    values |= {
        "chat_id": incoming.chat_id,
        "message_id": incoming.message_id,
        "album": incoming.album,
        "created_at": now,
    }
    values |= _content(incoming)
    statement = insert(entries).values(values).on_conflict_do_nothing(index_elements=["chat_id", "message_id"])
    found: int | None = (await execute(statement.returning(entries.c.id))).scalar()
    return found


def _content(incoming: Incoming) -> dict[str, Any]:
    point = incoming.point
    values: dict[str, Any] = {
        "kind": incoming.kind.value,
        "text": incoming.text,
        "entities": list(incoming.entities) or None,
    }
    around = {"forwarded": incoming.forwarded, "quote": incoming.quote}
    values["context"] = {name: asdict(each) for name, each in around.items() if each is not None} or None
    values["still"] = incoming.still
    values |= {"file_id": incoming.file_id, "unique_id": incoming.unique_id}
    return values | {"lat": point.lat if point else None, "lon": point.lon if point else None}


async def entries_of(report_id: int) -> list[Entry]:
    """All entries of a report in the order they were written."""
    statement = sa.select(entries).where(entries.c.report_id == report_id)
    return [_entry(row) for row in await execute(statement.order_by(entries.c.id))]


async def entry(entry_id: int) -> Entry | None:
    row = (await execute(_ENTRY, {"wanted": entry_id})).first()
    return _entry(row) if row else None


async def entry_of_message(chat_id: int, message_id: int) -> Entry | None:
    """The entry that came in as this message."""
    where = (entries.c.chat_id == chat_id, entries.c.message_id == message_id)
    row = (await execute(sa.select(entries).where(*where))).first()
    return _entry(row) if row else None


async def entry_of_album(chat_id: int, album: str) -> Entry | None:
    """The first kept item of an album."""
    where = (entries.c.chat_id == chat_id, entries.c.album == album)
    row = (await execute(sa.select(entries).where(*where).order_by(entries.c.id).limit(1))).first()
    return _entry(row) if row else None


WORDLESS: Final = (EntryKind.VIDEO_NOTE.value, EntryKind.LOCATION.value)
SAME_POINT: Final = 1e-5
"""Degrees: about a metre, by which a copy of a location may differ."""


async def entries_alike(
    unique_id: str | None, point: Point | None, *, before: datetime, resident_id: int | None, officer_id: int | None
) -> list[Entry]:
    """Entries with these contents that were delivered to a resident or an officer and can carry no address there:
    items of albums, and what has no words. Newest first."""
    if unique_id is not None:
        same = entries.c.unique_id == unique_id
    elif point is not None:
        near = (sa.func.abs(entries.c.lat - point.lat), sa.func.abs(entries.c.lon - point.lon))
        same = sa.and_(*(each < SAME_POINT for each in near))
    else:
        return []
    received = sa.exists().where(recipients.c.report_id == reports.c.id, recipients.c.officer_id == officer_id)
    of_others = sa.or_(entries.c.officer_id.is_(None), entries.c.officer_id != officer_id)
    to_resident = sa.and_(reports.c.resident_id == resident_id, entries.c.officer_id.is_not(None))
    statement = (
        sa.select(entries)
        .join(reports, reports.c.id == entries.c.report_id)
        .where(same, entries.c.created_at <= before)
        .where(sa.or_(entries.c.album.is_not(None), entries.c.kind.in_(WORDLESS)))
        .where(sa.or_(to_resident, sa.and_(received, of_others)))
    )
    return [_entry(row) for row in await execute(statement.order_by(entries.c.id.desc()))]


async def note_dangers(report: Report, heard: Dangers | None, now: datetime | None) -> Report:
    """What words that came or were changed speak of, beside what the report has; `now`: it was touched."""
    after = report if heard is None else _in_danger(report, heard)
    values: dict[str, Any] = {"touched_at": now} if now else {}
    if after != report:
        values |= {"dangers": ",".join(after.dangers), "aid_hushed": after.aid_hushed, "by_child": after.by_child}
    if values:
        await update(report.id, **values)
    return after


def _in_danger(report: Report, heard: Dangers) -> Report:
    kinds = tuple(kind for kind in Danger if kind in (*report.dangers, *heard.kinds))
    return replace(report, dangers=kinds, aid_hushed=heard.hushed, by_child=report.by_child or heard.child)


async def change_entry(entry_id: int, incoming: Incoming) -> None:
    """The author edited the message."""
    await execute(sa.update(entries).where(entries.c.id == entry_id).values(_content(incoming)))


async def answered_by(officer_id: int, report_id: int) -> bool:
    """Whether this officer has written to its resident."""
    theirs = sa.and_(entries.c.report_id == report_id, entries.c.officer_id == officer_id)
    return (await execute(sa.select(entries.c.id).where(theirs).limit(1))).first() is not None


async def counts_of(report_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """How many entries of each kind a report has: {report: {kind: n}}."""
    statement = (
        sa.select(entries.c.report_id, entries.c.kind, sa.func.count().label("n"))
        .where(entries.c.report_id.in_(report_ids))
        .group_by(entries.c.report_id, entries.c.kind)
    )
    found: dict[int, dict[str, int]] = {}
    for row in await execute(statement):
        found.setdefault(row.report_id, {})[row.kind] = row.n
    return found


# --- recipients and gaps ----------------------------------------------------------------------------------------------


async def add_recipients(report_id: int, officer_ids: Iterable[int]) -> None:
    rows = [{"report_id": report_id, "officer_id": officer_id} for officer_id in officer_ids]
    if rows:
        await execute(insert(recipients).on_conflict_do_nothing(), rows)


async def recipients_of(report_id: int) -> list[int]:
    """Ids of the officers who received the report."""
    where = recipients.c.report_id == report_id
    rows = await execute(sa.select(recipients.c.officer_id).where(where).order_by(recipients.c.officer_id))
    return [row.officer_id for row in rows]


async def note_gap(place: str, now: datetime) -> None:
    """Somebody asked for a place nobody answers for: counted for the admins, without who it was."""
    statement = insert(gaps).values(place=place, asked=1, first_at=now, last_at=now)
    more = {"asked": gaps.c.asked + 1, "last_at": now}
    await execute(statement.on_conflict_do_update(index_elements=["place"], set_=more))
