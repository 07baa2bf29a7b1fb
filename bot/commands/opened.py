"""A database for the time of one command: brought up to date first, closed afterwards."""

import sys
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.config import Settings
from bot.texts.words import words
from db.engine import Database, missing_file
from db.migrate import upgrade


@asynccontextmanager
async def opened(settings: Settings, *, checking: bool = False) -> AsyncIterator[Database]:
    """With `checking`, a database file that is not there is not made: the check runs on an empty one that goes away."""
    with ExitStack() as stack:
        url = settings.database_url
        if checking and (file := missing_file(url)) is not None:
            print(words(settings.default_locale).plain("check-no-database", file=str(file)), file=sys.stderr)
            folder = stack.enter_context(TemporaryDirectory(prefix="check-"))
            url = f"sqlite+aiosqlite:///{Path(folder) / 'check.sqlite3'}"
        database = Database(url)
        try:
            await upgrade(database)
            yield database
        finally:
            await database.close()
