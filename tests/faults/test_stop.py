"""Ctrl-C and a service manager's SIGTERM: what is under way is finished and noted, nothing is sent twice."""

import asyncio
import signal
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.sandbox import server
from db.engine import Database, execute
from db.schema import inbox, outbox
from tests.faults.lives import TOKEN, lives
from tests.faults.town import Patient, prepare
from tests.people import SandboxClient

BOT_ID = int(TOKEN.split(":")[0])


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
async def test_a_polite_end(tmp_path: Path, how: signal.Signals) -> None:
    file = tmp_path / "town.sqlite3"
    async with server.running() as box, lives(box, tmp_path, file, warm=False) as bot:
        await prepare(file)
        box.world.add_bot(BOT_ID)
        async with SandboxClient(box.url, bot=BOT_ID) as client:
            people = [await _newcomer(client, number) for number in range(6)]
            await bot.start(cold=True)
            await bot.ready()
            await asyncio.gather(*(person.says("/start") for person in people))
            await people[0].sees("Згодні?")
            code = await bot.stop(how)
            for person in people:
                await person.looks()
    log = bot.log.read_text()
    assert code == 0, log
    assert "Traceback" not in log
    assert "error" not in log, log
    assert "stopped" in log
    heard = [len(person.heard) for person in people]
    assert set(heard) <= {0, 1}
    assert await _said(file) == sum(heard), "what was sent is noted, what was not still waits"


async def _newcomer(client: SandboxClient, number: int) -> Patient:
    user = await client.call("POST", "users", {"first_name": f"Мешканець {number}"})
    return Patient(client, user["id"], user["first_name"])


async def _said(file: Path) -> int:
    """Greetings that have left: one for every update handled, less those that wait."""
    handled = sa.select(sa.func.count()).select_from(inbox).where(inbox.c.handled_at.is_not(None))
    waiting = sa.select(sa.func.count()).select_from(outbox)
    database = Database(f"sqlite+aiosqlite:///{file}")
    try:
        async with database.read():
            return int((await execute(handled)).scalar_one()) - int((await execute(waiting)).scalar_one())
    finally:
        await database.close()
