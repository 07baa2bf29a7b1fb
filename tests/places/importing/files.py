"""What the importers are fed with: a few places in little files, and what came of reading them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.domain.places import Unit
from bot.places.codifier import CATEGORY, HEADER, NAME
from bot.places.importing.plan import ImportPlan
from bot.places.importing.run import PlacesAccepted, PlacesRefused, Reader, import_file
from bot.places.load import read_gazetteer
from db.engine import Database

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OBLAST, RAION, H = "UA18000000000041385", "UA18020000000018875", "UA18020030000061163"
CITY, VILLAGE = "UA18020030010047029", "UA18020030020012345"
H2, TOWN = "UA18020050000061164", "UA18020050010047030"
ROWS = (
    (OBLAST, "", "", "", "", "O", "Житомирська"),
    (OBLAST, RAION, "", "", "", "P", "Бердичівський"),
    (OBLAST, RAION, H, "", "", "H", "Бердичівська "),
    (OBLAST, RAION, H, CITY, "", "M", "Бердичів"),
    (OBLAST, RAION, H, VILLAGE, "", "C", "Першотравневе"),
    (OBLAST, RAION, H2, "", "", "H", "Гришковецька"),
    (OBLAST, RAION, H2, TOWN, "", "T", "Гришківці"),
)


def csv(folder: Path, name: str, rows: Sequence[Sequence[str]], *, between: str = ";", mark: str = "") -> Path:
    path = folder / name
    lines = [between.join((*HEADER, CATEGORY, NAME)), *(between.join(row) for row in rows)]
    path.write_text(mark + "\r\n".join(lines) + "\r\n", encoding="utf-8")
    return path


def renamed(code: str, name: str) -> list[tuple[str, ...]]:
    return [(*row[:6], name) if code in row and row[-1] and row[5] in "CMT" and code == row[3] else row for row in ROWS]


async def load(database: Database, read: Reader, path: Path, **options: Any) -> ImportPlan:
    """The plan of an import that was accepted."""
    outcome = await import_file(database, read, path, now=NOON, **options)
    assert isinstance(outcome, PlacesAccepted), outcome
    return outcome.plan


async def faults(database: Database, read: Reader, path: Path, **options: Any) -> list[tuple[str, int | None, str]]:
    outcome = await import_file(database, read, path, now=NOON, **options)
    assert isinstance(outcome, PlacesRefused)
    return [(fault.code, fault.line, fault.column) for fault in outcome.faults]


async def names(database: Database) -> dict[str, str]:
    return {unit.katottg: unit.name for unit in (await read_gazetteer(database)).units}


async def unit(database: Database, code: str) -> Unit:
    return (await read_gazetteer(database)).unit(code)
