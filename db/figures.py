"""Figures of reports: the moments of those that are kept, and what was counted before the others were erased.

The counts hold no contents, no persons and no numbers of reports: so many reports of a day, a hromada and a category
came to a step within about so long. Reports that a resident erases with /forget are not counted.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.admins import Scope
from bot.domain.figures.gaps import GapAsked
from bot.domain.figures.lapses import bucket_of, seconds_of
from bot.domain.figures.periods import Period
from bot.domain.figures.stats import ReportCourse, Sample, StatsStep
from bot.domain.reports import Category, ReportStatus
from db.engine import execute, insert
from db.schema import entries, gaps, past_reports, report_moves, reports, units

SLICE: Final = 2_000
"""Reports read at once: between two slices others get their turn."""

_hromada = sa.func.coalesce(units.c.hromada, units.c.katottg).label("hromada")


def _moved_at(moment: Any, after: ReportStatus, label: str) -> sa.Label[Any]:
    """When a report came to `after`, by its log; `moment`: of several the first or the last."""
    where = (report_moves.c.report_id == reports.c.id, report_moves.c.after == after.value)
    found = sa.select(moment(report_moves.c.at)).where(*where).scalar_subquery()
    return sa.type_coerce(found, report_moves.c.at.type).label(label)


_answered_at = (
    sa.select(sa.func.min(entries.c.created_at))
    .where(entries.c.report_id == reports.c.id, entries.c.officer_id.is_not(None))
    .scalar_subquery()
    .label("answered_at")
)
_courses = (
    sa.select(
        reports.c.id,
        _hromada,
        reports.c.category,
        reports.c.status,
        reports.c.sent_at,
        _moved_at(sa.func.min, ReportStatus.ACCEPTED, "accepted_at"),
        sa.type_coerce(_answered_at, reports.c.sent_at.type).label("answered_at"),
        _moved_at(sa.func.max, ReportStatus.RESOLVED, "resolved_at"),
    )
    .join_from(reports, units, units.c.katottg == reports.c.place)
    .where(reports.c.status != ReportStatus.DRAFT.value, reports.c.sent_at.is_not(None))
    .where(reports.c.id > sa.bindparam("after"))
    .order_by(reports.c.id)
    .limit(SLICE)
)
_sent_between = _courses.where(reports.c.sent_at >= sa.bindparam("begin"), reports.c.sent_at < sa.bindparam("end"))
# Locked, so that of two processes that clean up at the same time only one counts them.
_resolved_before = _courses.where(
    reports.c.status == ReportStatus.RESOLVED.value, reports.c.resolved_at < sa.bindparam("before")
).with_for_update(of=reports)
_past = (
    sa.select(past_reports)
    .join_from(past_reports, units, units.c.katottg == past_reports.c.hromada)
    .where(past_reports.c.day.between(sa.bindparam("first"), sa.bindparam("last")))
)


def _course(row: sa.Row[Any]) -> ReportCourse:
    return ReportCourse(
        hromada=row.hromada,
        category=Category(row.category),
        status=ReportStatus(row.status),
        sent_at=row.sent_at,
        accepted_at=row.accepted_at,
        answered_at=row.answered_at,
        resolved_at=row.resolved_at,
    )


async def samples(period: Period, scope: Scope) -> AsyncIterator[Sample]:
    """Everything sent in a period from a scope: of the reports that are kept, and of what was counted before."""
    begin, end = period.bounds
    async for course in _read(_inside(_sent_between, scope), begin=begin, end=end):
        for each in course.samples():
            yield each
    for row in await execute(_inside(_past, scope), {"first": period.first, "last": period.last}):
        yield _past_sample(row)


def _inside(statement: sa.Select[Any], scope: Scope) -> sa.Select[Any]:
    if scope.is_country:
        return statement
    levels = (units.c.katottg, units.c.settlement, units.c.hromada, units.c.raion, units.c.oblast)
    return statement.where(sa.or_(*(level.in_(sorted(scope.codes)) for level in levels)))


async def _read(statement: sa.Select[Any], **values: Any) -> AsyncIterator[ReportCourse]:
    after = 0
    while rows := (await execute(statement, values | {"after": after})).all():
        after = rows[-1].id
        for row in rows:
            yield _course(row)


def _past_sample(row: sa.Row[Any]) -> Sample:
    step = StatsStep(row.step)
    seconds = None if step is StatsStep.SENT else seconds_of(row.bucket)
    return Sample(row.day, row.hromada, Category(row.category), step, ReportStatus.RESOLVED, seconds, row.n)


async def count_resolved(before: datetime) -> None:
    """Count the reports that are about to be erased because they were resolved before that moment. Belongs into the
    transaction that erases them: then each is counted once."""
    tallies: dict[tuple[Any, ...], int] = {}
    async for course in _read(_resolved_before, before=before):
        for each in course.samples():
            bucket = bucket_of(each.seconds or 0.0)
            key = (each.day, each.hromada, each.category.value, each.step.value, bucket)
            tallies[key] = tallies.get(key, 0) + each.n
    await _add([dict(zip(_KEYS, key, strict=True)) | {"n": n} for key, n in sorted(tallies.items())])


_KEYS: Final = ("day", "hromada", "category", "step", "bucket")


async def _add(rows: list[dict[str, Any]]) -> None:
    if rows:
        statement = insert(past_reports)
        more = {"n": past_reports.c.n + statement.excluded.n}
        await execute(statement.on_conflict_do_update(index_elements=list(_KEYS), set_=more), rows)


async def asked() -> list[GapAsked]:
    """Places that people looked for in vain, counted."""
    return [GapAsked(row.place, row.asked, row.last_at) for row in await execute(sa.select(gaps))]
