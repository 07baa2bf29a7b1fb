"""`import` killed with SIGKILL in the middle of its writing: the old edition is whole, and a second run works."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.places.embedded.files import read_units
from bot.places.gazetteer import Gazetteer
from bot.places.load import read_gazetteer
from db.engine import Database

ROOT = Path(__file__).parents[3]
KYIV = "UA80000000000093317"


def command(folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    clean = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    clean |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    clean |= {"DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'k.sqlite3'}"}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments], cwd=folder, env=clean, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )


def moved(folder: Path) -> Path:
    """A file with a new point for every settlement."""
    file = folder / "points.csv"
    rows = (f"{unit.katottg[:12]},49.5,31.5" for unit in read_units() if unit.is_settlement)
    file.write_text("\n".join(["Admin4 Pcode,LAT,LON", *rows]), "utf-8")
    return file


async def gazetteer_in(folder: Path) -> Gazetteer:
    database = Database(f"sqlite+aiosqlite:///{folder / 'k.sqlite3'}")
    try:
        return await read_gazetteer(database)
    finally:
        await database.close()


def finish(folder: Path, *arguments: str) -> int:
    with command(folder, *arguments) as running:
        running.communicate(timeout=60)
        return running.returncode


def kill_in_the_middle(folder: Path, *arguments: str) -> int:
    """As soon as the bar shows that something was written."""
    with command(folder, *arguments) as running:
        assert running.stderr is not None
        shown = b""
        while shown.count(b"\r") < 3:
            shown += running.stderr.read(1)
        running.kill()
        running.communicate(timeout=60)
        return running.returncode


@pytest.mark.slow
async def test_killed_in_the_middle(tmp_path: Path) -> None:
    assert finish(tmp_path, "places", "status") == 0
    before = await gazetteer_in(tmp_path)
    file = str(moved(tmp_path))
    assert kill_in_the_middle(tmp_path, "import", "coordinates", file) == -9
    after = await gazetteer_in(tmp_path)
    assert (after.generation, list(after.units)) == (before.generation, list(before.units))

    assert finish(tmp_path, "import", "coordinates", file) == 0
    point = (await gazetteer_in(tmp_path)).unit(KYIV).point
    assert point is not None
    assert (point.lat, point.lon) == (49.5, 31.5)
