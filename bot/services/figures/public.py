"""Figures on the resident's card: computed by a tick, kept in memory, so that a card costs no statement."""

from collections.abc import Mapping

import db.figures
from bot.domain.admins import EVERYWHERE
from bot.domain.clock import Clock
from bot.domain.figures.periods import DAY, Period, day_of
from bot.domain.figures.public import DAYS, activities
from bot.domain.notices import Activity
from bot.domain.places import Unit
from db.engine import Database


class PublicFigures:
    """Knows nothing until the first `refresh`; every process has its own."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._known: Mapping[str, Activity] = {}

    async def refresh(self) -> None:
        """Count the last weeks of all hromadas."""
        today = day_of(self._clock())
        period = Period(today - (DAYS - 1) * DAY, today)
        async with self._database.read():
            samples = [each async for each in db.figures.samples(period, EVERYWHERE)]
        self._known = activities(samples)

    def of(self, unit: Unit) -> Activity | None:
        """Of the hromada a place lies in; None: too few reports to tell."""
        return self._known.get(unit.hromada or unit.katottg)
