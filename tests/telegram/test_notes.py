"""What arrived is noted, with the next claim or alone, whatever happens meanwhile: nothing is sent twice for that."""

import asyncio
import contextvars
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram.methods import SendMessage, TelegramMethod

from bot.domain.notices import DraftPanel, EntryAdded, Help
from bot.domain.reports import Recipient
from db.engine import Database, execute
from tests.telegram.test_postman import REF, Office, office
from tests.telegram.wire import Answer, refusal

__all__ = ["office"]

on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
on_a_server = pytest.mark.parametrize("database", ["postgresql"], indirect=True)

STUCK = """
CREATE TRIGGER stuck BEFORE DELETE ON outbox WHEN old.chat_id = 1
BEGIN SELECT RAISE(ABORT, 'no note of this one'); END
"""


def chats(office: Office) -> list[int]:
    """Who was written to."""
    return sorted(int(call.chat_id) for call in office.wire.calls if isinstance(call, SendMessage))


def held_back(office: Office, answer: Answer | None = None) -> asyncio.Event:
    """Telegram answers when this is set."""
    gate = asyncio.Event()
    then = answer or office.wire.deliver

    async def slow(method: TelegramMethod[Any]) -> tuple[int, Any]:
        await gate.wait()
        return await then(method)

    office.wire.answer = slow
    return gate


async def under_way(office: Office, number: int) -> None:
    await office.until(lambda: len(office.wire.calls) == number)


async def arrive_together(office: Office, gate: asyncio.Event) -> None:
    """All answers come while somebody writes, so that all are noted at once."""
    async with office.database.write():
        gate.set()
        await asyncio.sleep(0.05)


@on_sqlite
async def test_one_that_cannot_be_noted_takes_no_other_with_it(office: Office) -> None:
    gate = held_back(office)
    async with office.database.write():
        await execute(sa.text(STUCK))
    for chat in (1, 2, 3):
        await office.tell(chat, Help())
    async with office.at_work():
        await under_way(office, 3)
        await arrive_together(office, gate)
        await office.until(lambda: len(office.app.postman._sending) == 1)
        assert [row.chat_id for row in await office.rows()] == [1]
        async with office.database.write():
            await execute(sa.text("DROP TRIGGER stuck"))
        await office.empty()
    assert chats(office) == [1, 2, 3]


@on_sqlite
async def test_a_stop_while_notes_wait_loses_none(office: Office) -> None:
    gate = held_back(office)
    for chat in (1, 2, 3):
        await office.tell(chat, Help())
    running = asyncio.create_task(office.app.postman.run())
    await under_way(office, 3)
    async with office.database.write():
        gate.set()
        await asyncio.sleep(0.05)
        running.cancel()
        await asyncio.sleep(0.05)
    await asyncio.gather(running, return_exceptions=True)
    assert await office.rows() == []
    assert chats(office) == [1, 2, 3]


class Fragile(Database):
    """Can be away."""

    away = False

    @asynccontextmanager
    async def write(self, *, first: bool = False) -> AsyncIterator[Any]:
        if self.away:
            raise ConnectionError
        async with super().write(first=first) as connection:
            yield connection


@on_sqlite
async def test_what_arrived_while_the_database_is_away_is_noted_when_it_is_back(office: Office) -> None:
    gate = held_back(office)
    office.turns.database = fragile = Fragile(office.database.url)
    await office.tell(1, Help())
    async with office.at_work():
        await under_way(office, 1)
        fragile.away = True
        gate.set()
        await asyncio.sleep(0.5)
        fragile.away = False
        await office.empty()
    await fragile.close()
    assert chats(office) == [1]


async def test_chats_that_must_wait_stop_the_very_next_claim(office: Office) -> None:
    """Two that are told so at once mean all: the claim that notes it takes nothing."""

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if len(office.wire.calls) > 2:
            return await office.wire.deliver(method)
        return refusal(429, "Too Many Requests: retry after 1", retry_after=1)

    gate = held_back(office, answer)
    for chat in (1, 2):
        await office.tell(chat, Help())
    async with office.at_work():
        await under_way(office, 2)
        async with office.database.write():
            await office.tell(3, Help())
            await asyncio.sleep(0.05)  # its claim stands in line
            gate.set()
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)
        assert chats(office) == [1, 2]
        await office.empty()
    assert chats(office) == [1, 1, 2, 2, 3]


@on_a_server
async def test_a_note_that_waits_for_a_row_holds_up_nobody_else(office: Office) -> None:
    """A long turn puts newer words into what is under way. Others hear of their emergencies meanwhile."""
    gate = held_back(office)
    await office.tell(1, DraftPanel(7, 2, ref=REF), key="panel:7")
    async with office.at_work():
        await under_way(office, 1)
        async with office.turns.open():
            await office.tell(1, DraftPanel(7, 3, ref=REF), key="panel:7")
            gate.set()
            await asyncio.sleep(0.05)
            await asyncio.create_task(office.tell(2, Help()), context=contextvars.Context())
            await office.until(lambda: 2 in chats(office))
        await office.empty()


async def test_turns_and_notes_do_not_stand_in_each_others_way(office: Office) -> None:
    """Newer words for several chats come while older ones are under way, and something of their own for each writer."""

    async def writes(writer: int) -> None:
        for round_ in range(10):
            async with office.turns.open() as turn:
                for chat in range(writer, writer + 4):
                    panel = DraftPanel(7, 10 * writer + round_, ref=REF)
                    await turn.tell(Recipient(chat, "uk"), panel, key=f"panel:{chat}")
                await turn.tell(Recipient(100 + writer, "uk"), EntryAdded(round_))
            await asyncio.sleep(0.005)

    async with office.at_work():
        await asyncio.gather(*(writes(writer) for writer in range(1, 5)))
        await office.empty()
    sends = [call for call in office.wire.calls if isinstance(call, SendMessage)]
    own = Counter((call.chat_id, call.text) for call in sends if int(call.chat_id) > 100)
    assert len(own) == sum(own.values()) == 40, "each once"
