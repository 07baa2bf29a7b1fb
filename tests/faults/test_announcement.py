"""The bot is killed in the middle of an announcement, again and again. Everybody gets it, nobody else does, and what
came twice is no more than what was counted.

KILL_SEED sets the moments.
"""

import asyncio
import os
import random
import sys
from collections import Counter
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.domain.admins import EVERYWHERE
from bot.domain.announcements import AnnouncementStatus, Kind
from bot.domain.clock import utc_now
from bot.sandbox import crowd, server
from db import admins, announcements
from db.engine import Database, execute
from db.schema import broadcasts as table
from db.schema import ledger, residents
from tests.faults.lives import TOKEN, Lives, lives
from tests.faults.town import OBLAST, prepare

BOT_ID = int(TOKEN.split(":")[0])
INSIDE, OUTSIDE, BLOCKED = 240, 20, 5
KILLS = 3
PER_SECOND = 120
HROMADA, ELSEWHERE = "UA18020030000035625", "UA18060090000061708"
TOO_LONG = 120.0


@pytest.mark.slow
async def test_killed_while_it_announces(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = int(os.environ.get("KILL_SEED", random.randrange(10**6)))
    fate = random.Random(seed)
    file = tmp_path / "town.sqlite3"
    rates = {"SEND_PER_SECOND": str(PER_SECOND), "ANNOUNCEMENTS_PER_SECOND": "1000", "QUIET_HOURS": "00:00-00:00"}
    async with server.running() as box, lives(box, tmp_path, file, warm=True, **rates) as bot:
        await prepare(file)
        box.world.add_bot(BOT_ID)
        database = Database(f"sqlite+aiosqlite:///{file}")
        try:
            announced = await _announce(database, await _move_in(database, box))
            async with asyncio.timeout(TOO_LONG):
                await _live_and_die(bot, box, fate)
                await _done(database)
            async with database.read():
                row = (await execute(sa.select(table).where(table.c.id == announced))).one()
                rows = (await execute(sa.select(ledger.c.repeats, residents.c.chat_id).join(residents))).all()
        finally:
            await database.close()
        heard = Counter(each["chat"] for each in box.world.journal.after(0, "sendMessage") if each["code"] == 200)
    inside = {each.chat_id: each.repeats for each in rows}
    twice = sum(heard.values()) - len(heard)
    with capsys.disabled():
        sys.stdout.write(f"\nseed {seed}: {KILLS} kills, {row.sent} reached, {twice} repeats, {row.repeated} counted\n")
    assert (row.total, row.sent, row.blocked, row.failed) == (INSIDE, INSIDE - BLOCKED, BLOCKED, 0)
    assert set(heard) <= set(inside), "nobody outside"
    assert len(heard) == INSIDE - BLOCKED, "everybody inside"
    assert {chat for chat, times in heard.items() if times - 1 > inside[chat]} == set(), "every repeat is counted"
    assert twice <= row.repeated


async def _move_in(database: Database, box: server.Sandbox) -> int:
    """Residents of two hromadas who have written to the bot; returns the admin's id."""
    async with database.write():
        people = []
        for number in range(INSIDE + OUTSIDE):
            user = crowd.new_user(box.world, {"first_name": f"Мешканець {number}"})
            dialog = box.world.dialog((BOT_ID, user.id))
            dialog.started, dialog.blocked = True, number < BLOCKED
            place = await _settlement(HROMADA if number < INSIDE else ELSEWHERE)
            now = utc_now()
            reached = {"channel": "telegram", "chat_id": user.id, "locale": "uk", "news_announcement": True}
            people.append(reached | {"place": place, "consented_at": now})
        await execute(sa.insert(residents), people)
        who = {"chat_id": 9001, "name": "Ірина", "locale": "uk", "superadmin": False}
        return (await admins.put(**who, scope=EVERYWHERE, now=utc_now())).id  # type: ignore[arg-type]


async def _settlement(hromada: str) -> str:
    found = sa.text("SELECT katottg FROM units WHERE hromada = :hromada AND category IN ('M', 'X', 'C') LIMIT 1")
    assert hromada.startswith(OBLAST)
    return str((await execute(found, {"hromada": hromada})).scalar_one())


async def _announce(database: Database, admin: int) -> int:
    """Approved already, to begin when the bot lives."""
    async with database.write():
        new = await announcements.add(kind=Kind.ANNOUNCEMENT, author_id=admin, languages=["uk"], now=utc_now())
        texts = {"uk": {"text": "Увага, {settlement}", "entities": []}}
        values = {"status": AnnouncementStatus.SCHEDULED.value, "starts_at": utc_now()}
        await announcements.change(new.id, areas=[HROMADA], texts=texts, **values)
    return new.id


async def _live_and_die(bot: Lives, box: server.Sandbox, fate: random.Random) -> None:
    for _ in range(KILLS):
        sent = len(box.world.journal.after(0, "sendMessage"))
        await bot.start()
        await bot.ready()
        while len(box.world.journal.after(0, "sendMessage")) < sent + 20:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        await asyncio.sleep(fate.uniform(0.0, 0.4))
        await bot.kill()
    await bot.start()


async def _done(database: Database) -> None:
    while True:
        async with database.read():
            if (await execute(sa.select(table.c.status))).scalar_one() == "done":
                return
        await asyncio.sleep(0.1)
