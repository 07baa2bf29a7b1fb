"""A flood, and a stranger in need: how long do the numbers take?

python -m tests.load.flood [--accounts 100] [--messages 50] [--strangers 100] [--different]

On loopback only; ends by itself. The bot runs as a process of its own at its usual pace (25 sends a second, one a
second to a chat). So many accounts write so many messages each at one moment; from that moment on a stranger writes
twice a second, /emergency or in words, by turns. `--different`: no two messages of the flood are alike.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from bot.sandbox import acts, server
from bot.sandbox.things import User
from db.engine import Database, execute
from db.schema import inbox, outbox
from tests.faults.lives import TOKEN, Lives, lives
from tests.faults.town import prepare

BOT = int(TOKEN.split(":", maxsplit=1)[0])
FLOODERS, STRANGERS = 600_000_000, 650_000_000
WORDS = "Розкажіть, будь ласка, хто тут дільничний і коли він працює? Питаю вже {}-й раз"
NEEDS = ("/emergency", "він ламає двері, рятуйте")
PATIENCE = 400.0


@dataclass
class Flood:
    """What is seen from outside."""

    box: server.Sandbox
    bot: Lives
    waits: dict[str, list[float]] = field(default_factory=lambda: {need: [] for need in NEEDS})
    spent: float | None = None  # processor seconds of the bot until the first stranger was answered

    def person(self, chat: int) -> User:
        self.box.know(chat, bot=BOT, first_name=f"Людина {chat}")
        return self.box.world.user(chat)

    def writes(self, who: User, text: str) -> None:
        acts.send(self.box.world, who, self.box.world.dialog((BOT, who.id)), {"kind": "text", "text": text})

    def heard(self, chat: int) -> int:
        """Messages of the bot in a chat."""
        return sum(bool(each.bot) for each in self.box.world.dialog((BOT, chat)).records.values())

    async def needs_help(self, chat: int, text: str) -> None:
        """A stranger writes and waits."""
        who = self.person(chat)
        began = time.monotonic()
        self.writes(who, text)
        while not self.heard(chat):
            assert self.bot.alive(), self.bot.log.read_text()[-3000:]
            if time.monotonic() - began > PATIENCE:
                break
            await asyncio.sleep(0.01)
        self.waits[text].append(time.monotonic() - began)
        self.spent = self.spent or processor_seconds(self.bot.pid)


def processor_seconds(pid: int) -> float:
    """What a process has used so far; 0 where the system does not tell."""
    file = Path(f"/proc/{pid}/stat")
    used = file.read_text().rpartition(")")[2].split()[11:13] if file.exists() else ()
    return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")


async def left(database: Database) -> tuple[int, int]:
    """Rows that wait: (inbox, outbox)."""
    count = sa.select(sa.func.count())
    async with database.read():
        inside = await execute(count.select_from(inbox).where(inbox.c.handled_at.is_(None)))
        outside = await execute(count.select_from(outbox).where(outbox.c.given_up_at.is_(None)))
        return int(inside.scalar_one()), int(outside.scalar_one())


async def play(folder: Path, args: argparse.Namespace) -> dict[str, object]:
    """The figures."""
    file = folder / "flood.sqlite3"
    await prepare(file)
    pace = {"SEND_PER_SECOND": "25", "CHAT_INTERVAL": "1", "LOG_LEVEL": "WARNING"}
    async with server.running() as box, lives(box, folder, file, warm=False, **pace) as bot:
        box.world.add_bot(BOT)
        flood = Flood(box, bot)
        await bot.start(cold=True)
        await bot.ready()
        await flood.needs_help(STRANGERS - 1, NEEDS[0])  # warm
        flood.waits[NEEDS[0]].clear()
        flood.spent, before = None, processor_seconds(bot.pid)
        for number in range(args.messages):
            for each in range(args.accounts):
                said = number * args.accounts + each if args.different else number
                flood.writes(flood.person(FLOODERS + each), WORDS.format(said))
        began = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for number in range(args.strangers):
                group.create_task(flood.needs_help(STRANGERS + number, NEEDS[number % 2]))
                await asyncio.sleep(0.5)
        database = Database(f"sqlite+aiosqlite:///{file}")
        waiting = await left(database)
        await database.close()
        figures: dict[str, object] = {need: spread(waits) for need, waits in flood.waits.items()}
        figures["processor seconds of the bot until a stranger was answered"] = round((flood.spent or 0) - before, 2)
        figures["load of the machine (waits grow with it)"] = [round(each, 1) for each in os.getloadavg()]
        figures["seconds"] = round(time.monotonic() - began)
        figures["waiting at the end (inbox, outbox)"] = waiting
        figures["answers to the flood"] = sum(flood.heard(FLOODERS + each) for each in range(args.accounts))
        await bot.kill()
    return figures


def spread(seconds: Sequence[float]) -> dict[str, float]:
    """p50, p99 and the longest."""
    ordered = sorted(seconds)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return {"p50": round(statistics.median(ordered), 2), "p99": round(p99, 2), "max": round(ordered[-1], 2)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accounts", type=int, default=100)
    parser.add_argument("--messages", type=int, default=50)
    parser.add_argument("--strangers", type=int, default=100)
    parser.add_argument("--different", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(play(Path(folder), args))
    for name, value in figures.items():
        sys.stdout.write(f"{name}: {value}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
