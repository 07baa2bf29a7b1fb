"""Admins among themselves: who there is, inviting by a link that opens once, removing; each inside of the own scope."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Final

from bot.domain.admin_notices import AdminRemoved
from bot.domain.admins import Admin, Scope
from bot.domain.errors import (
    AdminKept,
    InviteExpired,
    InviteRefused,
    InviteUsed,
    OutOfScope,
    StaleButton,
)
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient
from bot.services import audit, menus
from bot.services.admins import Admins
from bot.services.territories import AdminTerritories, audited
from bot.services.turns import Turn
from db import admin_invites, admins
from db.admin_invites import AdminInvite

PREFIX: Final = "adm_"
MOST_AREAS: Final = 30
"""In one scope: more is an oblast."""
_TOKEN_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class JoinedAdmin:
    """`again`: nothing has changed, they were an admin of all that already."""

    admin: Admin
    again: bool


class AdminOffice:
    """`hours` is how long a link lives."""

    def __init__(self, known: Admins, territories: AdminTerritories, *, hours: int) -> None:
        self._known = known
        self._territories = territories
        self.lifetime = timedelta(hours=hours)

    # --- who there is -------------------------------------------------------------------------------------------------

    async def listed(self, by: Admin | None) -> list[Admin]:
        """Those whose whole scope lies inside the own one, and oneself. `by` None: the command line."""
        everybody = [each for each in await admins.in_office() if self._known.still(each)]
        return [each for each in everybody if by is None or each.id == by.id or self._is_below(by, each)]

    def may_remove(self, by: Admin | None, other: Admin) -> bool:
        """Those with less to look after; of two with the same neither removes the other, a superadmin does."""
        if other.superadmin or (by is not None and other.id == by.id):
            return False
        return by is None or (self._is_below(by, other) and (by.superadmin or not self._is_below(other, by)))

    async def find(self, by: Admin | None, admin_id: int) -> Admin:
        """Raises `StaleButton` for somebody who is no admin, `OutOfScope` for one with a wider scope."""
        found = await admins.by_id(admin_id)
        if found is None or not found.chat_id or not self._known.still(found):
            raise StaleButton
        if by is not None and found.id != by.id and not self._is_below(by, found):
            raise OutOfScope
        return found

    def _is_below(self, by: Admin, other: Admin) -> bool:
        return self._territories.inside(by.scope, other.scope.codes)

    # --- inviting -----------------------------------------------------------------------------------------------------

    async def invite(self, turn: Turn, by: Admin | None, codes: Collection[str]) -> str:
        """The payload for `?start=`. Raises `OutOfScope` for a scope that is not inside the own one."""
        if not codes or len(codes) > MOST_AREAS:
            raise StaleButton
        if by is not None and not self._territories.inside(by.scope, codes):
            raise OutOfScope
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        await admin_invites.add(
            token_hash=_hash(token),
            codes=codes,
            invited_by=by.id if by else None,
            created_at=turn.now,
            expires_at=turn.now + self.lifetime,
        )
        after = {"scope": sorted(codes)}
        await audit.note(turn, by, "admin-invited", "admin:", areas=audited(codes), after=after)
        return PREFIX + token

    async def accept(self, turn: Turn, payload: str, recipient: Recipient, name: str) -> JoinedAdmin:
        """Make the person behind the chat an admin, or give an admin more to look after.

        Raises InviteRefused (unknown, or whoever invited may not any more), InviteUsed, InviteExpired. Opening one's
        own used link again is no mistake, and a link that would give nothing new stays good for somebody else.
        """
        hashed = _hash(payload.removeprefix(PREFIX))
        invite, known = await admin_invites.find(hashed), await admins.by_chat(recipient.chat_id)
        if invite is None:
            raise InviteRefused
        if invite.used_at is not None and not (known and known.id == invite.used_by):
            raise InviteUsed
        if known is not None and (invite.used_at is not None or self._territories.inside(known.scope, invite.codes)):
            return JoinedAdmin(known, again=True)
        await self._check(turn, invite)
        return JoinedAdmin(await self._appoint(turn, hashed, invite, known, recipient, name), again=False)

    async def _check(self, turn: Turn, invite: AdminInvite) -> None:
        if invite.expires_at <= turn.now:
            raise InviteExpired
        if invite.invited_by is None:
            return
        inviter = await admins.by_id(invite.invited_by)
        still = inviter is not None and bool(inviter.chat_id) and self._known.still(inviter)
        if inviter is None or not still or not self._territories.inside(inviter.scope, invite.codes):
            raise InviteRefused

    async def _appoint(
        self, turn: Turn, hashed: str, invite: AdminInvite, known: Admin | None, recipient: Recipient, name: str
    ) -> Admin:
        before = known.scope.codes if known else frozenset[str]()
        admin = await admins.put(
            chat_id=recipient.chat_id,
            name=(known.name if known else name)[:100] or str(recipient.chat_id),
            locale=recipient.locale,
            scope=Scope(before | invite.codes),
            superadmin=False,
            now=turn.now,
        )
        if not await admin_invites.spend(hashed, used_by=admin.id, now=turn.now):
            raise InviteUsed  # somebody else was faster
        await audit.note(
            turn,
            admin,
            "admin-added",
            f"admin:{admin.id}",
            areas=audited(admin.scope.codes),
            before={"scope": sorted(before)} if known else None,
            after={"name": admin.name, "scope": sorted(admin.scope.codes)},
        )
        return admin

    # --- removing -----------------------------------------------------------------------------------------------------

    async def remove(self, turn: Turn, by: Admin | None, admin_id: int) -> Admin:
        """No admin from the next word on; their unused links end too. Raises `StaleButton`, `OutOfScope`, or
        `AdminKept` for a superadmin and for oneself."""
        gone = await self.find(by, admin_id)
        if not self.may_remove(by, gone):
            raise AdminKept
        await admins.remove(gone.id)
        await admin_invites.expire_unused(gone.id, now=turn.now)
        before = {"name": gone.name, "scope": sorted(gone.scope.codes)}
        areas = audited(gone.scope.codes)
        await audit.note(turn, by, "admin-removed", f"admin:{gone.id}", areas=areas, before=before)
        recipient = recipient_of(gone)
        await turn.tell(recipient, AdminRemoved())
        await menus.show(turn, recipient)
        return gone


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
