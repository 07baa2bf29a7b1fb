"""What a message costs: processor time, memory, statements; beside the least an aiogram bot can be, in the same run.

python -m tests.bench.cost [--people 10] [--texts 20]

Everything talks over loopback to one sandbox. `BENCH_PEER_CMD` names a command line of another bot to measure the same
way (it gets BOT_TOKEN and TELEGRAM_API, and must answer a text). The table is written to tests/bench/RESULTS.md too.
"""

import argparse
import asyncio
import json
import os
import shlex
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bot.sandbox import server
from tests.faults.lives import TOKEN, environment
from tests.faults.town import BEATS, Patient, prepare
from tests.load.flood import processor_seconds
from tests.people import SandboxClient

RESULTS: Final = Path(__file__).parent / "RESULTS.md"
BOT: Final = int(TOKEN.split(":", maxsplit=1)[0])
IDLE: Final = 10.0  # seconds
WARM: Final = 30.0
CALLS: Final = 3  # messages to people that a follow-up leads to
ROWS: Final = (
    ("ready", "CPU s until it begins to poll"),
    ("time", "seconds until it begins to poll"),
    ("memory", "RSS, MB"),
    ("report", "CPU ms for a first report from /start"),
    ("text", "CPU ms for a text"),
    ("calls", "requests for a text"),
    ("statements", "statements for a text"),
    ("transactions", "transactions for a text"),
    ("idle", "CPU ms for an idle second"),
)


@dataclass
class Measured:
    """A process under watch, and what was seen of it, by the names of `ROWS`."""

    name: str
    box: server.Sandbox
    pid: int = 0
    began: float = 0.0
    seen: dict[str, float] = field(default_factory=dict)

    async def costs(self, name: str, times: int, act: Callable[[], Awaitable[None]], *, unit: float = 1000.0) -> None:
        before = processor_seconds(self.pid)
        await act()
        await asyncio.sleep(0.5)  # what follows behind the last answer belongs to it
        self.seen[name] = (processor_seconds(self.pid) - before) * unit / times

    def requests(self) -> int:
        return sum(each["method"] != "getUpdates" for each in self.box.world.journal.entries)

    def memory(self) -> None:
        status = Path(f"/proc/{self.pid}/status").read_text()
        self.seen["memory"] = int(status.partition("VmRSS:")[2].split()[0]) / 1024


@asynccontextmanager
async def running(name: str, command: Sequence[str], folder: Path, **more: str) -> AsyncIterator[Measured]:
    """A bot as a process of its own, with a sandbox of its own, from its start to its end."""
    async with server.running() as box:
        box.world.add_bot(BOT)
        env = environment(box, folder / f"{name}.sqlite3", LOG_LEVEL="WARNING", **more)
        began = time.monotonic()
        with (folder / f"{name}.log").open("wb") as log:
            process = await asyncio.create_subprocess_exec(*command, env=env, cwd=folder, stdout=log, stderr=log)
        found = Measured(name, box, process.pid, began)
        try:
            while not box.world.journal.after(0, "deleteWebhook"):  # getUpdates is in the journal when it is over
                assert process.returncode is None, (folder / f"{name}.log").read_text()[-3000:]
                await asyncio.sleep(0.01)
            found.seen |= {"time": time.monotonic() - began, "ready": processor_seconds(process.pid)}
            yield found
        finally:
            process.terminate()
            await process.wait()


async def idles(bot: Measured) -> None:
    """Once what is made ready in the first half minute is ready."""
    await asyncio.sleep(max(2.0, WARM - (time.monotonic() - bot.began)))
    await bot.costs("idle", int(IDLE), lambda: asyncio.sleep(IDLE))
    bot.memory()


async def everybody(people: Sequence[Patient], act: Callable[[Patient], Coroutine[Any, Any, None]]) -> None:
    async with asyncio.TaskGroup() as group:
        for each in people:
            group.create_task(act(each))


async def gather(client: SandboxClient, names: Sequence[str], group: str) -> list[Patient]:
    users = [await client.call("POST", "users", {"first_name": name, "group": group}) for name in names]
    return [Patient(client, user["id"], name) for user, name in zip(users, names, strict=True)]


# --- ours -------------------------------------------------------------------------------------------------------------


async def reports(person: Patient) -> None:
    """A first report, from the first word to the receipt."""
    await person.says("/start")
    await person.sees("Згодні?")
    await person.taps("Погоджуюсь")
    await person.sees("Де це сталося або де ви живете")
    await person.says("Коростень")
    await person.sees("вашої громади:")
    await person.taps("Написати офіцеру")
    await person.sees("Про що хочете повідомити")
    await person.taps("Шум")
    await person.sees("Комусь зараз загрожує небезпека?")
    await person.taps("Ні, небезпеки немає")
    await person.sees("Опишіть своїми словами")
    await person.says(f"Гучна музика щоночі, {person.name}")
    await person.sees("Додано. Пишіть ще")
    await person.taps("Готово")
    await person.sees("Перевірте перед надсиланням")
    await person.taps("Надіслати")
    await person.sees("повідомлення №")


