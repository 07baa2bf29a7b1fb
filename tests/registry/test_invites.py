"""How officers join, and how a lost phone is cut off."""

import asyncio
import re

import pytest
import sqlalchemy as sa

import db.officers
from bot.domain.errors import InviteExpired, InviteForeign, InviteRefused, InviteUsed
from bot.domain.registry import Edition
from bot.services.invites import Invites, Joined
from db.engine import Database, execute
from db.schema import invites as table
from tests.registry.conftest import Hands, an_edition, publish


@pytest.fixture
async def invites(desk: Database, clock: Hands) -> Invites:
    await publish(desk, an_edition())
    return Invites(desk, clock, hours=72)


async def officer_id(desk: Database, code: str = "o1") -> int:
    async with desk.read():
        officer = await db.officers.by_code(code)
    assert officer is not None
    return officer.id


async def test_an_officer_joins_by_a_link(desk: Database, invites: Invites) -> None:
    link = await invites.create(await officer_id(desk), trusted=True)
    joined = await invites.accept(link, 111)
    assert (joined.officer.code, joined.officer.chat_id, joined.again) == ("o1", 111, False)
    async with desk.read():
        assert await db.officers.by_chat(111) == joined.officer


async def test_the_link_fits_telegram_and_the_token_is_not_stored(desk: Database, invites: Invites) -> None:
    link = await invites.create(await officer_id(desk))
    assert re.fullmatch(r"inv_[A-Za-z0-9_-]{1,60}", link)
    async with desk.read():
        (stored,) = (await execute(sa.select(table.c.token_hash))).scalars()
    assert link.removeprefix("inv_") not in stored
    assert re.fullmatch(r"[0-9a-f]{64}", stored)


async def test_a_link_opens_once(desk: Database, invites: Invites) -> None:
    link = await invites.create(await officer_id(desk))
    await invites.accept(link, 111)
    with pytest.raises(InviteUsed):
        await invites.accept(link, 222)


async def test_opening_ones_own_link_again_is_no_mistake(desk: Database, invites: Invites, clock: Hands) -> None:
    link = await invites.create(await officer_id(desk))
    await invites.accept(link, 111)
    clock.pass_(hours=100)
    assert (await invites.accept(link, 111)).again


async def test_a_link_expires(desk: Database, invites: Invites, clock: Hands) -> None:
    link = await invites.create(await officer_id(desk))
    clock.pass_(hours=72)
    with pytest.raises(InviteExpired):
        await invites.accept(link, 111)


async def test_an_unknown_link_is_refused(invites: Invites) -> None:
    with pytest.raises(InviteRefused) as refused:
        await invites.accept("inv_made-up", 111)
    assert type(refused.value) is InviteRefused


async def test_another_officers_link_is_refused_and_stays_good(desk: Database, invites: Invites) -> None:
    await invites.accept(await invites.create(await officer_id(desk, "o1")), 111)
    link = await invites.create(await officer_id(desk, "o2"))
    with pytest.raises(InviteForeign):
        await invites.accept(link, 111)
    assert (await invites.accept(link, 222)).officer.code == "o2"


async def test_a_new_phone_takes_the_place_of_the_lost_one(desk: Database, invites: Invites) -> None:
    me = await officer_id(desk)
    await invites.accept(await invites.create(me), 111)
    await invites.accept(await invites.create(me, trusted=True), 222)
    async with desk.read():
        assert await db.officers.by_chat(111) is None
        assert await db.officers.by_chat(222) is not None


async def test_a_newer_link_ends_the_older_one(desk: Database, invites: Invites) -> None:
    me = await officer_id(desk)
    older, newer = await invites.create(me), await invites.create(me)
    with pytest.raises(InviteExpired):
        await invites.accept(older, 111)
    assert (await invites.accept(newer, 111)).officer.id == me


async def test_unbinding_cuts_off_the_phone_and_its_links(desk: Database, invites: Invites) -> None:
    me = await officer_id(desk)
    used = await invites.create(me)
    await invites.accept(used, 111)
    waiting = await invites.create(me)
    await invites.unbind(me)
    async with desk.read():
        assert await db.officers.by_chat(111) is None
    with pytest.raises(InviteUsed):
        await invites.accept(used, 111)
    with pytest.raises(InviteExpired):
        await invites.accept(waiting, 111)


async def test_a_retired_officer_cannot_join_and_their_chat_is_free(desk: Database, invites: Invites) -> None:
    me, whole = await officer_id(desk), an_edition()
    await invites.accept(await invites.create(me), 111)
    link = await invites.create(me)
    await publish(desk, Edition({}, {"o2": whole.officers["o2"]}, {}))
    with pytest.raises(InviteRefused):
        await invites.accept(link, 111)
    other = await invites.create(await officer_id(desk, "o2"))
    assert (await invites.accept(other, 111)).officer.code == "o2"


async def test_of_many_who_open_it_at_once_one_joins(desk: Database, invites: Invites) -> None:
    link = await invites.create(await officer_id(desk))
    answers = await asyncio.gather(*(invites.accept(link, chat_id) for chat_id in range(1, 9)), return_exceptions=True)
    assert sum(isinstance(each, Joined) for each in answers) == 1
    assert sum(isinstance(each, InviteUsed) for each in answers) == 7
