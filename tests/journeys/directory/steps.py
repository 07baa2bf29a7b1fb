"""What stories of single changes share: the way to an entry, and what was noted."""

import json

from tests.journeys.conftest import Town
from tests.people import Person


async def opens(who: Person, query: str, name: str) -> None:
    """From /directory to an entry's panel."""
    await who.says("/directory")
    await who.hears("Напишіть код чи назву")
    await who.says(query)
    await who.hears("знайдено: 1")
    await who.taps(name)


async def noted(town: Town, action: str) -> dict[str, object]:
    (row,) = await town.rows("SELECT * FROM audit WHERE action = :action ORDER BY id DESC LIMIT 1", action=action)
    return {**row, "before": json.loads(row["before"] or "null"), "after": json.loads(row["after"] or "null")}
