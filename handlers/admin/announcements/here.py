"""What the handlers of announcements share: who asks, in which message, and which draft the next words belong to."""

from dataclasses import dataclass
from typing import Any, Final

from aiogram import Router
from aiogram.fsm.state import State

from bot.domain.announcements import Announcement
from bot.domain.errors import StaleButton
from bot.services.announcements import Announcements
from bot.texts.words import LANGUAGES
from handlers.admin.here import Here, hand_over

ANNOUNCEMENT: Final = "announcement"
LANGUAGE: Final = "language"
"""Keys of the dialogue's data: which draft is written, and in which language."""


@dataclass(frozen=True, slots=True)
class AnnouncementsHere(Here):
    announcements: Announcements

    async def draft(self, number: int) -> Announcement:
        return await self.announcements.drafts.open(self.turn, self.admin, number)

    async def asked_draft(self) -> Announcement:
        """The one that the words of this message belong to."""
        number, _ = await self.asked()
        return await self.draft(number)

    async def show_panel(self, draft: Announcement) -> None:
        await self.tell(await self.announcements.composing.panel(draft))

    async def ask(self, waits_for: State | None, number: int, language: str = LANGUAGES[0]) -> None:
        """The next words belong to this draft; None: to nothing here."""
        await self.state.set_state(waits_for)
        await self.state.update_data({ANNOUNCEMENT: number, LANGUAGE: language})

    async def asked(self) -> tuple[int, str]:
        """Which draft, and which language; raises StaleButton when nothing was asked."""
        data: dict[str, Any] = await self.state.get_data()
        if ANNOUNCEMENT not in data:
            raise StaleButton
        return int(data[ANNOUNCEMENT]), str(data.get(LANGUAGE, LANGUAGES[0]))


def at_the_announcements(router: Router) -> None:
    """Every handler of this router may ask for `here`."""
    hand_over(router, AnnouncementsHere, announcements="announcements")
