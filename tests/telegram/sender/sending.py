"""Where the sender speaks: a country, an app whose Telegram answers as a test says."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiogram.methods import TelegramMethod
from pydantic import SecretStr

from bot import app as house
from bot.config import Settings
from bot.domain.announcements import Announcement, AnnouncementMedia, AnnouncementStatus, Content, Kind, Progress
from tests.country import WEST, Country
from tests.desk import Desk
from tests.telegram.wire import Wire

TOKEN = "7000000006:NEWS-token-of-no-bot-AAAAAAAAAAAAAAAAAAAA"


class Sending:
    """A country with an app whose session is a `Wire`, and its sender at work."""

    def __init__(self, country: Country, **more: Any) -> None:
        usual: dict[str, Any] = {"send_per_second": 5000, "announcements_per_second": 1000, "chat_interval": 0}
        settings = Settings(_env_file=None, bot_token=SecretStr(TOKEN), **(usual | more))
        self.country = country
        self.app = house.build(settings, country.database, country.gazetteer, lambda: country.now)
        self.app.bot.session = self.wire = Wire()

    async def announce(self, text: str = "Увага", *areas: str, media: Sequence[AnnouncementMedia] = ()) -> Announcement:
        """Written, approved, to begin at once."""
        desk, iryna = Desk(self.app.announcements), self.country.people["Ірина"]
        async with self.country.turns.open() as turn:
            found = await desk.draft(turn, iryna, Kind.ANNOUNCEMENT)
            await desk.set_content(turn, iryna, found.id, {"uk": Content(text)}, media)
            await desk.set_audience(turn, iryna, found.id, areas or (WEST,))
            await desk.all.course.submit(turn, iryna, found.id)
            return await desk.all.course.approve(turn, self.country.people["Петро"], found.id)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        running = asyncio.create_task(self.app.sender.run())
        try:
            yield
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def until(self, found: Announcement, done: Callable[[Progress], bool]) -> Progress:
        """While time passes quickly: backoffs are over when they are looked at."""
        async with asyncio.timeout(30):
            while not done(progress := await self.app.announcements.counting.progress(found.id)):
                await asyncio.sleep(0.02)
                self.country.passes(seconds=1)
        return progress

    async def done(self, found: Announcement) -> Progress:
        return await self.until(found, lambda progress: progress.status is AnnouncementStatus.DONE)

    def written_to(self) -> Counter[Any]:
        return Counter(getattr(call, "chat_id", None) for call in self.wire.calls)


def once(wire: Wire, chat: int, *answers: tuple[int, Any]) -> None:
    """The first calls to a chat are answered like this, all others well."""
    left = list(answers)

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if getattr(method, "chat_id", None) == chat and left:
            return left.pop(0)
        return await wire.deliver(method)

    wire.answer = answer
