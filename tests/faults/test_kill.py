"""The bot is killed twenty times while people talk to it. Nothing is lost, nothing is out of order, and nothing comes
twice but what was sent in the very moment of a death.

KILL_SEED, KILL_TIMES, KILL_RESIDENTS and KILL_COLD=1 (every life a new process from nothing) set it differently.
"""

import asyncio
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.sandbox import server
from db.engine import Database, execute
from db.schema import inbox, outbox
from tests.faults.auditor import Audit, audit
from tests.faults.lives import TOKEN, Lives, lives
from tests.faults.town import Officer, Resident, prepare, settle
from tests.people import SandboxClient

KILLS = int(os.environ.get("KILL_TIMES", "20"))
RESIDENTS = int(os.environ.get("KILL_RESIDENTS", "18"))
COLD = os.environ.get("KILL_COLD") == "1"
TOO_LONG = 600.0  # seconds; only a bot that is stuck takes so long


async def killing(bot: Lives, fate: random.Random, doors: Sequence[asyncio.Event]) -> None:
    """Kill and restart, and open a door at each death; some lives end before they have begun."""
    for n, door in enumerate(doors):
        await bot.start(cold=COLD or n == 0)
        if n and fate.random() < 0.2:
            await asyncio.sleep(fate.uniform(0.0, 0.4))
        else:
            await bot.ready()
            await asyncio.sleep(fate.uniform(0.2, 1.7))
        await bot.kill()
        door.set()
    await bot.start(cold=COLD)
    await bot.ready()


async def talking(people: Sequence[Resident], doors: Sequence[asyncio.Event]) -> None:
    """People come one after another, all through the kills."""

    async def comes(person: Resident) -> None:
        if turn := person.number * KILLS // (RESIDENTS + 2):
            await doors[turn - 1].wait()
        await person.plays()

    async with asyncio.TaskGroup() as group:
        for person in people:
            group.create_task(comes(person))


async def serving(staff: dict[str, Officer], invitations: dict[str, str]) -> None:
    async def serves(officer: Officer) -> None:
        await officer.joins(invitations[officer.name])
        await officer.serves()

    async with asyncio.TaskGroup() as group:
        for officer in staff.values():
            group.create_task(serves(officer))


async def at_rest(database: Database) -> None:
    """Until nothing waits."""
    waiting = sa.select(
        sa.select(sa.func.count()).select_from(inbox).where(inbox.c.handled_at.is_(None)).scalar_subquery()
        + sa.select(sa.func.count()).select_from(outbox).scalar_subquery()
    )
    while True:
        async with database.read():
            if not (await execute(waiting)).scalar_one():
                return
        await asyncio.sleep(0.1)


async def played(folder: Path, fate: random.Random) -> Audit:
    """The whole story, and what the auditor makes of it."""
    file = folder / "town.sqlite3"
    async with server.running() as box, lives(box, folder, file, warm=not COLD) as bot:
        invitations = await prepare(file)
        box.world.add_bot(int(TOKEN.split(":")[0]))
        async with SandboxClient(box.url, bot=int(TOKEN.split(":")[0])) as client:
            people, staff = await settle(client, RESIDENTS)
            doors = [asyncio.Event() for _ in range(KILLS)]
            async with asyncio.timeout(TOO_LONG), asyncio.TaskGroup() as town:
                duty = town.create_task(serving(staff, invitations))
                async with asyncio.TaskGroup() as day:
                    day.create_task(killing(bot, fate, doors))
                    day.create_task(talking(people, doors))
                duty.cancel()
            database = Database(f"sqlite+aiosqlite:///{file}")
            try:
                async with asyncio.timeout(TOO_LONG):
                    await at_rest(database)
                return await audit(database, bot, people, staff)
            finally:
                await database.close()


@pytest.mark.slow
async def test_killed_twenty_times(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = int(os.environ.get("KILL_SEED", random.randrange(10**6)))
    began = time.monotonic()
    try:
        found = await played(tmp_path, random.Random(seed))
    except BaseException as error:
        error.add_note(f"KILL_SEED={seed}")
        raise
    figures = (
        f"seed {seed}: {KILLS} kills, {found.reports} reports, {found.entries} entries, {found.notices} notices, "
        f"{found.repeats} repeats, {time.monotonic() - began:.0f} s"
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{figures}\n")
    assert not found.faults, "\n".join([figures, *found.faults])
