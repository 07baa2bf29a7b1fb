"""Links for admins, on both engines: found by hash, spent once, ended with whoever made them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.admins import Admin, Scope
from db import admin_invites, admins
from db.engine import Database

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
CODES = frozenset({"UA18020030000035625", "UA18020010000042217"})


async def _admin(chat: int) -> Admin:
    scope = Scope(frozenset({"UA"}))
    return await admins.put(chat_id=chat, name="Ірина", locale="uk", scope=scope, superadmin=False, now=NOW)


async def _link(name: str, invited_by: int | None) -> None:
    later = NOW + timedelta(hours=72)
    await admin_invites.add(token_hash=name, codes=CODES, invited_by=invited_by, created_at=NOW, expires_at=later)


async def test_a_link_is_spent_once(database: Database) -> None:
    async with database.write():
        iryna, petro = await _admin(1), await _admin(2)
        await _link("hash", iryna.id)
        found = await admin_invites.find("hash")
        assert found is not None
        assert (found.codes, found.invited_by, found.used_at) == (CODES, iryna.id, None)
        assert await admin_invites.spend("hash", used_by=petro.id, now=NOW)
        assert not await admin_invites.spend("hash", used_by=petro.id, now=NOW)
        found = await admin_invites.find("hash")
        assert found is not None
        assert found.used_by == petro.id
        assert await admin_invites.find("another") is None


@pytest.mark.parametrize("hours", [72, 100])
async def test_a_late_one_is_not_spent(database: Database, hours: int) -> None:
    async with database.write():
        petro = await _admin(2)
        await _link("hash", None)
        assert not await admin_invites.spend("hash", used_by=petro.id, now=NOW + timedelta(hours=hours))


async def test_links_end_with_whoever_made_them(database: Database) -> None:
    async with database.write():
        iryna, petro = await _admin(1), await _admin(2)
        await _link("hers", iryna.id)
        await _link("his", petro.id)
        await admin_invites.expire_unused(iryna.id, now=NOW)
        assert not await admin_invites.spend("hers", used_by=petro.id, now=NOW)
        assert await admin_invites.spend("his", used_by=iryna.id, now=NOW)
