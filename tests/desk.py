"""An admin who writes announcements, without the taps: each step opens the draft anew, as each tap does."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import db.registry
from bot.domain.admins import Admin
from bot.domain.announcements import Announcement, AnnouncementMedia, Content, Kind, StationButton
from bot.domain.notices import Notice
from bot.services.announcements import Announcements
from bot.services.turns import Turn


@dataclass(frozen=True)
class Desk:
    all: Announcements

    async def draft(self, turn: Turn, admin: Admin, kind: Kind) -> Announcement:
        return await self.all.drafts.create(turn, admin, kind)

    async def set_stations(self, turn: Turn, admin: Admin, number: int, codes: Collection[str]) -> Announcement:
        draft, directory = await self.all.drafts.open(turn, admin, number), await db.registry.load()
        ids = {each.id for each in directory.stations.values() if each.code in codes}
        return await self.all.drafts.set_stations(admin, draft, ids, directory)

    async def set_content(
        self,
        turn: Turn,
        admin: Admin,
        number: int,
        texts: Mapping[str, Content],
        media: Sequence[AnnouncementMedia] = (),
        button: StationButton | None = None,
    ) -> Announcement:
        draft = await self.all.drafts.open(turn, admin, number)
        return await self.all.drafts.set_content(draft, texts, media, button)

    async def set_audience(
        self,
        turn: Turn,
        admin: Admin,
        number: int,
        areas: Collection[str],
        languages: Collection[str] | None = None,
    ) -> Announcement:
        draft = await self.all.drafts.open(turn, admin, number)
        return await self.all.drafts.set_audience(admin, draft, areas, languages)

    async def preview(self, admin: Admin, number: int, locale: str, place: str | None = None) -> tuple[Notice, ...]:
        return await self.all.previews.notices(await self.all.reach.get(number, admin), locale, place)
