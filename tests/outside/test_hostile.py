"""Whatever comes from outside: a sentence with the limit, soon, and nothing happens to whoever asked."""

import asyncio
import sys
import time
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from bot.domain.errors import FileRefused
from bot.outside.answers import ReadLine
from bot.outside.limits import SENT, FileLimits
from bot.outside.reading import HOME, Outside, Sent
from bot.texts.words import LANGUAGES, words
from tests.outside.hostile import FILES, archive, book, cells, plain_book

MEASURED = """
import asyncio, resource
from bot.domain.errors import FileRefused
from bot.outside.reading import Outside, Sent
from tests.outside.hostile import FILES

async def all_of_them():
    for case in ("one cell in the last corner", "a part that unpacks to 300 MB", "a wide and long rectangle"):
        name, made, _ = FILES[case]
        try:
            await Outside().tables(Sent(name, made()))
        except FileRefused:
            continue
        raise SystemExit(f"{case}: not refused")

asyncio.run(all_of_them())
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""
"""Prints the largest size, in bytes, of all readers it started."""
SOON = 30
"""Seconds, on a busy machine; most take half of one."""


@pytest.mark.parametrize("case", FILES)
async def test_refused_in_words(case: str) -> None:
    name, made, what = FILES[case]
    began = time.monotonic()
    with pytest.raises(FileRefused) as refused:
        await Outside().tables(Sent(name, made()))
    assert time.monotonic() - began < SOON
    assert refused.value.fields["what"] == what
    for locale in LANGUAGES:
        sentence = words(locale).plain("file-trouble", **refused.value.fields)
        assert name in sentence
        assert str(refused.value.fields["limit"]) in sentence


async def test_children_stay_within_their_memory() -> None:
    """Read from a small process of its own: what the system tells of a child counts the size of its parent too."""
    measuring = await asyncio.create_subprocess_exec(sys.executable, "-c", MEASURED, cwd=HOME, stdout=PIPE)
    told, _ = await measuring.communicate()
    assert 0 < int(told) < SENT.memory


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"[" * 200_000, "depth"),
        (b'{"features":' + b'{"a":' * 200_000, "depth"),
        (b'{"features": [' + b"{}," * 100_001 + b"{}]}", "features"),
        (b"{}", "geojson"),
        (b'{"features": [], "crs": {"properties": {"name": "EPSG:3857"}}}', "crs"),
    ],
)
async def test_features_too(content: bytes, what: str) -> None:
    with pytest.raises(FileRefused) as refused:
        await Outside().features(Sent("a.geojson", content))
    assert refused.value.fields["what"] == what


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"a,b\r1,2\r"),
        ("a.csv", b"a;b\r\n1;2\r\n"),
        ("a.csv", "\ufeffa\tb\n1\t2".encode("utf-16-le")),
        ("a.zip", archive({"__MACOSX/._a.csv": b"\0", "folder/a.csv": b"a,b\n1,2\n"})),
    ],
)
async def test_odd_but_harmless(name: str, content: bytes) -> None:
    (table,) = await Outside().tables(Sent(name, content))
    assert table.lines == [ReadLine(1, ("a", "b")), ReadLine(2, ("1", "2"))]


async def test_empty_cells_far_away_harm_none() -> None:
    """Programs leave formats on them."""
    far = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"/>'
    (table,) = await Outside().tables(Sent("a.xlsx", book(cells(far))))
    assert table.lines == [ReadLine(1, (1.0,))]


async def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(FileRefused) as refused:
        await Outside(_within(wall=0)).tables(Sent("a.xlsx", plain_book()))
    assert refused.value.fields["what"] == "time"


async def test_who_gives_up_leaves_no_child() -> None:
    """SIGTERM ends whoever waits; the child ends with it."""
    reading = asyncio.create_task(Outside().tables(Sent("a.csv", b"a,b\n" * 90_000)))
    await asyncio.sleep(0.1)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert _children() == []


def _children() -> list[str]:
    return "".join(each.read_text() for each in Path("/proc/self/task").glob("*/children")).split()


def _within(**other: int) -> FileLimits:
    return FileLimits(**{**SENT.plain(), **other})
