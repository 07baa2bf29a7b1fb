"""How fast announcements go out, how evenly, and what a reply waits meanwhile; through the sandbox, on loopback.

python -m tests.bench.announcement [--residents 5000] [--rate 300]
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from pydantic import SecretStr

from bot import app as house
from bot.config import Settings
from bot.domain.announcements import AnnouncementStatus, Kind
from bot.domain.notices import Help
from bot.domain.reports import Recipient
from bot.sandbox import crowd, server
from db.engine import Database
from db.migrate import upgrade
from tests.country import PLACES, Country
from tests.desk import Desk

TOKEN = "7000000008:BENCH-token-of-the-sandbox-AAAAAAAAAAAAAAA"
LISTENERS = 20
EVERY = 0.25  # seconds between two replies


class Bench:
    """A country whose residents live in the box, and an app at work."""

    def __init__(self, box: server.Sandbox, country: Country, app: house.App) -> None:
        self.box = box
        self.country = country
        self.app = app
        self.listeners = [self.person() for _ in range(LISTENERS)]

    def person(self) -> int:
        user = crowd.new_user(self.box.world, {"first_name": "Мешканець"})
        self.box.world.dialog((self.app.bot.id, user.id)).started = True
        return user.id

    def calls(self, after: int = 0) -> list[dict[str, float]]:
        return [each for each in self.box.world.journal.after(after, "sendMessage") if each["code"] == 200]

    async def reply_takes(self, number: int) -> float:
        """Seconds from the commit of a reply until Telegram has it."""
        chat = self.listeners[number % LISTENERS]
        heard = self.box.world.dialog((self.app.bot.id, chat)).records
        before = len(heard)
        async with self.app.postman._turns.open() as turn:
            await turn.tell(Recipient(chat, "uk"), Help())
        began = time.monotonic()
        while len(heard) == before:  # noqa: ASYNC110
            await asyncio.sleep(0.002)
        return time.monotonic() - began

    async def replies(self, until: "asyncio.Task[None] | None", times: int = 40) -> list[float]:
        found: list[float] = []
        while (until is None and len(found) < times) or (until is not None and not until.done()):
            found.append(await self.reply_takes(len(found)))
            await asyncio.sleep(EVERY)
        return found

    async def announce(self) -> int:
        desk, iryna = Desk(self.app.announcements), self.country.people["Ірина"]
        async with self.country.turns.open() as turn:
            found = await desk.draft(turn, iryna, Kind.OPENING)
            await desk.set_stations(turn, iryna, found.id, ["s-1", "s-2", "s-3"])
            await desk.set_audience(turn, iryna, found.id, ["UA"])
            await desk.all.course.submit(turn, iryna, found.id)
            await desk.all.course.approve(turn, self.country.people["Петро"], found.id)
        return found.id

    async def done(self, broadcast: int) -> None:
        while (await self.app.announcements.counting.progress(broadcast)).status is not AnnouncementStatus.DONE:
            pause = 0.5
            await asyncio.sleep(pause)


async def run(residents: int, rate: float) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'bench.sqlite3'}")
        await upgrade(database)
        country = await Country(database, quiet="00:00-00:00").settle()
        async with server.running() as box:
            settings = Settings(
                _env_file=None,
                bot_token=SecretStr(TOKEN),
                telegram_api=box.url,
                send_per_second=rate,
                announcements_per_second=min(rate, 1000),
                quiet_hours="00:00-00:00",
            )
            app = house.build(settings, database, country.gazetteer)
            await app.bot.get_me()
            lines = await measured(Bench(box, country, app), residents, rate)
            await app.bot.session.close()
        await database.close()
    return lines


async def measured(bench: Bench, residents: int, rate: float) -> list[str]:
    people = [{"chat_id": bench.person(), "place": PLACES[n % len(PLACES)]} for n in range(residents)]
    await bench.country.move_in(people)
    postman = asyncio.create_task(bench.app.postman.run())
    alone = await bench.replies(None)
    announced = await bench.announce()
    first = len(bench.calls())
    sender = asyncio.create_task(bench.app.sender.run())
    done = asyncio.create_task(bench.done(announced))
    meanwhile = await bench.replies(done)
    progress = await bench.app.announcements.counting.progress(announced)
    for each in (postman, sender):
        each.cancel()
    await asyncio.gather(postman, sender, return_exceptions=True)
    chats = {each["chat_id"] for each in people}
    times = [each["time"] for each in bench.calls()[first:]]
    mine = [each["time"] for each in bench.calls()[first:] if each["chat"] in chats]
    heard = Counter(each["chat"] for each in bench.calls() if each["chat"] in chats)
    tenths = Counter(int(each * 10) for each in times)
    return [
        f"{residents} residents at {rate:g}/s: {progress.sent} sent, {max(heard.values())} to each at most, "
        f"{progress.repeated} counted as repeats",
        f"rate: {(len(mine) - 1) / (mine[-1] - mine[0]) / rate:.2f} of what was asked for, replies beside it; "
        f"busiest tenth of a second {max(tenths.values()) / (rate / 10):.2f} of its share",
        f"a reply, announcement off: {spread(alone)}; on: {spread(meanwhile)}; "
        f"median ×{statistics.median(meanwhile) / statistics.median(alone):.1f}",
    ]


def spread(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    parts = (ordered[0], statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1])
    least, middle, most, worst = (f"{each * 1000:.0f}" for each in parts)
    return f"{least} / {middle} / {most} / {worst} ms (least, median, 95 %, worst of {len(ordered)})"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--residents", type=int, default=5000)
    parser.add_argument("--rate", type=float, default=300)
    given = parser.parse_args()
    sys.stdout.write("\n".join(asyncio.run(run(given.residents, given.rate))) + "\n")


if __name__ == "__main__":
    main()
