"""Which announcements are an admin's: to see, to change, to say yes to."""

from collections.abc import Collection, Sequence

from bot.domain.admins import COUNTRY, Admin, owes
from bot.domain.announcements import Announcement, AnnouncementStatus
from bot.domain.errors import NotYourAnnouncement, OutOfScope, StaleButton
from bot.services.lookup import Lookup
from db import admin_invites, admins, announcements
from db.engine import Database

PAGE = 100
MOST_AWAITING = 100


class AnnouncementReach:
    """Finds announcements for an admin. Raises `StaleButton` when there is none, `OutOfScope` when it is not this
    admin's to see."""

    def __init__(self, database: Database, lookup: Lookup) -> None:
        self._database = database
        self._lookup = lookup

    async def get(self, number: int, admin: Admin) -> Announcement:
        async with self._database.read():
            return self._seen(await announcements.get(number), admin)

    async def locked(self, number: int, admin: Admin) -> Announcement:
        """It stays as it is until the turn ends, but for what the turn does to it."""
        return self._seen(await announcements.locked(number), admin)

    def _seen(self, found: Announcement | None, admin: Admin) -> Announcement:
        if found is None:
            raise StaleButton
        if not self.sees(admin, found):
            raise OutOfScope
        return found

    async def list(
        self,
        admin: Admin,
        *,
        statuses: Collection[AnnouncementStatus] = (),
        most: int = PAGE,
        before_id: int | None = None,
    ) -> Sequence[Announcement]:
        """The latest first; `before_id` goes on from an earlier page."""
        found: list[Announcement] = []
        async with self._database.read():
            while len(found) < most:
                page = await announcements.newest(statuses=statuses, most=PAGE, before_id=before_id)
                found += [each for each in page if self.sees(admin, each)]
                if len(page) < PAGE:
                    break
                before_id = page[-1].id
        return found[:most]

    def sees(self, admin: Admin, announcement: Announcement) -> bool:
        """Its whole audience lies in the admin's territory; before there is one, it is its author's."""
        if announcement.areas:
            return self.covers(admin, announcement.areas)
        return admin.scope.is_country or announcement.author_id == admin.id

    def covers(self, admin: Admin, areas: Collection[str]) -> bool:
        """Whether all these areas (codes, or "UA") lie in the admin's territory; unknown ones do not."""
        return all(admin.scope.covers(self.around(code)) for code in areas)

    def around(self, code: str) -> Sequence[str]:
        """A place's own code and those of what it lies in; nothing for an unknown one."""
        if code == COUNTRY:
            return (COUNTRY,)
        unit = self._lookup.unit(code)
        return unit.areas if unit else ()

    # --- who says yes -------------------------------------------------------------------------------------------------

    async def may_approve(self, admin: Admin, announcement: Announcement) -> bool:
        """Whether it takes a second pair of eyes to see it: not its author's, nor of somebody who sees its areas only
        because the author invited them. A superadmin's always are."""
        return admin in await self._approvers([admin], announcement)

    async def approvers(self, announcement: Announcement) -> Sequence[Admin]:
        """All who may say yes to it."""
        return await self._approvers(await admins.in_office(), announcement)

    async def _approvers(self, who: Sequence[Admin], announcement: Announcement) -> Sequence[Admin]:
        others = [each for each in who if each.id != announcement.author_id and self.sees(each, announcement)]
        if all(each.superadmin for each in others):
            return others
        async with self._database.read():
            used = await admin_invites.used()

        def is_free(admin: Admin) -> bool:
            owed = (owes(admin.id, announcement.author_id, used, self.around(code)) for code in announcement.areas)
            return admin.superadmin or not any(owed)

        return [each for each in others if is_free(each)]

    async def awaiting(self, admin: Admin) -> int:
        """How many wait for this admin's approval."""
        found = await self.list(admin, statuses=(AnnouncementStatus.WAITING,), most=MOST_AWAITING)
        return sum([await self.may_approve(admin, each) for each in found])


def check_author(announcement: Announcement, admin: Admin) -> None:
    """Whoever may see a draft may still not change it. Raises `NotYourAnnouncement`."""
    if announcement.author_id != admin.id:
        raise NotYourAnnouncement
