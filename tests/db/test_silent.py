"""The list of silent hromadas on both engines: who lies inside, and what may not be kept."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.places import Point
from bot.domain.reports import Category, EntryKind, Incoming
from bot.domain.silence import Silence, SilentArea
from db import reports, residents, silent
from db.engine import Database, execute
from db.schema import dialogues, entries, units
from db.schema import reports as report_table
from db.schema import residents as resident_table

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
OBLAST, RAION, HROMADA, CITY = (
    "UA18000000000041385",
    "UA18020000000072859",
    "UA18020030000035625",
    "UA18020030010047029",
)
OTHER, VILLAGE = "UA18020010000042217", "UA18020010010052143"
KYIV, DISTRICT = "UA80000000000093317", "UA80000000000210193"
PLACES = [
    (OBLAST, "O", None, None, None, None),
    (RAION, "P", OBLAST, None, None, None),
    (HROMADA, "H", OBLAST, RAION, None, None),
    (CITY, "M", OBLAST, RAION, HROMADA, None),
    (OTHER, "H", OBLAST, RAION, None, None),
    (VILLAGE, "C", OBLAST, RAION, OTHER, None),
    (KYIV, "K", None, None, KYIV, None),
    (DISTRICT, "B", None, None, KYIV, KYIV),
]


@pytest.fixture
async def country(database: Database) -> Database:
    names = ("katottg", "category", "oblast", "raion", "hromada", "settlement")
    async with database.write():
        await execute(units.insert(), [dict(zip(names, row, strict=True)) | {"name": row[0]} for row in PLACES])
    return database


async def hush(database: Database, *areas: tuple[str, Silence], gone: tuple[str, ...] = ()) -> None:
    async with database.write():
        put = [SilentArea(code, level) for code, level in areas]
        await silent.write(put, gone, label="test", now=NOW)


async def silent_hromadas(at_least: Silence = Silence.OFFICERS) -> set[str]:
    inside = sa.select(units.c.katottg).where(units.c.katottg.in_(silent.places(at_least)))
    return set((await execute(inside.where(units.c.category.in_(["H", "K"])))).scalars())


@pytest.mark.parametrize(
    ("listed", "inside", "hromadas"),
    [
        (HROMADA, {HROMADA, CITY}, {HROMADA}),
        (RAION, {RAION, HROMADA, CITY, OTHER, VILLAGE}, {HROMADA, OTHER}),
        (OBLAST, {OBLAST, RAION, HROMADA, CITY, OTHER, VILLAGE}, {HROMADA, OTHER}),
        (KYIV, {KYIV, DISTRICT}, {KYIV}),
    ],
)
async def test_who_lies_inside(country: Database, listed: str, inside: set[str], hromadas: set[str]) -> None:
    await hush(country, (listed, Silence.OFFICERS))
    async with country.read():
        assert set((await execute(silent.places())).scalars()) == inside
        assert await silent_hromadas() == hromadas
        assert await silent_hromadas(Silence.LOCATIONS) == set()


async def test_the_strictest_level_holds(country: Database) -> None:
    await hush(country, (RAION, Silence.OFFICERS), (HROMADA, Silence.RELAY))
    async with country.read():
        assert await silent_hromadas() == {HROMADA, OTHER}
        assert await silent_hromadas(Silence.RELAY) == {HROMADA}


async def test_an_insert_select_leaves_them_out(country: Database) -> None:
    """As announcements choose whom they are for."""
    async with country.write():
        for chat, place in enumerate((CITY, VILLAGE, HROMADA), start=1):
            known = await residents.add(channel="telegram", chat_id=chat, locale="uk", now=NOW)
            await residents.update(known.id, place=place)
    await hush(country, (HROMADA, Silence.OFFICERS))
    written = sa.insert(dialogues).from_select(
        ["key", "data", "changed_at"],
        sa.select(
            sa.literal("x") + sa.cast(resident_table.c.chat_id, sa.String),
            sa.cast(sa.literal("{}"), dialogues.c.data.type),
            sa.cast(sa.literal(NOW, dialogues.c.changed_at.type), dialogues.c.changed_at.type),
        ).where(resident_table.c.place.not_in(silent.places())),
    )
    async with country.write():
        await execute(written)
        assert list((await execute(sa.select(dialogues.c.key))).scalars()) == ["x2"]


async def test_every_change_is_a_generation_and_the_day_of_listing_stays(country: Database) -> None:
    async with country.read():
        assert await silent.newest_generations() == (0, 0)
    await hush(country, (HROMADA, Silence.OFFICERS))
    async with country.write():
        later = NOW + timedelta(days=3)
        await silent.write([SilentArea(HROMADA, Silence.RELAY, "слово")], [], label="test", now=later)
        assert await silent.newest_generations() == (0, 2)
        assert await silent.load() == {HROMADA: SilentArea(HROMADA, Silence.RELAY, "слово")}
        (since,) = (await execute(sa.text("SELECT since FROM silent_hromadas"))).scalars()
    assert str(since).startswith("2026-11-22")
    await hush(country, gone=(HROMADA,))
    async with country.read():
        assert await silent.load() == {}


async def _a_report(draft: bool, place: str = CITY, chat: int = 1) -> int:
    known = await residents.add(channel="telegram", chat_id=chat, locale="uk", now=NOW)
    await residents.update(known.id, place=place)
    report = await reports.add_draft(
        resident_id=known.id, category=Category.NOISE, place=place, point=Point(49.9, 28.6), now=NOW
    )
    if not draft:
        await reports.update(report.id, status="new")
    text = Incoming(EntryKind.TEXT, chat, 1, "Шум")
    where = Incoming(EntryKind.LOCATION, chat, 2, point=Point(49.9, 28.6))
    for each in (text, where):
        await reports.add_entry(report.id, each, officer_id=None, quotes=None, now=NOW)
    row = {"state": "x", "data": {"point": [49.9, 28.6]}, "changed_at": NOW}
    await execute(dialogues.insert(), {"key": f"7:{chat}:{chat}:::default", **row})
    return report.id


async def _kept() -> dict[str, object]:
    report = (await execute(sa.select(report_table.c.place, report_table.c.lat))).one_or_none()
    return {
        "resident": (await execute(sa.select(resident_table.c.place))).scalar_one(),
        "report": report and (report.place, report.lat is not None),
        "entries": sorted((await execute(sa.select(entries.c.kind))).scalars()),
        "dialogues": (await execute(sa.select(sa.func.count()).select_from(dialogues))).scalar_one(),
    }


BOTH = ["location", "text"]


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("level", Silence)
async def test_what_is_kept_at_each_level(country: Database, level: Silence, draft: bool) -> None:
    async with country.write():
        await _a_report(draft)
    await hush(country, (RAION, level))
    left: dict[Silence, dict[str, object]] = {
        Silence.OFFICERS: {"resident": CITY, "report": (CITY, True), "entries": BOTH, "dialogues": 1},
        Silence.LOCATIONS: {"resident": HROMADA, "report": (HROMADA, False), "entries": ["text"], "dialogues": 0},
        Silence.RELAY: {"resident": None, "report": (HROMADA, False), "entries": ["text"], "dialogues": 0},
    }
    if draft:
        left[Silence.RELAY] |= {"report": None, "entries": []}
    async with country.read():
        assert await _kept() == left[level]


async def test_elsewhere_everything_is_kept(country: Database) -> None:
    async with country.write():
        await _a_report(draft=True, place=VILLAGE)
    await hush(country, (HROMADA, Silence.RELAY))
    async with country.read():
        assert await _kept() == {"resident": VILLAGE, "report": (VILLAGE, True), "entries": BOTH, "dialogues": 1}
