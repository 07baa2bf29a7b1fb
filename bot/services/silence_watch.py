"""Superadmins hear that nobody has told which territories are silent, or not for long: the front moves."""

from datetime import timedelta
from typing import Final

import db.silent
from bot.domain.alerts import AlertKind
from bot.services.alerts import Alerts
from bot.services.turns import Turns

FRESH: Final = timedelta(days=30)
"""The ministry's list of territories of hostilities and occupation changes several times a month."""
AGAIN: Final = timedelta(days=7)
"""Of an old list they hear once a week; that there is none, every day."""


class SilenceWatch:
    """Looks once a day."""

    def __init__(self, turns: Turns, alerts: Alerts) -> None:
        self._turns = turns
        self._alerts = alerts

    async def look(self) -> None:
        async with self._turns.database.read():
            imported = await db.silent.last_import()
        now = self._turns.clock()
        if imported is None:
            async with self._turns.open() as turn:
                await self._alerts.tell(turn, AlertKind.SILENT_LIST_MISSING)
        elif (age := now - imported) >= FRESH and (age - FRESH).days % AGAIN.days == 0:
            async with self._turns.open() as turn:
                await self._alerts.tell(turn, AlertKind.SILENT_LIST_OLD, days=age.days)
