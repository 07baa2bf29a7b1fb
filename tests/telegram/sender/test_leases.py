"""A process ends, dies, is late or has a twin: nobody is left out, and a possible repeat is counted."""

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

import pytest
from aiogram.methods import TelegramMethod

from bot.domain.announcements import AnnouncementStatus
from bot.services.announcements.rounds import Outcome
from bot.services.turns import Turn
from db.engine import Database
from db.schema import ledger
from tests.country import TOWN, Country
from tests.telegram.sender.sending import Sending


async def test_who_was_too_late_for_the_lease_is_given_back(country: Country) -> None:
    """In a jam a delivery waits so long that another process might soon take it for lost: it is not sent then, and
    comes again, once."""
    sending = Sending(country, send_timeout=1, announcements_per_second=1000)
    sender, rounds = sending.app.sender, sending.app.sender._rounds
    sender._hands = asyncio.Semaphore(1)
    sender._lease = timedelta(seconds=2 * 1 + 0.3)
    jam = asyncio.Event()
    given_back: list[Outcome] = []
    note = rounds.note

    async def listen(turn: Turn, outcomes: Collection[Outcome], rates: Mapping[int, float]) -> None:
        given_back.extend(each for each in outcomes if each.status is None)
        await note(turn, outcomes, rates)

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        await jam.wait()
        return await sending.wire.deliver(method)

    sending.wire.answer = answer
    rounds.note = listen  # type: ignore[method-assign]
    found = await sending.announce()
    async with sending.at_work(), asyncio.timeout(30):
        while not sending.wire.calls:  # noqa: ASYNC110 - the first has the hand
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.6)
        assert len(sending.wire.calls) == 1, "all others wait for the one hand"
        jam.set()
        counting = sending.app.announcements.counting
        while (progress := await counting.progress(found.id)).status is not AnnouncementStatus.DONE:  # noqa: ASYNC110
            await asyncio.sleep(0.02)  # the clock stands still: no lease runs out
    assert len(given_back) == 9
    assert not any(each.counts or each.again for each in given_back)
    assert sending.written_to() == Counter(range(1, 11))
    assert (progress.sent, progress.repeated) == (10, 0)
    assert {row.attempts for row in await country.rows(ledger)} == {1}


async def test_what_was_claimed_by_a_dead_process_is_sent_and_counted(sending: Sending) -> None:
    found = await sending.announce()
    rounds = sending.app.sender._rounds
    async with sending.country.turns.open() as turn:
        await rounds.prepare(turn)
        claimed = await rounds.claim(turn, most=4, lease=sending.app.sender._lease)
    assert len(claimed) == 4
    sending.country.passes(seconds=200)
    again = Sending(sending.country)
    async with again.at_work():
        progress = await again.done(found)
    assert (progress.sent, progress.repeated) == (10, 4)
    assert sum(row.repeats for row in await sending.country.rows(ledger)) == 4


async def test_a_polite_end_loses_and_repeats_nothing(country: Country) -> None:
    await country.move_in({"chat_id": chat, "place": TOWN} for chat in range(11, 101))
    sending = Sending(country, announcements_per_second=50)
    found = await sending.announce()
    async with sending.at_work():
        await sending.until(found, lambda _: len(sending.wire.calls) > 3)
    rows = await country.rows(ledger)
    assert not any(row.under_way for row in rows)
    assert sum(row.status == "sent" for row in rows) == len(sending.wire.calls) < 100
    async with sending.at_work():
        progress = await sending.done(found)
    assert (progress.sent, progress.repeated, len(sending.wire.calls)) == (100, 0, 100)


async def test_replicas_share_the_sending(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("replicas need PostgreSQL")
    country = await Country(database).settle()
    await country.move_in({"chat_id": chat, "place": TOWN} for chat in range(1, 301))
    one, other = Sending(country, announcements_per_second=100), Sending(country, announcements_per_second=100)
    found = await one.announce()
    async with one.at_work(), other.at_work():
        async with asyncio.timeout(30):
            counting = one.app.announcements.counting
            while (progress := await counting.progress(found.id)).status is not AnnouncementStatus.DONE:  # noqa: ASYNC110
                await asyncio.sleep(0.05)  # time stands still: no lease runs out
    assert one.written_to() + other.written_to() == Counter(range(1, 301))
    assert one.wire.calls
    assert other.wire.calls
    assert (progress.sent, progress.repeated) == (300, 0)
