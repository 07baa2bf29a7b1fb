"""What is counted before reports are erased: figures of a year stay true, and hold nobody."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

import db.figures
import db.reports
from bot.domain.admins import EVERYWHERE, Scope
from bot.domain.figures.periods import Period, day_of
from bot.domain.figures.stats import ReportCourse, Sample, Stats, StatsStep, stats
from bot.domain.figures.terrain import Terrain
from bot.domain.moves import Moved, Mover
from bot.domain.places import PlaceCategory as Kind
from bot.domain.places import Unit
from bot.domain.reports import Category, ReportStatus
from bot.ticks import Housekeeping
from db import moves
from db.engine import Database, execute
from db.gazetteer import write_units
from db.schema import entries, officers, past_reports, reports, residents

OBLAST, RAION, HROMADA, VILLAGE = (
    Unit("UA18000000000000001", Kind.OBLAST, "Область"),
    Unit("UA18010000000000001", Kind.RAION, "Район", oblast="UA18000000000000001"),
    Unit("UA18010010000000001", Kind.HROMADA, "Громада", oblast="UA18000000000000001", raion="UA18010000000000001"),
    Unit(
        "UA18010010010000001",
        Kind.VILLAGE,
        "Село",
        oblast="UA18000000000000001",
        raion="UA18010000000000001",
        hromada="UA18010010000000001",
    ),
)
UNITS = [OBLAST, RAION, HROMADA, VILLAGE]
LAND = Terrain.of(UNITS)
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
YEAR = Period(date(2025, 11, 23), date(2026, 11, 22))


@pytest.fixture
async def town(database: Database) -> Database:
    async with database.write():
        async for _ in write_units(UNITS):
            pass
        who: dict[str, Any] = {"channel": "telegram", "chat_id": 1, "locale": "uk", "consented_at": NOW}
        await execute(sa.insert(residents).values(id=1, **who))
        about = {"code": "o1", "role": "community", "rank": "", "name": "Зразок", "phone": ""}
        await execute(sa.insert(officers).values(id=1, **about))
    return database


async def report(
    number: int,
    sent: datetime,
    *,
    category: str = "noise",
    answered: float | None = None,
    resolved: float | None = None,
) -> None:
    """A report sent at a moment, answered and resolved so many hours later."""

    def after(hours: float | None) -> datetime | None:
        return None if hours is None else sent + timedelta(hours=hours)

    status = ReportStatus.RESOLVED if resolved is not None else ReportStatus.ACCEPTED
    values: dict[str, Any] = {
        "id": number,
        "resident_id": 1,
        "status": status.value,
        "category": category,
        "place": VILLAGE.katottg,
    }
    values |= {"created_at": sent, "sent_at": sent, "touched_at": sent}
    await execute(sa.insert(reports).values(**values, resolved_at=after(resolved)))
    accepted = sent + timedelta(minutes=30)
    await moves.note(Moved(number, accepted, Mover.OFFICER, ReportStatus.NEW, ReportStatus.ACCEPTED, None, 1))
    if (closed := after(resolved)) is not None:
        await moves.note(Moved(number, closed, Mover.OFFICER, ReportStatus.ACCEPTED, ReportStatus.RESOLVED, 1, 1))
    common = {"report_id": number, "kind": "text", "text": "таємниця", "chat_id": number}
    await execute(sa.insert(entries).values(**common, message_id=1, created_at=sent))
    if answered is not None:
        for order, at in enumerate((after(answered + 5), after(answered)), start=2):
            await execute(sa.insert(entries).values(**common, message_id=order, officer_id=1, created_at=at))


async def counted(database: Database, inside: Scope = EVERYWHERE, period: Period = YEAR) -> Stats:
    async with database.read():
        samples = [each async for each in db.figures.samples(period, inside)]
    return stats(inside, period, samples, LAND)


async def test_the_first_entry_of_an_officer_is_the_answer(town: Database) -> None:
    async with town.write():
        await report(1, NOW - timedelta(days=3), answered=2)
        await report(2, NOW - timedelta(days=2))
    found = await counted(town)
    assert found.steps[StatsStep.ANSWERED].median == 7200
    assert found.steps[StatsStep.ANSWERED].waiting == 1


async def test_drafts_are_in_no_figure(town: Database) -> None:
    async with town.write():
        await db.reports.add_draft(resident_id=1, category=Category.NOISE, place=VILLAGE.katottg, point=None, now=NOW)
    assert (await counted(town)).whole.total == 0


async def test_erased_reports_stay_in_the_figures(town: Database) -> None:
    old = NOW - timedelta(days=200)
    async with town.write():
        for number in range(1, 8):
            await report(number, old, answered=number, resolved=number + 24)
        await report(8, old, category="road", resolved=48)
        await report(9, NOW - timedelta(days=5), answered=3, resolved=5)
    before = await counted(town)
    assert await Housekeeping(town, lambda: NOW, 90).forget_reports() == 8
    after = await counted(town)
    assert after.whole.statuses == before.whole.statuses
    assert after.by_day == before.by_day
    assert {k: v.total for k, v in after.by_category.items()} == {k: v.total for k, v in before.by_category.items()}
    for step, lapse in before.steps.items():
        kept = after.steps[step]
        assert (kept.measured, kept.waiting, kept.without) == (lapse.measured, lapse.waiting, lapse.without)
        assert kept.median == pytest.approx(lapse.median, rel=0.1)
        assert kept.most == pytest.approx(lapse.most, rel=0.1)


async def test_what_is_counted_once_is_not_counted_again(town: Database) -> None:
    keeping = Housekeeping(town, lambda: NOW, 90)
    async with town.write():
        await report(1, NOW - timedelta(days=200), resolved=1)
    await keeping.forget_reports()
    async with town.write():
        await report(2, NOW - timedelta(days=200), resolved=1)
    await keeping.forget_reports()
    await keeping.forget_reports()
    assert (await counted(town)).whole.total == 2


async def test_two_who_clean_up_at_the_same_time_count_once(town: Database) -> None:
    async with town.write():
        for number in range(1, 30):
            await report(number, NOW - timedelta(days=200), answered=1, resolved=2)
    await asyncio.gather(*(Housekeeping(town, lambda: NOW, 90).forget_reports() for _ in range(4)))
    assert (await counted(town)).whole.total == 29


async def test_who_waits_for_a_year_without_a_word_waits_no_longer(town: Database) -> None:
    async with town.write():
        for number, days in enumerate((366, 364), start=1):
            await report(number, NOW - timedelta(days=days), answered=1)
        await report(3, NOW - timedelta(days=366), resolved=1)
    assert await Housekeeping(town, lambda: NOW, 3650).forget_silent() == 0, "not before resolved ones"
    assert await Housekeeping(town, lambda: NOW, 90).forget_silent() == 1
    async with town.read():
        assert (await execute(sa.select(reports.c.id).order_by(reports.c.id))).scalars().all() == [2, 3]


async def test_counts_hold_no_contents_and_nobody(town: Database) -> None:
    async with town.write():
        await report(1, NOW - timedelta(days=200), answered=1, resolved=2)
    await Housekeeping(town, lambda: NOW, 90).forget_reports()
    async with town.read():
        rows = [dict(row) for row in (await execute(sa.select(past_reports))).mappings()]
    assert len(rows) == 4
    assert {key for row in rows for key in row} == {"day", "hromada", "category", "step", "bucket", "n"}
    assert {row["hromada"] for row in rows} == {HROMADA.katottg}  # never the village


async def test_what_a_resident_erases_is_in_no_figure(town: Database) -> None:
    async with town.write():
        await report(1, NOW - timedelta(days=3), answered=1, resolved=2)
        await db.reports.erase_of(1, NOW)
    assert (await counted(town)).whole.total == 0


async def test_a_scope_sees_its_own_only(town: Database) -> None:
    async with town.write():
        await report(1, NOW - timedelta(days=200), resolved=1)
        await report(2, NOW - timedelta(days=2))
    await Housekeeping(town, lambda: NOW, 90).forget_reports()
    for code in (OBLAST, RAION, HROMADA):
        assert (await counted(town, Scope(frozenset({code.katottg})))).whole.total == 2
    assert (await counted(town, Scope(frozenset({"UA35000000000000001"})))).whole.total == 0


async def test_a_report_belongs_to_kyivs_day(town: Database) -> None:
    """23:30 of the 31st in Kyiv is 21:30 UTC, 00:30 of the 1st is 22:30 UTC of the 31st."""
    last, first = datetime(2026, 10, 31, 21, 30, tzinfo=UTC), datetime(2026, 10, 31, 22, 30, tzinfo=UTC)
    async with town.write():
        await report(1, last)
        await report(2, first)
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    assert (await counted(town, period=october)).by_day == {date(2026, 10, 31): 1}
    assert day_of(first) == date(2026, 11, 1)


def test_a_course_never_takes_less_than_nothing() -> None:
    """Two processes' clocks may differ."""
    early = NOW - timedelta(seconds=2)
    course = ReportCourse(HROMADA.katottg, Category.NOISE, ReportStatus.RESOLVED, NOW, early, early, early)
    assert {each.seconds for each in course.samples() if isinstance(each, Sample)} == {None, 0.0}
