"""The list of silent hromadas is heeded by every process, and every change of it is noted."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.admins import EVERYWHERE
from bot.domain.clock import utc_now
from bot.domain.errors import OwnLowering, StaleButton
from bot.domain.places import PlaceCategory, Unit
from bot.domain.silence import Silence, SilentArea
from bot.places.gazetteer import Gazetteer
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.silence import Replaced, SilentList, replace_list
from bot.services.territories import AdminTerritories
from bot.services.turns import Turns
from db import admin_invites, admins, audit, silent, silent_requests
from db.engine import Database, execute
from db.schema import outbox, units
from db.silent_requests import Lowering

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
HROMADA, OTHER = "UA18020030000035625", "UA18020010000042217"


@pytest.fixture
async def country(database: Database) -> Database:
    async with database.write():
        await execute(units.insert(), [{"katottg": code, "category": "H", "name": code} for code in (HROMADA, OTHER)])
    return database


def territories_of(database: Database) -> AdminTerritories:
    gazetteer = Gazetteer([Unit(code, PlaceCategory.HROMADA, code) for code in (HROMADA, OTHER)])
    return AdminTerritories(
        lambda: gazetteer, Lookup(lambda: gazetteer, DirectoryService(database, utc_now, lambda: gazetteer))
    )


async def replace(database: Database, *areas: SilentArea, dry_run: bool = False) -> Replaced:
    async with Turns(database, lambda: NOW, lambda: None).open() as turn:
        return await replace_list(turn, areas, territories_of(database), label="silent.csv", dry_run=dry_run)


async def test_every_replica_heeds_a_change_at_once(country: Database) -> None:
    replicas = [DirectoryService(country, lambda: NOW, lambda: Gazetteer(())) for _ in range(2)]
    for level in Silence:
        await replace(country, SilentArea(HROMADA, level), SilentArea(OTHER, Silence.OFFICERS))
        assert [await each.silence((HROMADA,)) for each in replicas] == [level, level]


async def test_a_file_changes_what_differs_and_notes_it(country: Database) -> None:
    first = (SilentArea(HROMADA, Silence.OFFICERS, "межа"), SilentArea(OTHER, Silence.OFFICERS))
    assert await replace(country, *first, dry_run=True) == Replaced(sorted((HROMADA, OTHER)), [])
    assert await replace(country, *first) == Replaced(sorted((HROMADA, OTHER)), [])
    assert await replace(country, *first) == Replaced([], [])
    raised = SilentArea(HROMADA, Silence.LOCATIONS, "межа")
    assert await replace(country, raised, first[1]) == Replaced([HROMADA], [])
    async with country.read():
        assert await silent.load() == {HROMADA: raised, OTHER: first[1]}
        noted = {(each.subject, each.before and each.before["level"]) for each in await audit.newest(most=10)}
    assert noted == {(f"silent:{HROMADA}", None), (f"silent:{OTHER}", None), (f"silent:{HROMADA}", 1)}


async def test_what_a_new_list_names_no_more_stays_silent_until_somebody_agrees(country: Database) -> None:
    await replace(country, SilentArea(HROMADA, Silence.RELAY), SilentArea(OTHER, Silence.RELAY))
    less = SilentArea(HROMADA, Silence.OFFICERS)
    assert await replace(country, less) == Replaced([], sorted((HROMADA, OTHER)))
    async with country.read():
        assert {code: area.level for code, area in (await silent.load()).items()} == dict.fromkeys(
            (HROMADA, OTHER), Silence.RELAY
        )
        assert await silent_requests.find(OTHER) == Lowering(OTHER, None, None)
        assert await silent_requests.find(HROMADA) == Lowering(HROMADA, less, None)
    await replace(country, SilentArea(HROMADA, Silence.RELAY), SilentArea(OTHER, Silence.RELAY))
    async with country.read():
        assert await silent_requests.find(OTHER) is None, "the next list took it back"


async def test_two_pairs_of_eyes_make_a_place_less_silent(country: Database) -> None:
    territories = territories_of(country)
    listed = SilentList(territories)
    async with Turns(country, lambda: NOW, lambda: None).open() as turn:
        iryna, oleh = [
            await admins.put(chat_id=chat, name=name, locale="uk", scope=EVERYWHERE, superadmin=False, now=NOW)
            for chat, name in ((1, "Ірина"), (2, "Олег"))
        ]
        assert await listed.put(turn, iryna, HROMADA, Silence.RELAY), "more silence holds at once"
        assert not await listed.put(turn, iryna, HROMADA, Silence.OFFICERS)
        with pytest.raises(OwnLowering):
            await listed.approve(turn, iryna, HROMADA)
        assert (await listed.item(oleh, HROMADA)).level == Silence.RELAY
        await listed.approve(turn, oleh, HROMADA)
        assert (await listed.item(oleh, HROMADA)).level == Silence.OFFICERS
        with pytest.raises(StaleButton):
            await listed.approve(turn, oleh, HROMADA)
        assert not await listed.remove(turn, oleh, HROMADA)
        await listed.keep(turn, iryna, HROMADA)
        assert (await listed.item(oleh, HROMADA)).level == Silence.OFFICERS
        assert await listed.put(turn, oleh, HROMADA, Silence.LOCATIONS)
    async with country.read():
        told = (await execute(sa.select(outbox.c.chat_id, outbox.c.kind).order_by(outbox.c.id))).all()
    assert [tuple(each) for each in told] == [(2, "silent-asked"), (1, "silent-asked")]


async def test_a_guest_of_whoever_asks_is_no_second_pair(country: Database) -> None:
    listed = SilentList(territories_of(country))
    async with Turns(country, lambda: NOW, lambda: None).open() as turn:
        iryna, guest = [
            await admins.put(chat_id=chat, name=name, locale="uk", scope=EVERYWHERE, superadmin=False, now=NOW)
            for chat, name in ((1, "Ірина"), (2, "Гість"))
        ]
        await admin_invites.add(
            token_hash="t" * 64,
            codes=EVERYWHERE.codes,
            invited_by=iryna.id,
            created_at=NOW,
            expires_at=NOW + timedelta(1),
        )
        await admin_invites.spend("t" * 64, used_by=guest.id, now=NOW)
        await listed.put(turn, iryna, HROMADA, Silence.RELAY)
        await listed.remove(turn, iryna, HROMADA)
        with pytest.raises(OwnLowering):
            await listed.approve(turn, guest, HROMADA)
