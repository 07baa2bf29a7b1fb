"""Admins of the journeys: one for the whole country, named by the settings, and others for a territory."""

from datetime import timedelta

import db.admin_invites
import db.admins
from bot.domain.admins import Scope
from bot.domain.clock import utc_now
from tests.journeys.conftest import Town
from tests.people import Person

IRYNA = 9001
"""The superadmin's chat."""

BERDYCHIV = "UA18020030000035625"
BERDYCHIV_RAION = "UA18020000000072859"
KOROSTEN_RAION = "UA18060000000021754"


async def superadmin(town: Town) -> Person:
    """Somebody whom the town's settings name; the bot has not heard from her yet."""
    return await town.box.person("Ірина", id=IRYNA)


async def admin_of(town: Town, name: str, *codes: str, id: int = 9100) -> Person:
    """Somebody who looks after a territory."""
    async with town.app.database.write():
        await db.admins.put(
            chat_id=id, name=name, locale="uk", scope=Scope(frozenset(codes)), superadmin=False, now=utc_now()
        )
    return await town.box.person(name, id=id)


async def guest_of(town: Town, chat_id: int, name: str, *codes: str, id: int = 9200) -> Person:
    """Somebody who looks after a territory because the admin of that chat has invited them, and only therefore."""
    guest, now, token = await admin_of(town, name, *codes, id=id), utc_now(), f"{id:064}"
    async with town.app.database.write():
        by, who = await db.admins.by_chat(chat_id), await db.admins.by_chat(id)
        assert by is not None
        assert who is not None
        times = {"created_at": now, "expires_at": now + timedelta(hours=1)}
        await db.admin_invites.add(token_hash=token, codes=frozenset(codes), invited_by=by.id, **times)
        await db.admin_invites.spend(token, used_by=who.id, now=now)
    return guest
