"""A database for the time of one command: brought up to date first, closed afterwards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.config import Settings
from db.engine import Database
from db.migrate import upgrade


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    database = Database(settings.database_url)
    try:
        await upgrade(database)
        yield database
    finally:
        await database.close()
