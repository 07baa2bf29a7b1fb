"""What a second admin says yes to is what is sent: whatever its author and other admins do meanwhile."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import Context
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.announcements import (
    Announcement,
    AnnouncementMedia,
    AnnouncementStatus,
    Content,
    Kind,
    MediaKind,
    StationButton,
)
from bot.domain.errors import AnnouncementChanged, AnnouncementElsewhere, Beholden, DeskError
from bot.domain.news_notices import Announced
from bot.services.turns import Turn
from db import admin_invites
from db.engine import Database, execute
from db.schema import generations, stations
from tests.country import HROMADA, NOON, WEST, Country


@pytest.fixture
async def country(database: Database) -> Country:
    return await Country(database).settle()


async def draft(country: Country, text: str = "Увага") -> Announcement:
    async with country.turns.open() as turn:
        iryna, desk = country.people["Ірина"], country.desk
        found = await desk.draft(turn, iryna, Kind.ANNOUNCEMENT)
        await desk.set_content(turn, iryna, found.id, {"uk": Content(text)})
        return await desk.set_audience(turn, iryna, found.id, (WEST,))


async def test_a_yes_counts_for_what_was_shown_only(country: Country) -> None:
    iryna, petro, desk = country.people["Ірина"], country.people["Петро"], country.desk
    found = await draft(country)
    async with country.turns.open() as turn:
        seen = (await desk.all.course.submit(turn, iryna, found.id)).fingerprint
        await desk.all.course.revise(turn, iryna, found.id)
        await desk.set_content(turn, iryna, found.id, {"uk": Content("Інше")})
        new = (await desk.all.course.submit(turn, iryna, found.id)).fingerprint
    with pytest.raises(AnnouncementChanged):
        async with country.turns.open() as turn:
            await desk.all.course.approve(turn, petro, found.id, seen)
    assert (await desk.all.reach.get(found.id, petro)).status is AnnouncementStatus.WAITING
    async with country.turns.open() as turn:
        approved = await desk.all.course.approve(turn, petro, found.id, new)
    assert (approved.status, approved.texts["uk"].text) == (AnnouncementStatus.SCHEDULED, "Інше")


def beside(work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
    """Somebody else's turn, begun while ours is open: it must not join ours."""
    return asyncio.get_running_loop().create_task(work, context=Context())


async def test_an_edit_under_way_is_part_of_what_is_submitted(country: Country) -> None:
    iryna, desk = country.people["Ірина"], country.desk
    found = await draft(country)

    async def submit() -> Announcement:
        async with country.turns.open() as turn:
            return await desk.all.course.submit(turn, iryna, found.id)

    async with country.turns.open() as turn:
        await desk.set_content(turn, iryna, found.id, {"uk": Content("Краще")})
        submitting = beside(submit())
        await asyncio.sleep(0.2)
        assert not submitting.done(), "it should wait for the edit"
    assert (await submitting).texts["uk"].text == "Краще"


async def test_nothing_is_changed_once_it_is_submitted(country: Country) -> None:
    iryna, petro, desk = country.people["Ірина"], country.people["Петро"], country.desk
    found = await draft(country)

    async def edit() -> None:
        async with country.turns.open() as turn:
            await desk.set_content(turn, iryna, found.id, {"uk": Content("Інше")})

    async with country.turns.open() as turn:
        await desk.all.course.submit(turn, iryna, found.id)
        editing = beside(edit())
        await asyncio.sleep(0.2)
        assert not editing.done(), "it should wait for the submission"
    with pytest.raises(AnnouncementElsewhere):
        await editing
    assert (await desk.all.reach.get(found.id, petro)).texts["uk"].text == "Увага"


ONE = Announcement(
    1, Kind.OPENING, AnnouncementStatus.WAITING, 1, None, NOON, starts_at=NOON, areas=(WEST,), languages=("uk",)
)
CHANGES: dict[str, Any] = {
    "kind": Kind.ANNOUNCEMENT,
    "stations": (1,),
    "areas": (HROMADA,),
    "languages": ("uk", "en"),
    "texts": {"uk": Content("Увага", ({"type": "bold", "offset": 0, "length": 2},))},
    "media": (AnnouncementMedia(MediaKind.PHOTO, "one"),),
    "button": StationButton.CARD,
    "starts_at": NOON + timedelta(hours=1),
    "frozen": {1: {"name": "Станція"}},
}


@given(st.sets(st.sampled_from(sorted(CHANGES)), min_size=1), st.sampled_from(list(AnnouncementStatus)))
def test_whatever_is_seen_changes_the_fingerprint_and_nothing_else_does(
    names: set[str], status: AnnouncementStatus
) -> None:
    changed = replace(ONE, **{name: CHANGES[name] for name in names})
    assert changed.fingerprint != ONE.fingerprint
    assert replace(changed, status=status, approver_id=7, started_at=NOON).fingerprint == changed.fingerprint


