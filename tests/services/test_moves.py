"""One writer of how a report stands: what its log says is what happened, and what is refused changes nothing."""

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.errors import MoveNotAllowed
from bot.domain.moves import Moved, Mover
from bot.domain.people import Officer
from bot.domain.reports import Category, Report, ReportStatus
from bot.services.reports.moves import OWNER_AWAY, WROTE_AGAIN, move
from bot.services.turns import Turn
from db import officers, reports, residents
from db.engine import Database, execute
from db.schema import officers as officers_table
from db.schema import report_moves, units
from db.schema import reports as table

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
CITY = "UA80000000000093317"


@pytest.fixture
async def people(database: Database) -> Database:
    async with database.write():
        await execute(units.insert(), {"katottg": CITY, "category": "K", "name": "Київ"})
        for number in (1, 2):
            who: dict[str, Any] = {"role": "community", "rank": "", "name": f"Зразок {number}", "phone": ""}
            await execute(sa.insert(officers_table).values(id=number, code=f"o{number}", chat_id=number, **who))
    return database


async def a_draft(chat: int = 10) -> Report:
    known = await residents.add(channel="telegram", chat_id=chat, locale="uk", now=NOW)
    return await reports.add_draft(resident_id=known.id, category=Category.NOISE, place=CITY, point=None, now=NOW)


async def logged(report_id: int) -> list[Moved]:
    """The lines of a report's log in the order they were made."""
    found = sa.select(report_moves).where(report_moves.c.report_id == report_id).order_by(report_moves.c.id)
    return [
        Moved(
            report_id=row.report_id,
            at=row.at,
            who=Mover(row.who),
            before=ReportStatus(row.before),
            after=ReportStatus(row.after),
            owner_before=row.owner_before,
            owner_after=row.owner_after,
            note=row.note,
        )
        for row in await execute(found)
    ]


def after(minutes: int) -> Turn:
    return Turn(NOW + timedelta(minutes=minutes))


async def officer(number: int) -> Officer:
    return (await officers.by_ids([number]))[0]


async def test_a_report_from_its_draft_to_its_end_and_on(people: Database) -> None:
    async with people.write():
        first, second = await officer(1), await officer(2)
        report = await move(after(1), await a_draft(), ReportStatus.NEW, by=Mover.RESIDENT)
        report = await move(after(2), report, ReportStatus.ACCEPTED, by=Mover.OFFICER, officer=first)
        report = await move(after(3), report, ReportStatus.NEW, by=Mover.CLOCK, note=OWNER_AWAY)
        report = await move(after(4), report, ReportStatus.ACCEPTED, by=Mover.OFFICER, officer=second)
        report = await move(after(5), report, ReportStatus.RESOLVED, by=Mover.OFFICER, officer=second)
        report = await move(after(6), report, ReportStatus.ACCEPTED, by=Mover.RESIDENT, note=WROTE_AGAIN)
        kept = await reports.by_id(report.id)
        lines = [(m.who, m.before, m.after, m.owner_before, m.owner_after, m.note) for m in await logged(1)]
    assert kept == report
    assert lines == [
        (Mover.RESIDENT, ReportStatus.DRAFT, ReportStatus.NEW, None, None, ""),
        (Mover.OFFICER, ReportStatus.NEW, ReportStatus.ACCEPTED, None, 1, ""),
        (Mover.CLOCK, ReportStatus.ACCEPTED, ReportStatus.NEW, 1, None, OWNER_AWAY),
        (Mover.OFFICER, ReportStatus.NEW, ReportStatus.ACCEPTED, None, 2, ""),
        (Mover.OFFICER, ReportStatus.ACCEPTED, ReportStatus.RESOLVED, 2, 2, ""),
        (Mover.RESIDENT, ReportStatus.RESOLVED, ReportStatus.ACCEPTED, 2, 2, WROTE_AGAIN),
    ]


async def test_who_comes_second_changes_nothing(people: Database) -> None:
    """Two officers had read the same report before either of them took it."""
    async with people.write():
        sent = await move(after(1), await a_draft(), ReportStatus.NEW, by=Mover.RESIDENT)
        taken = await move(after(2), sent, ReportStatus.ACCEPTED, by=Mover.OFFICER, officer=await officer(1))
        with pytest.raises(MoveNotAllowed):
            await move(after(3), sent, ReportStatus.ACCEPTED, by=Mover.OFFICER, officer=await officer(2))
        assert await reports.by_id(sent.id) == taken
        assert len(await logged(sent.id)) == 2


async def test_what_nobody_did_does_not_keep_a_report_longer(people: Database) -> None:
    async with people.write():
        report = await move(after(1), await a_draft(), ReportStatus.NEW, by=Mover.RESIDENT)
        report = await move(after(2), report, ReportStatus.ACCEPTED, by=Mover.OFFICER, officer=await officer(1))
        await move(after(90), report, ReportStatus.NEW, by=Mover.CLOCK)
        touched = (await execute(sa.select(table.c.touched_at))).scalar_one()
    assert touched == NOW + timedelta(minutes=2)


async def test_the_log_goes_with_its_report(people: Database) -> None:
    async with people.write():
        report = await move(after(1), await a_draft(), ReportStatus.NEW, by=Mover.RESIDENT)
        await reports.erase_of(report.resident_id, NOW)
        assert await logged(report.id) == []


@pytest.mark.parametrize("seed", range(5))
async def test_whatever_is_tried_the_log_is_one_unbroken_line(people: Database, seed: int) -> None:
    dice = random.Random(seed)
    async with people.write():
        report = await a_draft()
        both = [await officer(1), await officer(2)]
        for minute in range(1, 60):
            try:
                who = dice.choice(both)
                to, by = dice.choice(list(ReportStatus)), dice.choice(list(Mover))
                report = await move(after(minute), report, to, by=by, officer=who)
            except MoveNotAllowed:
                pass
            assert await reports.by_id(report.id) == report
        _unbroken(await logged(report.id), report)


def _unbroken(lines: list[Moved], report: Report) -> None:
    assert [lines[0].before, lines[-1].after] == [ReportStatus.DRAFT, report.status]
    assert lines[-1].owner_after == report.owner_id
    for one, following in pairwise(lines):
        assert (one.after, one.owner_after) == (following.before, following.owner_before)
        assert one.at < following.at
