"""Audiences on a real database: nobody outside, nobody twice, nobody who said no, nobody out of reach."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.announcements import Announcement, AnnouncementStatus, Kind
from bot.domain.places import Unit
from db import announcements, audience, ledger
from db.engine import Database, execute
from db.migrate import upgrade
from db.schema import ledger as ledger_table
from db.schema import residents, silent_hromadas
from tests.country import BEATS, DISTRICT, FAR, HROMADA, KYIV, NEXT, NOON, PLACES, TOWN, UNITS, VILLAGE, WEST, Country

BY_CODE: dict[str, Unit] = {unit.katottg: unit for unit in UNITS}
AREAS = ["UA", *BY_CODE]
maybe = st.sampled_from([None, True, False])
people = st.lists(
    st.fixed_dictionaries(
        {
            "place": st.sampled_from([None, *PLACES]),
            "locale": st.sampled_from(["uk", "en"]),
            "gone": st.booleans(),
            "news_opening": maybe,
            "news_announcement": maybe,
        }
    ),
    max_size=25,
)
audiences = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(Kind),
        "areas": st.lists(st.sampled_from(AREAS), min_size=1, max_size=4, unique=True),
        "languages": st.sampled_from([["uk"], ["en"], ["uk", "en"]]),
        "silent": st.lists(st.sampled_from([HROMADA, NEXT, FAR, KYIV]), max_size=2, unique=True),
        "slices": st.lists(st.integers(1, 9), max_size=6),
    }
)


def belongs(person: dict[str, Any], chosen: dict[str, Any]) -> bool:
    """The rule, told once more and differently."""
    if person["place"] is None or person["gone"] or person["locale"] not in chosen["languages"]:
        return False
    unit = BY_CODE[person["place"]]
    if person[f"news_{chosen['kind'].value}"] is not True or (unit.hromada or unit.katottg) in chosen["silent"]:
        return False
    return not set(chosen["areas"]).isdisjoint({"UA", *unit.areas})


async def fall_silent(hromadas: list[str], now: datetime) -> None:
    """The list of silent hromadas is this and no other."""
    await execute(sa.delete(silent_hromadas))
    for code in hromadas:
        await execute(silent_hromadas.insert().values(katottg=code, level=1, since=now, note=""))


class Trial:
    """One database for all examples, on a loop of its own; emptied before each."""

    def __init__(self, database: Database, loop: asyncio.AbstractEventLoop) -> None:
        self.country = Country(database)
        self.loop = loop
        self.chats = count(1)

    def plays(self, crowd: list[dict[str, Any]], chosen: dict[str, Any]) -> Any:
        """The ledger, the residents' ids, and the counted rows."""
        return self.loop.run_until_complete(self._plays(crowd, chosen))

    async def _plays(self, crowd: list[dict[str, Any]], chosen: dict[str, Any]) -> Any:
        country = self.country
        async with country.database.write():
            await execute(sa.delete(ledger_table))
            await execute(sa.delete(residents))
        gone = {True: country.now, False: None}
        rows = [{k: v for k, v in each.items() if k != "gone"} for each in crowd]
        await country.move_in(
            row | {"chat_id": next(self.chats), "unreachable_at": gone[each["gone"]]}
            for row, each in zip(rows, crowd, strict=True)
        )
        found = await self._announcement(chosen)
        async with country.database.write():
            await fall_silent(chosen["silent"], country.now)
            after, top = 0, await audience.last_resident()
            counted = await audience.count(found)
            slices = iter(chosen["slices"])
            while after < top:
                upto = min(after + next(slices, 5), top)
                await audience.fill(found, after=after, upto=upto, now=country.now)
                await audience.fill(found, after=after, upto=upto, now=country.now)  # again: no matter
                after = upto
        listed = await country.rows(ledger_table)
        inside = [row.id for row in await country.rows(residents)]
        return listed, inside, counted

    async def _announcement(self, chosen: dict[str, Any]) -> Announcement:
        async with self.country.database.write():
            new = await announcements.add(
                kind=chosen["kind"],
                author_id=self.country.people["Ірина"].id,
                languages=chosen["languages"],
                now=self.country.now,
            )
            targets = dict(enumerate(BEATS.values(), 1))
            await announcements.change(new.id, areas=chosen["areas"], targets=targets)
            found = await announcements.get(new.id)
        assert found is not None
        return found


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    loop = asyncio.new_event_loop()
    database = Database(f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('audience') / 'test.sqlite3'}")
    found = Trial(database, loop)
    loop.run_until_complete(upgrade(database))
    loop.run_until_complete(found.country.settle())
    yield found
    loop.run_until_complete(database.close())
    loop.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(crowd=people, chosen=audiences)
