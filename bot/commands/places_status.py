"""`places status`: which files were loaded and when, counts by category, what is known of places and what is not, and
what the search could not answer lately."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

import db.gazetteer
from bot.domain.clock import KYIV
from bot.domain.places import PlaceCategory, Unanswered
from bot.places.gazetteer import Gazetteer
from bot.places.locate import HROMADAS
from db import unanswered
from db.engine import Database

DAYS: Final = 30  # of questions without an answer


async def show_status(database: Database, gazetteer: Gazetteer, now: datetime) -> None:
    """Print all of it."""
    today = now.astimezone(KYIV).date()
    first = today - timedelta(days=DAYS - 1)
    async with database.read():
        loaded = await db.gazetteer.read_generations()
        asked = await unanswered.between(first, today)
        places, times = await unanswered.nobody_answers()
    for each in loaded:
        print(f"{each.loaded_at:%Y-%m-%d %H:%M} {each.kind}: {each.label}, {each.rows:,} rows")
    print(*(*_counts(gazetteer), *_polygons(gazetteer), *_asked(asked, first)), sep="\n")
    print(f"places asked for that nobody answers for: {places:,} ({times:,} times)")


def _counts(gazetteer: Gazetteer) -> Iterator[str]:
    by_category = Counter(unit.category for unit in gazetteer.units)
    yield "  ".join(f"{category.value} {by_category[category]:,}" for category in PlaceCategory)
    settlements = [unit for unit in gazetteer.units if unit.is_settlement]
    named = {alias.katottg for alias in gazetteer.aliases}
    areas = {unit.hromada for unit in settlements}
    yield f"settlements: {len(settlements):,}"
    yield f"  with coordinates: {sum(unit.point is not None for unit in settlements):,}"
    yield f"  with population: {sum(unit.population is not None for unit in settlements):,}"
    yield f"  with other names: {sum(unit.katottg in named for unit in settlements):,}"
    known = {unit.hromada for unit in settlements if unit.point}
    yield f"hromadas without any coordinates: {len(areas - known):,}"
    if withdrawn := gazetteer.withdrawn:
        yield f"withdrawn by the codifier, known by code only: {withdrawn:,}"


def _polygons(gazetteer: Gazetteer) -> Iterator[str]:
    for what, categories in (("hromadas", HROMADAS), ("city districts", {PlaceCategory.DISTRICT})):
        codes = {unit.katottg for unit in gazetteer.units if unit.category in categories}
        yield f"{what} with polygons: {len(codes & gazetteer.polygons):,} of {len(codes):,}"


def _asked(asked: dict[str, int], first: date) -> Iterator[str]:
    """Kinds in the order of the domain; one that this version does not know comes last."""
    yield f"not answered by the search since {first:%Y-%m-%d}: {sum(asked.values()):,}"
    kinds = [kind.value for kind in Unanswered]
    for kind in sorted(asked, key=lambda each: kinds.index(each) if each in kinds else len(kinds)):
        yield f"  {kind}: {asked[kind]:,}"
