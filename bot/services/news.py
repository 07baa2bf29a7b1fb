"""Whether a resident wants news, by kind. Who has not said gets them; who said no never does."""

from typing import Final

from bot.domain.broadcasts import Kind
from bot.domain.news_notices import AskNews, NewsChoice
from bot.domain.reports import Reader, Resident
from bot.services.turns import Turn
from db import residents

ALL: Final = tuple(Kind)


class News:
    async def choice(self, resident: Resident) -> NewsChoice:
        """As it is now."""
        wants = await residents.news_of(resident.id)
        return NewsChoice(opening=wants.opening is not False, announcement=wants.announcement is not False)

    async def choose(self, turn: Turn, resident: Resident, kind: Kind | None, *, wanted: bool) -> None:
        """`kind` None: all of them. Whoever chooses need not be asked any more."""
        kinds = ALL if kind is None else (kind,)
        await residents.set_news(resident.id, [each.value for each in kinds], wanted=wanted, now=turn.now)

    async def ask_once(self, turn: Turn, reader: Reader, resident: Resident) -> None:
        """Is it welcome? Never asked again, whatever the answer."""
        if (await residents.news_of(resident.id)).asked_at is None:
            await residents.update(resident.id, news_asked_at=turn.now)
            await turn.tell(reader, AskNews())
