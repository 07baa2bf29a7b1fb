"""How long what waits has waited: nobody else would notice that the bot falls behind."""

from datetime import timedelta
from typing import Final

import structlog

from bot.domain.clock import Clock
from db import inbox, outbox
from db.engine import Database
from db.queues import QueueWaiting

log = structlog.get_logger(__name__)

LATE: Final = timedelta(minutes=1)


class Backlog:
    """`look` is called by the clock."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def look(self) -> dict[str, QueueWaiting]:
        """What waits, by queue; a warning for each whose oldest has waited for more than a minute."""
        now = self._clock()
        async with self._database.read():
            found = {"inbox": await inbox.waiting(now), "outbox": await outbox.waiting(now)}
        for name, each in found.items():
            if each.oldest is not None and (age := now - each.oldest) > LATE:
                log.warning("backlog", queue=name, waiting=each.count, oldest_s=round(age.total_seconds()))
        return found
