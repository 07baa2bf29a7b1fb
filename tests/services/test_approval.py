"""What a second admin says yes to is what is sent: whatever its author and other admins do meanwhile."""

import asyncio
from collections.abc import Coroutine
from contextvars import Context
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.broadcasts import Broadcast, Button, Content, Kind, Media, MediaKind, Status
from bot.domain.errors import BroadcastChanged, BroadcastElsewhere
from db.engine import Database
from tests.country import HROMADA, NOON, WEST, Country


@pytest.fixture
async def country(database: Database) -> Country:
    return await Country(database).settle()


async def draft(country: Country, text: str = "Увага") -> Broadcast:
    async with country.turns.open() as turn:
        iryna, desk = country.people["Ірина"], country.broadcasts
        found = await desk.draft(turn, iryna, Kind.ANNOUNCEMENT)
        await desk.set_content(turn, iryna, found.id, {"uk": Content(text)})
        return await desk.set_audience(turn, iryna, found.id, (WEST,))


async def test_a_yes_counts_for_what_was_shown_only(country: Country) -> None:
    iryna, petro, desk = country.people["Ірина"], country.people["Петро"], country.broadcasts
    found = await draft(country)
    async with country.turns.open() as turn:
        seen = (await desk.submit(turn, iryna, found.id)).fingerprint
        await desk.revise(turn, iryna, found.id)
        await desk.set_content(turn, iryna, found.id, {"uk": Content("Інше")})
        new = (await desk.submit(turn, iryna, found.id)).fingerprint
    with pytest.raises(BroadcastChanged):
        async with country.turns.open() as turn:
            await desk.approve(turn, petro, found.id, seen)
    assert (await desk.get(found.id, petro)).status is Status.WAITING
    async with country.turns.open() as turn:
        approved = await desk.approve(turn, petro, found.id, new)
    assert (approved.status, approved.texts["uk"].text) == (Status.SCHEDULED, "Інше")


def beside(work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
    """Somebody else's turn, begun while ours is open: it must not join ours."""
    return asyncio.get_running_loop().create_task(work, context=Context())


async def test_an_edit_under_way_is_part_of_what_is_submitted(country: Country) -> None:
    iryna, petro, desk = country.people["Ірина"], country.people["Петро"], country.broadcasts
    found = await draft(country)

    async def submit() -> Broadcast:
        async with country.turns.open() as turn:
            return await desk.submit(turn, iryna, found.id)

    async with country.turns.open() as turn:
        await desk.set_content(turn, petro, found.id, {"uk": Content("Краще")})
        submitting = beside(submit())
        await asyncio.sleep(0.2)
        assert not submitting.done(), "it should wait for the edit"
    assert (await submitting).texts["uk"].text == "Краще"


async def test_nothing_is_changed_once_it_is_submitted(country: Country) -> None:
    iryna, petro, desk = country.people["Ірина"], country.people["Петро"], country.broadcasts
    found = await draft(country)

    async def edit() -> None:
        async with country.turns.open() as turn:
            await desk.set_content(turn, petro, found.id, {"uk": Content("Інше")})

    async with country.turns.open() as turn:
        await desk.submit(turn, iryna, found.id)
        editing = beside(edit())
        await asyncio.sleep(0.2)
        assert not editing.done(), "it should wait for the submission"
    with pytest.raises(BroadcastElsewhere):
        await editing
    assert (await desk.get(found.id, petro)).texts["uk"].text == "Увага"


ONE = Broadcast(1, Kind.OPENING, Status.WAITING, 1, None, NOON, starts_at=NOON, areas=(WEST,), languages=("uk",))
CHANGES: dict[str, Any] = {
    "kind": Kind.ANNOUNCEMENT,
    "stations": (1,),
    "areas": (HROMADA,),
    "languages": ("uk", "en"),
    "texts": {"uk": Content("Увага", ({"type": "bold", "offset": 0, "length": 2},))},
    "media": (Media(MediaKind.PHOTO, "one"),),
    "button": Button.CARD,
    "starts_at": NOON + timedelta(hours=1),
}


@given(st.sets(st.sampled_from(sorted(CHANGES)), min_size=1), st.sampled_from(list(Status)))
def test_whatever_is_seen_changes_the_fingerprint_and_nothing_else_does(names: set[str], status: Status) -> None:
    changed = replace(ONE, **{name: CHANGES[name] for name in names})
    assert changed.fingerprint != ONE.fingerprint
    assert replace(changed, status=status, approver_id=7, started_at=NOON).fingerprint == changed.fingerprint
