"""The bot as a process that is started, killed and started again, against a sandbox that outlives it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.server import Sandbox

ROOT = Path(__file__).parents[2]
PREFORK = Path(__file__).parent / "prefork.py"
TOKEN = "7000000003:KILL-token-of-the-sandbox-only-AAAAAAAAAAAA"


def environment(box: Sandbox, file: Path, **more: str) -> dict[str, str]:
    """What the bot reads; nothing of the machine's own settings gets in."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API": box.url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{file}",
        "SEND_PER_SECOND": "500",
        "CHAT_INTERVAL": "0",
        **more,
    }


@dataclass
class Lives:
    """One bot, one process at a time. `marks` has the last message of every chat at each death."""

    box: Sandbox
    environment: Mapping[str, str]
    log: Path
    marks: list[dict[int, int]] = field(default_factory=list)
    pid: int = 0
    _process: asyncio.subprocess.Process | None = None
    _prefork: asyncio.subprocess.Process | None = None
    _seen: int = 0

    async def start(self, *, cold: bool = False) -> None:
        """A new life: a fork with warm libraries, or (`cold`) a process from nothing."""
        self._seen = self._journal()
        if cold:
            self._process = await self._spawn("-m", "bot", "run")
            self.pid = self._process.pid
        else:
            self.pid = await self._fork()

    async def ready(self) -> None:
        """Until the bot is about to fetch updates."""
        while not self.box.world.journal.after(self._seen, "deleteWebhook"):
            assert self.alive(), f"the bot has ended by itself:\n{self.log.read_text()[-4000:]}"
            await asyncio.sleep(0.01)

    async def kill(self) -> None:
        """kill -9; returns when the process is gone and the box has seen all that it sent."""
        os.kill(self.pid, signal.SIGKILL)
        await self._gone()
        await asyncio.sleep(0.05)
        self.marks.append({key[1]: max(talk.records, default=0) for key, talk in self.box.world.dialogs.items()})

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """A polite end of a cold life; returns the exit code."""
        assert self._process is not None
        self._process.send_signal(how)
        return await self._process.wait()

    def alive(self) -> bool:
        if self._process is not None:
            return self._process.returncode is None
        with suppress(ProcessLookupError):
            os.kill(self.pid, 0)
            return True
        return False

    async def _gone(self) -> None:
        if self._process is not None:
            await self._process.wait()
            self._process = None
        while self.alive():  # noqa: ASYNC110 - a child of the prefork, not ours to wait for
            await asyncio.sleep(0.005)

    async def _fork(self) -> int:
        prefork = self._prefork
        assert prefork is not None
        assert prefork.stdin is not None
        assert prefork.stdout is not None
        prefork.stdin.write(b".")
        line = await prefork.stdout.readline()
        assert line, f"the prefork has ended:\n{self.log.read_text()[-4000:]}"
        return int(line)

    async def _spawn(self, *arguments: str, pipes: bool = False) -> asyncio.subprocess.Process:
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                *arguments,
                env=self.environment,
                cwd=self.log.parent,
                stdin=asyncio.subprocess.PIPE if pipes else asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE if pipes else log,
                stderr=log,
            )

    def _journal(self) -> int:
        entries = self.box.world.journal.entries
        return int(entries[-1]["n"]) if entries else 0

    async def open_nursery(self) -> None:
        self._prefork = await self._spawn(str(PREFORK), pipes=True)

    async def close(self) -> None:
        """Nothing that was started here outlives the test."""
        if self.pid and self.alive():
            os.kill(self.pid, signal.SIGKILL)
            await self._gone()
        if self._prefork is not None and self._prefork.stdin is not None:
            self._prefork.stdin.close()
            await self._prefork.wait()


@asynccontextmanager
async def lives(box: Sandbox, folder: Path, file: Path, *, warm: bool, **more: str) -> AsyncIterator[Lives]:
    """The lives of one bot on a database file, none left at the end."""
    found = Lives(box, environment(box, file, **more), folder / "bot.log")
    found.log.touch()
    try:
        if warm:
            await found.open_nursery()
        yield found
    finally:
        await found.close()