async def ours(folder: Path, command: Sequence[str], name: str, people: int, texts: int, **more: str) -> Measured:
    invitations = await prepare(folder / f"{name}.sqlite3")
    (code,) = BEATS["Коростень"]
    async with running(name, command, folder, **more) as bot:
        async with SandboxClient(bot.box.url, bot=BOT) as client:
            (officer,) = await gather(client, [code], "officer")
            await officer.says(f"/start {invitations[code]}")
            await officer.sees("Вітаю")
            residents = await gather(client, [f"Мешканець {n}" for n in range(people)], "resident")
            await everybody(residents[:1], reports)  # warm
            await bot.costs("report", people - 1, lambda: everybody(residents[1:], reports))
            before, counted = bot.requests(), _counts(more)
            await bot.costs("text", people * texts, lambda: _follow_ups(officer, residents, texts))
            bot.seen["calls"] = (bot.requests() - before) / (people * texts)
            for what, number in _counts(more).items():
                bot.seen[what] = (number - counted[what]) / (people * texts)
            await idles(bot)
        return bot


async def _follow_ups(officer: Patient, residents: Sequence[Patient], texts: int) -> None:
    """Everybody writes on; each waits until the officer has it."""

    async def writes(person: Patient) -> None:
        for n in range(texts):
            said = f"Ще одне, {person.name}, разів {n}."
            await person.says(said)
            await officer.sees(said)

    await everybody(residents, writes)


def _counts(more: dict[str, str]) -> dict[str, int]:
    if "TRACED_FILE" not in more:
        return {}
    time.sleep(0.3)  # the counts are renewed a few times a second
    found: dict[str, int] = json.loads(Path(more["TRACED_FILE"]).read_text())
    return found


# --- others -----------------------------------------------------------------------------------------------------------


async def others(folder: Path, command: Sequence[str], name: str, people: int, texts: int) -> Measured:
    """A bot that answers a text with at least one message."""
    async with running(name, command, folder, BARE_CALLS=str(CALLS), PYTHONPATH=str(Path.cwd())) as bot:
        async with SandboxClient(bot.box.url, bot=BOT) as client:
            everyone = await gather(client, [f"Мешканець {n}" for n in range(people)], "resident")

            async def writes(person: Patient) -> None:
                for n in range(texts):
                    before = len(person.heard)
                    await person.says(f"Текст {n}")
                    while len(person.heard) == before:
                        await person.looks()
                        await asyncio.sleep(0.01)

            await everybody(everyone[:1], writes)  # warm
            before = bot.requests()
            await bot.costs("text", people * texts, lambda: everybody(everyone, writes))
            bot.seen["calls"] = (bot.requests() - before) / (people * texts)
            await idles(bot)
        return bot


# --- the table --------------------------------------------------------------------------------------------------------


def table(found: Sequence[Measured]) -> str:
    """In Markdown, with the ratio to the bare bot behind each figure of ours."""
    bare = next(each.seen for each in found if each.name == "bare")
    lines = ["| | " + " | ".join(each.name for each in found) + " |", "|---" * (len(found) + 1) + "|"]
    for key, title in ROWS:
        cells = [_cell(each.seen.get(key), bare.get(key), same=each.seen is bare) for each in found]
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _cell(value: float | None, bare: float | None, *, same: bool) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" if same or not bare else f"{value:.2f} (× {value / bare:.1f})"


async def play(people: int, texts: int) -> str:
    python = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trace = {"TRACED_FILE": str(folder / "counts.json")}
        bare = await others(folder, [python, "-m", "tests.bench.bare"], "bare", people, texts)
        bot = await ours(folder, [python, "-m", "bot", "run"], "ours", people, texts)
        traced = await ours(folder, [python, "-m", "tests.bench.traced"], "traced", people, texts, **trace)
        bot.seen |= {what: traced.seen[what] for what in ("statements", "transactions")}
        found = [bare, bot]
        if peer := os.environ.get("BENCH_PEER_CMD"):
            found.append(await others(folder, shlex.split(peer), "peer", people, texts))
    return table(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--texts", type=int, default=20)
    args = parser.parse_args()
    found = asyncio.run(play(args.people, args.texts))
    day = datetime.now(UTC).date()
    said = (
        f"`python -m tests.bench.cost --people {args.people} --texts {args.texts}`, {day}, one run on one machine.\n\n"
    )
    RESULTS.write_text(f"# What a message costs\n\n{said}{found}", encoding="utf-8")
    sys.stdout.write(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
