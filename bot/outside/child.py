"""The child: bound by the system first, then one file from its input, one answer to its output."""

import json
import os
import resource
import signal
import sys
from pathlib import PurePosixPath
from typing import Any, Final

from bot.outside import archives, texts, workbooks
from bot.outside.answers import END, FEATURES, Answer
from bot.outside.limits import FileLimits, megabytes
from bot.outside.refusing import Refusal

_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_TABLE: Final = (
    b"%pdf",
    b"{\\rtf",
    b"<!doctype",
    b"<html",
    b"<?xml",
    b"\x89png",
    b"\xff\xd8\xff",
    b"gif8",
    b"rar!",
)
"""How files begin that hold no table for us, in small letters."""
_DIES_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG


def main(argv: list[str]) -> int:
    """`argv[1]`: `{"kind", "name", "limits", "parent"}` as JSON. The answer is the whole output; the code is 0."""
    job = json.loads(argv[1])
    limits = FileLimits(**job["limits"])
    _end_with(job["parent"])
    reader = _reader(job["kind"])
    _bind(limits)
    sys.stdout.buffer.write(_answered(reader, job["name"], limits))
    sys.stdout.buffer.flush()
    return 0


def _reader(kind: str) -> Any:
    if kind == FEATURES:
        from bot.outside import features  # brings numpy: only where it is wanted, and before the limits

        return lambda _name, content, limits, answer: features.read(content, limits, answer)
    return tables


def _answered(reader: Any, name: str, limits: FileLimits) -> bytes:
    answer = Answer(limits)
    try:
        content = sys.stdin.buffer.read(limits.file + 1)
        if len(content) > limits.file:
            raise Refusal("bytes", limit=megabytes(limits.file))
        if not content.strip(b"\xef\xbb\xbf \t\r\n\0"):
            raise Refusal("empty")
        reader(name, content, limits, answer)
        answer.say(END)
    except Refusal as no:
        return _refused(no)
    except MemoryError:
        return _refused(Refusal("memory", limit=megabytes(limits.memory)))
    except BaseException:  # the libraries raise whatever they stumble over, one of them beside Exception
        return _refused(Refusal("damaged"))
    return answer.content()


def _refused(no: Refusal) -> bytes:
    return json.dumps({"refused": no.what, "limit": no.limit, "at": no.at}).encode()


def tables(name: str, content: bytes, limits: FileLimits, answer: Answer) -> None:
    """A workbook, an archive of CSV files or a CSV file, whatever its name says. Raises `Refusal`."""
    if content.startswith(archives.SIGNATURES):
        with archives.opened(content, limits) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" in names:
                workbooks.read(content, limits, answer, archive)
            elif names & {"xl/workbook.bin", "content.xml"}:
                workbooks.read(content, limits, answer, None)
            else:
                _archive_of_texts(archive, limits, answer)
    elif content.startswith(_OLD_WORKBOOK):
        workbooks.read(content, limits, answer, None)
    else:
        _text(name, content, limits, answer)


def _archive_of_texts(archive: Any, limits: FileLimits, answer: Answer) -> None:
    """In whatever folder they lie; what a Mac adds to an archive is left out."""
    members = sorted(archive.infolist(), key=lambda member: str(member.filename))
    paths = [(PurePosixPath(member.filename), member) for member in members]
    wanted = [(p, m) for p, m in paths if p.suffix.lower() == ".csv" and "__MACOSX" not in p.parts]
    if not wanted:
        raise Refusal("kind")
    if len(wanted) > limits.sheets:
        raise Refusal("sheets", limit=str(limits.sheets))
    for path, member in wanted:
        content = archives.unpacked(archive, member)
        try:
            texts.read(path.stem, content, limits, answer)
        except Refusal as no:
            raise Refusal(no.what, limit=no.limit, at=": ".join(filter(None, (path.name, no.at)))) from no


def _text(name: str, content: bytes, limits: FileLimits, answer: Answer) -> None:
    """Called a table by its name, or looking like one."""
    if content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_NO_TABLE):
        raise Refusal("kind")
    path = PurePosixPath(name)
    if path.suffix.lower() not in {"", ".csv", ".tsv", ".txt"}:
        first = texts.decoded(content).lstrip().partition("\n")[0]
        if not any(mark in first for mark in texts.DELIMITERS):
            raise Refusal("kind")
    texts.read(path.stem, content, limits, answer)


def _bind(limits: FileLimits) -> None:
    """What the system holds us to from here on."""
    _limit(resource.RLIMIT_AS, limits.memory)
    _limit(resource.RLIMIT_CPU, limits.cpu, spare=2)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)


def _limit(what: int, most: int, spare: int = 0) -> None:
    """`spare`: from a first, named signal to the last one."""
    _, ceiling = resource.getrlimit(what)
    hard = most + spare
    hard = hard if ceiling == resource.RLIM_INFINITY else min(hard, ceiling)
    try:
        resource.setrlimit(what, (min(most, hard), hard))
    except (ValueError, OSError):  # some systems know a limit by name only; the parent's clock runs in any case
        return


def _end_with(parent: int) -> None:
    """Where the system can do that: when the bot is killed, its readers are too."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)
