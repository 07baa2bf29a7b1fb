"""How an officer joins: a link that opens once, for a while, for one person."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Final

import db.invites
import db.officers
import db.outbox
from bot.domain.clock import Clock
from bot.domain.errors import InviteExpired, InviteForeign, InviteRefused, InviteUsed
from bot.domain.people import Officer
from db.engine import Database
from db.invites import Invite

PREFIX: Final = "inv_"
_TOKEN_BYTES: Final = 24  # 32 characters: with the prefix well under the 64 of a /start payload


@dataclass(frozen=True, slots=True)
class Joined:
    """`again`: this very account had joined before, nothing has changed for the officer; `earlier`: the account that
    was cut off (a chat); `invited_by`: an admin's id, None: the command line."""

    officer: Officer
    again: bool
    earlier: int | None = None
    invited_by: int | None = None


class Invites:
    """Creates and accepts join links; `hours` is how long a link lives."""

    def __init__(self, database: Database, clock: Clock, *, hours: int) -> None:
        self._database = database
        self._clock = clock
        self.lifetime = timedelta(hours=hours)

    async def create(self, officer_id: int, *, invited_by: int | None = None, trusted: bool = False) -> str:
        """The payload for `?start=`. Earlier links of this officer stop working: one may have gone astray. `trusted`:
        whoever opens it needs no confirming, because nobody else can (samples, tests)."""
        token, now = secrets.token_urlsafe(_TOKEN_BYTES), self._clock()
        async with self._database.write():
            await db.invites.expire_unused(officer_id, now=now)
            await db.invites.add(
                token_hash=_hash(token),
                officer_id=officer_id,
                invited_by=invited_by,
                trusted=trusted,
                created_at=now,
                expires_at=now + self.lifetime,
            )
        return PREFIX + token

    async def accept(self, payload: str, chat_id: int) -> Joined:
        """Bind the chat to the invited officer, in place of an earlier phone.

        Raises InviteRefused (unknown link, officer no longer in service), InviteUsed, InviteExpired, or
        InviteForeign when the chat belongs to another officer. Opening one's own used link again is no mistake.
        """
        async with self._database.write():
            officer, invite = await self._invited(payload)
            if invite.used_at is not None and officer.chat_id != chat_id:
                raise InviteUsed
            holder = await db.officers.holder_of(chat_id)
            if holder is not None and holder.id != officer.id:
                raise InviteForeign
            if invite.used_at is None:
                await self._spend(payload, officer, chat_id, trusted=invite.trusted)
            (joined,) = await db.officers.by_ids([officer.id])
            again = officer.chat_id == chat_id
            return Joined(joined, again, None if again else officer.chat_id, invite.invited_by)

    async def unbind(self, officer_id: int) -> None:
        """Cut off a lost phone at once, and the links that may lie on it."""
        async with self._database.write():
            await _owe_nothing(officer_id)
            await db.officers.unbind(officer_id)
            await db.invites.expire_unused(officer_id, now=self._clock())

    async def _invited(self, payload: str) -> tuple[Officer, Invite]:
        """Whom the link was made for, and the link, which is used or can still be."""
        invite = await db.invites.find(_hash(payload.removeprefix(PREFIX)))
        officer = await db.officers.by_id(invite.officer_id) if invite else None
        if invite is None or officer is None:
            raise InviteRefused
        if invite.used_at is None and invite.expires_at <= self._clock():
            raise InviteExpired
        return officer, invite

    async def _spend(self, payload: str, officer: Officer, chat_id: int, *, trusted: bool) -> None:
        """The same account keeps the confirmation that it has."""
        now = self._clock()
        if not await db.invites.spend(_hash(payload.removeprefix(PREFIX)), now=now):
            raise InviteUsed  # somebody else was faster
        known = officer.chat_id == chat_id and officer.confirmed
        await _owe_nothing(officer.id)
        await db.officers.bind(officer.id, chat_id=chat_id, now=now, trusted=trusted or known)


async def _owe_nothing(officer_id: int) -> None:
    """What still waits for the officer's phone must not reach it: it may be in other hands."""
    for officer in await db.officers.by_ids([officer_id]):
        if officer.chat_id is not None:
            await db.outbox.forget_cases("telegram", officer.chat_id)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
