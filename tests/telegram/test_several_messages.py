"""What takes several messages arrives once and in order, whatever comes in between."""

from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram.methods import SendMediaGroup, SendMessage, SendPhoto, TelegramMethod

from bot.domain.notices import EntryAdded, Relayed
from bot.domain.reports import Category, EntryKind, Incoming
from bot.telegram.arrivals import lane_of_chat
from db import inbox, links, reports, residents
from db.engine import execute
from db.inbox import Arrival
from db.schema import links as link_table
from db.schema import units
from tests.db.waiting import NOW
from tests.telegram.test_postman import Office, office, once
from tests.telegram.wire import refusal

__all__ = ["office"]
PLACE = "UA18020010010052143"
LONG = Incoming(EntryKind.PHOTO, 1, 1, "довго " * 300, file_id="file")
HERE = 5


class Story:
    """A report with entries of a resident, on their way to an officer's chat."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.report_id = 0

    async def begin(self, *incoming: Incoming) -> None:
        async with self.office.database.write():
            await execute(units.insert(), [{"katottg": PLACE, "name": "Мале", "category": "C"}])
            known = await residents.add(channel="telegram", chat_id=1, locale="uk", now=NOW)
            report = await reports.add_draft(
                resident_id=known.id, category=Category.NOISE, place=PLACE, point=None, now=NOW
            )
        self.report_id = report.id
        for each in incoming:
            await self.relay(each)

    async def relay(self, incoming: Incoming) -> None:
        async with self.office.database.write():
            entry = await reports.add_entry(self.report_id, incoming, officer_id=None, quotes=None, now=NOW)
        album: dict[str, Any] = {"key": f"album:{HERE}:{incoming.album}"} if incoming.album else {}
        about: dict[str, Any] = {"report_id": self.report_id, "entry_id": entry, "role": "entry"}
        await self.office.tell(HERE, Relayed(self.report_id), **about, **album)

    async def linked(self) -> list[tuple[int, int]]:
        async with self.office.database.read():
            rows = await execute(sa.select(link_table).order_by(link_table.c.message_id))
            return [(row.message_id, row.entry_id) for row in rows]


@pytest.fixture
def story(office: Office) -> Story:
    return Story(office)


def kinds(story: Story) -> list[str]:
    return [type(each).__name__.removeprefix("Send") for each in story.office.wire.calls]


async def test_photo_then_words_and_what_was_said_after_stays_after(story: Story) -> None:
    await story.begin(LONG)
    await story.office.tell(HERE, EntryAdded(9), report_id=story.report_id)
    async with story.office.at_work():
        await story.office.empty()
    assert kinds(story) == ["Photo", "Message", "Message"]
    assert await story.linked() == [(100, 1), (101, 1)]
    async with story.office.database.read():
        assert await links.delivered_entries(story.report_id, HERE) == {1: 101}


async def test_a_failure_in_the_middle_repeats_only_what_failed(story: Story) -> None:
    await story.begin(LONG)
    troubles = [None, refusal(500, "Internal Server Error"), refusal(429, "Too Many Requests", retry_after=1)]

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        return (troubles.pop(0) if troubles else None) or await story.office.wire.deliver(method)

    story.office.wire.answer = answer
    async with story.office.at_work():
        await story.office.empty()
    assert kinds(story) == ["Photo", "Message", "Message", "Message"]


async def test_what_telegram_refuses_is_said_again_plainly(story: Story) -> None:
    await story.begin(replace(LONG, text="рух", kind=EntryKind.LIVE_PHOTO, still="still"))
    story.office.wire.answer = once(refusal(400, "Bad Request: wrong live photo"), story.office.wire)
    async with story.office.at_work():
        await story.office.empty()
    assert kinds(story) == ["LivePhoto", "Photo"]
    assert isinstance(story.office.wire.calls[1], SendPhoto)


async def test_what_telegram_refuses_twice_is_given_up(story: Story) -> None:
    await story.begin(LONG)

    async def never(_: TelegramMethod[Any]) -> tuple[int, Any]:
        return refusal(400, "Bad Request: wrong file identifier")

    story.office.wire.answer = never
    async with story.office.at_work():
        (row,) = [each for each in await story.office.given_up() if each.role == "entry"]
    assert row.given_up_at
    assert kinds(story)[:2] == ["Photo", "Photo"]


async def test_one_bad_file_does_not_take_the_album_with_it(story: Story) -> None:
    photos = [replace(LONG, message_id=n, text="", album="a", file_id=f"f{n}") for n in (1, 2, 3)]
    await story.begin(*photos)

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        bad = isinstance(method, SendMediaGroup) or (isinstance(method, SendPhoto) and method.photo == "f2")
        return refusal(400, "Bad Request: wrong file") if bad else await story.office.wire.deliver(method)

    story.office.wire.answer = answer
    async with story.office.at_work():
        await story.office.empty()
    assert [kind for kind in kinds(story) if kind != "Message"] == ["MediaGroup", "Photo", "Photo", "Photo"]
    assert [entry for _, entry in await story.linked() if entry] == [1, 3]
    heard = {each.chat_id: each.text for each in story.office.wire.calls if isinstance(each, SendMessage)}
    assert "не вдалося передати" in heard.pop(1), "its author hears of it"
    assert len(heard) == 1, "and so do the superadmins"


async def test_what_comes_into_an_album_under_way_follows_it(story: Story) -> None:
    """While its words are still to come: none is left out, none comes twice."""
    first, second = (replace(LONG, message_id=n, album="a") for n in (1, 2))
    late = [replace(LONG, message_id=3, album="a", text="пізно")]
    await story.begin(first, second)

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if late and isinstance(method, SendMessage):
            await story.relay(late.pop())
        return await story.office.wire.deliver(method)

    story.office.wire.answer = answer
    async with story.office.at_work():
        await story.office.empty()
    assert kinds(story) == ["MediaGroup", "Message", "Message", "Photo"]
    assert sorted({entry for _, entry in await story.linked()}) == [1, 2, 3]


async def test_an_album_waits_for_what_of_it_is_not_handled_yet(story: Story) -> None:
    """A busy hour must not tear it apart, however far behind its author's updates are."""
    first, second = (replace(LONG, message_id=n, text="", album="a", file_id=f"f{n}") for n in (1, 2))
    async with story.office.database.write():
        await inbox.store(7, [Arrival(1, lane_of_chat(LONG.chat_id), "{}")], NOW)
    await story.begin(first)
    await story.office.tell(HERE + 1, EntryAdded(9))  # due after it
    async with story.office.at_work():
        await story.office.until(lambda: kinds(story) == ["Message"])
        await story.relay(second)
        async with story.office.database.write():
            claimed = await inbox.claim()
            assert claimed is not None
            await inbox.mark_handled(claimed.id, NOW)
        await story.office.empty()
    assert kinds(story) == ["Message", "MediaGroup"]
