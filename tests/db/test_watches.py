"""Who watches an announcement, and since when a station is there: on both engines."""

from datetime import timedelta

import db.admins
import db.announcements
import db.registry
import db.watches
from bot.domain.admins import EVERYWHERE, Admin
from bot.domain.announcements import Kind
from bot.domain.registry import Edition, StationEntry, changes
from db import editions
from db.engine import Database
from tests.db.waiting import NOW


async def admin(chat_id: int) -> Admin:
    return await db.admins.put(
        chat_id=chat_id, name=str(chat_id), locale="uk", scope=EVERYWHERE, superadmin=True, now=NOW
    )


async def test_watchers_are_those_who_are_admins_still(database: Database) -> None:
    async with database.write():
        iryna, oleh = await admin(9001), await admin(9002)
        number = (await db.announcements.add(kind=Kind.OPENING, author_id=iryna.id, languages=("uk",), now=NOW)).id
        await db.watches.add(number, [iryna.id, oleh.id, iryna.id])
        for watch in await db.watches.of(number):
            await db.watches.note(watch, "seen")
        await db.watches.add(number, [oleh.id])
        assert [(each.admin.chat_id, each.shown) for each in await db.watches.all_of_them()] == [
            (9001, "seen"),
            (9002, None),
        ]
        await db.admins.remove(iryna.id)
        assert [each.admin.chat_id for each in await db.watches.of(number)] == [9002]
        await db.watches.remove(number)
        assert await db.watches.all_of_them() == []


def edition(*codes: str) -> Edition:
    return Edition(stations={code: StationEntry(code, code, "адреса", None, "", "") for code in codes})


async def test_a_station_keeps_the_day_it_came(database: Database) -> None:
    """Changed or back again, it is not new."""
    later = NOW + timedelta(days=2)
    async with database.write():
        first, both, last = edition("a"), edition("a", "b"), edition("b")
        await editions.apply(changes(Edition(), first), label="1", now=NOW)
        await editions.apply(changes(first, both), label="2", now=later)
        known = {each.code: each.id for each in (await db.registry.load()).stations.values()}
        assert await db.registry.stations_since(NOW) == set(known.values())
        assert await db.registry.stations_since(later) == {known["b"]}
        await editions.apply(changes(both, last), label="3", now=later)
        assert await db.registry.stations_since(NOW) == {known["b"]}
        await editions.apply(changes(last, both), label="4", now=later)
        assert await db.registry.stations_since(later) == {known["b"]}
