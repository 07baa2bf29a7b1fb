"""The bot's side: starts a child for a file, gives it the bytes, takes the answer, and ends it, whatever happens."""

import asyncio
import json
import os
import signal
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final, TypeAlias

from bot.domain.errors import FileRefused
from bot.domain.finishing import to_the_end
from bot.outside.answers import END, FEATURES, TABLES, ReadTable, lines_of, tables_of
from bot.outside.limits import SENT, FileLimits, counted, megabytes

HOME: Final = Path(__file__).parents[2]
AT_ONCE: Final = 2
_PIECE: Final = 1 << 16
_PASSED_ON: Final = ("PATH", "LD_LIBRARY_PATH", "TZ", "SYSTEMROOT")
_ONE_THREAD: Final = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Threads of the libraries would reserve memory of their own."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file in memory, and what it was called."""

    name: str
    content: bytes


Source: TypeAlias = Sent | Path


class Outside:
    """Reads files from outside. Cancelling a reading ends its child at once; a child that takes too long is ended."""

    def __init__(self, limits: FileLimits = SENT, *, at_once: int = AT_ONCE) -> None:
        self._limits = limits
        self._places = asyncio.Semaphore(at_once)

    async def tables(self, source: Source) -> list[ReadTable]:
        """A workbook, a CSV file, an archive or (by its path) a folder of them. Raises `FileRefused`."""
        answer = await self._read(TABLES, source)
        return await asyncio.to_thread(tables_of, answer)

    async def features(self, source: Source) -> list[dict[str, Any]]:
        """The features of a GeoJSON file, as `bot.outside.features.read` tells them. Raises `FileRefused`."""
        answer = await self._read(FEATURES, source)
        return [each for each in await asyncio.to_thread(list, lines_of(answer)) if "number" in each]

    async def _read(self, kind: str, source: Source) -> bytes:
        name = _name(source)
        try:
            async with self._places:
                if isinstance(source, Path) and source.is_dir():
                    source = await asyncio.to_thread(_packed, source, self._limits)
                return await self._answer(kind, name, source)
        except _No as no:
            raise FileRefused(file=name, what=no.what, limit=no.limit, at=no.at) from None

    async def _answer(self, kind: str, name: str, source: Source) -> bytes:
        job = {"kind": kind, "name": name[:200], "limits": self._limits.plain(), "parent": os.getpid()}
        child = await _started(job, source, self._limits)
        feeding = asyncio.create_task(_feed(child, source))
        try:
            async with asyncio.timeout(self._limits.wall):
                answer = await _heard(child, self._limits.answer)
                code = await child.wait()
        except TimeoutError:
            raise _No("time", counted(self._limits.wall)) from None
        finally:
            await to_the_end(_ended(child, feeding))
        return _checked(answer, code, self._limits)


class _No(Exception):
    def __init__(self, what: str, limit: str = "", at: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.limit = limit
        self.at = at


def _name(source: Source) -> str:
    return source.name if isinstance(source, Sent) else source.name or str(source)


def _packed(folder: Path, limits: FileLimits) -> Sent:
    """The CSV files of a folder as the archive they could have come in."""
    files = [file for file in sorted(folder.iterdir()) if file.suffix.lower() == ".csv" and file.is_file()]
    if sum(file.stat().st_size for file in files) > limits.file:
        raise _No("bytes", megabytes(limits.file))
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for file in files:
            archive.write(file, file.name)
    return Sent(folder.name, into.getvalue())


async def _started(job: dict[str, Any], source: Source, limits: FileLimits) -> asyncio.subprocess.Process:
    """Its environment holds none of our settings, and no file of ours is open in it."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ} | _ONE_THREAD
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(HOME), os.environ.get("PYTHONPATH"))))
    with _given(source, limits) as given:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-X", "utf8", "-m", "bot.outside", json.dumps(job)),
            stdin=given,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment,
            cwd="/",
        )


@contextmanager
def _given(source: Source, limits: FileLimits) -> Iterator[int | IO[bytes]]:
    """The child's input: a pipe for what is in memory, else the file itself."""
    if isinstance(source, Sent):
        yield asyncio.subprocess.PIPE
        return
    try:
        if not source.is_file():
            raise _No("absent")
        if source.stat().st_size > limits.file:
            raise _No("bytes", megabytes(limits.file))
        with source.open("rb") as file:
            yield file
    except OSError as error:
        raise _No("absent") from error


async def _feed(child: asyncio.subprocess.Process, source: Source) -> None:
    """A child that has heard enough hangs up: what it says then counts."""
    if child.stdin is None or not isinstance(source, Sent):
        return
    with suppress(ConnectionError):
        for begin in range(0, len(source.content), _PIECE):
            child.stdin.write(source.content[begin : begin + _PIECE])
            await child.stdin.drain()
    child.stdin.close()


async def _heard(child: asyncio.subprocess.Process, most: int) -> bytes:
    """The whole output; the child keeps to the limit itself, as long as it is still ours."""
    answer = bytearray()
    while child.stdout is not None and (piece := await child.stdout.read(_PIECE)):
        answer += piece
        if len(answer) > most + _PIECE:
            raise _No("unpacked", megabytes(most))
    return bytes(answer)


async def _ended(child: asyncio.subprocess.Process, feeding: "asyncio.Task[None]") -> None:
    """When this returns there is no child any more."""
    if child.returncode is None:
        with suppress(ProcessLookupError):
            child.kill()
    while child.stdout is not None and await child.stdout.read(_PIECE):
        continue
    await child.wait()
    await feeding


def _checked(answer: bytes, code: int, limits: FileLimits) -> bytes:
    if -code == signal.SIGXCPU:
        raise _No("time", counted(limits.cpu))
    if -code in {signal.SIGKILL, signal.SIGABRT}:  # by the system, for want of memory
        raise _No("memory", megabytes(limits.memory))
    last = answer.rstrip(b"\n").rpartition(b"\n")[2]
    said = json.loads(last) if code == 0 and last else {}
    if "refused" in said:
        raise _No(said["refused"], said["limit"], said["at"])
    if said != END:
        raise _No("crashed")
    return answer
