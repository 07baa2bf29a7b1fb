"""An update that ends the process, in real processes: three times, and then it is out of the way."""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.domain.clock import utc_now
from bot.services.alerts import Alerts
from bot.services.inbox import SUSPECT_FOR, InboxWorker
from bot.services.turns import Turn, Turns
from db import inbox
from db.engine import Database, execute
from db.inbox import Arrival, Claimed
from db.migrate import upgrade
from db.schema import inbox as table

ROOT = Path(__file__).parents[2]
DEADLY, HARMLESS = '{"update_id": 1, "deadly": 1}', '{"update_id": 2}'
DIED = 9


async def _handle(claimed: Claimed, _turn: Turn) -> None:
    if claimed.payload == DEADLY:
        os._exit(DIED)


async def _live(url: str, *, first: bool) -> None:
    """One process: all that waits is handled, if it survives that. To the first one the updates come."""
    database = Database(url)
    passed = timedelta(0)
    worker = InboxWorker(Turns(database, lambda: utc_now() + passed, lambda: None), _handle, Alerts([99], "uk"))
    assert not first or not await worker.work_one()
    async with database.write():
        await inbox.store(1, [Arrival(1, "telegram:1", DEADLY), Arrival(2, "telegram:2", HARMLESS)], utc_now())
    for _ in range(2):
        while await worker.work_one():
            pass
        passed += SUSPECT_FOR  # what is suspected comes last
    await database.close()


async def test_three_deaths(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'box.sqlite3'}"
    database = Database(url)
    await upgrade(database)
    ended = []
    for life in range(4):
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", __name__, url, str(life), cwd=ROOT)
        ended.append(await process.wait())
    async with database.read():
        rows = (await execute(sa.select(table).order_by(table.c.id))).all()
    await database.close()
    assert ended == [DIED, DIED, DIED, 0]
    assert [(row.set_aside_at is not None, row.handled_at is not None) for row in rows] == [
        (True, False),
        (False, True),
    ]


if __name__ == "__main__":
    asyncio.run(_live(sys.argv[1], first=sys.argv[2] == "0"))
