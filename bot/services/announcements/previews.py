"""Looking at an announcement before it goes out: exactly as residents will see it."""

from collections.abc import Callable
from itertools import chain

from bot.domain.admins import COUNTRY, Admin
from bot.domain.announcement_notices import AnnouncementPreview
from bot.domain.announcements import Announcement
from bot.domain.errors import NobodyToTell
from bot.domain.news_notices import Announced
from bot.domain.notices import Notice
from bot.domain.places import Unit
from bot.domain.reports import Recipient
from bot.domain.routing import Directory
from bot.services.announcements.course import check_complete
from bot.services.announcements.rendering import Renderer
from bot.services.area_finder import AreaFinder
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.turns import Turn


class Previews:
    """Raises `NothingToAnnounce`, `NobodyToTell` for what is not complete."""

    def __init__(self, *, renderer: Renderer, directory: DirectoryService, lookup: Lookup, finder: AreaFinder) -> None:
        self._renderer = renderer
        self._directory = directory
        self._lookup = lookup
        self._finder = finder

    async def notices(self, announcement: Announcement, locale: str, place: str | None = None) -> tuple[Notice, ...]:
        """What a resident of `place` (code; None: some place it concerns) gets, in order."""
        return self._notices(announcement, await self._directory.current(), locale, place)

    async def tell(
        self,
        turn: Turn,
        recipient: Recipient,
        announcement: Announcement,
        place: str | None = None,
        *,
        asks: bool = False,
    ) -> None:
        """In each of its languages, under a line that says what it is; `asks`: the next words may name another
        place."""
        check_complete(announcement)
        directory = await self._directory.current()
        for language in announcement.languages:
            shown = self._notices(announcement, directory, language, place)
            where = next((each.place for each in shown if isinstance(each, Announced)), None)
            await turn.tell(recipient, AnnouncementPreview(language, where, asks))
            for notice in shown:
                await turn.tell(Recipient(recipient.chat_id, language), notice)

    async def trial(self, turn: Turn, recipient: Recipient, announcement: Announcement) -> None:
        """To oneself, as it will be sent."""
        check_complete(announcement)
        for notice in await self.notices(announcement, recipient.locale):
            await turn.tell(recipient, notice)

    async def name_place(
        self, turn: Turn, admin: Admin, recipient: Recipient, announcement: Announcement, text: str
    ) -> bool:
        """The preview for a place typed by name; False when there is none of that name."""
        is_place: Callable[[Unit], bool] = self._lookup.is_place
        units = [unit for unit in self._finder.find(text, admin.scope) if is_place(unit)]
        if units:
            await self.tell(turn, recipient, announcement, units[0].katottg, asks=True)
        return bool(units)

    def _notices(
        self, announcement: Announcement, directory: Directory, locale: str, place: str | None
    ) -> tuple[Notice, ...]:
        where = place or self._example(announcement)
        return self._renderer.notices(announcement, directory, place=where, locale=locale)

    def _example(self, announcement: Announcement) -> str:
        """A place somebody may live in, of the first station, else of the first area."""
        concerned = [sorted(announcement.targets.get(each, ())) for each in announcement.stations[:1]]
        for code in (*chain.from_iterable(concerned), *announcement.areas):
            if unit := self._lookup.example(None if code == COUNTRY else code):
                return unit.katottg
        raise NobodyToTell