async def changing(country: Country, number: int, by: str) -> list[str]:
    """Whatever somebody can do to a draft; the codes of the refusals."""
    admin, desk = country.people[by], country.desk
    deeds: tuple[Callable[[Turn], Awaitable[Announcement]], ...] = (
        lambda turn: desk.set_content(turn, admin, number, {"uk": Content("Чуже")}),
        lambda turn: desk.set_audience(turn, admin, number, (HROMADA,)),
        lambda turn: desk.set_stations(turn, admin, number, ["s-1"]),
        lambda turn: desk.all.course.submit(turn, admin, number),
        lambda turn: desk.all.course.revise(turn, admin, number),
    )
    refused = []
    for deed in deeds:
        with contextlib.suppress(DeskError):
            async with country.turns.open() as turn:
                try:
                    await deed(turn)
                except DeskError as error:
                    refused.append(error.code)
                    raise
    return refused


async def test_only_its_author_changes_it(country: Country) -> None:
    found = await draft(country)
    assert await changing(country, found.id, "Петро") == ["not-your-announcement"] * 5
    assert await country.desk.all.reach.get(found.id, country.people["Ірина"]) == found


async def invited(country: Country, by: str | None, guest: str, *codes: str) -> None:
    async with country.turns.open() as turn:
        who = country.people[by].id if by else None
        token = f"{by}-{guest}-{codes}"
        times = {"created_at": turn.now, "expires_at": turn.now + timedelta(hours=1)}
        await admin_invites.add(token_hash=token, codes=codes, invited_by=who, **times)
        assert await admin_invites.spend(token, used_by=country.people[guest].id, now=turn.now)


async def test_whom_the_author_invited_is_no_second_pair_of_eyes(country: Country) -> None:
    iryna, petro, west, desk = *country.people.values(), country.desk
    await invited(country, "Ірина", "Захід", WEST)
    found = await draft(country)
    async with country.turns.open() as turn:
        waiting = await desk.all.course.submit(turn, iryna, found.id)
    assert [await desk.all.reach.may_approve(each, waiting) for each in (iryna, petro, west)] == [False, True, False]
    with pytest.raises(Beholden):
        async with country.turns.open() as turn:
            await desk.all.course.approve(turn, west, found.id)
    assert await desk.all.reach.awaiting(west) == 0
    assert await desk.all.reach.may_approve(replace(west, superadmin=True), waiting)
    await invited(country, None, "Захід", WEST)
    assert await desk.all.reach.may_approve(west, waiting), "somebody else trusts them too"


async def renamed(country: Country, station: int, name: str) -> None:
    async with country.database.write():
        await execute(sa.update(stations).where(stations.c.id == station).values(name=name))
        await execute(sa.insert(generations).values(kind="registry", label="new", rows=1, loaded_at=country.now))


async def opening(country: Country) -> Announcement:
    async with country.turns.open() as turn:
        iryna, desk = country.people["Ірина"], country.desk
        found = await desk.draft(turn, iryna, Kind.OPENING)
        await desk.set_stations(turn, iryna, found.id, ["s-1"])
        return await desk.all.course.submit(turn, iryna, found.id)


async def said(country: Country, number: int) -> str:
    (notice,) = await country.desk.preview(country.people["Ірина"], number, "uk")
    assert isinstance(notice, Announced)
    return notice.stations[0].station.name


async def test_a_station_that_changes_is_asked_again(country: Country) -> None:
    petro, desk = country.people["Петро"], country.desk
    found = await opening(country)
    await renamed(country, 1, "Інша назва")
    with pytest.raises(AnnouncementChanged):
        async with country.turns.open() as turn:
            await desk.all.course.approve(turn, petro, found.id, found.fingerprint)
    async with country.turns.open() as turn:
        shown = await desk.all.course.shown(found.id, petro)
        await desk.all.course.approve(turn, petro, found.id, shown.fingerprint)
    await renamed(country, 1, "Ще інша")
    rounds = country.rounds(quiet="00:00-00:00")
    async with country.turns.open() as turn:
        await rounds.prepare(turn)
    found = await desk.all.reach.get(found.id, petro)
    assert found.status is AnnouncementStatus.SCHEDULED, "what nobody approved does not begin"
    async with country.turns.open() as turn:
        voided = await desk.all.course.void(turn, found.id)
    assert voided is not None
    assert (voided.status, voided.approver_id) == (AnnouncementStatus.WAITING, None)


async def test_what_was_approved_is_sent_whatever_happens_to_its_station(country: Country) -> None:
    petro, desk = country.people["Петро"], country.desk
    found = await opening(country)
    async with country.turns.open() as turn:
        await desk.all.course.approve(turn, petro, found.id, found.fingerprint)
    rounds = country.rounds(quiet="00:00-00:00")
    async with country.turns.open() as turn:
        await rounds.prepare(turn)
    await renamed(country, 1, "Інша назва")
    async with country.turns.open() as turn:
        assert await desk.all.course.void(turn, found.id) is None
    assert await said(country, found.id) == "Станція 1"
