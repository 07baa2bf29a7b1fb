"""The daily digest: once a day, at a set hour of Kyiv's clock, only if there is something."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Final

import structlog

import db.officers
from bot.domain.admins import Admin, Scope
from bot.domain.clock import KYIV
from bot.domain.paper_notices import Digest, DigestSettings
from bot.domain.people import Officer
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.turns import Turn, Turns
from db import admins, digests, reports

log = structlog.get_logger(__name__)

LATEST: Final = 3
"""Hours: a bot that was down at the set hour makes up for it so long, and not in the evening."""
ENDS_SOON: Final = timedelta(days=14)
A_DAY: Final = timedelta(days=1)
Waiting = Callable[[Admin], Awaitable[int]]
"""How many announcements wait for this admin's approval."""


async def no_announcements(_admin: Admin) -> int:
    return 0


class Digests:
    """What it says to whom. `hour`: of Kyiv's clock."""

    def __init__(
        self, lookup: Lookup, directory: DirectoryService, hour: int, announcements: Waiting = no_announcements
    ) -> None:
        self._lookup = lookup
        self._directory = directory
        self._hour = hour
        self._announcements = announcements

    def day(self, now: datetime) -> date | None:
        """The day whose digest is due now; None at other hours."""
        local = now.astimezone(KYIV)
        return local.date() if self._hour <= local.hour < self._hour + LATEST else None

    async def readers(self, day: date) -> dict[int, tuple[Officer | None, Admin | None]]:
        """By chat: who has none yet today. Inside of a read transaction."""
        found: dict[int, tuple[Officer | None, Admin | None]] = {}
        for officer in await db.officers.in_service():
            if officer.chat_id is not None and officer.reachable:
                found[officer.chat_id] = (officer, None)
        for admin in await admins.in_office():
            found[admin.chat_id] = (found.get(admin.chat_id, (None, None))[0], admin)
        over = await digests.settled(Recipient(0, "").channel, day)
        return {chat: each for chat, each in found.items() if chat not in over}

    async def tell(self, turn: Turn, day: date, officer: Officer | None, admin: Admin | None) -> bool:
        """Whether there was anything to say, and it was not said before."""
        known = officer or admin
        if known is None or known.chat_id is None:
            return False
        recipient = recipient_of(known)
        if not await digests.claim(recipient.channel, recipient.chat_id, day):
            return False
        found = await self.digest(turn.now, day, officer, admin)
        if found.anything:
            await turn.tell(recipient, found)
        return found.anything

    async def digest(self, now: datetime, day: date, officer: Officer | None, admin: Admin | None) -> Digest:
        mine: dict[str, object] = {}
        if officer is not None:
            mine["new"] = await digests.new_for(officer.id)
            mine["waiting"] = await digests.unanswered_by(officer.id)
            mine["ending"] = tuple(await digests.ending(officer.id, day, day + ENDS_SOON))
        if admin is not None:
            places = [report.place for report in await reports.unattended()]
            mine["unattended"] = self._inside(admin.scope, places)
            mine["gaps"] = self._inside(admin.scope, await digests.new_gaps(now - A_DAY))
            mine["unreachable"] = await self._unreachable(admin.scope)
            mine["announcements"] = await self._announcements(admin)
        return Digest(**mine)  # type: ignore[arg-type]

    def _inside(self, scope: Scope, codes: list[str]) -> int:
        units = [self._lookup.unit(code) for code in codes]
        return sum(unit is not None and scope.covers(unit.areas) for unit in units)

    async def _unreachable(self, scope: Scope) -> int:
        gone = {each.id for each in await db.officers.in_service() if each.unreachable_at is not None}
        beats = [beat for each in (await self._directory.current()).beats.values() for beat in each]
        held = [beat for beat in beats if any(post.officer_id in gone for post in beat.posts)]
        ours = [beat for beat in held if self._inside(scope, list(beat.areas))]
        return len({post.officer_id for beat in ours for post in beat.posts} & gone)

    async def settings(self, recipient: Recipient) -> DigestSettings:
        return DigestSettings(await digests.wanted(recipient.channel, recipient.chat_id), self._hour)

    async def switch(self, recipient: Recipient, *, on: bool) -> DigestSettings:
        await digests.want(recipient.channel, recipient.chat_id, on=on)
        return await self.settings(recipient)


class DigestTick:
    """Runs every few minutes, in every replica: a row a chat knows the day that was made, so each has one a day."""

    def __init__(self, turns: Turns, made: Digests) -> None:
        self._turns = turns
        self._digests = made

    async def run(self) -> int:
        """How many were told; one turn each, so that nobody waits for all of them."""
        day = self._digests.day(self._turns.clock())
        if day is None:
            return 0
        async with self._turns.database.read():
            readers = await self._digests.readers(day)
        told = 0
        for officer, admin in readers.values():
            try:
                async with self._turns.open() as turn:
                    told += await self._digests.tell(turn, day, officer, admin)
            except Exception as error:
                log.error("digest-failed", error=type(error).__name__)
        return told