def test_exactly_those_it_is_for(trial: Trial, crowd: list[dict[str, Any]], chosen: dict[str, Any]) -> None:
    listed, ids, counted = trial.plays(crowd, chosen)
    by_id = dict(zip(ids, crowd, strict=True))
    assert [row.resident_id for row in listed] == [n for n, person in by_id.items() if belongs(person, chosen)]
    for row in listed:
        assert row.place == by_id[row.resident_id]["place"]
        assert row.oblast == (BY_CODE[row.place].oblast or row.place)
    assert sum(each.n for each in counted if each.willing and not each.silent and not each.unreachable) == len(listed)


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_told_of_the_stations_around_it(place: str) -> None:
    """The rule, told once more and differently."""
    found = Announcement(
        1, Kind.OPENING, AnnouncementStatus.RUNNING, 1, None, NOON, targets=dict(enumerate(BEATS.values(), 1))
    )
    around = [n for n, areas in enumerate(BEATS.values(), 1) if not set(areas).isdisjoint(BY_CODE[place].areas)]
    assert list(found.stations_around(BY_CODE[place].areas)) == around


async def test_the_same_on_both_engines(database: Database) -> None:
    """One example, with everything in it, wherever tests run on PostgreSQL too."""
    country = await Country(database).settle()
    found = Trial(database, asyncio.get_running_loop())
    found.country = country
    crowd = [
        {"place": place, "locale": locale, "gone": gone, "news_opening": says, "news_announcement": None}
        for place in PLACES
        for locale in ("uk", "en")
        for gone in (False, True)
        for says in (None, True, False)
    ]
    chosen = {
        "kind": Kind.OPENING,
        "areas": [HROMADA, KYIV, FAR],
        "languages": ["uk"],
        "silent": [FAR],
        "slices": [7, 30, 2],
    }
    listed, ids, counted = await found._plays(crowd, chosen)
    wanted = [n for n, person in zip(ids, crowd, strict=True) if belongs(person, chosen)]
    assert sorted(row.resident_id for row in listed) == wanted
    assert len(wanted) == 5
    assert sum(each.n for each in counted if each.willing and not each.silent and not each.unreachable) == len(listed)


@pytest.fixture
async def crowded(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'plan.sqlite3'}")
    await upgrade(database)
    yield database
    await database.close()


async def test_claims_go_by_the_partial_index(crowded: Database) -> None:
    """Measured: with another plan a claim reads millions of rows."""
    country = await Country(crowded).settle()
    wanted = {"of": 1, "open": [WEST, KYIV], "now": country.now, "most": 25}
    async with crowded.read() as connection:
        literal = {"literal_binds": True}
        compiled = ledger.DUE.params(wanted).compile(dialect=connection.dialect, compile_kwargs=literal)
        explained = (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")).all()
        plan = " / ".join(row.detail for row in explained)
    assert "ix_ledger_next (broadcast_id=? AND oblast=? AND due_at<?)" in plan
    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan


async def test_a_slice_reads_its_own_residents_only(crowded: Database) -> None:
    """Measured: by another index every slice walks through all residents."""
    country = await Country(crowded).settle()
    trial = Trial(crowded, asyncio.get_running_loop())
    trial.country = country
    found = await trial._announcement({"kind": Kind.OPENING, "areas": ["UA"], "languages": ["uk", "en"]})
    plans: list[str] = []

    def explain(raw: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("INSERT INTO ledger"):
            rows = raw.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            plans.append(" / ".join(row.detail for row in rows))

    sa.event.listen(crowded.engine, "before_cursor_execute", explain)
    async with crowded.write():
        await audience.fill(found, after=10, upto=20, now=country.now)
    (plan,) = plans
    assert "SEARCH residents USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in plan
    assert "SCAN units" not in plan


async def test_forgetting_somebody_keeps_the_count_only(database: Database) -> None:
    country = await Country(database).settle()
    await country.move_in([{"chat_id": 1, "place": PLACES[0]}])
    trial = Trial(database, asyncio.get_running_loop())
    trial.country = country
    found = await trial._announcement({"kind": Kind.OPENING, "areas": ["UA"], "languages": ["uk"]})
    async with database.write():
        await audience.fill(found, after=0, upto=await audience.last_resident(), now=country.now)
        await execute(sa.delete(residents))
    (row,) = await country.rows(ledger_table)
    assert (row.resident_id, row.status) == (None, "waiting")


async def test_a_place_that_fell_silent_since_is_known_before_sending(database: Database) -> None:
    country = Country(database)
    await country.settle()
    async with database.write():
        assert await audience.silent_among(PLACES) == set()
        await fall_silent([HROMADA], country.now)
        assert await audience.silent_among(PLACES) == {TOWN, DISTRICT, VILLAGE}
